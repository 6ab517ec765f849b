"""What no short fragment can show: measures, links over the library, damage to addresses."""

from pathlib import Path

import pytest

from briefkit.library import open_library
from briefkit.source.finding import Finding

FOUNDING = Path(__file__).parents[3] / "briefs"


def found(folder: Path, *rules: str) -> list[Finding]:
    """Return the findings of some rules."""
    return [finding for finding in open_library(folder).validate().findings if finding.rule in rules]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def words(count: int, end: str = ".") -> str:
    return " ".join(["Word"] + ["word"] * (count - 1)) + end


def test_a_summary_may_have_150_words_and_no_more(good: Path) -> None:
    edit(good / "sudmark.yaml", "Sudmark buys what Norland catches.", words(150))
    assert found(good, "long-summary") == []

    edit(good / "sudmark.yaml", words(150), words(151))

    assert [f.message for f in found(good, "long-summary")] == ["the summary has 151 words, 1 over the limit of 150"]


def test_a_very_long_sentence_is_shown_where_it_stands(good: Path) -> None:
    edit(good / "sudmark.yaml", "One obstacle stands out.", f"One obstacle stands out. {words(41)}")

    (finding,) = found(good, "long-sentences")

    assert finding.message == "a sentence has 41 words"
    assert (finding.line, finding.column) == (23, 30)


def test_many_long_sentences_are_counted_by_answer(good: Path) -> None:
    edit(good / "sudmark.yaml", "One obstacle stands out.", f"One obstacle stands out. {words(26)} {words(26)}")

    assert [f.message for f in found(good, "long-sentences")] == ["2 of 3 sentences of `challenges` have over 25 words"]


def test_a_long_answer_without_a_source(good: Path) -> None:
    edit(good / "sudmark.yaml", "One obstacle stands out.", " ".join([words(10)] * 31))
    assert [f.message for f in found(good, "uncited-section")] == ["`challenges` has 310 words and no citation"]

    edit(good / "sudmark.yaml", words(10), words(10) + "[@pact-2012]")

    assert found(good, "uncited-section") == []


def test_shares_are_measured_in_briefs_of_some_length(good: Path) -> None:
    edit(good / "sudmark.yaml", "One obstacle stands out.", " ".join([words(10)] * 60))
    text = (good / "sudmark.yaml").read_text(encoding="utf-8")
    long = " ".join([words(10)] * 80)
    changed = text.replace("context:\n", f"context:\n  overview: |\n    {long}\n")
    (good / "sudmark.yaml").write_text(changed, encoding="utf-8")

    messages = [f.message for f in found(good, "unbalanced-sections")]

    assert len(messages) == 2
    assert messages[0].startswith("`context` has 5")
    assert messages[1].startswith("`recommendations` has 1 %")


@pytest.mark.parametrize(
    ("evidence", "message", "hint"),
    [
        ("estia:quotas", None, None),
        ("Estia:quotas", None, None),
        ("estia:quota", "`estia` has no point `quota`", "did you mean `estia:quotas`?"),
        ("estai:quotas", "there is no brief `estai`", "did you mean `estia:quotas`?"),
    ],
)
def test_evidence_names_points_of_briefs(good: Path, evidence: str, message: str | None, hint: str | None) -> None:
    conclusion = f"""
conclusion:
  points:
    - id: claim
      statement: Quotas matter
      evidence: ["{evidence}"]
"""
    path = good / "volume.yaml"
    path.write_text(path.read_text(encoding="utf-8") + conclusion, encoding="utf-8")

    findings = found(good, "broken-link")

    assert [(f.message, f.hint) for f in findings] == ([(message, hint)] if message else [])


def test_evidence_from_a_brief_with_errors_is_not_held_against_the_volume(good: Path) -> None:
    test_evidence_names_points_of_briefs(good, "estia:quotas", None, None)
    edit(good / "estia.yaml", "title: Norland", "titel: Norland")

    assert found(good, "broken-link") == []


