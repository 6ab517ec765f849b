"""What the shell completes: names of formats, rules, questions and lists, and those of the library at hand."""

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from briefkit.format.model import Volume
    from briefkit.format.questions import QuestionSet
    from briefkit.library import Library


def one_of(*words: str) -> Callable[[str], list[str]]:
    """Return a completion among a few fixed words."""

    def complete(incomplete: str) -> list[str]:
        return _beginning(incomplete, words)

    return complete


def complete_question(context: typer.Context, incomplete: str) -> list[str]:
    """Return the questions of the library that begin like this."""
    return _beginning(incomplete, [question.slug for question in _questions(context).questions])


def complete_mapped(context: typer.Context, incomplete: str) -> list[str]:
    """Return the questions behind a heading and `=` that begin like this, `summary` and `none`."""
    text, sign, begun = incomplete.rpartition("=")
    slugs = [question.slug for question in _questions(context).questions]
    return [f"{text}={name}" for name in _beginning(begun, [*slugs, "summary", "none"])] if sign else []


def complete_what(context: typer.Context, incomplete: str) -> list[str]:
    """Return what can be listed of the library and begins like this."""
    from briefkit.views.listing import kinds

    return _beginning(incomplete, kinds(_questions(context)))


def complete_question_set(incomplete: str) -> list[str]:
    """Return the question sets of briefkit that begin like this."""
    from briefkit.format import shipped

    return _beginning(incomplete, shipped.names())


def complete_brief(context: typer.Context, incomplete: str) -> list[str]:
    """Return the briefs of the library that begin like this; no brief is read."""
    library = _library(context)
    return _beginning(incomplete, sorted(library.stems) if library else ())


def complete_theme(context: typer.Context, incomplete: str) -> list[str]:
    """Return the themes of the volume that begin like this."""
    volume = _volume(context)
    return _beginning(incomplete, volume.themes if volume else ())


def complete_actor(context: typer.Context, incomplete: str) -> list[str]:
    """Return the actors of the volume that begin like this."""
    volume = _volume(context)
    return _beginning(incomplete, volume.actors if volume else ())


def complete_author(context: typer.Context, incomplete: str) -> list[str]:
    """Return the contributors of the volume of whose names a word begins like this, from that word on."""
    volume = _volume(context)
    names = [person.name.split() for person in volume.contributors] if volume else []
    ends = ([" ".join(name[i:]) for i in range(len(name))] for name in names)
    return [found[0] for end in ends if (found := _beginning(incomplete, end))]


def complete_name(context: typer.Context, incomplete: str) -> list[str]:
    """Return the themes, actors, abbreviations and references of the volume and the points of a brief `brief:…`."""
    library, volume = _library(context), _volume(context)
    brief, colon, _ = incomplete.partition(":")
    if library and colon and brief in library.stems:
        parsed = library.parsed(brief)
        return _beginning(incomplete, [f"{brief}:{point.id}" for point in parsed.points] if parsed else ())
    names = [*volume.themes, *volume.actors, *volume.abbreviations] if volume else []
    names += [reference.id for reference in volume.references] if volume else []
    return _beginning(incomplete, [*names, *(f"{stem}:" for stem in library.stems)] if library else ())


def complete_rule(incomplete: str) -> list[str]:
    """Return the rules whose names begin like this; in a list with commas the last one is completed."""
    from briefkit.checks.ruleset import all_rules

    begun, comma, last = incomplete.rpartition(",")
    return [f"{begun}{comma}{name}" for name in _beginning(last, all_rules())]


def complete_explained(incomplete: str) -> list[str]:
    """Return the rules and the question sets whose names begin like this."""
    from briefkit.checks.ruleset import all_rules
    from briefkit.format import shipped

    return _beginning(incomplete, (*all_rules(), *shipped.names()))


def complete_columns(context: typer.Context, incomplete: str) -> list[str]:
    """Return column lists of the kind to be listed that begin like this: the last name is completed."""
    from briefkit.views.listing import kinds, listing

    questions = _questions(context)
    what = kinds(questions)
    # An option that still lacks its value stops the parser before WHAT has become a parameter.
    words = [context.params.get("what"), *context.args]
    names = listing(next((word for word in reversed(words) if word in what), what[0]), questions).all_columns()
    begun, comma, last = incomplete.rpartition(",")
    return [f"{begun}{comma}{name}" for name in _beginning(last, names)]


def _library(context: typer.Context) -> "Library | None":
    """Return the library that the command line names so far, else the nearest one."""
    from briefkit.library import find_library
    from briefkit.text.errors import BriefkitError

    try:
        return find_library(context.params.get("library"), os.environ, Path.cwd())
    except (BriefkitError, OSError):
        return None


def _questions(context: typer.Context) -> "QuestionSet":
    from briefkit.format import shipped
    from briefkit.text.errors import BriefkitError

    try:
        library = _library(context)
        return library.questions if library else shipped.default()
    except BriefkitError:
        return shipped.default()


def _volume(context: typer.Context) -> "Volume | None":
    library = _library(context)
    return library.volume if library else None


def _beginning(incomplete: str, words: Iterable[str]) -> list[str]:
    """Return the words that begin like this, as the shell takes them; Typer passes over those in another case."""
    found = [word for word in words if word.startswith(incomplete)]
    return [*map(_Escaped, found)] if _is_bare_bash() else found


class _Escaped(str):
    """A word that is printed as one types it, with a backslash before a blank; Typer compares it as it is."""

    __slots__ = ()

    def __format__(self, _: str) -> str:
        return re.sub(r"([^\w@%+=:,./-])", r"\\\1", self)


def _is_bare_bash() -> bool:
    """Tell whether bash asks, which puts words into the line as they are, and not within quotes."""
    typed = os.environ.get("COMP_WORDS", "")
    in_quotes = typed.count('"') % 2 or typed.count("'") % 2
    return os.environ.get("_BRIEFKIT_COMPLETE") == "complete_bash" and not in_quotes
