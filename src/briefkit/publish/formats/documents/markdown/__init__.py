"""GitHub-flavored Markdown that pandoc reads the same way.

A paragraph is one line. Notes are footnotes, their definitions at the end of their chapter. A document
of several chapters has contents after its first, the title page. Cross-references lead to
the address that GitHub gives a heading; where pandoc would give another, the heading carries that address as a span,
which GitHub drops. Text that looks like markup is escaped.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefkit.document import blocks as b
from briefkit.publish.format import Format, Options
from briefkit.publish.formats.documents.markdown import inline, table
from briefkit.publish.formats.documents.markdown.inline import Names
from briefkit.publish.formats.documents.markdown.slugs import slugs
from briefkit.text.dates import parse_date

_BETWEEN_LISTS = "<!-- -->"
"""Keeps two lists apart that would be one."""


@dataclass(frozen=True, slots=True)
class MarkdownOptions(Options):
    """`front_matter` puts what the document says of itself into YAML."""

    front_matter: bool = False


def write(document: b.Document, options: MarkdownOptions) -> str:
    """Return the document as Markdown, ended by one line feed.

    `front_matter` puts title, authors, date and language into YAML; a single chapter then has no heading of level 1.
    Raises TypeError for citations and notes that have not been resolved.
    """
    chapters = document.chapters
    if options.front_matter and len(chapters) == 1:
        chapters = (_without_title(chapters[0], document.meta),)
    if len(chapters) > 2:
        chapters = (chapters[0], _contents(chapters[1:]), *chapters[1:])
    addresses = slugs(chapters)
    referenced = set(_referenced(chapters))
    parts = [_front_matter(document.meta)] if options.front_matter else []
    for number, chapter in enumerate(chapters, 1):
        names = Names(f"{number}-" if len(chapters) > 1 else "", addresses, referenced)
        parts += ["\n".join(lines) for lines in _chapter(chapter, names)]
    return "\n\n".join(parts) + "\n"


def _contents(chapters: Sequence[b.Chapter]) -> b.Chapter:
    """Return a chapter with a link to each of the others."""
    heads = [chapter.blocks[0] for chapter in chapters if chapter.blocks]
    links = [b.CrossReference(head.children, head.anchor) for head in heads if isinstance(head, b.Heading)]
    items = tuple((b.Paragraph((link,)),) for link in links)
    return b.Chapter("contents", (b.Heading(1, (b.Text("Contents"),), "contents"), b.BulletList(items)))


def _without_title(chapter: b.Chapter, meta: b.Meta) -> b.Chapter:
    """Return the chapter without its title, and without a byline that says no more than the front matter."""
    blocks = chapter.blocks
    if blocks and isinstance(blocks[0], b.Heading) and blocks[0].level == 1:
        blocks = blocks[1:]
        byline = " · ".join(filter(None, ("; ".join(meta.authors), meta.date and parse_date(meta.date).words())))
        if blocks and isinstance(blocks[0], b.Paragraph) and b.plain(blocks[0].children) == byline:
            blocks = blocks[1:]
    return replace(chapter, blocks=blocks)


def _front_matter(meta: b.Meta) -> str:
    """Return the meta data as YAML. JSON strings are YAML; pandoc reads them as Markdown, so they are escaped."""
    lines = ["---", f"title: {_quoted(meta.title)}"]
    if meta.subtitle:
        lines.append(f"subtitle: {_quoted(meta.subtitle)}")
    if meta.authors:
        lines += ["author:", *(f"  - {_quoted(author)}" for author in meta.authors)]
    if meta.date:
        lines.append(f"date: {_quoted(meta.date)}")
    return "\n".join([*lines, f"lang: {_quoted(meta.language)}", "---"])


def _quoted(text: str) -> str:
    return json.dumps(inline.write(b.text(text), Names()), ensure_ascii=False)


def _referenced(part: object) -> Iterator[str]:
    """Yield the anchors to which cross-references anywhere in a part lead."""
    if isinstance(part, tuple):
        for child in part:
            yield from _referenced(child)
    elif isinstance(part, b.CrossReference):
        yield part.anchor
    else:
        for name in getattr(type(part), "__slots__", ()):
            yield from _referenced(getattr(part, name))


def _chapter(chapter: b.Chapter, names: Names) -> Iterator[list[str]]:
    """Yield the parts of a chapter as lines, then its notes."""
    yield from _parts(chapter.blocks, names)
    for note in chapter.notes:
        yield _hanging(f"[^{names.notes}{note.number}]: ", "    ", _lines(note.blocks, names))


def _lines(blocks: b.Blocks, names: Names, *, tight: bool = False) -> list[str]:
    lines: list[str] = []
    for part in _parts(blocks, names):
        lines += ["", *part] if lines and not tight else part
    return lines


def _parts(blocks: b.Blocks, names: Names) -> Iterator[list[str]]:
    """Yield each block that says something as lines."""
    before: b.Block | None = None
    for block in blocks:
        if lines := _block(block, names):
            if before and _is_bulleted(before) == _is_bulleted(block) is not None:
                yield [_BETWEEN_LISTS]
            yield lines
            before = block


def _is_bulleted(block: b.Block) -> bool | None:
    """Tell whether a list has bullets or numbers; None for other blocks."""
    match block:
        case b.BulletList() | b.DefinitionList():
            return True
        case b.OrderedList():
            return False
        case _:
            return None


def _block(block: b.Block, names: Names) -> list[str]:
    match block:
        case b.Heading():
            return _heading(block, names)
        case b.Paragraph(children):
            return _paragraph(children, names)
        case b.BulletList(items):
            return _list(items, "- ", names)
        case b.OrderedList(items, start):
            return _list(items, start, names)
        case b.DefinitionList(items):
            return _list([_definition(term, said) for term, said in items], "- ", names)
        case b.Quote(inner):
            return _hanging("> ", "> ", _lines(inner, names))
        case b.Aside(title, inner):
            return _hanging("> ", "> ", _lines((b.Paragraph((b.Strong(title),)), *inner), names))
        case b.Table():
            return table.lines(block, names)
        case b.Preformatted(text):
            return _fenced(text)
        case b.Divider():
            return ["***"]
        case b.PageBreak():
            return []


def _heading(block: b.Heading, names: Names) -> list[str]:
    text = inline.write(block.children, names, "heading")
    slug = names.slugs.get(block.anchor)
    if slug and not slug.own and block.anchor in names.referenced:
        text = f'<span id="{slug.text}"></span>{text}'
    return [f"{'#' * min(block.level, 6)} {text}"] if text else []


def _paragraph(children: b.Inlines, names: Names) -> list[str]:
    text = inline.write(children, names)
    return text.split("\n") if text else []


def _list(items: Sequence[b.Blocks], marker: str | int, names: Names) -> list[str]:
    """Return a list with bullets, or numbered from a number."""
    tight = all(_is_tight(item) for item in items)
    lines: list[str] = []
    for item in items:
        inner = _lines(item, names, tight=tight)
        if not inner:
            continue
        first = marker if isinstance(marker, str) else f"{marker}. "
        if isinstance(marker, int):
            marker += 1
        lines += [""] if lines and not tight else []
        lines += _hanging(first, " " * len(first), inner)
    return lines


def _is_tight(item: b.Blocks) -> bool:
    """Tell whether an item is a paragraph, or one with a list of such items right below it."""
    match item:
        case (b.Paragraph(),):
            return True
        case (b.Paragraph(), b.BulletList(items) | b.OrderedList(items, 1)):  # from 2 it would be part of the paragraph
            return all(_is_tight(inner) for inner in items)
        case _:
            return False


def _definition(term: b.Inlines, said: b.Blocks) -> b.Blocks:
    """Return a term and what is said of it as the blocks of an item."""
    match said:
        case (b.Paragraph(children), *others):
            return (b.Paragraph((b.Strong(term), b.Text(": "), *children)), *others)
        case _:
            return (b.Paragraph((b.Strong(term),)), *said)


def _fenced(text: str) -> list[str]:
    fence = "```"
    while fence in text:
        fence += "`"
    return [fence, *(line.rstrip() for line in text.split("\n")), fence]


def _hanging(first: str, rest: str, lines: Sequence[str]) -> list[str]:
    """Return lines behind a marker; empty lines get the marker without the blanks at its end."""
    return [f"{rest if i else first}{line}".rstrip() for i, line in enumerate(lines)]


FORMAT = Format("markdown", ".md", write, MarkdownOptions)
