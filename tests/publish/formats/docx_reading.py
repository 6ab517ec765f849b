"""Reads Word files back: their parts as XML, and what pandoc makes of them, beside what it makes of the Markdown."""

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

import pypandoc  # type: ignore[import-untyped]

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.docx import write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
META = b.Meta("Title", "Subtitle", ("Ann Lee",), "2015-03", "en")


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def part(data: bytes, name: str) -> ET.Element:
    """Return a part as XML."""
    return ET.fromstring(parts(data)[name])  # noqa: S314  what we wrote ourselves


def chapter(*blocks: b.Block, **others: Any) -> b.Chapter:
    """Return a chapter with a title."""
    return b.Chapter("c", blocks, **{"title": b.text("Chapter"), **others})


def written(*blocks: b.Block, **others: Any) -> bytes:
    """Write blocks as the one chapter of a document."""
    return write(b.Document(META, (chapter(*blocks, **others),)))


def body(data: bytes) -> ET.Element:
    """Return the body of the main text."""
    found = part(data, "word/document.xml").find(f"{W}body")
    assert found is not None
    return found


def styled(root: ET.Element) -> list[tuple[str, str]]:
    """Return the style and the text of each paragraph that has text."""
    found = []
    for paragraph in root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        text = "".join(one.text or "" for one in paragraph.iter(f"{W}t"))
        if text:
            found.append(("" if style is None else style.get(f"{W}val", ""), text))
    return found


def pandoc(text: bytes, dialect: str) -> list[Any]:
    """Return the blocks that pandoc reads."""
    command = [pypandoc.get_pandoc_path(), "-f", dialect, "-t", "json"]
    blocks: list[Any] = json.loads(subprocess.run(command, input=text, capture_output=True, check=True).stdout)[
        "blocks"
    ]
    return blocks


def find(tree: Any, kind: str) -> Iterator[Any]:
    """Yield what all elements of a kind hold, in order."""
    if isinstance(tree, dict):
        if tree.get("t") == kind:
            yield tree["c"]
        for value in tree.values():
            yield from find(value, kind)
    elif isinstance(tree, list):
        for value in tree:
            yield from find(value, kind)


def said(tree: Any) -> str:
    """Return the text in a part of pandoc's tree, without notes; what is no letter stays as it is."""
    if isinstance(tree, list):
        return "".join(map(said, tree))
    if not isinstance(tree, dict):
        return ""
    kind, inner = tree.get("t"), tree.get("c", [])
    if kind == "Str":
        return str(inner)
    if kind in ("Note", "Math", "RawInline", "RawBlock"):
        return ""
    if kind in ("Code", "CodeBlock"):
        return str(inner[-1])
    if kind in ("Para", "Plain", "Header", "Cell"):
        return f"{said(inner)}\n"
    return " " if kind in ("Space", "SoftBreak", "LineBreak") else said(inner)


def words(tree: Any) -> list[str]:
    """Return the words of a part of pandoc's tree."""
    return re.findall(r"\w+", said(tree))


def without_styles(blocks: Any, *dropped: str) -> Any:
    """Return pandoc's tree without paragraphs of some styles, and without the boxes that say the style."""
    if isinstance(blocks, dict):
        return {key: without_styles(value, *dropped) for key, value in blocks.items()}
    if not isinstance(blocks, list):
        return blocks
    found: list[Any] = []
    for block in blocks:
        if isinstance(block, dict) and block.get("t") in ("Div", "Span"):
            (_, _, named), inner = block["c"]
            style = dict(named).get("custom-style")
            if style is not None:
                found += [] if style in dropped else without_styles(inner, *dropped)
                continue
        found.append(without_styles(block, *dropped))
    return found
