"""Hostile texts in every field of a brief, through every format: shown as text or refused by name, and nothing runs."""

import csv
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from markdown_it import MarkdownIt
from typer.testing import CliRunner, Result

from briefkit.cli.app import app
from briefkit.publish.format import BRIEF, DOCUMENT, ROWS, names
from briefkit.text.printable import UNPRINTABLE

HOSTILE = {
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "typst": '#read("/etc/passwd") #panic("x") $x$ @label <label>',
    "link": "[go](javascript:alert(1)) [go](data:text/html;base64,PHNjcmlwdD4=) [go](file:///etc/passwd)",
    "bare link": "javascript:alert(1) vbscript:x file:///etc/passwd",
    "override": "safe \u202egnp.exe\u202c \u2066mirrored\u2069 \u200bzero\ufeff",
    "controls": "a\x00b\x1b[31mred\x1b[0m\x07\x08\x85",
    "field code": '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" } { INCLUDETEXT "x" }',
    "formula": "=cmd|' /C calc'!A0",
    "sql": "'); DROP TABLE points; --",
    "xml": "]]><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;</w:t>",
    "yaml": "!!python/object/apply:os.system ['id'] &a *a <<: {}",
    "markdown": "# h\n\n> q\n\n```\ncode\n```\n\n| a |\n|---|\n\n[^1]: x\n\n![p](http://x.y/p.png)",
    "workflow": "::error file=x::y %0A ##[command]",
    "template": "{{7*7}} ${7*7} <%= 7 %> \\input{/etc/passwd} \\write18{id}",
}
COMMANDS = {
    **{f"export {name}": f"export estia -f {name}" for name in names((DOCUMENT, BRIEF))},
    "export sqlite": "export --all -f sqlite",
    **{f"list {name}": f"list recommendations -f {name}" for name in names((ROWS,))},
    "trace": "trace estia -f mermaid",
    "show": "show estia",
    "compare": "compare --all --detail -f markdown",
    "references": "list references -f csv",
}
MARK = "Zq7"
"""Stands behind each hostile text, to see whether it is shown."""


REFUSED = {
    **dict.fromkeys(("script", "typst", "link", "xml", "markdown"), "markup-in-statement"),
    **dict.fromkeys(("override", "controls"), "forbidden-character"),
}
"""The rule that refuses a text; the volume may turn off the first one, and then it is shown, too."""
LAX = dict.fromkeys(("markup-in-statement", "unsupported-markup", "bare-citation"), "off")


def poisoned(good: Path, text: str) -> None:
    """Put a text into every free text of a brief, in a library that refuses no markup."""
    volume = yaml.safe_load((good / "volume.yaml").read_text(encoding="utf-8"))
    volume["checks"] = {"severity": LAX}
    (good / "volume.yaml").write_text(yaml.safe_dump(volume, allow_unicode=True), encoding="utf-8")
    path = good / "estia.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    data |= {"title": text, "subtitle": text, "subject": text, "partner": text, "audience": [text], "summary": text}
    data["authors"] = [{"name": text, "affiliation": text}]
    for key in ("goals", "context", "challenges", "us_cooperation", "recommendations"):
        data[key]["overview"] = text
        for point in data[key]["points"]:
            point |= {"statement": text, "detail": f"{text}[@lund-2018] [@pact-2012]", "group": text}
    data["us_cooperation"]["because"] = text
    for point in data["recommendations"]["points"]:
        point["actors"] = [text]
    for reference in data["references"]:
        reference |= {"title": text, "publisher": text, "note": text}
    data["abbreviations"] = {"XQ": text}
    data["figures"] = [
        {"id": "f", "kind": "bar", "title": text, "alt": text, "unit": text, "source": text, "rows": [
            {"label": text, "value": 1}, {"label": "b", "value": 2}]}
    ]  # fmt: skip
    data["editorial_notes"] = [{"at": ["quotas"], "says": text}]
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")


@pytest.fixture(params=HOSTILE, scope="module")
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """One of the texts by its name, and a library with it in every field."""
    folder = tmp_path_factory.mktemp("bad") / "briefs"
    folder.mkdir()
    for file in (Path(__file__).parents[1] / "libraries" / "good").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    poisoned(folder, f"{HOSTILE[request.param]} {MARK}")
    return request.param, folder


def run(command: str, library: Path) -> Result:
    return CliRunner().invoke(app, [*command.split(), "--library", str(library)], prog_name="briefkit")


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_it_is_shown_as_text_or_refused_by_name(library: tuple[str, Path], command: str) -> None:
    name, folder = library
    result = run(command, folder)
    is_refused = REFUSED.get(name) == "forbidden-character"

    assert not re.search("Traceback|a bug in briefkit", result.stderr)
    assert not UNPRINTABLE.search(result.stderr)
    if is_refused and command.startswith("list"):  # which lists what can be read
        assert "estia.yaml" in result.stderr
    elif is_refused:
        assert (result.exit_code, result.stdout_bytes) == (1, b"")
        assert "error[forbidden-character]" in result.stderr
    else:
        assert result.exit_code == 0, result.stderr
        harmless(command.split()[-1] if " -f " in command else "terminal", result.stdout_bytes)


