"""Blocks → pieces: paragraphs, lists, boxes and tables below each other."""

from collections.abc import Iterator
from dataclasses import replace

from briefkit.document import blocks as b
from briefkit.document import walk
from briefkit.publish.layout.anchors import Anchors
from briefkit.publish.layout.cells import cells, cut, held
from briefkit.publish.layout.charts import lay_figure
from briefkit.publish.layout.lines import (
    EMPTY,
    Box,
    Line,
    Look,
    Piece,
    Role,
    Segment,
    lines_of,
    shifted,
    spaced,
    text_of,
)
from briefkit.publish.layout.paragraphs import behind_label, hang_of, is_close
from briefkit.publish.layout.tables import lay_table
from briefkit.publish.layout.wrap import wrap

INSET = 3
"""Cells by which text stands in from the headings of its section: as wide as `G1 `."""

_ROOMY = 40
"""Below this width nothing stands in: every cell counts."""

_SHORT_TERM = 22
"""Terms up to this width have what is said of them on the same line."""

BOXED: frozenset[b.SectionRole] = frozenset({"summary"})
"""The sections that stand beside the argument in a box."""

CLOSED: frozenset[b.SectionRole] = BOXED | {"facts", "editorial-note"}
"""The sections that are laid out as a whole; of the others only the blocks are seen."""

_BAR = Segment("│ ", "muted")
_UNDERLINES = {1: "═", 2: "─"}


def lay_out(content: b.Document | b.Blocks, width: int, look: Look | None = None) -> list[Line]:
    """Return a document or blocks as lines of at most `width` display cells, at least 20.

    The notes of a chapter stand at its end, contents nowhere, for lack of pages. Without a look the lines are for the
    terminal: roles instead of marks.
    """
    look = look or Look()
    if not isinstance(content, b.Document):
        return lines_of(_flow(content, width, look))
    look = replace(look, anchors=Anchors(walk.anchors(content.chapters)))
    pieces: list[Piece] = []
    for chapter in content.chapters:
        laid = lay_chapter(chapter, width, look)
        pieces += spaced([piece for piece in laid if not (isinstance(piece, Box) and piece.contents)], 3)
    return lines_of(pieces)


def lay_chapter(chapter: b.Chapter, width: int, look: Look) -> list[Piece]:
    """Return a chapter as pieces, its notes at the end: under headings of level 2 and deeper text stands in."""
    pieces: list[Piece] = []
    previous: b.Block | None = None
    inset = 0
    for block in _headed(chapter):
        if isinstance(block, b.Heading):
            inset = INSET if block.level > 1 and width >= _ROOMY else 0
        own = 0 if isinstance(block, b.Heading) or (isinstance(block, b.Table) and block.wide) else inset
        blank = Segment(" " * own)
        laid = shifted(_laid(block, width - own, look, None), blank, blank)
        if laid and isinstance(previous, b.Paragraph) and isinstance(block, b.Section) and block.role == "facts":
            pieces[-1] = _closed(pieces[-1], laid)
        else:
            pieces += spaced(laid, _gap(previous, block))
        previous = previous if not laid or isinstance(block, b.Contents) else block
    return pieces + _notes(chapter.notes, width, look)


def _closed(paragraph: Piece, facts: list[Piece]) -> Piece:
    """Return a paragraph with facts below it, which no page parts from its last line."""
    if not isinstance(paragraph, Box):
        return paragraph
    lines = tuple(lines_of(facts))
    return paragraph._replace(lines=(*paragraph.lines, *lines), tail=len(lines))


def _headed(chapter: b.Chapter) -> Iterator[b.Block]:
    if chapter.heading:
        yield chapter.heading
    yield from walk.opened(chapter.blocks, CLOSED)


def _notes(notes: tuple[b.NoteText, ...], width: int, look: Look) -> list[Piece]:
    if not notes:
        return []
    pieces = spaced([_heading(b.Heading(2, (b.Text("Notes"),)), width)], 2)
    hang = len(str(notes[-1].number)) + 4
    for i, note in enumerate(notes):
        body = _with_line(_flow(note.blocks, width - hang, look))
        mark = Segment(f"[{note.number}]".ljust(hang), "note")
        pieces += spaced(shifted(body, mark, Segment(" " * hang)), 0 if i else 1)
    return pieces


