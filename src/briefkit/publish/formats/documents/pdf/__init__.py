"""PDF by Typst: tagged, with outline, running heads, contents and notes, in designs of our own.

The templates are package data and get the document as JSON; text is a value in it and never read as markup.
"""

import json
import os
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from briefkit.document import blocks as b
from briefkit.document import walk
from briefkit.publish.format import Format, Options
from briefkit.publish.formats.documents.pdf import glance, looks, setting, tree
from briefkit.publish.formats.documents.pdf.language import language_of
from briefkit.text.dates import parse_date
from briefkit.text.errors import UsageError
from briefkit.text.suggest import unknown

DESIGNS = ("brief", "book", "poster", "plain")
PAPERS = ("a4", "us-letter")

_OWN_PAPER = {"book": "a book is 6 × 9 in", "poster": "a poster is A3"}
_WHITE = re.compile("[\t\v\f\r\x85\u2028\u2029]")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]")
_ENGLISH = {"language": "en", "region": ""}


@dataclass(frozen=True, slots=True)
class PdfOptions(Options):
    """`design` and `paper` by name, the fitting ones if empty; `font_path` are folders of more fonts."""

    design: str = ""
    paper: str = ""
    font_path: tuple[Path, ...] = ()


def write(document: b.Document, options: PdfOptions) -> bytes:
    """Return the document as PDF, the same bytes each time.

    Raises UsageError for an unknown design or paper, for a design that does not suit the document, without typst, for
    a picture that cannot be read, for a typeface that is not found, and for characters that no font has.
    """
    if options.design and options.design not in DESIGNS:
        raise unknown("design", options.design, DESIGNS)
    if options.paper and options.paper not in PAPERS:
        raise unknown("paper", options.paper, PAPERS)
    design = options.design or _suited(document)
    if why := _unsuited(design, document):
        raise UsageError(why, hint="leave out --design to have the one that suits the document")
    if options.paper and design in _OWN_PAPER:
        raise UsageError(f"--paper says nothing here: {_OWN_PAPER[design]}", hint="leave it out, or name a --design")
    date = _date(document.meta.date)
    pictures: dict[str, bytes] = {}
    data = {
        "document.json": _json(_data(document, design, options.paper or document.look.paper or "a4", date, pictures))
    }
    data["look.json"] = _json(looks.data(document.look, pictures))
    fonts = setting.Wanted(options.font_path, document.look.fonts, looks.families(document.look))
    return setting.compiled(design, data, pictures, date, fonts)


def _suited(document: b.Document) -> str:
    """Return the design of a document for which none was named."""
    if len(document.chapters) > 1:
        return "book"
    return "brief" if glance.is_brief(document) else "plain"


def _unsuited(design: str, document: b.Document) -> str:
    """Return why a design does not suit a document; empty if it does."""
    match design:
        case "brief" if not glance.is_brief(document):
            return "the design brief is for one brief"
        case "poster":
            return _no_poster(document)
        case _:
            return ""


def _no_poster(document: b.Document) -> str:
    match document.chapters:
        case (b.Chapter(blocks=(b.Table(wide=True), *_)) as chapter,):
            return "a poster has no room for notes" if chapter.notes else ""
        case _:
            return "the design poster is for a comparison of briefs"


def _data(
    document: b.Document, design: str, paper: str, date: datetime | None, pictures: dict[str, bytes]
) -> Mapping[str, tree.Data]:
    meta = document.meta
    title = meta.title or next((b.plain(one.title) for one in document.chapters if one.title), "") or "Untitled"
    return {
        "meta": {
            "title": title,
            "subtitle": meta.subtitle,
            "authors": [*meta.authors],
            "description": meta.description or None,
            "keywords": [*meta.keywords],
            "language": language_of(meta.language) or _ENGLISH,
            "date": {"year": date.year, "month": date.month, "day": date.day} if date else None,
        },
        "foot": " · ".join(filter(None, (", ".join(meta.authors), _words(meta.date)))),
        "date": _words(meta.date),
        "shorts": _shorts(document),
        "glance": glance.glance(document) if design == "brief" else None,
        "paper": paper,
        "chapters": [*tree.chapters(document, pictures)],
    }


def _cleaned(data: tree.Data) -> tree.Data:
    """Return data without signs that are no text: controls but line feeds, halves of signs, overrides of direction."""
    match data:
        case str():
            return _clean(data)
        case Mapping():
            return {_clean(key): _cleaned(value) for key, value in data.items()}
        case Sequence():
            return [_cleaned(value) for value in data]
        case _:
            return data


def _json(data: tree.Data) -> bytes:
    return json.dumps(_cleaned(data), ensure_ascii=False).encode()


def _clean(text: str) -> str:
    return text if text.isprintable() else _NO_TEXT.sub("", _WHITE.sub(" ", text))


def _shorts(document: b.Document) -> dict[str, tree.Data]:
    """Return what running heads call a heading, by its anchor, where they do not repeat it as it is."""
    heads = [head for chapter in document.chapters for head in walk.headings(chapter) if head.anchor]
    named = {head.anchor: head.short or head.children for head in heads if head.short or tree.leads(head.children)}
    return {anchor: b.plain(words) for anchor, words in named.items()}


def _words(date: str) -> str:
    with suppress(ValueError):  # the date of a document may be words
        return parse_date(date).words()
    return date


def _date(date: str) -> datetime | None:
    """Return $SOURCE_DATE_EPOCH, or else the date of the document, its first day for an unknown one."""
    with suppress(ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "")), UTC)
    with suppress(ValueError):
        found = parse_date(date)
        return datetime(found.year, found.month or 1, found.day or 1, tzinfo=UTC)
    return None


FORMAT = Format("pdf", ".pdf", write, PdfOptions)
