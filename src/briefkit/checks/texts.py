"""The texts of a brief or a volume as they stand in its data, finished or not: one-line texts and Markdown."""

from collections.abc import Iterator

from briefkit.format.questions import QuestionSet
from briefkit.source.draft import Json, Path


def lines(data: Json, questions: QuestionSet, *, is_volume: bool) -> Iterator[tuple[Path, str]]:
    """Yield the one-line texts in which words stand, by path: titles, statements, reasons."""
    yield from _texts(data, (), "title", "subtitle")
    if is_volume:
        yield from _of_points(data, ("conclusion",), "statement")
        yield from _texts(_part(data, "epigraph"), ("epigraph",), "source")
        return
    for question in questions.questions:
        yield from _texts(_part(data, question.key), (question.key,), "because")
        yield from _of_points(data, (question.key,), "statement")
    for i, figure in enumerate(_entries(_part(data, "figures"))):
        yield from _texts(figure, ("figures", i), "title", "unit", "alt")


def prose(data: Json, questions: QuestionSet, *, is_volume: bool) -> Iterator[tuple[Path, str]]:
    """Yield the Markdown fields that are there, by path, in reading order."""
    if is_volume:
        yield from _texts(data, (), "preface", "acknowledgments")
        yield from _texts(_part(data, "epigraph"), ("epigraph",), "text")
        yield from _texts(data, (), "introduction")
    else:
        yield from _texts(data, (), "summary")
    for key in ("conclusion",) if is_volume else (question.key for question in questions.questions):
        yield from _texts(_part(data, key), (key,), "overview")
        yield from _of_points(data, (key,), "detail")
    for i, contributor in enumerate(_entries(_part(data, "contributors")) if is_volume else ()):
        yield from _texts(contributor, ("contributors", i), "bio")
    if is_volume and isinstance(about := _part(data, "about"), dict):
        yield from _texts(about, ("about",), *about)
    for i, figure in enumerate(() if is_volume else _entries(_part(data, "figures"))):
        yield from _texts(figure, ("figures", i), "source")
    for i, note in enumerate(_entries(_part(data, "editorial_notes"))):
        yield from _texts(note, ("editorial_notes", i), "says")


def points(data: Json, question: str) -> list[dict[str, Json]]:
    """Return the points that a draft has for a question, as far as they are points."""
    return [point for point in _entries(_part(_part(data, question), "points")) if isinstance(point, dict)]


def keys(data: Json) -> set[str]:
    """Return the names of the fields of a file, and of the entries of those that are mappings."""
    fields = data if isinstance(data, dict) else {}
    return {*fields, *(key for value in fields.values() if isinstance(value, dict) for key in value)}


def _of_points(data: Json, path: Path, key: str) -> Iterator[tuple[Path, str]]:
    found = data
    for step in path:
        found = _part(found, str(step))
    for i, point in enumerate(_entries(_part(found, "points"))):
        yield from _texts(point, (*path, "points", i), key)


def _texts(data: Json, path: Path, *keys: str) -> Iterator[tuple[Path, str]]:
    if isinstance(data, dict):
        for key in keys:
            value = data.get(key)
            if isinstance(value, str) and value:
                yield (*path, key), value.rstrip("\n")


def _part(data: Json, key: str) -> Json:
    return data.get(key) if isinstance(data, dict) else None


def _entries(data: Json) -> list[Json]:
    return data if isinstance(data, list) else []
