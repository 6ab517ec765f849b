"""Document tree → the data of the templates: each node a mapping with its `kind`, text a string.

Templates set what they are given; nothing in the data is ever read as their language.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias
from urllib.parse import quote

from briefkit.document import blocks as b
from briefkit.document import walk
from briefkit.document.charts import as_table, captioned, sourced
from briefkit.publish.formats.documents.pdf.language import language_of

Data: TypeAlias = "str | int | float | bool | Sequence[Data] | Mapping[str, Data] | None"
Node: TypeAlias = dict[str, Data]

_DEEPEST = 12
"""How deep inlines or blocks may stand in each other; what is deeper keeps its words and loses its form.

Typst calls no functions in each other beyond a fixed depth, which was measured to be enough for this.
"""

_OUT = re.compile(r"(?i)(?:https?://|mailto:).")
"""Addresses to which a link may lead."""

_KINDS = {"png": b"\x89PNG", "jpg": b"\xff\xd8\xff"}
"""How pictures begin; those that begin otherwise are SVG."""

_HELD = "\N{NO-BREAK SPACE}"
_SHORT_LABEL = 8


@dataclass(frozen=True, slots=True)
class Names:
    """What leads where in a document: its anchors, and the notes of the chapter that were not yet set."""

    anchors: frozenset[str]
    notes: dict[str, b.NoteText] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    """The bytes of pictures by the names under which templates find them."""


def chapters(document: b.Document, pictures: dict[str, bytes]) -> Iterator[Node]:
    """Yield the chapters; their notes stand where their first mark is. `pictures` gets the bytes of their pictures."""
    anchors = frozenset(walk.anchors(document.chapters))
    for i, chapter in enumerate(document.chapters):
        notes = {note.anchor: note for note in chapter.notes}
        names = Names(anchors, dict(notes), {note.anchor: note.number for note in chapter.notes}, pictures)
        told = [_Level(document.chapters[i:], names).blocks(chapter.blocks)]
        unmarked = tuple(block for note in tuple(names.notes.values()) for block in note.blocks)
        told.append(blocks(unmarked, names))
        short = chapter.short or chapter.title
        yield {
            "anchor": chapter.anchor,
            "title": inlines(chapter.title, names),
            "short": [b.plain(short)] if leads(short) else inlines(short, names),
            "role": chapter.role,
            "landscape": chapter.orientation == "landscape",
            "language": language_of(chapter.language),
            "authors": [*chapter.authors],
            "blocks": [node for part in told for node in part],
        }


@dataclass(slots=True)
class _Level:
    """Blocks of a chapter: contents know the chapters, headings never skip a level."""

    chapters: Sequence[b.Chapter]
    names: Names
    depth: int = 0
    last: int = 1
    held: int = 0
    """How many blocks that no page break may part stand around."""

    def __post_init__(self) -> None:
        if self.chapters and not self.chapters[0].title:
            self.last = 0

    def blocks(self, given: b.Blocks) -> list[Node]:
        self.depth += 1
        found = [node for block in given for node in self.block(block)]
        self.depth -= 1
        return found

    def inside(self, given: b.Blocks) -> list[Node]:
        """Return blocks that stand in a block of their own."""
        self.held += 1
        found = self.blocks(given)
        self.held -= 1
        return found

    def block(self, block: b.Block) -> Iterator[Node]:
        if self.depth > _DEEPEST:
            yield {"kind": "paragraph", "role": "text", "of": inlines(walk.flat((block,)), self.names)}
            return
        match block:
            case b.Section(role, _, title, language):
                named = inlines(title, self.names)
                of = self.blocks(block.blocks)
                yield {"kind": "section", "role": role, "title": named, "of": of, "language": language_of(language)}
            case b.Heading():
                yield self.heading(block)
            case b.Paragraph(children, role, language):
                if children:
                    of_line = inlines(children, self.names)
                    yield {"kind": "paragraph", "role": role, "of": of_line, "language": language_of(language)}
            case b.Quote(inner):
                yield {"kind": "quotation", "of": self.inside(inner)}
            case b.Contents():
                yield from self.contents(block)
            case b.Table():
                if block.columns:
                    yield self.table(block)
            case b.PageBreak():
                if not self.held and self.chapters:  # notes have none either
                    yield {"kind": "pagebreak"}
            case _:
                yield self.item(block)

    def item(
        self,
        block: b.BulletList | b.OrderedList | b.DefinitionList | b.Figure | b.Preformatted | b.Divider,
    ) -> Node:
        match block:
            case b.BulletList(items):
                return {"kind": "bullets", "items": [self.inside(item) for item in items if item]}
            case b.OrderedList(items, start):
                return {"kind": "numbers", "start": start, "items": [self.inside(item) for item in items]}
            case b.DefinitionList(entries):
                listed: list[Data] = [
                    {"term": inlines(term, self.names), "of": self.inside(said)} for term, said in entries
                ]
                return {"kind": "definitions", "items": listed}
            case b.Figure():
                return self.figure(block)
            case b.Preformatted(text):
                return {"kind": "preformatted", "text": text}
            case b.Divider():
                return {"kind": "divider"}

    def heading(self, heading: b.Heading) -> Node:
        self.last = min(heading.level, self.last + 1)
        return {
            "kind": "heading",
            "level": self.last,
            "of": inlines(heading.children, self.names),
            "short": inlines(heading.short, self.names),
            "anchor": heading.anchor,
        }

    def table(self, table: b.Table) -> Node:
        def row(cells: Sequence[b.Cell]) -> list[Data]:
            filled: list[Data] = [self.inside(cell.blocks) for cell in cells]
            return filled + [[] for _ in range(len(table.columns) - len(filled))]

        columns: list[Data] = [
            {"align": hint.align, "weight": hint.weight, "fixed": hint.fixed, "sign": hint.sign}
            for hint in table.columns
        ]
        caption = inlines(table.caption, self.names)
        header = row(table.header)
        groups: list[Data] = []
        for group in table.groups:
            name = inlines(group.name, self.names)
            groups.append({"name": name, "rows": [row(cells) for cells in group.rows]})
        return {
            "kind": "table",
            "columns": columns,
            "header": header,
            "groups": groups,
            "caption": caption,
            "wide": table.wide,
            "named": table.row_heads,
            "dense": table.dense,
        }

    def figure(self, figure: b.Figure) -> Node:
        chart = figure.chart
        drawn = chart if chart and chart.kind != "table" and chart.rows else None
        return {
            "kind": "figure",
            "anchor": figure.anchor,
            "label": inlines(figure.label, self.names),
            "title": inlines(captioned(figure), self.names),
            "alt": figure.alt or b.plain(figure.title),
            "lost": not figure.file,
            "picture": _picture(figure, self.names.pictures),
            "chart": _chart(drawn) if drawn else None,
            "table": self.table(as_table(chart)) if chart and not drawn else None,
            "source": self.inside(sourced(figure)),
        }

    def contents(self, contents: b.Contents) -> Iterator[Node]:
        heads = walk.listed(contents, self.chapters, contents.in_print)
        heads = [head for head in heads if head.anchor in self.names.anchors]
        if len(heads) > 1:
            yield {
                "kind": "contents",
                "whole": contents.scope == "document",
                "title": inlines(contents.title, self.names),
                "anchor": contents.anchor,
                "entries": [
                    {
                        "to": head.anchor,
                        "level": head.level,
                        "of": inlines(head.children, self.names),
                        "authors": [*head.authors],
                    }
                    for head in heads
                ],
            }


def _picture(figure: b.Figure, pictures: dict[str, bytes]) -> Node | None:
    """Return under which name the template finds the picture, and of which kind it is; None where there is none."""
    if not figure.data:
        return None
    name = f"picture-{len(pictures) + 1}"
    pictures[name] = figure.data
    return {"name": name, "format": kind_of(figure.data)}


def kind_of(picture: bytes) -> str:
    """Return what Typst calls the kind of a picture."""
    return next((kind for kind, start in _KINDS.items() if picture.startswith(start)), "svg")


def _chart(chart: b.Chart) -> Node:
    rows: list[Data] = [
        {"label": b.clean(label), "values": [{"number": value.number, "text": b.clean(value.text)} for value in values]}
        for label, values in chart.rows
    ]
    return {"kind": chart.kind, "columns": [b.clean(name) for name in chart.columns], "rows": rows}


def leads(given: b.Inlines) -> bool:
    """Tell whether something in inlines leads elsewhere, which nothing in the head of a page may."""
    return any(isinstance(one, (b.Link, b.CrossReference, b.NoteMark)) for one in walk.inlines(given))


def blocks(given: b.Blocks, names: Names) -> list[Node]:
    """Return blocks that stand in no chapter of their own, such as those of a note."""
    return _Level((), names, last=6).blocks(given)


def inlines(given: b.Inlines, names: Names, depth: int = 0) -> list[Data]:
    """Return inlines; text is a string."""
    return [node for inline in given for node in _inline(inline, names, depth)]


def _inline(inline: b.Inline, names: Names, depth: int) -> Iterator[Data]:
    match inline:
        case b.Text(text):
            if text:
                yield text
        case b.Code(text):
            yield {"kind": "code", "text": text}
        case b.LineBreak():
            yield {"kind": "break"}
        case b.NoteMark():
            yield _note(inline, names)
        case b.CrossReference():
            yield _reference(inline, names, depth)
        case _:
            children = inlines(inline.children, names, depth + 1)
            if isinstance(inline, (b.Inserted, b.Deleted)):  # a tag has one line through or under it, not two
                children = _unlined(children)
            if depth >= _DEEPEST:
                yield from children
            elif children or isinstance(inline, b.Link):
                yield _around(inline, children)


def _unlined(nodes: list[Data]) -> list[Data]:
    """Return inlines of which none has a line of its own."""
    found: list[Data] = []
    for node in nodes:
        if not isinstance(node, dict) or not isinstance(of := node.get("of"), list) or node["kind"] == "note":
            found.append(node)
        elif node["kind"] in ("inserted", "deleted"):
            found += _unlined(of)
        else:
            found.append({**node, "of": _unlined(of)})
    return found


def _around(
    inline: b.Emphasis | b.Strong | b.Superscript | b.Link | b.Inserted | b.Deleted | b.Styled, of: list[Data]
) -> Node:
    match inline:
        case b.Emphasis():
            return {"kind": "emphasis", "of": of}
        case b.Strong():
            return {"kind": "strong", "of": of}
        case b.Superscript():
            return {"kind": "superscript", "of": of}
        case b.Link(url=url):
            return {"kind": "link", "to": url, "of": of or [url]} if _OUT.match(url) else {"kind": "words", "of": of}
        case b.Inserted():
            return {"kind": "inserted", "of": of}
        case b.Deleted():
            return {"kind": "deleted", "of": of}
        case b.Styled(role=role, language=language):
            return {"kind": "styled", "role": role or "", "of": of, "language": language_of(language)}


def _note(mark: b.NoteMark, names: Names) -> Node:
    """Return a note where its first mark stands, else the mark alone."""
    note = names.notes.pop(mark.anchor, None)
    if note:
        return {"kind": "note", "number": note.number, "anchor": note.anchor, "of": blocks(note.blocks, names)}
    known = mark.anchor in names.numbers
    return {"kind": "mark", "number": mark.number, "to": mark.anchor if known else ""}


def _reference(reference: b.CrossReference, names: Names, depth: int) -> Node:
    """Return the label of what stands in the document, with its page; of anything else label and title."""
    own = reference.anchor in names.anchors and not reference.elsewhere
    if own:
        shown = reference.label or reference.title
        words = b.plain(shown)
        if len(words) <= _SHORT_LABEL and words[-1:].isdigit():
            shown = (b.Text(words.replace(" ", _HELD)),)
        page = bool(reference.label) and not reference.pageless
        return {"kind": "reference", "to": reference.anchor, "of": inlines(shown, names, depth + 1), "page": page}
    of = inlines(b.both(reference), names, depth + 1)
    if reference.elsewhere:
        document, anchor = (quote(part, errors="ignore") for part in (reference.elsewhere.document, reference.anchor))
        to = f"{document}.pdf#nameddest={anchor}"
        return {"kind": "link", "to": to, "of": of}
    return {"kind": "words", "of": of}
