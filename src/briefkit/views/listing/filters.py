"""What was asked for → what the library calls it, or a message with did-you-mean."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

from briefkit.library import Library
from briefkit.text.errors import UsageError
from briefkit.text.suggest import unknown


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for, as written. Of the names in one filter one must fit, and every filter must."""

    brief: Sequence[str] = ()
    theme: Sequence[str] = ()
    actor: Sequence[str] = ()
    author: Sequence[str] = ()

    def check(self, what: str, fitting: Sequence[str]) -> None:
        """Raise UsageError for a filter that says nothing about what is listed."""
        for field in fields(self):
            if getattr(self, field.name) and field.name not in fitting:
                options = ", ".join(f"--{name}" for name in fitting)
                raise UsageError(f"{what} cannot be filtered by {field.name}", hint=f"filters that fit: {options}")


def find_theme(written: str, library: Library, used: Iterable[str]) -> str:
    """Return the id of a theme named by id or name, in any case. `used` are the themes on points.

    Raises UsageError for an unknown one, and when the library has none at all.
    """
    listed = library.volume.themes if library.volume else {}
    if not (known := dict.fromkeys([*listed, *used])):
        raise no_themes(library)
    names = {theme.name: id_ for id_, theme in listed.items() if theme.name not in known}
    return _find("theme", written, {id_: id_ for id_ in known} | names, list(known))


def find_actor(written: str, library: Library, used: Iterable[str]) -> str:
    """Return an actor, named in any case. `used` are the actors on points. Raises UsageError for an unknown one."""
    known = list(dict.fromkeys([*(library.volume.actors if library.volume else ()), *used]))
    if not known:
        raise UsageError(
            f"nobody is asked to act in {library.shown}",
            hint="name those who should act under `actors` of a point",
        )
    return _find("actor", written, {name: name for name in known}, known)


def find_authors(written: str, known: Iterable[str]) -> list[str]:
    """Return the authors of whose names all written words are part. Raises UsageError when there is none."""
    names = list(dict.fromkeys(known))
    words = written.casefold().split()
    found = [name for name in names if words and set(words) <= set(name.casefold().split())]
    if found:
        return found
    raise unknown("author", written, [*names, *(name.split()[-1] for name in names if name.split())], shown=names)


def no_themes(library: Library) -> UsageError:
    """Return the error for a library without themes: what is missing and how to add it."""
    volume = library.opened_volume
    if volume and not volume.subject:
        return UsageError(
            f"{volume.file} has errors, so its themes are unknown", hint="`briefkit validate` shows the errors"
        )
    missing = f"{volume.file} has no `themes`" if volume else f"{library.shown} has no volume.yaml to list them"
    return UsageError(
        f"this library has no themes: {missing}",
        hint="write `themes:` in volume.yaml, below it an id such as `energy:` and below that `name: Energy`; "
        "then put `themes: [energy]` on points",
    )


def _find(kind: str, written: str, known: Mapping[str, str], shown: Sequence[str]) -> str:
    folded = {name.casefold(): target for name, target in known.items()}
    if (found := folded.get(written.casefold())) is None:
        raise unknown(kind, written, list(known), shown=shown, see=f"`briefkit list {kind}s` shows them")
    return found
