"""PDF files read back: what is tagged as what in its order, by poppler; pages, links and outline by pypdf."""

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import pypdf
import pytest

poppler = pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler-utils is not installed")


class Tagged(NamedTuple):
    """The words of the document without those of its notes, and the words of each note, in the order of the tags."""

    text: list[str]
    notes: list[list[str]]


def words(text: str) -> list[str]:
    """Return the words of a text; pages of references are none."""
    return re.findall(r"\w+", unquote(re.sub(r",\s*p\.\s*\w+", "", text)))


def tagged(pdf: bytes, folder: Path) -> Tagged:
    """Read a tagged file as somebody hears it: what is no part of the text, such as running heads, is left out."""
    path = folder / "tagged.pdf"
    path.write_bytes(pdf)
    found = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, check=True)
    text, notes = "", dict[int, str]()
    before: tuple[int, ...] = ()
    for holder, note, said in _pieces(found.stdout.decode("utf-8", "replace")):
        piece = said if before == holder else f" {said}"
        if note:
            notes[note] = notes.get(note, "") + piece
        else:
            text += piece
        before = holder
    return Tagged(words(text), [words(note) for note in notes.values()])


def _pieces(printed: str) -> Iterator[tuple[tuple[int, ...], int, str]]:
    """Yield each stretch of text with the blocks that hold it, and the note that it is of, as lines of what is read."""
    opened: list[tuple[int, str, int]] = []
    for number, line in enumerate(printed.splitlines(), 1):
        indent, said = len(line) - len(line.lstrip()), line.strip()
        while opened and opened[-1][0] >= indent:
            opened.pop()
        if said.startswith('"'):
            if not any(name == "Lbl" for _, name, _ in opened):
                blocks = tuple(place for _, name, place in opened if name != "inline")
                yield blocks, next((place for _, name, place in opened if name == "Note"), 0), said[1:-1]
        elif said and not said.startswith(("Object", "/")):
            name = said.split()[0].rstrip(":")
            opened.append((indent, name if name in ("Note", "Lbl") or "(inline)" not in said else "inline", number))


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page, with single blanks."""
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    """Return width and height of each page in points."""
    return [
        (round(page.mediabox.width), round(page.mediabox.height)) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages
    ]


def outline(pdf: bytes) -> list[tuple[int, str]]:
    """Return level and words of each entry of the outline."""
    return [(level, " ".join(str(entry.title).split())) for level, entry in entries(pypdf.PdfReader(io.BytesIO(pdf)))]


def entries(reader: pypdf.PdfReader) -> Iterator[tuple[int, pypdf.generic.Destination]]:
    """Yield level and destination of each entry of the outline."""

    def walk(given: object, level: int) -> Iterator[tuple[int, pypdf.generic.Destination]]:
        if isinstance(given, pypdf.generic.Destination):
            yield level, given
        elif isinstance(given, list):
            for inner in given:
                yield from walk(inner, level + 1)

    return walk(reader.outline, 0)


def alternatives(pdf: bytes) -> set[str]:
    """Return what is said of parts that are to be seen."""
    found: set[str] = set()

    def walk(given: object) -> None:
        if isinstance(given, pypdf.generic.IndirectObject):
            given = given.get_object()
        if isinstance(given, list):
            for inner in given:
                walk(inner)
        elif isinstance(given, dict):
            found.update(str(given[key]) for key in ("/Alt",) if key in given)
            walk(given.get("/K"))

    walk(pypdf.PdfReader(io.BytesIO(pdf)).root_object["/StructTreeRoot"])
    return found


def links(pdf: bytes) -> tuple[list[str], int]:
    """Return the addresses of links that lead out, and how many lead to a place inside."""
    out, inside = [], 0
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        for annotation in page.get("/Annots", []):
            action = annotation.get_object().get("/A", {})
            if "/URI" in action:
                out.append(str(action["/URI"]))
            else:
                inside += 1
    return out, inside


def standards(pdf: bytes) -> set[str]:
    """Return what a file says that it is: tagged, PDF/A-2a, PDF/UA-1, and its language."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    catalog = reader.root_object
    metadata = catalog["/Metadata"].get_object()
    assert isinstance(metadata, pypdf.generic.StreamObject)
    xmp = metadata.get_data().decode()
    part = re.search(r"pdfaid:part>(\d)<.*?pdfaid:conformance>(\w)<", xmp, re.S)
    found = {f"language {catalog.get('/Lang')}"}
    if catalog.get("/MarkInfo", {}).get("/Marked"):
        found.add("tagged")
    if part:
        found.add(f"PDF/A-{part[1]}{part[2].lower()}")
    if re.search(r"pdfuaid:part>1<", xmp):
        found.add("PDF/UA-1")
    return found