def test_based_on_names_a_reference(good: Path) -> None:
    edit(good / "estia.yaml", "summary:", "based_on:\n  cite: lund-2081\nsummary:")

    (finding,) = found(good, "broken-link")

    assert finding.message == "no reference has the id `lund-2081`"
    assert finding.hint == "did you mean `lund-2018`?"


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("https://www.mofa.go.jp/files/000044640.pdf", None),
        ("https://example.org/video123.html", None),
        ("https://example.org/no100/photo2014.html", None),
        ("https://example.org/a%20b.htm", None),
        ("http://nato.int/news\\_109508.htm", "\\"),
        ("http://www.mofa.go.jp/pmvo810/joint.html", "o"),
        ("http://example.org/rivalry_o.pdf", "o"),
        ("http://example.org/2o14/a.html", "o"),
    ],
)
def test_damaged_addresses(good: Path, url: str, place: str | None) -> None:
    edit(good / "estia.yaml", "    publisher: Fjord Press", f"    publisher: Fjord Press\n    URL: {url}")

    findings = found(good, "suspicious-url")

    assert [f.excerpt[f.column - 1 : f.end_column - 1] for f in findings] == ([place] if place else [])


def test_a_hyphen_is_suspicious_when_another_address_of_the_site_has_the_word_whole(good: Path) -> None:
    for name, url in (("estia", "http://eu.int/press-data/1.pdf"), ("sudmark", "http://eu.int/pressdata/2.pdf")):
        path = good / f"{name}.yaml"
        text = path.read_text(encoding="utf-8")
        fields = f"type: webpage\n    title: T\n    issued: 2018\n    publisher: P\n    URL: {url}\n"
        reference = f"  - id: {name}-source\n    {fields}"
        head = "" if "references:" in text else "references:\n"
        text = text.replace("summary: |\n  ", f"summary: |\n  Seen.[@{name}-source] ", 1)
        path.write_text(text + head + reference, encoding="utf-8")

    (finding,) = found(good, "suspicious-url")

    assert finding.file.endswith("estia.yaml")
    assert "press-data" in finding.message


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ("type: personal_communication\n    issued: 2018", ""),
        ("type: legislation\n    title: T", ""),
        ("type: hearing\n    section: Committee on Fish\n    issued: 2018", ""),
        ("type: review-book\n    reviewed-title: T\n    container-title: C\n    issued: 2018", ""),
        ("type: legal_case\n    title: T\n    container-title: C\n    issued: 2018", ""),
        ("type: legal_case\n    title: T\n    issued: 2018", "`number`"),
        ("type: treaty\n    title: T", "`issued`"),
        ("type: motion_picture\n    issued: 2018", "`title`"),
        ("type: standard\n    title: T\n    issued: 2018", "`number`"),
        ("type: broadcast\n    container-title: C\n    issued: 2018", ""),
    ],
)
def test_each_kind_of_source_needs_something_else(good: Path, fields: str, missing: str) -> None:
    path = good / "sudmark.yaml"
    text = path.read_text(encoding="utf-8")
    head = "" if "references:" in text else "references:\n"
    text = text.replace("summary: |\n  ", "summary: |\n  Seen.[@source] ", 1)
    path.write_text(f"{text}{head}  - id: source\n    {fields}\n", encoding="utf-8")

    assert [f.message for f in found(good, "incomplete-reference")] == (
        [f"`source` lacks {missing}"] if missing else []
    )


def test_the_founding_library_shows_what_a_reader_sees() -> None:
    """The catalogue of rules says what to expect of a faithful restatement."""
    report = open_library(FOUNDING).validate()
    waived = [finding.rule for finding in report.waived]

    assert [f for f in report.findings if f.severity != "info"] == []
    assert waived.count("unaddressed-point") == 5
    assert waived.count("point-without-actor") == 1
    assert waived.count("point-without-horizon") == 17