def _flow(blocks: b.Blocks, width: int, look: Look, role: Role | None = None) -> list[Piece]:
    pieces: list[Piece] = []
    previous: b.Block | None = None
    for block in walk.opened(blocks, CLOSED):
        laid = _laid(block, width, look, role)
        pieces += spaced(laid, _gap(previous, block))
        previous = block if laid else previous
    return pieces


def _gap(above: b.Block | None, block: b.Block) -> int:
    """Return the number of empty lines between two blocks."""
    match above, block:
        case None | b.PageBreak(), _:
            return 0
        case _, b.PageBreak() | b.Contents():
            return 0
        case b.Paragraph(), b.Section("facts"):
            return 0
        case b.Section("editorial-note"), b.Section("editorial-note"):
            return 0
        case b.Heading(1), b.Heading():
            return 1
        case _, b.Heading(level):
            return 2 if level <= 2 else 1
        case b.Paragraph(), b.Paragraph() if is_close(block):
            return 0
    return 1


def _laid(block: b.Block, width: int, look: Look, role: Role | None) -> list[Piece]:
    measure = min(width, look.measure)
    match block:
        case b.Heading():
            return [_heading(block, measure)]
        case b.Paragraph(children):
            lines = wrap(children, measure, look, role, hang_of(block))
            return [Box(lines)] if any(lines) else []
        case b.Preformatted(text):
            return _preformatted(text, width)
        case b.Divider():
            return [Box(((Segment("─" * measure, "muted"),),))]
        case b.PageBreak():
            return [Box((), kind="page")]
        case b.Contents():
            return [Box((), contents=block)]
        case _:
            return _nested(block, width, look, role)


def _nested(
    block: b.BulletList | b.OrderedList | b.DefinitionList | b.Quote | b.Section | b.Table | b.Figure,
    width: int,
    look: Look,
    role: Role | None,
) -> list[Piece]:
    match block:
        case b.BulletList(items):
            return _items(items, ["•"] * len(items), width, look)
        case b.OrderedList(items, start):
            numbers = [f"{start + i}." for i in range(len(items))]
            return _items(items, [number.rjust(len(numbers[-1])) for number in numbers], width, look)
        case b.DefinitionList(items):
            return _definitions(items, width, look)
        case b.Quote(blocks):
            return _inside(blocks, width, look, Segment(" " * INSET), role)
        case b.Section():
            return _section(block, width, look)
        case b.Table():
            return lay_table(block, width, look, _flow)
        case b.Figure():
            return lay_figure(block, width, look, _flow)


def _section(section: b.Section, width: int, look: Look) -> list[Piece]:
    if section.role in BOXED:
        return _box(section.title, section.blocks, width, look)
    blocks = walk.titled(section)
    lists = [block for block in blocks if isinstance(block, b.DefinitionList)]
    if section.role == "facts" and len(lists) == len(blocks):
        return _facts(lists, width, look)
    return _run_in(blocks, width, look)


def _run_in(blocks: b.Blocks, width: int, look: Look) -> list[Piece]:
    """Return blocks whose heading, which begins them, stands in one line with the text."""
    match blocks:
        case (b.Heading(_, name, anchor), b.Paragraph(children), *others):
            lead = b.Paragraph((*name, b.Text(". "), *children), "entry")
            first, *rest = _flow((lead, *others), width, look)
            return [first._replace(anchor=anchor) if isinstance(first, Box) else first, *rest]
        case _:
            return _flow(blocks, width, look)


def _facts(lists: list[b.DefinitionList], width: int, look: Look) -> list[Piece]:
    """Return what is said of a point beside its prose in one run, to save lines."""
    entries = [entry for found in lists for entry in found.items]
    said: list[b.Inline] = []
    for term, blocks in entries:
        said += [b.Text("\u00a0· ")] if said else []  # no line begins with the sign
        said += [b.Styled((*term, b.Text(":\u00a0")), "muted"), *walk.flat(blocks)]
    return _flow((b.Paragraph(tuple(said), "remark"),), width, look)


