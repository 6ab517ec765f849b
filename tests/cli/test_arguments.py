"""What stands for a brief, a library and an output on the command line."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from briefkit.cli.app import app

Run = Callable[..., Result]


@pytest.fixture
def run(good: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run briefkit beside the folder `briefs`, which holds the small valid library."""
    monkeypatch.chdir(good.parent)

    def invoke(*arguments: str, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(app, arguments, input=stdin, prog_name="briefkit")

    return invoke


def outcome(result: Result) -> tuple[int, str]:
    """Return the exit code and the first line of standard error."""
    return result.exit_code, result.stderr.partition("\n")[0]


@pytest.mark.parametrize("folder", ["briefs", "briefs/", "./briefs"])
def test_a_folder_stands_for_all_of_its_briefs(run: Run, folder: str) -> None:
    assert run("trace", folder, "-f", "names").stdout == run("trace", "-f", "names").stdout


def test_a_brief_goes_before_a_folder_of_its_name(run: Run) -> None:
    Path("estia").mkdir()

    assert run("show", "estia", "-f", "names").stdout.startswith("estia:G1\n")


def test_a_folder_needs_no_library_around_it(run: Run) -> None:
    Path("briefs").rename("others")

    assert run("trace", "others", "-f", "names").stdout.startswith("sudmark:G1\n")


@pytest.mark.parametrize("folder", ["briefs", "briefs/"])
def test_a_folder_cannot_be_shown(run: Run, folder: str) -> None:
    result = run("show", folder)

    assert outcome(result) == (2, "briefkit: briefs is a folder, not a brief")
    assert "sudmark, estia" in result.stderr


def test_a_forgotten_suffix_is_suggested(run: Run) -> None:
    result = run("show", "briefs/estia")

    assert outcome(result) == (2, "briefkit: briefs/estia does not exist")
    assert "did you mean briefs/estia.yaml?" in result.stderr


def test_a_name_may_have_a_dot(run: Run) -> None:
    Path("briefs/volume.yaml").unlink()
    Path("briefs/sudmark.yaml").rename("briefs/sudmark-u.s.yaml")

    assert "sudmark-u.s" in run("list", "-f", "names").stdout.split()
    assert run("show", "sudmark-u.s", "-f", "names").stdout.startswith("sudmark-u.s:G1\n")


def test_a_file_of_another_kind_is_no_brief(run: Run) -> None:
    Path("notes.txt").write_text("no brief", encoding="utf-8")

    assert outcome(run("show", "notes.txt")) == (2, "briefkit: notes.txt is no brief")


def test_a_file_in_a_missing_folder_is_a_finding(run: Run) -> None:
    assert outcome(run("show", "nowhere/estia.yaml")) == (
        1,
        "nowhere/estia.yaml:1:1: error[unreadable-file] there is no such file",
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["volume.yaml"], "briefkit: volume.yaml does not exist"),
        (["volume", "--library", "bare"], "briefkit: there is no volume.yaml in bare"),
    ],
)
def test_a_missing_volume_does_not_pass(run: Run, arguments: list[str], message: str) -> None:
    Path("bare").mkdir()

    assert outcome(run("validate", *arguments)) == (2, message)


def test_a_brief_from_standard_input_is_not_missing_in_the_volume(run: Run) -> None:
    data = Path("briefs/estia.yaml").read_bytes()

    assert run("show", "-", stdin=data).stdout == run("show", "estia").stdout


def test_a_brief_from_elsewhere_is_not_missing_in_the_volume(run: Run) -> None:
    Path("draft.yaml").write_bytes(Path("briefs/estia.yaml").read_bytes())

    assert run("show", "draft.yaml", "--library", "briefs").exit_code == 0


def test_a_file_in_the_folder_is_missing_in_the_volume_however_it_is_named(run: Run) -> None:
    Path("briefs/draft.yaml").write_bytes(Path("briefs/estia.yaml").read_bytes())

    for written in ("draft", "briefs/draft.yaml"):
        assert "error[brief-not-in-volume]" in run("validate", written).stdout
        assert run("show", written).exit_code == 0


@pytest.mark.parametrize("name", ["estia.yaml", "Estia.yaml", "new.yaml", "New.yaml"])
def test_standard_input_is_checked_whatever_its_name(run: Run, name: str) -> None:
    result = run("validate", "-", "--stdin-name", name, "-f", "concise", stdin=b"")

    assert (result.exit_code, result.stdout.partition(" ")[0]) == (1, f"{name}:1:1:")


def test_standard_input_goes_with_paths(run: Run) -> None:
    data = Path("briefs/estia.yaml").read_bytes()
    result = run("compare", "-", "briefs/sudmark.yaml", "--stdin-name", "estia.yaml", "-f", "names", stdin=data)

    assert result.stdout == run("compare", "estia", "sudmark", "-f", "names").stdout


