"""What differs between two briefs: every edit is told, and nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefkit.format.model import Brief, Point
from briefkit.library import open_library
from briefkit.source.draft import Json
from briefkit.text.errors import UsageError
from briefkit.views.difference.compare import difference
from briefkit.views.difference.entries import entries
from briefkit.views.difference.model import Difference, Entry, EntryChange
from conftest import LIBRARIES

FOUNDING = open_library(LIBRARIES.parent.parent / "briefs").briefs()
GOOD = open_library(LIBRARIES / "good").briefs()
BRIEF = FOUNDING[0]

Edit = Callable[[list[Point]], list[Point]]


def edited(brief: Brief, edits: dict[int, Edit]) -> Brief:
    """Return a brief with the points of some answers changed, numbered anew."""
    answers = list(brief.answers)
    for place, edit in edits.items():
        points = edit(list(answers[place].points))
        question = answers[place].question
        numbered = tuple(replace(point, number=i, question=question) for i, point in enumerate(points, 1))
        answers[place] = replace(answers[place], points=numbered)
    return replace(brief, answers=tuple(answers))


def points(told: Difference) -> list[EntryChange]:
    return [change for change in told.changes if change.entry.part == "point"]


def applied(old: Sequence[Entry], told: Difference) -> list[tuple[str, str, str, int, dict[str, Json]]]:
    """Return what entries say when a difference has been applied to them: as (part, question, id, number, fields)."""
    changes = {id(change.old): change for change in told.changes if change.old}
    by_key = {(change.old.part, change.old.path): change for change in changes.values() if change.old}
    steady: dict[tuple[str, str], list[tuple[str, dict[str, Json]]]] = {}
    placed: dict[tuple[str, str], list[tuple[int, str, dict[str, Json]]]] = {}
    for entry in old:
        change = by_key.get((entry.part, entry.path))
        if change is None:
            steady.setdefault((entry.part, entry.question), []).append((entry.id, dict(entry.fields)))
        elif new := change.new:
            fields = {**entry.fields, **{field.field: field.new for field in change.fields}}
            fields = {key: value for key, value in fields.items() if value is not None}
            if change.moved:
                placed.setdefault((new.part, new.question), []).append((new.number, new.id, fields))
            else:
                steady.setdefault((new.part, new.question), []).append((new.id, fields))
    for change in told.changes:
        if change.old is None and (new := change.new):
            own = placed.setdefault((new.part, new.question), [])
            own.append((new.number, new.id, dict(new.fields)))
    found = []
    for part, question in {*steady, *placed}:
        row = steady.get((part, question), [])
        for number, name, fields in sorted(placed.get((part, question), ()), key=lambda item: item[:2]):
            row.insert(number - 1 if number else len(row), (name, fields))
        found += [(part, question, name, i, fields) for i, (name, fields) in enumerate(row, 1)]
    return sorted(found, key=lambda item: item[:4])


def said(new: Sequence[Entry]) -> list[tuple[str, str, str, int, dict[str, Json]]]:
    rows: dict[tuple[str, str], list[Entry]] = {}
    for entry in new:
        rows.setdefault((entry.part, entry.question), []).append(entry)
    return sorted(
        ((*key, entry.id, i, dict(entry.fields)) for key, row in rows.items() for i, entry in enumerate(row, 1)),
        key=lambda item: item[:4],
    )


@pytest.mark.parametrize("brief", [*FOUNDING, *GOOD], ids=lambda brief: brief.name)
def test_a_brief_does_not_differ_from_itself(brief: Brief) -> None:
    assert difference(brief, brief).changes == ()


def test_equal_entries_are_equal_briefs() -> None:
    told = [entries(brief) for brief in FOUNDING]

    assert all(len({entry.path for entry in found}) == len(found) for found in told)


FRESH = ["quartz", "violet", "ember", "granite", "willow", "copper"]
PLANS = st.dictionaries(
    st.integers(0, len(BRIEF.answers) - 1),
    st.tuples(
        st.sampled_from(["reword", "remove", "add", "rename", "theme", "swap"]),
        st.integers(0, 20),
        st.sampled_from(FRESH),
    ),
    min_size=1,
)
"""What is done to which answers, at which place, with which word."""


def carried_out(plan: dict[int, tuple[str, int, str]]) -> tuple[Brief, dict[str, str]]:
    """Return the brief with the edits of a plan, and what is to be told of each."""
    expected: dict[str, str] = {}

    def edit(found: list[Point], what: str, at: int, word: str) -> list[Point]:
        place = at % len(found)
        point = found[place]
        if what == "reword":
            words = point.statement.split()
            words.insert(at % (len(words) + 1), word)
            found[place] = replace(point, statement=" ".join(words))
            expected[point.id] = "statement"
        elif what == "remove":
            del found[place]
            expected[point.id] = "removed"
        elif what == "add":
            name = f"new-{word}-{point.id}"
            found.insert(place, replace(point, id=name, statement=f"{word} " * 9, detail="", themes=(), links={}))
            expected[name] = "added"
        elif what == "rename":
            found[place] = replace(point, id=f"{word}-{point.id}")
            expected[f"{word}-{point.id}"] = "renamed"
        elif what == "theme":
            found[place] = replace(point, themes=(*point.themes, word))
            expected[point.id] = "themes"
        elif len(found) > 1:
            other = (place + 1) % len(found)
            if {place, other} == {0, len(found) - 1} and len(found) > 2:
                other = place - 1
            found[place], found[other] = found[other], found[place]
            expected[f"{found[place].id}|{found[other].id}"] = "moved"
        return found

    def carry_out(own: tuple[str, int, str]) -> Edit:
        return lambda found: edit(found, *own)

    new = edited(BRIEF, {at: carry_out(own) for at, own in plan.items()})
    return new, expected


@settings(max_examples=40)
@given(PLANS)
def test_edits_are_told_each_once_and_nothing_else(plan: dict[int, tuple[str, int, str]]) -> None:
    new, expected = carried_out(plan)
    changes = difference(BRIEF, new).changes
    renamed = {change.new.id for change in changes if change.is_renamed and change.new}
    told: dict[str, str] = {}
    for change in changes:
        fields = [field.field for field in change.fields if not renamed & {*_ids(field.old)}]
        what: list[str] = [change.kind] if change.kind != "changed" else []
        what += ["renamed"] if change.is_renamed else []
        what += ["moved"] if change.moved else []
        if what + fields:
            told[change.entry.id] = "+".join(what + fields)

    for ids, expectation in expected.items():
        assert [told.pop(name) for name in ids.split("|") if name in told] == [expectation]
    assert told == {}


def _ids(value: Json) -> list[Json]:
    """Return the ids that a link names; one that still has an old id does not lead to a renamed point any more."""
    return value if isinstance(value, list) and all(isinstance(one, str) for one in value) else [str(value)]


@settings(max_examples=40)
@given(PLANS)
def test_the_new_side_of_a_difference_is_the_new_brief(plan: dict[int, tuple[str, int, str]]) -> None:
    new, _ = carried_out(plan)

    assert applied(entries(BRIEF), difference(BRIEF, new)) == said(entries(new))


@pytest.mark.parametrize(("old", "new"), [(FOUNDING[0], FOUNDING[1]), (FOUNDING[2], FOUNDING[3])])
def test_even_from_one_brief_to_another(old: Brief, new: Brief) -> None:
    told = difference(old, new)

    assert {change.kind for change in told.changes} == {"added", "removed", "changed"}
    assert told.changes[0].entry.part == "head"


def test_links_follow_a_renamed_point() -> None:
    first = BRIEF.points[0].id

    def rename(found: list[Point]) -> list[Point]:
        return [
            replace(
                point,
                id="fresh" if point.id == first else point.id,
                links={
                    kind: tuple("fresh" if name == first else name for name in ids) for kind, ids in point.links.items()
                },
            )
            for point in found
        ]

    told = difference(BRIEF, edited(BRIEF, dict.fromkeys(range(len(BRIEF.answers)), rename)))

    assert [(change.is_renamed, change.entry.id, change.fields) for change in told.changes] == [(True, "fresh", ())]


def test_a_point_that_answers_another_question() -> None:
    point = BRIEF.answers[1].points[0]
    new = edited(BRIEF, {1: lambda found: found[1:], 0: lambda found: [*found, point]})

    (change,) = points(difference(BRIEF, new))

    assert change.is_elsewhere
    assert change.moved
    assert not change.fields


def test_split_and_merged_points() -> None:
    one, two = "alpha beta gamma delta epsilon zeta eta theta", "iota kappa lambda omicron sigma upsilon phi omega"
    whole = edited(BRIEF, {0: lambda found: [replace(found[0], statement=f"{one} {two}", detail=""), *found[1:]]})
    first = whole.points[0]
    parts = edited(
        whole,
        {0: lambda found: [replace(first, statement=one), replace(first, id="other", statement=two), *found[1:]]},
    )

    split = {change.entry.id: change.others for change in difference(whole, parts).changes}
    merged = {change.entry.id: change.others for change in difference(parts, whole).changes}

    assert split == {first.id: (), "other": (first.id,)}
    assert merged == split


def test_where_lines_end_is_no_difference() -> None:
    text = BRIEF.points[0].detail
    joined = "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
    new = edited(BRIEF, {0: lambda found: [replace(found[0], detail=joined), *found[1:]]})

    assert text.strip() != joined.strip()
    assert difference(BRIEF, new).changes == ()


@pytest.mark.parametrize(
    "new",
    [
        replace(BRIEF, title="Another title"),
        replace(BRIEF, date="2016-01"),
        replace(BRIEF, authors=()),
        replace(BRIEF, references=BRIEF.references[1:]),
        replace(BRIEF, references=(replace(BRIEF.references[0], type="document"), *BRIEF.references[1:])),
        replace(BRIEF, abbreviations={**BRIEF.abbreviations, "XYZ": "Example"}),
        replace(BRIEF, editorial_notes=BRIEF.editorial_notes[1:]),
        replace(BRIEF, waivers=BRIEF.waivers[1:]),
        replace(BRIEF, summary=BRIEF.summary + "\n\nOne more."),
    ],
)
def test_every_part_is_looked_at(new: Brief) -> None:
    assert len(difference(BRIEF, new).changes) == (1 if new != BRIEF else 0)


def test_briefs_of_different_questions_have_no_difference() -> None:
    other = open_library(LIBRARIES.parent.parent / "examples" / "decision-memo").briefs()[0]

    with pytest.raises(UsageError, match="different questions"):
        difference(BRIEF, other)
