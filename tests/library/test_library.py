from pathlib import Path

import pytest

from briefkit.library import InvalidBriefError, Library, Piped, find_library, open_library
from briefkit.source.finding import Report, Severity
from briefkit.text.errors import UsageError


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings if finding.severity is not Severity.INFO]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_names_are_in_the_order_of_the_volume_then_by_name(good: Path) -> None:
    (good / "aland.yaml").write_text((good / "estia.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    (good / "notes.txt").write_text("no brief", encoding="utf-8")

    assert open_library(good).names == ("sudmark", "estia", "aland")


def test_a_library_without_a_volume_is_fine(good: Path) -> None:
    (good / "volume.yaml").unlink()
    edit(good / "estia.yaml", "[@pact-2012]", "")

    assert rules(open_library(good).validate()) == ["point-without-horizon"]


def test_two_files_of_one_name_are_refused(good: Path) -> None:
    (good / "Estia.yml").write_text("title: x\n", encoding="utf-8")

    with pytest.raises(UsageError, match="two files"):
        open_library(good).validate()


def test_the_nearest_library_upward_is_found(good: Path) -> None:
    (good / "deep" / "er").mkdir(parents=True)

    assert find_library(None, {}, good / "deep" / "er").folder == good
    assert find_library(None, {}, good.parent).folder == good
    assert find_library(None, {"BRIEFKIT_LIBRARY": str(good)}, good.parent.parent).folder == good
    assert find_library(good, {"BRIEFKIT_LIBRARY": "nowhere"}, good).folder == good


def test_a_broken_file_hides_no_other(good: Path) -> None:
    edit(good / "estia.yaml", "title: Norland", "titel: Norland")
    edit(good / "sudmark.yaml", "obstructs: [sell-fish]", "obstructs: [sell-fsh]")

    report = open_library(good).validate()

    assert rules(report) == ["unknown-field", "broken-link", "point-without-horizon"]
    assert report.remarks
    assert "estia.yaml" in report.remarks[0]


def test_one_brief_alone_sees_the_library_but_reports_itself(good: Path) -> None:
    edit(good / "estia.yaml", "references:", "abbreviations:\n  EPA: Estian Port Act\nreferences:")
    edit(good / "estia.yaml", "Two thirds", "By the EPA two thirds")
    edit(good / "sudmark.yaml", "recommendations:", "abbreviations:\n  EPA: European Pact\nrecommendations:")
    edit(good / "sudmark.yaml", "One obstacle", "The EPA says: one obstacle")

    whole = open_library(good).validate()
    one = open_library(good).validate(["estia"])

    assert rules(whole) == ["conflicting-abbreviation", "point-without-horizon"]
    assert {finding.file.rpartition("/")[2] for finding in one.findings} == {"estia.yaml"}
    assert rules(one) == ["conflicting-abbreviation"]


def test_a_waiver_keeps_its_reason_and_an_unused_one_is_a_finding(good: Path) -> None:
    waivers = """
waivers:
  - rule: BK307
    at: [one-form]
    reason: The author gives no date.
  - rule: todo-marker
    reason: Nothing is left open.
  - rule: recomendation-without-horizon
    reason: A misspelling.
"""
    path = good / "sudmark.yaml"
    path.write_text(path.read_text(encoding="utf-8") + waivers, encoding="utf-8")

    report = open_library(good).validate()

    assert rules(report) == ["unused-waiver", "unknown-rule"]
    assert [(finding.rule, finding.waived) for finding in report.waived] == [
        ("point-without-horizon", "The author gives no date.")
    ]


def test_a_waiver_cannot_silence_reading_and_schema(good: Path) -> None:
    path = good / "sudmark.yaml"
    waiver = "waivers:\n  - rule: ambiguous-scalar\n    reason: We like it so.\n"
    text = path.read_text(encoding="utf-8").replace("partner: Sudmark", "partner: yes")
    path.write_text(text + waiver, encoding="utf-8")

    assert rules(open_library(good).validate()) == [
        "ambiguous-scalar",
        "point-without-horizon",
        "unused-waiver",
    ]


def test_a_doubtful_value_that_the_schema_refuses_is_one_finding(good: Path) -> None:
    edit(good / "sudmark.yaml", "stance: does-not-help\n  because", "stance: No\n  because")

    assert rules(open_library(good).validate(["sudmark"])) == ["not-allowed", "point-without-horizon"]


def test_the_volume_sets_severities_and_limits(good: Path) -> None:
    text = (good / "volume.yaml").read_text(encoding="utf-8")
    checks = """
checks:
  severity:
    point-without-horizon: off
    state-as-actor: error
    no-such-rule: off
  limits:
    challenge-words: 3
"""
    (good / "volume.yaml").write_text(text + checks, encoding="utf-8")

    report = open_library(good).validate()

    found = [(finding.rule, str(finding.severity)) for finding in report.findings if finding.severity != "info"]
    assert found == [
        ("long-statement", "warning"),
        ("long-statement", "warning"),
        ("state-as-actor", "error"),
        ("unknown-rule", "error"),
    ]


def test_briefs_with_errors_cannot_be_opened(good: Path) -> None:
    edit(good / "estia.yaml", "[@lund-2018, p. 12]", "[@lund, p. 12]")
    library = open_library(good)

    with pytest.raises(InvalidBriefError) as caught:
        library.briefs()

    assert rules(caught.value.report)[0] == "undefined-citation"
    assert library.brief("sudmark").partner == "Sudmark"


def test_an_invalid_volume_stops_what_is_made_from_it(good: Path) -> None:
    edit(good / "volume.yaml", "title: Norland", "titel: Norland")

    with pytest.raises(InvalidBriefError):
        open_library(good).brief("estia")


def test_standard_input_takes_the_place_of_its_file(good: Path) -> None:
    data = (good / "estia.yaml").read_bytes().replace(b"horizon: short-term", b"horizon: soon")
    library = Library(good, piped=Piped(data, "estia.yaml"))

    assert rules(library.validate(["estia"])) == ["not-allowed"]


def test_a_brief_from_standard_input_needs_no_library(good: Path) -> None:
    data = (good / "sudmark.yaml").read_bytes()
    library = Library(None, piped=Piped(data))

    assert library.brief("stdin").title == "Norland–Sudmark relations"


def test_a_broken_volume_is_not_held_against_the_briefs(good: Path) -> None:
    """The pact that a brief cites is listed in the volume, which cannot be read."""
    edit(good / "volume.yaml", "title: Norland", "titel: Norland")

    report = open_library(good).validate()

    assert rules(report) == ["point-without-horizon", "unknown-field"]
    assert "undefined-citation" in report.remarks[0]


def test_a_draft_that_the_volume_does_not_list_yet_can_be_read(good: Path) -> None:
    (good / "draft.yaml").write_text((good / "sudmark.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    library = open_library(good)

    assert library.brief("draft").partner == "Sudmark"
    assert "brief-not-in-volume" in rules(library.validate())
