"""Formats on the command line: who offers which, what suffixes say, and which options go with which."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from briefkit.cli import terminal
from briefkit.cli.app import app
from briefkit.publish.formats.documents.text import TextOptions
from briefkit.text.errors import UsageError

Run = Callable[..., Result]


@pytest.fixture
def run(good: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run briefkit beside the small valid library."""
    monkeypatch.chdir(good.parent)

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(app, arguments, prog_name="briefkit")

    return invoke


def refused(result: Result) -> tuple[str, str]:
    """Return the message and the hint of a refusal."""
    assert (result.exit_code, result.stdout) == (2, "")
    message, hint = result.stderr.splitlines()
    return message.removeprefix("briefkit: "), hint.strip()


@pytest.mark.parametrize("command", ["list", "show estia", "compare --all", "explain"])
def test_views_without_a_graph_do_not_know_graph_formats(run: Run, command: str) -> None:
    arguments = command.split()

    assert refused(run(*arguments, "-f", "mermaid"))[0] == "there is no format `mermaid`"
    assert "does not say which format" in refused(run(*arguments, "-o", "view.mmd"))[0]


def test_views_with_a_graph_do(run: Run) -> None:
    printed = run("trace", "-f", "mermaid").stdout

    assert printed.startswith("flowchart LR\n")
    assert run("trace", "-o", "trace.MMD").exit_code == 0
    assert Path("trace.MMD").read_text(encoding="utf-8") == printed


def test_a_suffix_that_says_nothing_gets_those_that_do(run: Run) -> None:
    message, hint = refused(run("export", "estia", "-o", "estia.rtf"))

    assert message == "the suffix of estia.rtf does not say which format to write"
    assert hint.startswith("suffixes that do: .docx, .html, .md, .pdf, .txt, .sqlite, .db, .json; or ")
    assert hint.endswith("name a format with --format: docx, html, markdown, pdf, text, sqlite, json")
    assert refused(run("trace", "-o", "names"))[1].startswith(
        "suffixes that do: .docx, .html, .md, .pdf, .txt, .csv, .json, .mmd; or "
    )


@pytest.mark.parametrize(
    ("command", "message", "hint"),
    [
        ("export estia -f text --front-matter", "--front-matter says nothing about text", "markdown"),
        ("export estia --width 60", "--width says nothing about markdown", "text"),
        ("export --volume -o book.md --page-length 50", "--page-length says nothing about markdown", "text"),
        ("export --all -o out --no-pages", "--pages says nothing about markdown", "text"),
        ("export estia -f json --pages", "--pages says nothing about json", "text"),
        ("show estia -f csv --pages", "--pages says nothing about csv", "text"),
        ("trace --pages", "--pages says nothing about terminal", "text"),
        ("show estia --paper a4", "--paper says nothing about terminal", "pdf"),
        ("list goals -f csv --design plain", "--design says nothing about csv", "pdf"),
        ("export estia --font-path .", "--font-path says nothing about markdown", "pdf"),
    ],
)
def test_an_option_foreign_to_the_format_is_refused(run: Run, command: str, message: str, hint: str) -> None:
    assert refused(run(*command.split())) == (message, f"formats that have it: {hint}")
    assert not Path("out").exists()


def test_an_option_of_the_format_is_taken(run: Run) -> None:
    assert max(map(len, run("export", "estia", "-f", "text", "--width", "50").stdout.splitlines())) <= 50
    assert "\f" in run("export", "estia", "-f", "text", "--page-length", "40").stdout
    assert "\f" not in run("export", "estia", "-f", "text", "--no-pages").stdout
    assert "\f" not in run("show", "estia", "-f", "text").stdout
    assert "Page 1 of 1" in run("show", "estia", "-q", "goals", "-f", "text", "--pages").stdout


def test_help_says_what_text_is_like_by_default(run: Run) -> None:
    shown, usual = run("export", "--help").stdout, TextOptions()

    assert f"columns of a line. Default: {usual.width}" in shown
    assert f"lines of a page. Default: {usual.page_length}" in shown


def test_the_pager_is_for_the_terminal(run: Run) -> None:
    assert refused(run("show", "estia", "--pager", "-f", "markdown"))[0] == "--pager is for reading in the terminal"
    assert refused(run("show", "estia", "--pager", "-o", "estia.md"))[0] == "--pager is for reading in the terminal"


def test_access_dates_are_for_documents(run: Run) -> None:
    assert (
        refused(run("export", "estia", "-f", "json", "--access-dates"))[0] == "--access-dates says nothing about json"
    )


def test_records_have_all_fields_whatever_the_columns(run: Run) -> None:
    assert refused(run("list", "goals", "-f", "csv", "--columns", "id"))[0] == "--columns says nothing about csv"


def test_a_comparison_without_a_row_has_its_header(run: Run) -> None:
    header = run("compare", "--all", "--by", "theme", "--only", "gaps", "-q", "context", "-f", "csv").stdout

    assert header.startswith("theme,brief,question,id,")


@pytest.mark.parametrize(
    "command",
    [
        "show estia --paper us-letter",
        "list goals",
        "compare --all --design poster",
        "trace",
        "explain BK203",
        "export estia --design plain --font-path .",
        "export --volume",
    ],
)
def test_every_command_that_shows_a_document_writes_pdf(run: Run, command: str) -> None:
    assert run(*command.split(), "-o", "shown.pdf").exit_code == 0
    assert Path("shown.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_each_brief_gets_a_pdf_of_its_own(run: Run) -> None:
    assert run("export", "--all", "-f", "pdf", "-o", "out").exit_code == 0
    assert {path.suffix for path in Path("out").iterdir()} == {".pdf"}


@pytest.mark.parametrize("content", [b"PK", b"%PDF"])
def test_a_binary_file_is_not_printed_on_a_terminal(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:

    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdout", Screen())
    with pytest.raises(UsageError, match="a terminal cannot show it"):
        terminal.emit(content)
