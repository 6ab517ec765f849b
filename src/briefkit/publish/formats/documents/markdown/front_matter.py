"""What a document says of itself, as YAML that pandoc and mystmd both take.

mystmd takes no date that is not of a whole day, and does not know `lang`. So other dates stay in the text, where they
are in words, and the language is given only where it is not English, which pandoc takes for granted.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefkit.document import blocks as b
from briefkit.document import walk
from briefkit.publish.formats.documents.markdown import inline
from briefkit.publish.formats.documents.markdown.inline import Names
from briefkit.text.dates import parse_date


def abstract(document: b.Document) -> b.Blocks:
    """Return the summary of a document of one chapter; none if it has notes, which the front matter would lose."""
    for block in document.chapters[0].blocks if len(document.chapters) == 1 else ():
        if isinstance(block, b.Section) and block.role == "summary":
            inlines = (one for run in walk.runs(block.blocks) for one in walk.inlines(run))
            return () if any(isinstance(one, b.NoteMark) for one in inlines) else block.blocks
    return ()


def without(document: b.Document) -> Sequence[b.Chapter]:
    """Return the chapters without what the front matter says: the title, and authors, date and summary of a brief.

    A title page keeps its names, because it says what they have done.
    """
    if len(document.chapters) != 1:
        return tuple(map(_untitled, document.chapters))
    (chapter,) = document.chapters
    blocks = tuple(_kept(chapter.blocks, document.meta, is_told=bool(abstract(document))))
    return (replace(chapter, title=(), blocks=blocks),)


def _untitled(chapter: b.Chapter) -> b.Chapter:
    match chapter.blocks:
        case (b.Section("title-page", inner) as page, *others):
            said = tuple(block for block in inner if not (isinstance(block, b.Paragraph) and block.role == "subtitle"))
            return replace(chapter, title=(), blocks=(replace(page, blocks=said), *others))
        case _:
            return chapter


def _kept(blocks: b.Blocks, meta: b.Meta, *, is_told: bool) -> Iterator[b.Block]:
    for block in blocks:
        match block:
            case b.Section("byline", inner):
                yield replace(block, blocks=tuple(_kept(inner, meta, is_told=is_told)))
            case b.Paragraph(role="authors"):
                yield replace(block, children=_byline(meta))
            case b.Section("summary") if is_told:
                pass
            case _:
                yield block


def write(meta: b.Meta, abstract: Sequence[str]) -> str:
    """Return the meta data as YAML. JSON strings are YAML; pandoc reads them as Markdown, so they are escaped."""
    lines = ["---", f"title: {_quoted(meta.title)}"]
    if meta.subtitle:
        lines.append(f"subtitle: {_quoted(meta.subtitle)}")
    if meta.authors:
        lines += ["author:", *(f"  - {_quoted(author)}" for author in meta.authors)]
    if _is_day(meta.date):
        lines.append(f"date: {_quoted(meta.date)}")
    if meta.language.partition("-")[0] != "en":
        lines.append(f"lang: {_quoted(meta.language)}")
    if abstract:
        lines += ["abstract: |", *(f"  {line}".rstrip() for line in abstract)]
    return "\n".join([*lines, "---"])


def _is_day(date: str) -> bool:
    return date.count("-") == 2


def _byline(meta: b.Meta) -> b.Inlines:
    """Return where the authors work, and the date if it is not that of a day."""
    places = list(dict.fromkeys(meta.affiliations))
    if len(places) > 1:
        people = zip(meta.authors, meta.affiliations, strict=True)
        places = ["; ".join(f"{name}, {place}" if place else name for name, place in people)]
    date = "" if _is_day(meta.date) or not meta.date else parse_date(meta.date).words()
    return b.text(" · ".join(filter(None, (*places, date))))


def _quoted(text: str) -> str:
    return json.dumps(inline.write(b.text(text), Names()), ensure_ascii=False)
