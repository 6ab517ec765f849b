"""Walking a document tree: sections opened, headings and runs of inlines in reading order."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TypeVar

from briefkit.document import blocks as b
from briefkit.document.cite import typeset
from briefkit.document.inlines import LEAVES, Leaf

_Old = TypeVar("_Old")
_New = TypeVar("_New")
_Change = Callable[[tuple[_Old, ...]], tuple[_New, ...]]
_OldBlocks = tuple[b.BlockOf[_Old], ...]
_NewBlocks = tuple[b.BlockOf[_New], ...]


def opened(blocks: b.Blocks, closed: Collection[b.SectionRole] = ()) -> Iterator[b.Block]:
    """Yield the blocks with those of sections in the place of the sections, but for sections of the `closed` roles.

    The title of an opened section is a paragraph before them.
    """
    for block in blocks:
        if isinstance(block, b.Section) and block.role not in closed:
            yield from opened(titled(block), closed)
        else:
            yield block


def titled(section: b.Section) -> b.Blocks:
    """Return the blocks of a section after its title as a paragraph, if it has one."""
    return (b.Paragraph((b.Strong(section.title),)), *section.blocks) if section.title else section.blocks


def headings(chapter: b.Chapter) -> Iterator[b.Heading]:
    """Yield the title of a chapter as a heading, then its other headings, those in quotations, too."""
    return (part for part in anchored(chapter) if isinstance(part, b.Heading))


def anchored(chapter: b.Chapter) -> Iterator[b.Heading | b.Figure]:
    """Yield the title of a chapter as a heading, then its other headings and its figures, those in quotations, too."""
    if chapter.heading:
        yield chapter.heading
    yield from _anchored(chapter.blocks)


def _anchored(blocks: b.Blocks) -> Iterator[b.Heading | b.Figure]:
    for block in blocks:
        match block:
            case b.Heading() | b.Figure():
                yield block
            case b.Quote() | b.Section():
                yield from _anchored(block.blocks)
            case _:
                pass


def anchors(chapters: Iterable[b.Chapter]) -> Iterator[str]:
    """Yield the anchors to which cross-references may lead: of chapters, headings and figures."""
    for chapter in chapters:
        yield chapter.anchor
        yield from (part.anchor for part in anchored(chapter) if part.anchor)


def listed(contents: b.Contents, chapters: Sequence[b.Chapter], depth: int) -> list[b.Heading]:
    """Return the headings down to a level that contents list which stand in the first of the chapters."""
    if contents.scope == "document":
        found = [heading for chapter in chapters[1:] for heading in headings(chapter)]
    else:
        blocks = chapters[0].blocks
        found = [part for part in _anchored(blocks[blocks.index(contents) :]) if isinstance(part, b.Heading)]
    return [heading for heading in found if heading.level <= depth]


def runs(blocks: b.SourceBlocks) -> Iterator[b.SourceInlines]:
    """Yield every run of inlines in reading order, tables row by row; not what stands inside notes."""
    for block in blocks:
        match block:
            case b.Heading() | b.Paragraph():
                yield block.children
            case b.BulletList() | b.OrderedList():
                for item in block.items:
                    yield from runs(item)
            case b.DefinitionList():
                for term, said in block.items:
                    yield term
                    yield from runs(said)
            case b.Quote():
                yield from runs(block.blocks)
            case b.Section():
                yield block.title
                yield from runs(block.blocks)
            case b.Table():
                yield from _table_runs(block)
            case b.Figure():
                yield block.title
                yield from runs(block.source)
            case _:
                pass


def _table_runs(table: b.Table[b.SourceInline]) -> Iterator[b.SourceInlines]:
    yield table.caption
    for cell in table.header:
        yield from runs(cell.blocks)
    for group in table.groups:
        yield group.name
        for row in group.rows:
            for cell in row:
                yield from runs(cell.blocks)


def inlines(run: b.SourceInlines) -> Iterator[b.SourceInline]:
    """Yield every inline of a run, each before those in it."""
    for inline in run:
        yield inline
        if not isinstance(inline, LEAVES):
            yield from inlines(inline.children)


def each_run(blocks: _OldBlocks[_Old], change: _Change[_Old, _New]) -> _NewBlocks[_New]:
    """Return the blocks with every run of inlines changed, in the order of `runs`."""
    return tuple(_each_in(block, change) for block in blocks)


def _each_in(block: b.BlockOf[_Old], change: _Change[_Old, _New]) -> b.BlockOf[_New]:
    match block:
        case b.Heading(level, children, anchor, short, authors):
            return b.Heading(level, change(children), anchor, short, authors)
        case b.Paragraph(children, role, language):
            return b.Paragraph(change(children), role, language)
        case b.BulletList(items):
            return b.BulletList(tuple(each_run(item, change) for item in items))
        case b.OrderedList(items, start):
            return b.OrderedList(tuple(each_run(item, change) for item in items), start)
        case b.DefinitionList(entries, kinds):
            return b.DefinitionList(tuple((change(term), each_run(said, change)) for term, said in entries), kinds)
        case b.Quote(inner):
            return b.Quote(each_run(inner, change))
        case b.Section(part, inner, title, language):
            title_first = change(title)
            return b.Section(part, each_run(inner, change), title_first, language)
        case b.Figure(anchor, label, title, alt, chart, file, source, data):
            return b.Figure(anchor, label, title, alt, chart, file, each_run(source, change), data)
        case b.Table():
            return _each_in_table(block, change)
        case _:
            return block


def _each_in_table(table: b.Table[_Old], change: _Change[_Old, _New]) -> b.Table[_New]:
    def row(cells: tuple[b.Cell[_Old], ...]) -> tuple[b.Cell[_New], ...]:
        return tuple(b.Cell(each_run(cell.blocks, change)) for cell in cells)

    caption, header = change(table.caption), row(table.header)
    groups = []
    for group in table.groups:
        name = change(group.name)
        groups.append(b.RowGroup(tuple(map(row, group.rows)), name))
    return b.Table(
        table.columns, header, tuple(groups), caption, table.wide, table.row_heads, table.corner, table.dense
    )


def descended(
    inline: Leaf | b.Around[b.SourceInline], change: Callable[[b.SourceInlines], tuple[_New, ...]]
) -> Leaf | b.Around[_New]:
    """Return the inline with its children changed, the same one if it has none."""
    match inline:
        case b.Emphasis(children):
            return b.Emphasis(change(children))
        case b.Strong(children):
            return b.Strong(change(children))
        case b.Superscript(children):
            return b.Superscript(change(children))
        case b.Link(children, url):
            return b.Link(change(children), url)
        case b.Inserted(children):
            return b.Inserted(change(children))
        case b.Deleted(children):
            return b.Deleted(change(children))
        case b.Styled(children, role, language):
            return b.Styled(change(children), role, language)
        case _:
            return inline


def flat(blocks: b.Blocks) -> b.Inlines:
    """Return the words of blocks as one run of inlines, nothing lost."""
    return typeset.join(" ", [_flat_block(block) for block in blocks])


def _flat_block(block: b.Block) -> b.Inlines:
    match block:
        case b.Heading() | b.Paragraph():
            return block.children
        case b.Preformatted(text):
            return (b.Code(text),)
        case b.BulletList(items) | b.OrderedList(items):
            return typeset.join("; ", map(flat, items))
        case b.DefinitionList(entries):
            return typeset.join("; ", [typeset.join(": ", (term, flat(said))) for term, said in entries])
        case b.Quote(inner):
            return flat(inner)
        case b.Section(_, inner, title):
            return typeset.join(": ", (title, flat(inner)))
        case b.Figure():
            return _flat_figure(block)
        case b.Table():
            rows = [typeset.join(", ", [flat(cell.blocks) for cell in row]) for row in (block.header, *block.rows)]
            return typeset.join("; ", (block.caption, *rows))
        case b.Contents() | b.Divider() | b.PageBreak():
            return ()


def _flat_figure(figure: b.Figure) -> b.Inlines:
    name = typeset.join(". ", (figure.label, figure.title))
    rows = figure.chart.rows if figure.chart else ()
    values = [b.text(f"{label}: {', '.join(value.text for value in values)}") for label, values in rows]
    return typeset.join("; ", (name, *values, b.text(figure.alt), flat(figure.source)))
