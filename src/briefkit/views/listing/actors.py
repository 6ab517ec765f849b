"""Those who are asked to act, with their tasks."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from briefkit.document import blocks as b
from briefkit.format.model import Actor
from briefkit.format.questions import QuestionSet
from briefkit.views.listing.column import Column, Listing, count_of_brief
from briefkit.views.listing.selection import Selection
from briefkit.views.rows import PointRow


@dataclass(frozen=True, slots=True)
class ActorRow:
    """Someone with the points that ask them to act, and their number by brief."""

    name: str
    known: Actor | None
    """The actor as the volume lists them, if it does."""
    tasks: tuple[PointRow, ...]
    briefs: Mapping[str, int]


def _rows(selection: Selection) -> Iterator[ActorRow]:
    """Yield the actors in the order of the volume, then those that it does not list.

    With a filter, actors without a task that passes are left out.
    """
    listed = selection.volume.actors if selection.volume else {}
    tasks: dict[str, list[PointRow]] = {}
    for row in selection.points():
        for actor in row.point.actors:
            tasks.setdefault(actor, []).append(row)
    for actor in dict.fromkeys([*listed, *tasks]):
        mine = tasks.get(actor, [])
        if (selection.is_narrowed and not mine) or (selection.actors and actor not in selection.actors):
            continue
        briefs = {name: sum(task.brief.name == name for task in mine) for name in selection.briefs}
        yield ActorRow(actor, listed.get(actor), tuple(mine), briefs)


def _tasks(row: ActorRow) -> b.Blocks:
    return tuple(
        b.Paragraph((b.Styled(b.text(task.name), "label"), b.Text(" "), *b.text(task.point.statement)), "entry")
        for task in row.tasks
    )


def _unnamed(selection: Selection, _: Collection[str]) -> str:
    """Say which points that should ask somebody name nobody, so that the list is not taken for complete."""
    expecting = (row for row in selection.points() if row.point.question.expected("actors"))
    names = [row.name for row in expecting if not row.point.actors]
    return f"Nobody is named in {', '.join(names)}." if names else ""


_LISTINGS: tuple[Listing[ActorRow], ...] = (
    Listing(
        name="actors",
        kind="actors",
        rows=_rows,
        columns={
            "actor": Column(lambda row: b.clean(row.name), weight=1),
            "kind": Column(lambda row: row.known.kind if row.known else None),
            "part_of": Column(lambda row: b.clean(row.known.part_of) or None if row.known else None),
            "asked": Column(lambda row: len(row.tasks), number=True),
            "tasks": Column(lambda row: [task.name for task in row.tasks], _tasks, weight=3),
            "statements": Column(lambda row: [b.clean(task.point.statement) for task in row.tasks]),
            "briefs": Column(lambda row: {**row.briefs}),
            "file": Column(lambda row: row.known.place.file if row.known else None),
            "line": Column(lambda row: row.known.place.line if row.known else None),
        },
        filters=("brief", "theme", "actor", "author"),
        narrow="actor+kind,asked,tasks",
        wide="actor,kind,part_of,asked,tasks",
        per_brief=count_of_brief(lambda row: row.briefs),
        legend=_unnamed,
    ),
)


def listings(_: QuestionSet) -> tuple[Listing[ActorRow], ...]:
    """Return the list of actors."""
    return _LISTINGS