def _heading(heading: b.Heading, width: int) -> Box:
    lines = list(wrap(heading.children, width, Look(marks=False), "heading", behind_label(heading.children)))
    if underline := _UNDERLINES.get(heading.level):
        longest = max(sum(cells(segment.text) for segment in line) for line in lines)
        lines.append((Segment(underline * longest, "muted"),))
    return Box(tuple(lines), kind="heading", heading=heading)


def _inside(blocks: b.Blocks, width: int, look: Look, lead: Segment, role: Role | None = None) -> list[Piece]:
    """Return blocks with a segment before every line; in a narrow place without it."""
    if width < _ROOMY // 2:
        return _flow(blocks, width, look, role)
    return shifted(_flow(blocks, width - cells(lead.text), look, role), lead, lead)


def _items(items: tuple[b.Blocks, ...], marks: list[str], width: int, look: Look) -> list[Piece]:
    tight = all(_is_tight(item) for item in items)
    pieces: list[Piece] = []
    for item, mark in zip(items, marks, strict=True):
        indent = len(mark) + 1
        if width - indent < _ROOMY // 4:  # too deep to go further in
            indent = 0
        body = _with_line(_flow(item, width - indent, look))
        if tight:
            body = [piece for part in body for piece in spaced([part], 0)]
        lead = Segment(f"{mark} ", "muted") if indent else Segment("")
        pieces += spaced(shifted(body, lead, Segment(" " * indent)), 0 if tight else 1)
    return pieces


def _with_line(pieces: list[Piece]) -> list[Piece]:
    """Return pieces with a line at least, so that there is one for what stands before them."""
    return pieces if any(piece.lines for piece in pieces) else [*pieces, Box((EMPTY,))]


def _is_tight(item: b.Blocks) -> bool:
    """Tell whether an item is one paragraph, perhaps with a list below it."""
    return sum(isinstance(block, b.Paragraph) for block in item) <= 1 and all(
        isinstance(block, (b.Paragraph, b.BulletList, b.OrderedList)) for block in item
    )


def _definitions(items: tuple[tuple[b.Inlines, b.Blocks], ...], width: int, look: Look) -> list[Piece]:
    """Return terms beside what is said of them, or above it where a term is long."""
    terms = [" ".join(map(text_of, wrap(term, 10_000, look, "strong"))) for term, _ in items]
    widest = max(map(cells, terms), default=0)
    beside = widest <= min(_SHORT_TERM, width // 3)
    pieces: list[Piece] = []
    for i, (term, (_, blocks)) in enumerate(zip(terms, items, strict=True)):
        if beside:
            body = _with_line(_flow(blocks, width - widest - 2, look))
            lead = Segment(term + " " * (widest + 2 - cells(term)), "strong")
            pieces += spaced(shifted(body, lead, Segment(" " * (widest + 2))), 0)
        else:
            name = Box(wrap((b.Text(term),), width, look, "strong"), kind="heading")
            pieces += spaced([name], 1 if i else 0)
            pieces += spaced(_inside(blocks, width, look, Segment(" " * INSET)), 0)
    return pieces


def _box(title: b.Inlines, blocks: b.Blocks, width: int, look: Look) -> list[Piece]:
    bar = _BAR if width >= _ROOMY // 2 else Segment("")
    inner = min(width, look.measure) - len(bar.text)
    body = _flow(blocks, inner, look)
    if title:
        body = [Box(wrap(title, inner, look, "heading"), kind="heading"), *spaced(body, 0)]
    return shifted(body, bar, bar)


def _preformatted(text: str, width: int) -> list[Piece]:
    lines: list[Line] = []
    for line in text.expandtabs(4).rstrip("\n").split("\n"):
        whole = line.rstrip()
        lines += [(Segment(part, "code"),) for part in cut(held(whole), width)] if whole else [EMPTY]
    return [Box(tuple(lines))]
