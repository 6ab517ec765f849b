"""What serves each goal and challenge of a brief, as a matrix, and what nothing serves."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefkit.checks.parsed import ParsedBrief
from briefkit.document import blocks as b
from briefkit.format.model import Brief, Point
from briefkit.format.questions import BY_KEY
from briefkit.views.graph import Edge, Graph, GraphNode, Group, LinkKind, NodeKind, NodeMark
from briefkit.views.rows import Fields, Rows
from briefkit.views.trace.tracing import SERVED, SERVING, Trace, Traced, trace
from briefkit.views.view import View, contents, headline, labeled

TITLE = "Goals and challenges traced"

ADDRESSES = b.Styled((b.Text("●"),), "good")
CAUTION = b.Styled((b.Text("○"),), "caution")

KINDS: dict[str, NodeKind] = {
    "goals": "goal",
    "challenges": "challenge",
    "recommendations": "recommendation",
    "us_cooperation": "cooperation",
}


class TracedRow(NamedTuple):
    """A goal or a challenge of a brief, traced."""

    brief: Brief
    traced: Traced


FIELDS: Fields[TracedRow] = {
    "brief": lambda row: row.brief.name,
    "question": lambda row: row.traced.point.question,
    "id": lambda row: row.traced.point.id,
    "label": lambda row: row.traced.point.label,
    "statement": lambda row: b.clean(row.traced.point.statement),
    "recommendations": lambda row: [source.label for source in row.traced.recommendations],
    "cooperation": lambda row: [source.label for source in row.traced.cooperation],
    "cautions": lambda row: [source.label for source in row.traced.cautions],
    "obstructs": lambda row: [goal.label for goal in row.traced.obstructs],
    "obstructed_by": lambda row: [challenge.label for challenge in row.traced.obstructed_by],
    "orphan": lambda row: row.traced.is_orphan,
    "accepted": lambda row: b.clean(row.traced.accepted) or None,
    "file": lambda row: row.traced.point.place.file,
    "line": lambda row: row.traced.point.place.line,
}
"""Labels of what serves it and of what cautions, and of the links between challenges and goals."""


def view(briefs: Sequence[ParsedBrief]) -> View:
    """Return a matrix for each brief: its goals and challenges against its recommendations and cooperation points.

    The rows are the goals and challenges with what serves them.
    """
    traces = [trace(brief) for brief in briefs]
    found = tuple(TracedRow(item.brief, row) for item in traces for row in item.rows)
    graph = Graph(TITLE, tuple(_group(item) for item in traces))
    rows = Rows("trace", FIELDS, found, _name)
    return View(lambda: _document(traces), rows, graph)


def _document(traces: Sequence[Trace]) -> b.Document:
    parts = [_brief(item) for item in traces]
    if len(traces) > 1:
        parts.append(_total(traces))
    sections = tuple(b.Section("part", tuple(part)) for part in parts)
    blocks: b.Blocks = (_legend(), contents("contents", "chapter"), *sections)
    return b.Document(b.Meta(TITLE), (b.Chapter("trace", blocks, title=b.text(TITLE)),))


def _name(row: TracedRow) -> str:
    return f"{row.brief.name}:{row.traced.point.label}"


def _legend() -> b.Paragraph:
    addresses = b.Text(" addresses the goal or challenge; ")
    return b.Paragraph((ADDRESSES, addresses, CAUTION, b.Text(" is a caution, which covers nothing.")), "legend")


def _brief(item: Trace) -> Iterator[b.Block]:
    yield b.Heading(2, b.text(headline(item.brief)), f"trace--{item.brief.name}", b.text(item.brief.partner))
    yield _matrix(item)
    yield b.DefinitionList(tuple(_key(point) for point in item.serving))
    yield from _sentences(item)


def _key(point: Point) -> tuple[b.Inlines, b.Blocks]:
    """Return a label of the matrix with what it stands for."""
    caution = (b.Styled((b.Text("caution: "),), "caution"),) if _is_caution(point) else ()
    return b.text(point.label), (b.Paragraph((*caution, *b.text(point.statement))),)


def _is_caution(point: Point) -> bool:
    return point.stance == "does-not-help"


def _matrix(item: Trace) -> b.Table:
    sign = b.ColumnHint(align="center", fixed=True, sign=True)
    return b.Table(
        columns=(b.ColumnHint(), *(sign for _ in item.serving)),
        header=(b.Cell(()), *(b.Cell((b.paragraph(point.label),)) for point in item.serving)),
        groups=(b.RowGroup(tuple((_head(row), *(_cell(row, point) for point in item.serving)) for row in item.rows)),),
        row_heads=True,
        corner=b.text("Goal or challenge"),
    )


def _head(row: Traced) -> b.Cell:
    """Return a goal or challenge with what the signs beside it do not say, each remark on a line of its own."""
    statement = labeled(row.point)
    children = statement.children
    if row.obstructs:
        words = f"(in the way of {_list(row.obstructs)})"
        children += (b.LineBreak(), b.Styled(b.text(words), "muted"))
    if row.is_orphan:
        role: b.Role = "waived" if row.accepted else "orphan"
        children += (b.LineBreak(), b.Styled(b.text(f"({_verdict(row)})"), role))
    return b.Cell((b.Paragraph(children, statement.role),))


def _verdict(row: Traced) -> str:
    """Return what an orphan lacks, and whether the editor accepts it."""
    lacks = "no recommendation" if row.cooperation else "nothing serves it"
    return f"{lacks}, accepted" if row.accepted else lacks


def _cell(row: Traced, point: Point) -> b.Cell:
    if point in row.cautions:
        return b.Cell((b.Paragraph((CAUTION,)),))
    return b.Cell((b.Paragraph((ADDRESSES,)),) if point in (*row.recommendations, *row.cooperation) else ())


def _sentences(item: Trace) -> Iterator[b.Paragraph]:
    """Say how far the recommendations reach, why orphans are accepted, and which points lead nowhere."""
    yield b.Paragraph((b.Strong(b.text(f"{_coverage(item.rows)}.")),))
    orphans = [(row.point, row.accepted) for row in item.rows if row.is_orphan]
    yield from _lacking(orphans, "has", "have", "none", "orphan")
    for question in SERVING:
        unlinked = [(point, reason) for point, reason in item.unlinked if point.question == question]
        yield from _lacking(unlinked, "addresses", "address", "no goal and no challenge", "warning")


def _lacking(
    points: Sequence[tuple[Point, str]], verb: str, verbs: str, what: str, role: b.Role
) -> Iterator[b.Paragraph]:
    """Say of points that they lack something, those with the same reason together."""
    for reason in dict.fromkeys(reason for _, reason in points):
        these = [point for point, own in points if own == reason]
        lead = f"{_list(these)} {verb if len(these) == 1 else verbs} {what}"
        if reason:
            yield _sentence(f"{lead}; the editor accepts this:", "waived", reason)
        else:
            yield _sentence(f"{lead}.", role)


def _sentence(lead: str, role: b.Role, rest: str = "") -> b.Paragraph:
    return b.Paragraph((b.Styled(b.text(lead), role), b.Text(" "), *b.text(rest)), "finding")


def _coverage(rows: Sequence[Traced]) -> str:
    """Return how many goals and challenges have a recommendation: `2 of 3 goals and …`."""
    shares = []
    for question in SERVED:
        asked = [row for row in rows if row.point.question == question]
        served = sum(not row.is_orphan for row in asked)
        shares.append(f"{served} of {len(asked)} {BY_KEY[question].point}{'' if len(asked) == 1 else 's'}")
    return f"{' and '.join(shares)} have a recommendation"


def _total(traces: Sequence[Trace]) -> Iterator[b.Block]:
    """Say the same of all briefs together, in one sentence."""
    rows = [(item.brief.name, row) for item in traces for row in item.rows]
    sentence = _coverage([row for _, row in rows]) + _others([(name, row) for name, row in rows if row.is_orphan])
    yield b.Heading(2, (b.Text("All briefs together"),), "total")
    yield b.Paragraph((b.Strong(b.text(f"{sentence}.")),))


def _others(orphans: Sequence[tuple[str, Traced]]) -> str:
    """Return the rest of the sentence: how many orphans are accepted, and the names of those that are not."""
    names = [f"{name}:{row.point.label}" for name, row in orphans if not row.accepted]
    accepted = len(orphans) - len(names)
    parts = []
    if accepted:
        parts.append(f"{accepted} without one {'is' if accepted == 1 else 'are'} accepted with a reason")
    if names:
        parts.append(f"{len(names)} {'has' if len(names) == 1 else 'have'} none and no reason: {', '.join(names)}")
    return "".join(f"; {part}" for part in parts)


def _list(points: Iterable[Point]) -> str:
    """Return the labels of points in words: `G1, G2 and C1`."""
    labels = [point.label for point in points]
    return " and ".join(filter(None, (", ".join(labels[:-1]), labels[-1])))


def _group(item: Trace) -> Group:
    """Return a brief as a group of a graph: recommendations and cooperation first, then what they serve."""
    nodes = [*(_serving(item, point) for point in item.serving), *(_served(row) for row in item.rows)]
    edges = [edge for row in item.rows for edge in _edges(row)]
    return Group(b.clean(headline(item.brief)), tuple(nodes), tuple(edges))


def _serving(item: Trace, point: Point) -> GraphNode:
    remarks = ["caution"] if _is_caution(point) else []
    remarks += ["addresses nothing"] if any(point == unlinked for unlinked, _ in item.unlinked) else []
    mark: NodeMark | None = "caution" if _is_caution(point) else None
    return GraphNode(point.label, b.clean(point.statement), KINDS[point.question], mark, ", ".join(remarks))


def _served(row: Traced) -> GraphNode:
    mark: NodeMark | None = ("waived" if row.accepted else "orphan") if row.is_orphan else None
    remark = _verdict(row) if mark else ""
    return GraphNode(row.point.label, b.clean(row.point.statement), KINDS[row.point.question], mark, remark)


def _edges(row: Traced) -> Iterator[Edge]:
    kinds: tuple[tuple[LinkKind, tuple[Point, ...]], ...] = (
        ("addresses", (*row.recommendations, *row.cooperation)),
        ("caution", row.cautions),
        ("obstructs", row.obstructed_by),
    )
    return (Edge(source.label, row.point.label, kind) for kind, sources in kinds for source in sources)
