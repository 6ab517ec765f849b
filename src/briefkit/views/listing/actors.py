"""Those who are asked to act, with their tasks."""

from collections.abc import Collection, Iterator

from briefkit.document import blocks as b
from briefkit.views.listing.column import Column, Listing, count_of
from briefkit.views.listing.selection import Selection
from briefkit.views.view import Record

FIELDS = ("actor", "kind", "part_of", "recommendations", "tasks", "statements", "briefs", "file", "line")


def _records(selection: Selection) -> Iterator[Record]:
    """Yield the actors in the order of the volume, then those that it does not list.

    With a filter, actors without a task that passes are left out.
    """
    listed = selection.volume.actors if selection.volume else {}
    tasks: dict[str, list[tuple[str, str, str]]] = {}
    for brief, point in selection.points():
        for actor in point.actors:
            tasks.setdefault(actor, []).append((brief.name, point.label, b.clean(point.statement)))
    for actor in dict.fromkeys([*listed, *tasks]):
        mine = tasks.get(actor, [])
        if (selection.is_narrowed and not mine) or (selection.actors and actor not in selection.actors):
            continue
        known = listed.get(actor)
        yield {
            "actor": b.clean(actor),
            "kind": known.kind if known else None,
            "part_of": b.clean(known.part_of) or None if known else None,
            "recommendations": len(mine),
            "tasks": [f"{brief}:{label}" for brief, label, _ in mine],
            "statements": [statement for *_, statement in mine],
            "briefs": {name: sum(brief == name for brief, *_ in mine) for name in selection.briefs},
            "file": known.place.file if known else None,
            "line": known.place.line if known else None,
        }


def _tasks(record: Record, _: Selection) -> b.Blocks:
    tasks, statements = record["tasks"], record["statements"]
    if not isinstance(tasks, list) or not isinstance(statements, list):
        return ()
    return tuple(
        b.Paragraph((b.Styled(b.text(str(task)), "label"), b.Text(" "), *b.text(str(statement))), "entry")
        for task, statement in zip(tasks, statements, strict=True)
    )


def _unnamed(selection: Selection, _: Collection[str]) -> str:
    """Say which recommendations name nobody, so that the list is not taken for complete."""
    names = [
        f"{brief.name}:{point.label}"
        for brief, point in selection.points()
        if point.question == "recommendations" and not point.actors
    ]
    return f"Nobody is named in {', '.join(names)}." if names else ""


LISTING = Listing(
    name="actors",
    kind="actors",
    records=_records,
    fields=FIELDS,
    filters=("brief", "theme", "actor", "author"),
    narrow="actor+kind,recommendations,tasks",
    wide="actor,kind,part_of,recommendations,tasks",
    columns={
        "actor": Column(weight=1),
        "recommendations": Column("Asked", number=True),
        "tasks": Column(show=_tasks, weight=3),
    },
    per_brief=count_of,
    legend=_unnamed,
)
