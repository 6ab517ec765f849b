"""What in a question set contradicts itself, though each part of it keeps to the schema."""

from collections import Counter
from collections.abc import Iterable, Iterator

from briefkit.format.questions import LINKS, Question, QuestionSet
from briefkit.source.draft import Path
from briefkit.source.finding import Fault
from briefkit.text.english import listed
from briefkit.text.printable import quoted
from briefkit.text.suggest import did_you_mean

POINT_FIELDS = ("themes", "actors", "horizon", "deadline")
"""What a point may say that every set knows."""

TAKEN = frozenset(
    "title subtitle subject partner authors date language audience based_on summary abbreviations references "
    "waivers volume questions".split()
)
"""Fields of a brief and names of other files, which no question may have."""

LISTED = frozenset(
    "briefs brief themes theme actors actor answered words errors warnings infos waived todos file line by points name "
    "description kind part_of asked tasks statements question id label statement cautions obstructs obstructed_by "
    "orphan accepted stance all".split()
)
"""Names of lists and of the columns beside those of questions, which no question may have either."""

OWN = frozenset(
    "id statement detail group stance label brief question file line because when place point theme actor".split()
)
"""Fields of a point, of its record and of lists, which no list of choices may have."""


def contradictions(questions: QuestionSet) -> Iterator[Fault]:
    """Yield a fault for each part of a set that does not fit the others."""
    yield from _repeated(questions)
    yield from _choices(questions)
    for question in questions.questions:
        yield from _named(questions, question)
        yield from _expected(question)
        yield from _verdict(question)
        yield from _bounds(question)
    yield from _circles(questions)
    yield from _changes(questions)


def _repeated(questions: QuestionSet) -> Iterator[Fault]:
    for field, of in (("key", "key"), ("letter", "letter"), ("name", "name")):
        values = Counter(str(getattr(question, of)) for question in questions.questions)
        seen: set[str] = set()
        for question in questions.questions:
            value = str(getattr(question, of))
            if values[value] > 1 and value in seen:
                first = next(other for other in questions.questions if getattr(other, of) == value)
                message = f"the {field} {quoted(value)} is taken by question {first.number}, {quoted(first.name)}"
                yield _fault(question, (field,), message, f"give each question a {field} of its own")
            seen.add(value)
            if field == "key" and value in LISTED:
                message = f"{quoted(value)} is what lists and data call something else"
                yield _fault(question, (field,), message, "call the question by another key")
            if field == "key" and value in TAKEN:
                yield _fault(
                    question, (field,), f"{quoted(value)} is a field of every brief", "call the question by another key"
                )


def _choices(questions: QuestionSet) -> Iterator[Fault]:
    for key in questions.choices:
        if key in OWN or key in POINT_FIELDS or key in LINKS:
            message = f"{quoted(key)} is a field of points already"
            yield Fault(("choices", key), message, "call the choice by another key", on="key")
        elif not questions.with_field(key):
            message = f"no question has {quoted(key)} under its fields"
            yield Fault(("choices", key), message, "add it to the `fields` of a question, or delete it", on="key")


def _named(questions: QuestionSet, question: Question) -> Iterator[Fault]:
    """Yield what a question names that is not there."""
    known = list(questions.by_key)
    for kind, keys in question.links.items():
        yield from _unknown(question, ("links", kind), keys, known, "question")
        if question.key in keys:
            message = f"the points of {quoted(question.key)} would link to each other"
            yield _fault(question, ("links", kind, keys.index(question.key)), message, "name another question")
    yield from _unknown(question, ("answered_by",), question.answered_by, known, "question")
    fields = [*POINT_FIELDS, *questions.choices]
    yield from _unknown(question, ("fields",), question.fields, fields, "field of points")
    for i, key in enumerate(question.answered_by):
        other = questions.by_key.get(key)
        if other and key != question.key and not any(question.key in other.links[kind] for kind in other.serving_links):
            message = f"the points of {quoted(key)} cannot link to those of {quoted(question.key)}"
            hint = f"add {quoted(question.key)} to the `links` of {quoted(key)}, under `addresses` or `rests_on`"
            yield _fault(question, ("answered_by", i), message, hint)


def _unknown(question: Question, path: Path, names: Iterable[str], known: list[str], kind: str) -> Iterator[Fault]:
    for i, name in enumerate(names):
        if name not in known:
            hint = did_you_mean(name, known, f"there are {listed(known, 'and')}")
            yield _fault(question, (*path, i), f"there is no {kind} {quoted(name)}", hint)


def _expected(question: Question) -> Iterator[Fault]:
    there = [*question.fields, *question.links]
    for i, names in enumerate(question.expects):
        for name in names:
            if name not in there:
                hint = did_you_mean(name, there, "add it to `fields` or `links`, or expect something else")
                message = f"{quoted(name)} is expected, but a point of {quoted(question.key)} cannot say it"
                yield _fault(question, ("expects", i), message, hint)


def _verdict(question: Question) -> Iterator[Fault]:
    verdict = question.verdict
    if verdict is None:
        return
    path = ("verdict", "covers_nothing")
    if unknown := sorted(verdict.covers_nothing - verdict.point.keys()):
        message = f"{', '.join(map(quoted, unknown))} is no stance that a point may have"
        yield _fault(question, path, message, "name values that stand under `point`")
    elif verdict.default in verdict.covers_nothing:
        message = f"a point that names no stance has {quoted(verdict.default)}, which would cover nothing"
        yield _fault(question, path, message, "put another value first under `point`")


def _bounds(question: Question) -> Iterator[Fault]:
    for least, most in (("least-points", "most-points"), ("least-share", "most-share")):
        low, high = question.limits.get(least, 0), question.limits.get(most, 0)
        if high and low > high:
            yield _fault(
                question, ("limits", least), f"`{least}` is {low}, more than `{most}`, {high}", "turn them round"
            )


def _circles(questions: QuestionSet) -> Iterator[Fault]:
    """Yield one fault for each circle of questions that answer each other, at its first question."""
    reported: set[str] = set()
    for question in questions.questions:
        circle = _circle(questions, question)
        if circle and reported.isdisjoint(circle):
            reported |= {*circle}
            message = f"`answered_by` goes in a circle: {' → '.join((*circle, circle[0]))}"
            yield _fault(question, ("answered_by",), message, "let one of them be answered by none of the others")


def _circle(questions: QuestionSet, start: Question) -> tuple[str, ...]:
    """Return the keys of the shortest way from a question back to itself; empty when there is none."""
    ways: list[tuple[str, ...]] = [(start.key,)]
    seen: set[str] = set()
    for way in ways:
        last = questions.by_key.get(way[-1])
        for key in last.answered_by if last else ():
            if key == start.key:
                return way
            if key not in seen:
                seen.add(key)
                ways.append((*way, key))
    return ()


def _changes(questions: QuestionSet) -> Iterator[Fault]:
    for i, version in enumerate(questions.changes):
        if version > questions.version:
            message = f"a change of version {version}, but the set is at version {questions.version}"
            yield Fault(("changes", i, "version"), message, f"write `version: {version}` above, if it is in force")


def _fault(question: Question, path: Path, message: str, hint: str | None) -> Fault:
    return Fault((*question.place.path, *path), message, hint)
