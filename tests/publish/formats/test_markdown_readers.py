"""The Markdown in programs that people publish with: every link leads somewhere, no id stands twice."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from markdown_pages import FOUNDING, dead, documents, doubled, page

from briefkit import api
from briefkit.library import open_library

ROOT = Path(__file__).parents[3]
NODE_MODULES = ROOT / "node_modules"

pytestmark = pytest.mark.external


def needs(*programs: str) -> None:
    """Skip the test, saying why, where a program is absent."""
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not there")


def needs_package(name: str) -> None:
    if shutil.which("node") is None or not (NODE_MODULES / name).is_dir():
        pytest.skip(f"{name} is not there: needs node and `npm install --no-save {name}`")


def test_cmark_gfm_with_the_ids_of_github() -> None:
    needs("cmark-gfm")
    needs_package("github-slugger")
    extensions = (part for name in ("table", "footnotes", "strikethrough", "autolink") for part in ("-e", name))
    command = ["cmark-gfm", "--unsafe", *extensions]
    pages = {
        name: page(subprocess.run(command, input=text, capture_output=True, check=True, encoding="utf-8").stdout)
        for name, text in documents().items()
    }
    slugger = subprocess.run(
        ["node", str(Path(__file__).with_name("github_slugs.mjs"))],
        input=json.dumps([found.headings for found in pages.values()]),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    for found, ids in zip(pages.values(), json.loads(slugger.stdout), strict=True):
        found.ids.extend(ids)

    assert dead(pages) == []
    assert {name: twice for name, found in pages.items() if (twice := doubled(found.ids))} == {}


def mystmd(folder: Path) -> tuple[dict[str, list[dict[str, Any]]], str]:
    """Build the site of a folder. Return the nodes of each page, and what was told."""
    needs_package("mystmd")
    template = folder / "template"
    template.mkdir()
    (template / "template.yml").write_text('version: "1"\nmyst: v1\nkind: site\n', encoding="utf-8")
    project = "version: 1\nproject: {}\nsite:\n  template: ./template\n"
    (folder / "myst.yml").write_text(project, encoding="utf-8")
    (folder / "index.md").write_text("# Index\n", encoding="utf-8")
    command = [str(NODE_MODULES / ".bin" / "myst"), "build", "--site", "--ci"]
    told = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", cwd=folder, timeout=300)
    content = folder / "_build" / "site" / "content"
    pages = {
        path.stem: list(nodes(json.loads(path.read_text(encoding="utf-8"))["mdast"])) for path in content.iterdir()
    }
    return pages, told.stdout + told.stderr


def nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield every node of a tree."""
    if isinstance(tree, dict):
        yield tree
    for child in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from nodes(child)


def test_mystmd(tmp_path: Path) -> None:
    """Of a link that it finds it makes a cross-reference.

    What a heading tells of its address may make the id that mystmd has given the heading; then both stand there.
    """
    for name, text in documents().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    pages, _ = mystmd(tmp_path)

    assert len(pages) == len(documents()) + 1
    found = [node for nodes_of_page in pages.values() for node in nodes_of_page]
    links = [str(node["url"]) for node in found if node.get("type") == "link"]
    assert [link for link in links if "#" in link and ":" not in link] == []
    references = [node for node in found if node.get("type") == "crossReference"]
    assert [node for node in references if not node.get("resolved")] == []
    assert len(references) > 1000
    for name, here in pages.items():
        told = {id(span) for node in here if node.get("type") == "heading" for span in nodes(node) if span is not node}
        places = [node for node in here if node.get("type") != "crossReference" and id(node) not in told]
        ids = [node["html_id"] for node in places if "html_id" in node]
        assert (name, doubled(ids)) == (name, [])


def test_mystmd_takes_the_front_matter(tmp_path: Path) -> None:
    library = open_library(FOUNDING)
    for name in library.names:
        text = str(api.export(library, name, front_matter=True))
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    book = str(api.render(api.volume(library).document, "markdown", front_matter=True))
    (tmp_path / "volume.md").write_text(book, encoding="utf-8")
    _, told = mystmd(tmp_path)

    assert "Built" in told
    assert [line for line in told.splitlines() if "frontmatter" in line or "'date'" in line] == []


def test_sphinx(tmp_path: Path) -> None:
    """Its extension MyST finds headings when it is told to: `myst_heading_anchors`."""
    needs("sphinx-build")
    source, built = tmp_path / "source", tmp_path / "built"
    source.mkdir()
    settings = 'extensions = ["myst_parser"]\nmyst_heading_anchors = 6\nhtml_theme = "basic"\n'
    (source / "conf.py").write_text(settings, encoding="utf-8")
    names = [name.removesuffix(".md") for name in documents()]
    index = "\n".join(["# Index", "", "```{toctree}", *names, "```", ""])
    (source / "index.md").write_text(index, encoding="utf-8")
    for name, text in documents().items():
        (source / name).write_text(text, encoding="utf-8")
    command = ["sphinx-build", "-q", "-b", "html", str(source), str(built)]
    told = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", timeout=300).stderr

    assert told == ""
    pages = {f"{name}.html": page((built / f"{name}.html").read_text(encoding="utf-8")) for name in names}
    within = {
        name: found._replace(links=[link for link in found.links if "#" in link]) for name, found in pages.items()
    }
    assert dead(within) == []
    assert {name: twice for name, found in pages.items() if (twice := doubled(found.ids))} == {}
