"""Random documents of all blocks and inlines, each word once in a document, and what every writer has to say of them.

Words are made in reading order, so their numbers are that order: `w7x` stands before `w8x`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import strategies as st

from briefkit.document import blocks as b

LATIN = ["", "", "", "é", "ß", "’s", "-a", ".", "*", "_", "`", "#", "|", "\\", "<b>", "&amp;", "[1]", "(x)", "$", "~"]
EVERY = [*LATIN, "日本語、「本」", "한국", "ไทย", "שלום", "مرحبا", "x\u030c\u0323", "👍🏽", "🇯🇵", "❤️", "\u00a0", "𝒳"]
"""What stands behind words: marks that mean something to one writer or another, and other scripts."""

WORD = re.compile(r"w\d+x")

ROLES: list[b.SectionRole] = [
    *("byline", "summary", "question", "verdict", "group", "point", "abbreviations", "claim", "contributor"),
    *("bibliography", "part", "editorial-notes", "editorial-note", "epigraph"),
]
PARAGRAPHS: list[b.ParagraphRole] = [
    *("text", "text", "statement", "name", "remark", "verdict", "finding", "entry"),
    *("subtitle", "authors", "audience", "source", "imprint", "legend"),
]
STYLES: list[b.Role | None] = [None, "label", "muted", "strong", "shared", "distinct", "orphan", "caution", "good"]


@dataclass
class Said:
    """What a document says: `groups` of words of the text, in order; what belongs to one table or figure is a group.

    `cells` are those of each table by rows, the header first; `notes` are those of all chapters.
    """

    groups: list[list[str]] = field(default_factory=list)
    headings: list[tuple[int, list[str]]] = field(default_factory=list)
    cells: list[list[list[list[str]]]] = field(default_factory=list)
    notes: list[list[str]] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """All words of the text, each where it stands first."""
        return list(dict.fromkeys(word for group in self.groups for word in group))


class _Maker:
    """Makes a document, and notes what it says."""

    def __init__(self, choose: Callable[[int], int], suffixes: list[str]) -> None:
        self.one_of = choose
        """Returns a number below another."""
        self.suffixes = suffixes
        self.said = Said()
        self.count = 0
        self.level = 1
        self.notes = 0
        self.target: list[str] | None = None
        """Where words go that belong together; a group of their own otherwise."""
        self.may_note = True
        self.columns = 3

    def word(self) -> str:
        self.count += 1
        name = f"w{self.count}x"
        if self.target is None:
            self.said.groups.append([name])
        else:
            self.target.append(name)
        return name + self.suffixes[self.one_of(len(self.suffixes))]

    def words(self) -> str:
        return " ".join(self.word() for _ in range(1 + self.one_of(2)))

    def inlines(self, depth: int = 2) -> b.Inlines:
        found: list[b.Inline] = []
        for i in range(1 + self.one_of(3)):
            found += [b.Text(" ")] if i else []
            found.append(self.inline(depth))
        return tuple(found)

    def inline(self, depth: int) -> b.Inline:
        kind = self.one_of(14 if depth else 5)
        return self.around(kind, depth) if kind > 4 else self.leaf(kind)

    def leaf(self, kind: int) -> b.Inline:
        match kind:
            case 2:
                return b.Code(self.words())
            case 3:
                return b.Styled((b.Text(self.word()), b.LineBreak(), b.Text(self.word())))
            case 4:
                return self.marked(b.Text(self.word()))
            case _:
                return b.Text(self.words())

    def around(self, kind: int, depth: int) -> b.Inline:
        match kind:
            case 5:
                return b.Emphasis(self.inlines(depth - 1))
            case 6:
                return b.Strong(self.inlines(depth - 1))
            case 7:
                return b.Superscript(self.inlines(depth - 1))
            case 8:
                return self.link()
            case 9:
                return b.Inserted(self.inlines(depth - 1))
            case 10:
                return b.Deleted(self.inlines(depth - 1))
            case 11:
                style = STYLES[self.one_of(len(STYLES))]
                return b.Styled(self.inlines(depth - 1), style, "ja" if self.one_of(2) else "")
            case 12:
                return b.CrossReference("nowhere", (b.Text(self.word()),), (b.Text(self.word()),))
            case _:
                return b.CrossReference("c0", (b.Text(self.word()),), (b.Text("unsaid"),))

    def link(self) -> b.Link:
        url = f"https://example.org/{self.count}?a=b&c=(d)"
        self.said.links.append(url)
        return b.Link((b.Text(self.words()),), url)

    def marked(self, inline: b.Inline) -> b.Inline:
        if not self.may_note:
            return inline
        self.notes += 1
        self.said.marks.append(self.notes)
        return b.Styled((inline, b.NoteMark(self.notes, f"c{len(self.chapters)}-n{self.notes}")))

    def together(self, make: Callable[[], b.Block]) -> b.Block:
        """Make a block whose words are one group."""
        if self.target is not None:
            return make()
        self.target = []
        self.said.groups.append(self.target)
        found = make()
        self.target = None
        return found

    def blocks(self, depth: int, *, headings: bool = False) -> b.Blocks:
        return tuple(self.block(depth, headings=headings) for _ in range(1 + self.one_of(3)))

    def block(self, depth: int, *, headings: bool) -> b.Block:
        kind = self.one_of(12 if depth else 4)
        match kind:
            case 1 if headings:
                return self.heading()
            case 2:
                return b.Preformatted("\n".join(self.words() for _ in range(1 + self.one_of(2))))
            case 3:
                return b.Divider() if self.one_of(2) else b.PageBreak()
            case 4:
                return b.BulletList(self.items(depth))
            case 5:
                return b.OrderedList(self.items(depth), self.one_of(12))
            case 6:
                return b.DefinitionList(
                    tuple((self.inlines(1), self.blocks(depth - 1)) for _ in range(1 + self.one_of(2)))
                )
            case 7:
                return b.Quote(self.blocks(depth - 1))
            case 8:
                return self.together(lambda: self.table(depth))
            case 9:
                return self.together(self.figure)
            case 10:
                role = ROLES[self.one_of(len(ROLES))]
                title = self.inlines(1) if self.one_of(2) else ()
                own = role != "editorial-note"  # whose heading has a level of its own
                return b.Section(role, self.blocks(depth - 1, headings=headings and own), title)
            case 11:
                terms = tuple((self.inlines(1), (self.paragraph(),)) for _ in range(1 + self.one_of(2)))
                return b.Section("facts", (b.DefinitionList(terms),))
            case _:
                return self.paragraph()

    def paragraph(self) -> b.Paragraph:
        role = PARAGRAPHS[self.one_of(len(PARAGRAPHS))]
        return b.Paragraph(self.inlines(), role, "ja" if self.one_of(8) == 1 else "")

    def items(self, depth: int) -> tuple[b.Blocks, ...]:
        return tuple(self.blocks(depth - 1) for _ in range(1 + self.one_of(3)))

    def heading(self) -> b.Heading:
        self.level = 2 + self.one_of(min(self.level, 3))
        before = self.count
        self.may_note, found = False, self.inlines(1)
        self.may_note = True
        self.said.headings.append((self.level, self.since(before)))
        return b.Heading(self.level, found, f"h{self.count}")

    def since(self, before: int) -> list[str]:
        return [f"w{number}x" for number in range(before + 1, self.count + 1)]

    def table(self, depth: int) -> b.Table:
        columns = 1 + self.one_of(self.columns)
        caption = self.inlines(1) if self.one_of(2) else ()
        place = len(self.said.cells)
        rows: list[list[list[str]]] = []
        self.said.cells.append(rows)
        header = self.row(columns, 0, rows)
        groups = []
        for _ in range(1 + self.one_of(2)):
            before = self.count
            name = self.inlines(0) if self.one_of(2) else ()
            if name:
                rows.append([self.since(before)])
            groups.append(
                b.RowGroup(tuple(self.row(columns, depth - 1, rows) for _ in range(1 + self.one_of(2))), name)
            )
        assert self.said.cells[place] is rows
        hints = tuple(b.ColumnHint() for _ in range(columns))
        heads = bool(self.one_of(2))
        return b.Table(hints, header, tuple(groups), caption, wide=bool(self.one_of(2)), row_heads=heads)

    def row(self, columns: int, depth: int, rows: list[list[list[str]]]) -> tuple[b.Cell, ...]:
        row: list[list[str]] = []
        rows.append(row)
        cells = []
        for _ in range(columns):
            before = self.count
            blocks = self.cell(depth)
            row.append(self.since(before))
            cells.append(b.Cell(blocks))
        return tuple(cells)

    def cell(self, depth: int) -> b.Blocks:
        match self.one_of(8) if depth else 0:
            case 5:
                return (self.paragraph(), b.BulletList(tuple((self.paragraph(),) for _ in range(2))))
            case 6:
                return (b.Quote((b.Preformatted(self.words()),)), b.OrderedList(((self.paragraph(),),)))
            case 7:
                title = self.inlines(0)
                return (b.Section("verdict", (self.paragraph(),), title), self.unlisted())
        return tuple(self.paragraph() for _ in range(1 + self.one_of(2)))

    def unlisted(self) -> b.Block:
        """Return a table or a figure inside a cell, whose cells count as words of that cell."""
        known, self.columns = list(self.said.cells), 1  # a narrow cell parts tables with more
        found = self.table(0) if self.one_of(2) else self.figure()
        self.said.cells, self.columns = known, 3
        return found

    def figure(self) -> b.Figure:
        label, title = (b.Text(self.word()),), self.inlines(1)
        match self.one_of(3):
            case 0:
                series = 1 + self.one_of(self.columns)
                unit = "" if series > 1 else self.word()
                columns = tuple(self.word() for _ in range(series)) if series > 1 else ()
                rows = tuple(
                    (self.word(), tuple(b.ChartValue(i - 1.5, self.word()) for i in range(series))) for _ in range(2)
                )
                heads = [WORD.findall(name) for name in columns or (unit,)]
                read = [[WORD.findall(text) for text in (label, *(v.text for v in row))] for label, row in rows]
                self.said.cells.append([[[], *heads], *read])
                kinds: list[b.ChartKind] = ["bar", "line", "dot", "table"]
                chart = b.Chart(kinds[self.one_of(4)], rows, columns, unit)
                return b.Figure(f"f{self.count}", label, title, "told", chart, source=self.source())
            case _:
                return b.Figure(f"f{self.count}", label, title, self.words(), source=self.source())

    def source(self) -> b.Blocks:
        return (self.paragraph(),) if self.one_of(2) else ()

    def document(self) -> b.Document:
        self.chapters: list[b.Chapter] = []
        for number in range(1 + self.one_of(2)):
            before = self.count
            self.notes, self.level = 0, 1
            self.may_note, title = False, self.inlines(1)
            self.may_note = True
            self.said.headings.append((1, self.since(before)))
            blocks = tuple(block for _ in range(1 + self.one_of(4)) for block in self.blocks(2, headings=True))
            notes = tuple(self.note(number, i) for i in range(1, self.notes + 1))
            turned: b.Orientation = "landscape" if self.one_of(3) == 1 else "portrait"
            self.chapters.append(b.Chapter(f"c{number}", blocks, notes, title, orientation=turned))
        return b.Document(b.Meta("Random", authors=("Ann Lee",), date="2015-03"), tuple(self.chapters))

    def note(self, chapter: int, number: int) -> b.NoteText:
        self.target, self.may_note = [], False
        self.said.notes.append(self.target)
        blocks: b.Blocks = (self.paragraph(), *((b.Quote((self.paragraph(),)),) if self.one_of(3) == 1 else ()))
        self.target, self.may_note = None, True
        return b.NoteText(number, f"c{chapter}-n{number}", blocks)


def made(choices: bytes, suffixes: list[str]) -> tuple[b.Document, Said]:
    """Return a document, and what it says; each byte is a choice, and when there are no more the simplest is made."""
    left = iter(choices)
    maker = _Maker(lambda count: next(left, 0) % count, suffixes)
    return maker.document(), maker.said


def documents(suffixes: list[str] = EVERY, size: int = 1500) -> st.SearchStrategy[tuple[b.Document, Said]]:
    """Return documents, each with what it says, of up to as many choices."""
    return st.binary(min_size=size // 4, max_size=size).map(lambda choices: made(choices, suffixes))
