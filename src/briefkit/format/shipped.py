"""The question sets that come with the package: the folder `sets` is the registry."""

import pkgutil
from functools import cache
from pathlib import Path

from briefkit.format.build_questions import build_questions
from briefkit.format.questions import DEFAULT, QuestionSet
from briefkit.reading import read_bytes


@cache
def names() -> tuple[str, ...]:
    """Return the names of the sets, the default first."""
    found = sorted(file.stem for file in (Path(__file__).parent / "sets").glob("*.yaml"))
    return (DEFAULT, *(name for name in found if name != DEFAULT))


@cache
def shipped(name: str) -> QuestionSet:
    """Return the set of a name, which must be one of `names`; a test holds that each conforms to its schema."""
    reading = read_bytes(text(name), f"{name}.yaml")
    if reading.draft is None:
        raise ValueError(f"the question set {name} cannot be read")
    return build_questions(reading.draft)


def default() -> QuestionSet:
    """Return the set of a library that names none."""
    return shipped(DEFAULT)


def text(name: str) -> bytes:
    """Return the file of a set as it is."""
    return pkgutil.get_data("briefkit.format", f"sets/{name}.yaml") or b""
