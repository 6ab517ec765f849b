"""Tables of points: what is to be done, who does it, by when."""

from briefkit.format.questions import Question
from briefkit.importing import facts, leads
from briefkit.importing.content import Block, Paragraph, Table, Text
from briefkit.importing.draft import DraftPoint
from briefkit.importing.inlines import marks, raw, stripped
from briefkit.importing.log import Log

_STATEMENT = frozenset(
    "point item argument message what action activity measure proposal policy step task initiative intervention".split()
)
_DETAIL = frozenset(
    "why rationale reason reasoning justification explanation detail description comment note evidence how".split()
)
_NUMBERS = frozenset(["", "no", "no.", "#", "nr", "nr.", "number", "id"])


def points(table: Table, question: Question, log: Log) -> list[DraftPoint]:
    """Return the points of a table whose first row says which column has the statement; none for another table."""
    header = [_words(cell).strip(" .:") for cell in table.rows[0]]
    kinds = [_kind(name, question) for name in header]
    if "statement" not in kinds or len(table.rows) < 2 or len(kinds) < 2:
        return []
    found = []
    for row in table.rows[1:]:
        point = _point(row, kinds, header, question, log)
        if point:
            found.append(point)
    used = [name for name, kind in zip(header, kinds, strict=True) if kind != "other"]
    log.decide(
        question.name,
        f"{len(found)} points by the rows of a table: {', '.join(name for name in header if name)}",
        " ".join(used),
    )
    return found


def _kind(name: str, question: Question) -> str:
    """Return what a column has, by its head."""
    words = [_singular(word) for word in name.lower().replace("?", "").split()]
    plain = " ".join(words)
    if plain in _NUMBERS:
        return "number"
    known = {_singular(one) for one in (question.point, question.name.lower(), *question.also_called)} | _STATEMENT
    if plain in known or (words and (words[-1] in known or words[0] in known)):
        return "statement"
    if plain in _DETAIL:
        return "detail"
    return facts.field(plain) or "other"


def _point(
    row: tuple[tuple[Block, ...], ...], kinds: list[str], header: list[str], question: Question, log: Log
) -> DraftPoint | None:
    point: DraftPoint | None = None
    rest: list[Block] = []
    said: dict[str, object] = {}
    for i, cell in enumerate(row):
        kind = kinds[i] if i < len(kinds) else "other"
        words = _words(cell)
        if not words:
            continue
        if kind == "statement" and point is None and isinstance(cell[0], Paragraph):
            kept = marks(cell[0].inlines)
            opening, reason = leads.split(cell[0].inlines)
            statement = stripped(tuple(inline for inline in opening if isinstance(inline, Text)))
            said_more = tuple(inline for inline in (*reason, *kept) if isinstance(inline, Text) or inline not in reason)
            point = DraftPoint(statement, [Paragraph(said_more)] if said_more else [], bookmarks=cell[0].bookmarks)
            point.detail += cell[1:]
        elif kind == "number":
            log.decide(question.name, f"the number {words} of a row is left out", words)
        elif (found := facts.read(kind, words, question)) and not any(
            marks(block.inlines) for block in cell if isinstance(block, Paragraph)
        ):
            said.update(found)
            if "actors" not in found:
                log.decide(question.name, f"{header[i]}: {words} is read as {_shown(found)}", words)
        else:
            first, *others = cell
            if kind != "detail" and header[i] and isinstance(first, Paragraph):
                lead = Text(f"{header[i]}: ")
                first = Paragraph((lead, *stripped(first.inlines)))
            rest += [first, *others]
    if point is None:
        if rest:
            log.leave(
                "",
                "a row of a table without a statement",
                "\n".join(raw(b.inlines) for b in rest if isinstance(b, Paragraph)),
            )
        return None
    point.detail += rest
    point.facts |= said
    return point


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _shown(found: dict[str, object]) -> str:
    return ", ".join(f"{name} {value}" for name, value in found.items())


def _words(cell: tuple[Block, ...]) -> str:
    return " ".join(block.text for block in cell if isinstance(block, Paragraph)).strip()
