"""What a brief says on its first page: the verdict, what should be done, and what serves which goal and challenge.

All of it is found by what parts of the tree are: roles of sections, kinds of facts, links between points.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.pdf.tree import Data, Names, Node, inlines


@dataclass(frozen=True, slots=True)
class _Point:
    """A point: its heading, and its facts by their kind."""

    heading: b.Heading
    facts: dict[b.FactKind, b.Blocks] = field(default_factory=dict)

    @property
    def targets(self) -> set[str]:
        """The anchors of the points that it addresses."""
        runs = (block.children for block in self.facts.get("addresses", ()) if isinstance(block, b.Paragraph))
        return {inline.anchor for run in runs for inline in run if isinstance(inline, b.CrossReference)}

    @property
    def is_caution(self) -> bool:
        """Whether it speaks against, and so covers nothing."""
        runs = (block.children for block in self.facts.get("stance", ()) if isinstance(block, b.Paragraph))
        return any(isinstance(one, b.Styled) and one.role == "caution" for run in runs for one in run)

    @property
    def statement(self) -> b.Inlines:
        """The statement, without the label that stands before it."""
        match self.heading.children:
            case (b.Styled(role="label"), b.Text(first), *said):
                return (b.Text(first.lstrip()), *said)
            case said:
                return said


@dataclass(frozen=True, slots=True)
class _Question:
    heading: b.Heading
    verdict: b.Blocks
    points: tuple[_Point, ...]


def is_brief(document: b.Document) -> bool:
    """Tell whether a document is one brief, or an answer of one."""
    return len(document.chapters) == 1 and bool(list(_questions(document.chapters[0])))


def glance(document: b.Document) -> Node | None:
    """Return what stands on the first page of a brief; None for a part of one, which has no summary."""
    (chapter,) = document.chapters
    if not any(isinstance(block, b.Section) and block.role == "summary" for block in chapter.blocks):
        return None
    questions = list(_questions(chapter))
    names = Names(frozenset(point.heading.anchor for question in questions for point in question.points))
    asked = next((one for one in reversed(questions) if any("actors" in point.facts for point in one.points)), None)
    judged = next((one for one in questions if one.verdict), None)
    return {
        "asked": _asked(asked or questions[-1], names),
        "verdict": _verdict(judged, names) if judged else None,
        "matrix": _matrix(questions, names),
    }


def _questions(chapter: b.Chapter) -> Iterator[_Question]:
    for block in chapter.blocks:
        match block:
            case b.Section("question", (b.Heading() as heading, *rest)):
                verdict = tuple(
                    said for one in rest if isinstance(one, b.Section) and one.role == "verdict" for said in one.blocks
                )
                yield _Question(heading, verdict, tuple(_points(tuple(rest))))
            case _:
                pass


def _points(blocks: b.Blocks) -> Iterator[_Point]:
    for block in blocks:
        match block:
            case b.Section("point", (b.Heading() as heading, *rest)):
                yield _Point(heading, dict(_facts(tuple(rest))))
            case b.Section("group", inner):
                yield from _points(inner)
            case _:
                pass


def _facts(blocks: b.Blocks) -> Iterator[tuple[b.FactKind, b.Blocks]]:
    for block in blocks:
        match block:
            case b.Section("facts", (b.DefinitionList(items, kinds), *_)):
                yield from zip(kinds, (said for _, said in items), strict=True)
            case _:
                pass


def _asked(question: _Question, names: Names) -> Node:
    points: list[Data] = [
        {
            "label": b.plain(point.heading.short),
            "to": point.heading.anchor,
            "of": inlines(point.statement, names),
            "who": _words(point.facts.get("actors", ())),
            "when": _words(point.facts.get("time", ())),
        }
        for point in question.points
    ]
    return {"title": _asking(question, names), "points": points}


def _asking(question: _Question, names: Names) -> list[Data]:
    """Return the question without the number that stands before it in the text."""
    first, *rest = inlines(question.heading.children, names)
    return [first.partition(". ")[2] or first if isinstance(first, str) else first, *rest]


def _verdict(question: _Question, names: Names) -> Node:
    (first, *_) = question.verdict
    match first:
        case b.Paragraph((b.Strong(words), b.Text(space), *said)):
            badge, rest = b.plain(words).rstrip("."), (b.Text(space.lstrip()), *said)
        case b.Paragraph(said):
            badge, rest = "", said
        case _:
            badge, rest = "", ()
    return {"title": _asking(question, names), "badge": badge, "of": inlines(rest, names)}


def _matrix(questions: list[_Question], names: Names) -> Node | None:
    """Return which points of the answers address which points before them; None where none does."""
    serving = [one for one in questions if any(point.targets for point in one.points)]
    aimed = {target for one in serving for point in one.points for target in point.targets}
    served = [
        one for one in questions if one not in serving and any(point.heading.anchor in aimed for point in one.points)
    ]
    columns = [point for one in serving for point in one.points]
    rows = [point for one in served for point in one.points]
    if not rows:
        return None
    return {
        "columns": [_label(point) for point in columns],
        "rows": [
            {
                **_label(row),
                "of": inlines(row.statement, names),
                "signs": [_sign(point, row.heading.anchor) for point in columns],
            }
            for row in rows
        ],
        "cautions": any(point.is_caution and point.targets for point in columns),
    }


def _label(point: _Point) -> dict[str, Data]:
    return {"label": b.plain(point.heading.short), "to": point.heading.anchor}


def _sign(point: _Point, target: str) -> str:
    if target not in point.targets:
        return ""
    return "○" if point.is_caution else "●"


def _words(blocks: b.Blocks) -> str:
    return " ".join(b.plain(block.children) for block in blocks if isinstance(block, b.Paragraph))
