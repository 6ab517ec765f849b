"""`briefkit import`: where the draft goes, what is never replaced, what the report says."""

import json
from pathlib import Path

import pytest
from brief_forms import FORMS
from typer.testing import CliRunner
from word_files import File, p

from briefkit.cli.app import app

BODY = p("A title", "Title") + p("Our view", "Heading1") + p("Keep the ports open", "Heading2") + p("Winter is long.")


def run(*arguments: str) -> tuple[int, str, str]:
    """Run briefkit and return the exit code, the output and the errors."""
    result = CliRunner().invoke(app, arguments, prog_name="briefkit")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def word(tmp_path: Path) -> str:
    """The path of a Word file."""
    path = tmp_path / "policy.docx"
    path.write_bytes(FORMS["heading_styles"]().data())
    return str(path)


def test_the_draft_goes_to_the_screen_and_the_report_beside_it(word: str) -> None:
    code, out, errors = run("import", word)

    assert code == 0
    assert out.startswith("# yaml-language-server: $schema=../schema/brief.schema.json\ntitle: Norland and Estia")
    assert errors.startswith(f"imported {word}\n")
    assert "the heading “Policy Objectives”, which has the style heading 1, is read as goals" in errors


def test_a_draft_in_a_file_leaves_the_screen_to_the_report(word: str, tmp_path: Path) -> None:
    target = tmp_path / "out.yaml"
    code, out, errors = run("import", word, "-o", str(target))

    assert code == 0
    assert target.read_text(encoding="utf-8").startswith("# yaml-language-server")
    assert out.startswith(f"imported {word} → {target}\n")
    assert errors == f"wrote {target}; `briefkit validate {target}` says what is still missing\n"


def test_as_puts_it_into_the_library(word: str, good: Path) -> None:
    code, _, _ = run("import", word, "--as", "winter", "--library", str(good))

    assert code == 0
    assert (good / "winter.yaml").is_file()


@pytest.mark.parametrize("name", ["estia", "ESTIA", "estia.yaml"])
def test_a_brief_that_is_there_stays_unless_forced(word: str, good: Path, name: str) -> None:
    before = (good / "estia.yaml").read_bytes()
    code, _, errors = run("import", word, "--as", name, "--library", str(good))

    assert code == 2
    assert "is already there" in errors
    assert (good / "estia.yaml").read_bytes() == before
    assert run("import", word, "--as", name, "--library", str(good), "--force")[0] == 0
    assert (good / "estia.yaml").read_bytes() != before
    assert sorted(path.name for path in good.iterdir()) == ["estia.yaml", "sudmark.yaml", "volume.yaml"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--as", "volume"), "a brief cannot be called `volume`"),
        (("--as", "../x"), "a brief cannot be called `../x`"),
        (("--as", "x", "-o", "y.yaml"), "--as and -o both say where the draft goes"),
        (("--tracked", "keep"), "there is no way with tracked changes `keep`"),
        (("-f", "xml"), "there is no format `xml`"),
        (("--map", "Our aims"), "--map takes TEXT=QUESTION"),
        (("--map", "Policy Objectives=gaols"), "there is no question `gaols`"),
        (("--map", "Policy Objektives=goals"), "the document has no heading or line “Policy Objektives”"),
    ],
)
def test_a_wrong_option_is_said(word: str, good: Path, options: tuple[str, ...], said: str) -> None:
    code, out, errors = run("import", word, *options, "--library", str(good))

    assert (code, out) == (2, "")
    assert said in errors


def test_a_file_that_is_not_there_or_of_another_kind_is_said(tmp_path: Path) -> None:
    assert run("import", str(tmp_path / "no.docx"))[0] == 2
    code, _, errors = run("import", str(tmp_path / "x.txt"))

    assert code == 2
    assert "has no suffix that import knows" in errors
    assert "it takes .docx" in errors


def test_map_reads_a_heading_as_a_question(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(File(BODY).data())
    without, _, errors = run("import", str(path))
    code, out, _ = run("import", str(path), "--map", "Our view=us-cooperation")

    assert without == 1
    assert "its headings are: Our view" in errors
    assert code == 0
    assert "us_cooperation:\n  points:\n    - id: keep-ports-open\n" in out


def test_map_can_keep_a_part_out(word: str) -> None:
    code, out, errors = run("import", word, "--map", "Background=none")

    assert code == 0
    assert "context:" not in out
    assert "# Background (it answers no question)" in out
    assert "“Background”, it answers no question" in errors


def test_methodology_is_not_challenges_and_stays_in_sight(tmp_path: Path) -> None:
    body = BODY.replace("Our view", "Goals") + p("Methodology", "Heading1") + p("We asked forty captains.")
    path = tmp_path / "x.docx"
    path.write_bytes(File(body).data())
    code, out, errors = run("import", str(path))

    assert code == 0
    assert "# Methodology (it answers no question)\n#   We asked forty captains.\n" in out
    assert "challenges:" not in out
    assert "“Methodology”, it answers no question" in errors


def test_the_report_as_json_has_every_decision_and_the_words(word: str, tmp_path: Path) -> None:
    _, out, _ = run("import", word, "-o", str(tmp_path / "out.yaml"), "-f", "json")
    report = json.loads(out)

    assert (report["briefkit"], report["kind"]) == (1, "import")
    assert report["found"]["answers"]["recommendations"] == {"points": 3, "overview": 0}
    assert {"about", "says", "words"} == set(report["decisions"][0])
    words = report["words"]
    assert words["lost"] == []
    assert words["file"] == words["draft"] + words["decisions"] + words["unplaced"] + words["left_out"]


def test_validate_names_only_what_a_person_has_to_fill_in(word: str, good: Path) -> None:
    run("import", word, "--as", "winter", "--library", str(good))
    code, out, _ = run("validate", "winter", "--library", str(good), "-f", "json")
    rules = {finding["rule"] for finding in json.loads(out)["findings"]}

    assert code == 1
    assert rules <= {
        *("missing-field", "untagged-point", "unlinked-point", "unlinked-argument", "unaddressed-point"),
        *("point-without-actor", "point-without-horizon", "uncited-section", "brief-not-in-volume", "point-count"),
        *("unsupported-claim", "unbalanced-sections"),
    }, rules


def test_another_question_set_gives_its_own_questions(tmp_path: Path) -> None:
    (tmp_path / "volume.yaml").write_text("title: T\nquestion_set:\n  name: decision-memo\n", encoding="utf-8")
    path = tmp_path / "x.docx"
    body = (
        p("A title", "Title")
        + p("Facts", "Heading1")
        + p("The ice is thick", "Heading2")
        + p("Recommended action", "Heading1")
    )
    path.write_bytes(File(body + p("Wait until May", "Heading2")).data())
    code, out, _ = run("import", str(path), "--library", str(tmp_path))

    assert code == 0
    assert "background:\n  points:" in out
    assert "recommendation:\n  points:" in out