@pytest.mark.parametrize("name", [name for name, rule in REFUSED.items() if rule == "markup-in-statement"])
def test_markup_is_refused_by_name(good: Path, name: str) -> None:
    poisoned(good, f"{HOSTILE[name]} {MARK}")
    volume = yaml.safe_load((good / "volume.yaml").read_text(encoding="utf-8"))
    del volume["checks"]
    (good / "volume.yaml").write_text(yaml.safe_dump(volume, allow_unicode=True), encoding="utf-8")
    result = run("export estia", good)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "error[markup-in-statement]" in result.stderr


def harmless(kind: str, data: bytes) -> None:
    """See that the text is in a file of a format, and is nothing but text."""
    match kind:
        case "docx":
            _word(data)
        case "sqlite":
            _database(data)
        case "pdf":
            assert not re.search(rb"/(JavaScript|JS|Launch|EmbeddedFile|OpenAction|AA|SubmitForm)\b", data)
        case _:
            text = data.decode("utf-8")
            assert MARK in text or kind == "names"
            assert not UNPRINTABLE.search(text.replace("\f", "").removeprefix("\ufeff"))
            if kind in _TEXTUAL:
                _TEXTUAL[kind](text)


def _word(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    assert MARK.encode() in parts["word/document.xml"]
    for name, part in parts.items():
        assert b"<!" not in part
        if name.endswith((".xml", ".rels")):
            root = ET.fromstring(part)  # noqa: S314  what we wrote
            codes = [node.text or "" for node in root.iter() if node.tag.endswith("}instrText")]
            assert not re.search("DDE|INCLUDE", " ".join(codes))
            targets = [node.get("Target", "") for node in root.iter() if node.get("TargetMode") == "External"]
            assert all(re.match("https?://|mailto:|[^:]*$", target) for target in targets)


def _database(data: bytes) -> None:
    database = sqlite3.connect(":memory:")
    database.deserialize(data)
    ((count,),) = database.execute("SELECT count(*) FROM points WHERE statement LIKE ?", [f"%{MARK}"]).fetchall()
    database.close()
    assert count > 5


def _markdown(text: str) -> None:
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    tags = set(re.findall(r"<([a-z0-9]+)", html))
    own = "p h1 h2 h3 h4 h5 em strong a ul ol li table thead tbody tr th td br blockquote pre code hr span s".split()
    assert tags <= {*own}
    assert not re.search(r'(?i)(href|src)="(javascript|data|file|vbscript):', html)


def _csv(text: str) -> None:
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in cells)


def _mermaid(text: str) -> None:
    assert "<script" not in text
    assert "click" not in text


_TEXTUAL: dict[str, Callable[[str], object]] = {
    "markdown": _markdown, "csv": _csv, "json": json.loads, "mermaid": _mermaid,
}  # fmt: skip


BIG = {
    "a paragraph of 1 MB": ("word " * 200_000, "too-long"),
    "a word of 1 MB": ("x" * 1_000_000, "too-long"),
    "lists 20 deep": ("\n".join("  " * i + f"- item {i}" for i in range(20)), "unsupported-markup"),
    "3,000 notes": (
        " ".join(f"a[^{i}]" for i in range(3000)) + "\n\n" + "\n\n".join(f"[^{i}]: Note {i}." for i in range(3000)),
        "too-long",
    ),
    "1,000 notes": (
        " ".join(f"a[^{i}]" for i in range(1000)) + "\n\n" + "\n\n".join(f"[^{i}]: N{i}z" for i in range(1000)),
        "N999z",
    ),
    "a table of 40 columns": (
        "| " + " | ".join(f"h{i}" for i in range(40)) + " |\n|" + "---|" * 40 + "\n| "
        + " | ".join(f"c{i}z" for i in range(40)) + " |",
        "c39z",
    ),
    "a paragraph as long as may be": ("word " * 7_990 + "endz", "endz"),
    "lists 8 deep": ("\n".join("  " * i + f"- item{i}z" for i in range(8)), "item7z"),
}  # fmt: skip
"""What is large, and the rule that refuses it by name or the last word of it."""


def large(good: Path, text: str) -> None:
    """Put a text into the detail of a point."""
    path = good / "estia.yaml"
    line = "        Two thirds of the trade of Norland pass through Estia.[@lund-2018, p. 12]\n"
    said = path.read_text(encoding="utf-8")
    assert line in said
    inside = "".join(f"        {one}\n" if one else "\n" for one in text.split("\n"))
    path.write_text(said.replace(line, inside), encoding="utf-8")


@pytest.mark.parametrize("name", [name for name, (_, expected) in BIG.items() if not expected.endswith("z")])
def test_what_is_too_large_is_refused_by_name(good: Path, name: str) -> None:
    text, expected = BIG[name]
    large(good, text)
    result = run("export estia", good)

    assert (result.exit_code, result.stdout) == (1, "")
    assert f"error[{expected}]" in result.stderr


@pytest.mark.parametrize("name", [name for name, (_, expected) in BIG.items() if expected.endswith("z")])
@pytest.mark.parametrize("format", ["markdown", "text", "json"])
def test_what_is_large_is_whole(good: Path, name: str, format: str) -> None:  # noqa: A002
    text, expected = BIG[name]
    large(good, text)
    result = run(f"export estia -f {format}", good)

    assert result.exit_code == 0, result.stderr
    assert re.search(rf"\b{expected}", result.stdout)