def test_the_volume_from_standard_input_can_be_checked_and_not_shown(run: Run) -> None:
    data = Path("briefs/volume.yaml").read_bytes().replace(b"estia]", b"esti]")
    checked = run("validate", "-", "--stdin-name", "volume.yaml", "-f", "concise", stdin=data)

    assert "volume.yaml:7:19: BK602 error[missing-brief]" in checked.stdout
    assert run("show", "-", "--stdin-name", "volume.yaml", stdin=data).exit_code == 2


def test_a_library_of_the_environment_that_is_gone_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFKIT_LIBRARY", "gone")
    result = run("list")

    assert outcome(result) == (2, "briefkit: the library gone does not exist")
    assert "BRIEFKIT_LIBRARY" in result.stderr


def test_a_dash_is_the_screen(run: Run) -> None:
    assert run("export", "estia", "-o", "-").stdout == run("export", "estia").stdout
    assert run("list", "-o", "-").stdout == run("list").stdout
    assert not Path("-").exists()


def test_several_briefs_do_not_go_to_what_looks_like_a_file(run: Run) -> None:
    assert outcome(run("export", "--all", "-o", "all.md")) == (2, "briefkit: several briefs need a folder to go to")
    assert not Path("all.md").exists()


def test_a_file_without_a_suffix_is_no_folder(run: Run) -> None:
    Path("out").write_text("old", encoding="utf-8")

    assert run("export", "estia", "-f", "text", "-o", "out").exit_code == 0
    assert "Norland–Estia relations" in Path("out").read_text(encoding="utf-8")


def test_many_briefs_are_written_as_each_alone(run: Run) -> None:
    """Many are enough for several processes."""
    for i in range(40):
        shutil.copy("briefs/estia.yaml", f"briefs/copy-{i:02d}.yaml")
    names = [f"copy-{i:02d}" for i in range(40)]

    assert run("export", *names, "-o", "out").exit_code == 0
    assert sorted(path.stem for path in Path("out").iterdir()) == names
    assert Path("out/copy-23.md").read_text(encoding="utf-8") == run("export", "copy-23").stdout


@pytest.mark.parametrize("command", [["show", "estia"], ["compare", "--all"], ["trace"]])
def test_text_flows_unless_pages_are_asked_for(run: Run, command: list[str]) -> None:
    assert "Page 1 of " not in run(*command, "-f", "text").stdout
    assert "Page 1 of " in run(*command, "-f", "text", "--pages").stdout


def test_nothing_to_export_is_said(run: Run) -> None:
    Path("empty").mkdir()

    assert outcome(run("export", "--all", "-L", "empty", "-o", "out/")) == (
        2,
        "briefkit: there is nothing to export: empty has no brief",
    )


def test_what_stands_in_the_way_is_shown_without_mere_remarks(run: Run) -> None:
    path = Path("briefs/estia.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace("horizon: short-term", "horizon: soon"), encoding="utf-8")
    result = run("compare", "--all")

    assert result.exit_code == 1
    assert "warning[" not in result.stderr
    assert result.stderr.endswith("\n1 error in 1 of 2 briefs\n")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["explain", "nonsense"], "  `briefkit explain` lists them; a question set goes by its name or its file"),
        (["validate", "--select", "nonsense"], "  `briefkit explain` lists them"),
    ],
)
def test_an_unknown_rule_says_where_the_known_ones_are(run: Run, arguments: list[str], hint: str) -> None:
    result = run(*arguments)

    assert (result.exit_code, result.stderr.splitlines()[1]) == (2, hint)


@pytest.mark.parametrize(
    ("line", "last", "found"),
    [
        ("show", "e", ["estia"]),
        ("show -L other", "", ["draft"]),
        ("show estia -q", "us", ["us-cooperation"]),
        ("compare --theme", "f", ["fishing"]),
        ("compare --by", "", ["question", "theme", "actor"]),
        ("compare --only", "g", ["gaps"]),
        ("validate --fail-on", "w", ["warning"]),
        ("validate --select", "long-sta", ["long-statement"]),
        ("validate --ignore", "BK304,long-sta", ["BK304,long-statement"]),
        ("explain", "broken", ["broken-link"]),
        ("export -f", "j", ["json"]),
        ("schema", "", ["brief", "volume", "questions"]),
    ],
)
def test_completion(run: Run, monkeypatch: pytest.MonkeyPatch, line: str, last: str, found: list[str]) -> None:
    Path("other").mkdir()
    Path("other/draft.yaml").write_text("title: x\n", encoding="utf-8")
    words = ["briefkit", *line.split(), last]
    monkeypatch.setenv("_BRIEFKIT_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "\n".join(words))
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))

    assert run().stdout.split() == found


def test_two_files_of_one_name_are_refused(run: Run) -> None:
    Path("other").mkdir()
    Path("other/Estia.yaml").write_bytes(Path("briefs/estia.yaml").read_bytes())

    result = run("validate", "briefs/estia.yaml", "other/Estia.yaml", "--library", "briefs")

    assert result.exit_code == 2
    assert "have the same name" in result.stderr
