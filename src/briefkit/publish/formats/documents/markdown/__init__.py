"""GitHub-flavored Markdown that pandoc, mystmd and Sphinx read the same way.

A paragraph is one line. Notes are footnotes, their definitions at the end of their chapter; readers gather them at the
end of the document. Cross-references lead to the address that GitHub gives a heading. Text that looks like markup is
escaped.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from briefkit.document import blocks as b
from briefkit.document import walk
from briefkit.document.charts import as_table, sourced
from briefkit.publish.format import Format, Options
from briefkit.publish.formats.documents.markdown import figures, front_matter, inline, table
from briefkit.publish.formats.documents.markdown.inline import Names
from briefkit.publish.formats.documents.markdown.slugs import points, slugs

_BOXED: frozenset[b.SectionRole] = frozenset({"summary"})
"""The sections that stand beside the argument; of the others only the blocks are seen."""

_BETWEEN_LISTS = "<!-- -->"
"""Keeps two lists apart that would be one."""


@dataclass(frozen=True, slots=True)
class MarkdownOptions(Options):
    """`front_matter` puts what the document says of itself into YAML."""

    front_matter: bool = False


def write(document: b.Document, options: MarkdownOptions) -> str:
    """Return the document as Markdown, ended by one line feed.

    `front_matter` puts what the document says of itself into YAML; the text then does not say it again.
    """
    document = replace(document, chapters=tuple(c for c in document.chapters if not _is_half_title(c)))
    chapters: Sequence[b.Chapter] = document.chapters
    if options.front_matter:
        chapters = front_matter.without(document)
    chapters = [replace(chapter, blocks=_filled(chapter.blocks, chapters[i:])) for i, chapter in enumerate(chapters)]
    addresses = slugs(chapters)
    linked = (*_referenced(chapters), *(anchor for chapter in chapters for anchor in points(chapter.blocks)))
    targets = {addresses[anchor].text for anchor in linked if anchor in addresses}
    parts = []
    if options.front_matter:
        abstract = _lines(front_matter.abstract(document), Names("", addresses, targets))
        parts.append(front_matter.write(document.meta, abstract))
    for chapter in chapters:
        names = Names(
            f"{quote(chapter.anchor, errors='surrogateescape')}-" if len(chapters) > 1 else "", addresses, targets
        )
        parts += ["\n".join(lines) for lines in _chapter(chapter, names)]
    return "\n\n".join(parts) + "\n"


def _is_half_title(chapter: b.Chapter) -> bool:
    """Tell whether a chapter is a page that only a printed book has."""
    return any(isinstance(block, b.Section) and block.role == "half-title" for block in chapter.blocks)


def _filled(blocks: b.Blocks, chapters: Sequence[b.Chapter]) -> b.Blocks:
    """Return blocks of the first of the chapters with links to headings in the place of contents."""
    filled = ((_contents(block, chapters) if isinstance(block, b.Contents) else (block,)) for block in blocks)
    return tuple(block for part in filled for block in part)


def _contents(contents: b.Contents, chapters: Sequence[b.Chapter]) -> b.Blocks:
    if not (heads := walk.listed(contents, chapters, contents.on_screen)):
        return ()
    items = tuple((b.Paragraph((b.CrossReference(head.anchor, title=head.children),)),) for head in heads)
    return b.Heading(1 if contents.scope == "document" else 2, contents.title, contents.anchor), b.BulletList(items)


def _referenced(chapters: Sequence[b.Chapter]) -> Iterator[str]:
    """Yield the anchors to which cross-references lead."""
    for chapter in chapters:
        for blocks in (chapter.blocks, *(note.blocks for note in chapter.notes)):
            for run in walk.runs(blocks):
                for found in walk.inlines(run):
                    if isinstance(found, b.CrossReference):
                        yield found.anchor


def _chapter(chapter: b.Chapter, names: Names) -> Iterator[list[str]]:
    """Yield the parts of a chapter as lines, then its notes."""
    heading = (chapter.heading,) if chapter.heading else ()
    yield from _parts((*heading, *chapter.blocks), names)
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
    for block in walk.opened(blocks, _BOXED):
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
        case b.Section(_, inner, title):
            return _hanging("> ", "> ", _lines((b.Paragraph((b.Strong(title),)), *inner), names))
        case b.Table() | b.Figure():
            return table.lines(block, names) if isinstance(block, b.Table) else _figure(block, names)
        case b.Preformatted(text):
            return _fenced(text)
        case b.Divider():
            return ["***"]
        case b.PageBreak() | b.Contents():
            return []


def _figure(figure: b.Figure, names: Names) -> list[str]:
    """Return the caption, the values as a table or the picture, and the source, each a paragraph."""
    lines = [inline.write(figures.caption(figure), names), ""]
    lines += table.lines(as_table(figure.chart), names) if figure.chart else [figures.picture(figure, names)]
    source = _lines(sourced(figure), names)
    return [*lines, "", *source] if source else lines


def _heading(block: b.Heading, names: Names) -> list[str]:
    text = inline.write(block.children, names, "heading")
    slug = names.slugs.get(block.anchor)
    if slug and slug.label and slug.text in names.targets:
        text = f'<span data-label="{slug.label}"></span>{text}'
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
