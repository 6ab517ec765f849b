"""What serves each goal and challenge of a brief, or what else should be answered, as a matrix."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import starmap
from typing import NamedTuple

from briefkit.checks.parsed import ParsedBrief
from briefkit.document import blocks as b
from briefkit.format.model import Brief, Point
from briefkit.format.questions import LINKS, VERBS, Question, QuestionSet
from briefkit.source.draft import Json
from briefkit.text.english import article, capital, counted, listed, names
from briefkit.text.errors import UsageError
from briefkit.views.graph import Edge, EdgeKind, Graph, GraphNode, Group, NodeKind, NodeMark
from briefkit.views.rows import Fields, Rows
from briefkit.views.trace.tracing import Trace, Traced, trace
from briefkit.views.view import View, contents, headline, labeled, point_stance

ADDRESSES = b.Styled((b.Text("●"),), "good")
CAUTION = b.Styled((b.Text("○"),), "caution")


class TracedRow(NamedTuple):
    """A point that should be answered, with the brief that makes it."""

    brief: Brief
    traced: Traced


def _fields(questions: QuestionSet) -> Fields[TracedRow]:
    """Return the fields of a record: labels of what serves it, question by question, of what cautions, and of links."""
    return {
        "brief": lambda row: row.brief.name,
        "question": lambda row: row.traced.point.question.key,
        "id": lambda row: row.traced.point.id,
        "label": lambda row: row.traced.point.label,
        "statement": lambda row: b.clean(row.traced.point.statement),
        **{question.key: _serving_of(question) for question in questions.serving},
        "cautions": lambda row: [source.label for source in row.traced.cautions],
        "obstructs": lambda row: [point.label for point in row.traced.obstructs],
        "obstructed_by": lambda row: [point.label for point in row.traced.obstructed_by],
        "orphan": lambda row: row.traced.is_orphan,
        "accepted": lambda row: b.clean(row.traced.accepted) or None,
        "file": lambda row: row.traced.point.place.file,
        "line": lambda row: row.traced.point.place.line,
    }


def _serving_of(question: Question) -> Callable[[TracedRow], Json]:
    return lambda row: [
        source.label for source in (*row.traced.answers, *row.traced.others) if source.question is question
    ]


def view(briefs: Sequence[ParsedBrief]) -> View:
    """Return a matrix for each brief: what should be answered, such as goals and challenges, against what serves it.

    The rows are the points that should be answered, with what serves them. Raises UsageError when the questions of
    the briefs answer nothing.
    """
    questions = briefs[0].questions
    if not questions.served:
        raise UsageError(
            f"there is nothing to trace: no question of `{questions.name}` is answered by another",
            hint="say so in the set under `answered_by`",
        )
    traces = [trace(brief) for brief in briefs]
    found = tuple(TracedRow(item.brief, row) for item in traces for row in item.rows)
    title = f"{names([question.name for question in questions.served], 'and')} traced"
    graph = Graph(title, tuple(_group(item) for item in traces))
    rows = Rows("trace", _fields(questions), found, _name)
    return View(lambda: _document(title, questions, traces), rows, graph)


def _document(title: str, questions: QuestionSet, traces: Sequence[Trace]) -> b.Document:
    parts = [_brief(item) for item in traces]
    if len(traces) > 1:
        parts.append(_total(traces))
    sections = tuple(b.Section("part", tuple(part)) for part in parts)
    blocks: b.Blocks = (_legend(questions), contents("contents", "chapter"), *sections)
    return b.Document(b.Meta(title), (b.Chapter("trace", blocks, title=b.text(title)),))


def _name(row: TracedRow) -> str:
    return f"{row.brief.name}:{row.traced.point.label}"


def _legend(questions: QuestionSet) -> b.Paragraph:
    points = listed([question.point for question in questions.served], "or")
    kinds = {kind for question in questions.serving for kind in question.serving_links}
    verbs = " or ".join(VERBS[kind][0] for kind in LINKS if kind in kinds)
    if not any(question.verdict and question.verdict.covers_nothing for question in questions.serving):
        return b.Paragraph((ADDRESSES, *b.text(f" {verbs} the {points}.")), "legend")
    serves = b.text(f" {verbs} the {points}; ")
    return b.Paragraph((ADDRESSES, *serves, CAUTION, b.Text(" is a caution, which covers nothing.")), "legend")


def _brief(item: Trace) -> Iterator[b.Block]:
    yield b.Heading(2, b.text(headline(item.brief)), f"trace--{item.brief.name}", b.text(item.brief.called))
    yield _matrix(item)
    yield b.DefinitionList(tuple(_key(point) for point in item.serving))
    yield from _sentences(item)


def _key(point: Point) -> tuple[b.Inlines, b.Blocks]:
    """Return a label of the matrix with what it stands for."""
    caution = (b.Styled(b.text(f"{point_stance(point)}: "), "caution"),) if point.covers_nothing else ()
    return b.text(point.label), (b.Paragraph((*caution, *b.text(point.statement))),)


def _matrix(item: Trace) -> b.Table:
    sign = b.ColumnHint(align="center", fixed=True, sign=True)
    return b.Table(
        columns=(b.ColumnHint(), *(sign for _ in item.serving)),
        header=(b.Cell(()), *(b.Cell((b.paragraph(point.label),)) for point in item.serving)),
        groups=(b.RowGroup(tuple((_head(row), *(_cell(row, point) for point in item.serving)) for row in item.rows)),),
        row_heads=True,
        corner=b.text(capital(listed([question.point for question in item.brief.questions.served], "or"))),
    )


def _head(row: Traced) -> b.Cell:
    """Return a point with what the signs beside it do not say, each remark on a line of its own."""
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
    lacks = f"no {_answer(row.point)}" if row.others else "nothing serves it"
    return f"{lacks}, accepted" if row.accepted else lacks


def _cell(row: Traced, point: Point) -> b.Cell:
    if point in row.cautions:
        return b.Cell((b.Paragraph((CAUTION,)),))
    return b.Cell((b.Paragraph((ADDRESSES,)),) if point in (*row.answers, *row.others) else ())


def _sentences(item: Trace) -> Iterator[b.Paragraph]:
    """Say how far the answers reach, why orphans are accepted, and which points lead nowhere."""
    yield b.Paragraph((b.Strong(b.text(f"{_coverage(item.rows)}.")),))
    orphans = [(row.point, row.accepted) for row in item.rows if row.is_orphan]
    yield from _lacking(orphans, "has", "have", "none", "orphan")
    questions = item.brief.questions
    for question in questions.serving:
        unlinked = [(point, reason) for point, reason in item.unlinked if point.question is question]
        targets = [questions.by_key[key].point for key in question.links[question.serving_links[0]]]
        nothing = listed([f"no {target}" for target in targets], "and")
        yield from _lacking(unlinked, *VERBS[question.serving_links[0]], nothing, "warning")


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
    """Return how many points have their answer: `2 of 3 goals and 4 of 5 challenges have a recommendation`."""
    parts: dict[str, list[tuple[int, str]]] = {}
    for question in dict.fromkeys(row.point.question for row in rows):
        asked = [row for row in rows if row.point.question is question]
        served = sum(not row.is_orphan for row in asked)
        share = f"{served} of {counted(len(asked), question.point, question.points)}"
        parts.setdefault(_answer(asked[0].point), []).append((len(asked), share))
    return "; ".join(starmap(_have, parts.items()))


def _have(answer: str, shares: Sequence[tuple[int, str]]) -> str:
    verb = "has" if [number for number, _ in shares] == [1] else "have"
    return f"{listed([share for _, share in shares], 'and')} {verb} {article(answer)}"


def _answer(point: Point) -> str:
    """Return what should answer a point."""
    return listed(point.question.answers, "or")


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
    return listed([point.label for point in points], "and")


def _group(item: Trace) -> Group:
    """Return a brief as a group of a graph: what serves first, then what it serves; each point once."""
    rows = {row.point.label for row in item.rows}
    serving = (_serving(item, point) for point in item.serving if point.label not in rows)
    nodes = [*serving, *(_served(row) for row in item.rows)]
    edges = [edge for row in item.rows for edge in _edges(row)]
    return Group(b.clean(headline(item.brief)), tuple(nodes), tuple(edges))


def _serving(item: Trace, point: Point) -> GraphNode:
    remarks = [point_stance(point)] if point.covers_nothing else []
    remarks += ["addresses nothing"] if any(point is unlinked for unlinked, _ in item.unlinked) else []
    mark: NodeMark | None = "caution" if point.covers_nothing else None
    asked = {key for question in item.brief.questions.served for key in question.answered_by}
    kind: NodeKind = "answer" if point.question.key in asked else "support"
    return GraphNode(point.label, b.clean(point.statement), kind, mark, ", ".join(remarks))


def _served(row: Traced) -> GraphNode:
    mark: NodeMark | None = ("waived" if row.accepted else "orphan") if row.is_orphan else None
    remark = _verdict(row) if mark else ""
    kind: NodeKind = "obstacle" if "obstructs" in row.point.question.links else "aim"
    return GraphNode(row.point.label, b.clean(row.point.statement), kind, mark, remark)


def _edges(row: Traced) -> Iterator[Edge]:
    kinds: tuple[tuple[EdgeKind, tuple[Point, ...]], ...] = (
        ("serves", (*row.answers, *row.others)),
        ("caution", row.cautions),
        ("obstructs", row.obstructed_by),
    )
    return (Edge(source.label, row.point.label, kind) for kind, sources in kinds for source in sources)
