"""The contract of formats: what goes in and options of its own, text or bytes out.

A format is one module in a folder that says what it takes. So its name can be offered before it is loaded.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, Never, TypeAlias, TypeVar

from briefkit.text import registry
from briefkit.text.errors import UsageError
from briefkit.text.suggest import unknown

if TYPE_CHECKING:  # names of formats are asked for at every start
    from briefkit.document.blocks import Document
    from briefkit.format.model import Book, Brief
    from briefkit.publish.holdings import Holdings
    from briefkit.views.graph import Graph
    from briefkit.views.rows import Rows

Given: TypeAlias = Mapping[str, object]
"""Options by name, only those that were asked for."""

NOTHING: Given = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Options:
    """What may be asked of a format: nothing, unless it has options of its own."""


S_contra = TypeVar("S_contra", contravariant=True)
"""What goes in."""
Own = TypeVar("Own", bound=Options)


@dataclass(frozen=True, slots=True)
class Format(Generic[S_contra, Own]):
    """A format: its name on the command line, the suffix of its files, what writes it, and its options."""

    name: str
    suffix: str
    """Empty where no file is written."""
    write: Callable[[S_contra, Own], str | bytes]
    options: type[Own]
    has_width: bool = False
    """Whether its pages have a width, so that a table should be narrow."""
    mark: str = ""
    """What a file begins with, but not what is printed."""
    other_suffixes: tuple[str, ...] = ()
    """Suffixes that say the same, and that no file gets by itself."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """All suffixes of its files, the usual one first; none where no file is written."""
        return (self.suffix, *self.other_suffixes) if self.suffix else ()

    def knows(self, option: str) -> bool:
        """Tell whether it has an option of this name."""
        return option in (field.name for field in fields(self.options))

    def check(self, given: Given) -> None:
        """Raise UsageError for an option that it does not have."""
        for option in given:
            if not self.knows(option):
                raise foreign(option, self.name)

    def render(self, subject: S_contra, given: Given = NOTHING, usual: Given = NOTHING) -> str | bytes:
        """Return what it makes of a subject.

        `usual` stands for options that were not given, as far as the format has them. Raises UsageError for a given
        one that it does not have.
        """
        self.check(given)
        wanted = {option: value for option, value in usual.items() if self.knows(option)} | {**given}
        return self.write(subject, replace(self.options(), **wanted))


def plain_format(
    name: str,
    suffix: str,
    write: Callable[[S_contra], str | bytes],
    *,
    has_width: bool = False,
    mark: str = "",
    other_suffixes: tuple[str, ...] = (),
) -> Format[S_contra, Options]:
    """Return a format without options of its own."""
    return Format(name, suffix, lambda subject, _: write(subject), Options, has_width, mark, other_suffixes)


@dataclass(frozen=True, slots=True)
class Family(Generic[S_contra]):
    """The formats that take the same: the modules of a package, each with a FORMAT."""

    package: str

    @property
    def names(self) -> list[str]:
        """Their names, by letter; nothing is loaded."""
        return registry.names(self.package)

    def find(self, name: str) -> Format[S_contra, Options]:
        """Load and return a format. Raises UsageError, with did-you-mean, for an unknown one."""
        if name not in self.names:
            raise unknown("format", name, self.names)
        found: Format[S_contra, Options] = registry.module(self.package, name).FORMAT
        return found

    def __iter__(self) -> Iterator[Format[S_contra, Options]]:
        """Load the formats one after the other."""
        return map(self.find, self.names)


DOCUMENT: "Family[Document]" = Family("briefkit.publish.formats.documents")
ROWS: "Family[Rows[object]]" = Family("briefkit.publish.formats.rows")
GRAPH: "Family[Graph]" = Family("briefkit.publish.formats.graphs")
BRIEF: "Family[Brief | Book]" = Family("briefkit.publish.formats.briefs")
LIBRARY: "Family[Holdings]" = Family("briefkit.publish.formats.libraries")

Families: TypeAlias = Sequence[Family[Never]]
"""Formats that may take different things."""


def names(families: Families) -> list[str]:
    """Return the names of all formats of some families; nothing is loaded."""
    return [name for family in families for name in family.names]


def find(name: str, families: Families) -> Format[Never, Options]:
    """Load and return a format. Raises UsageError, with did-you-mean, for an unknown one."""
    family = next((family for family in families if name in family.names), None)
    if family is None:
        raise unknown("format", name, names(families))
    return family.find(name)


def suffixes(families: Families) -> list[str]:
    """Return the suffixes of files that say which format they have."""
    return list(dict.fromkeys(suffix for family in families for found in family for suffix in found.suffixes))


def by_suffix(suffix: str, families: Families) -> str | None:
    """Return the format whose files have a suffix, in any case.

    The last family is looked at first: commands name documents first, and their formats take longest to load.
    """
    formats = (found for family in reversed(families) for found in family) if suffix else ()
    return next((found.name for found in formats if suffix.lower() in found.suffixes), None)


def foreign(option: str, name: str) -> UsageError:
    """Return the error for an option that a format does not have: which ones have it."""
    having = [
        found.name for family in (DOCUMENT, ROWS, GRAPH, BRIEF, LIBRARY) for found in family if found.knows(option)
    ]
    shown = f"--{option.replace('_', '-')}"
    hint = f"formats that have it: {', '.join(having)}" if having else None
    return UsageError(f"{shown} says nothing about {name}", hint=hint)


def for_libraries(name: str) -> UsageError:
    """Return the error for a format of whole libraries where something else is to be written."""
    return UsageError(
        f"{name} is for a whole library, not for a part or a view of it",
        hint=f"write it with briefkit export --all -o FILE{LIBRARY.find(name).suffix}",
    )
