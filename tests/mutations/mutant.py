"""Mutants and the table of the faults that make them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from zlib import crc32

from briefkit.checks.picture import Picture
from mutations.consequences import Library
from mutations.document import Document


@dataclass(frozen=True)
class Hit:
    """A finding that must be there: its rule and line; the file is the mutated one unless it is named."""

    rule: str
    line: int
    file: str = ""


@dataclass(frozen=True)
class Mutant:
    """A file with one fault."""

    at: str
    """Where the fault is, for people."""
    data: bytes
    hits: tuple[Hit, ...]
    """The findings of the fault itself: one, or several where the file has as many faults to mend."""
    follows: frozenset[str] = frozenset()
    """Rules whose findings may follow elsewhere; where they must, `consequences` reckons."""
    measures: frozenset[str] = frozenset()
    """Remarks on shares and counts that may come or go with the size of the change."""


Kind = Callable[[Document, Library], Iterator[Mutant]]

ON_BRIEF: dict[str, Kind] = {}
ON_VOLUME: dict[str, Kind] = {}
PICTURES = {"figures/trade.png": Picture("", bytes), "figures/script.svg": Picture("has a script", bytes)}
"""What lies beside the briefs for mutants that show it, and what is wrong with it; the founding briefs have none."""
MEASURES = frozenset({"point-count", "unbalanced-sections", "uncited-section", "long-sentences", "state-as-actor"})


def on_brief(kind: Kind) -> Kind:
    """Enter a kind of fault into the table of the briefs."""
    ON_BRIEF[_name(kind)] = kind
    return kind


def on_volume(kind: Kind) -> Kind:
    """Enter a kind of fault into the table of the volume."""
    ON_VOLUME[_name(kind)] = kind
    return kind


def on_any(kind: Kind) -> Kind:
    """Enter a kind of fault into both tables."""
    return on_brief(on_volume(kind))


def _name(kind: Kind) -> str:
    return str(kind.__name__).replace("_", "-")


def mutant(
    at: object, text: str | bytes, *hits: Hit, follows: str = "", measures: frozenset[str] = frozenset()
) -> Mutant:
    """Return a mutant; `at` is a path or words, `follows` a list of rule names with blanks between."""
    where = ".".join(map(str, at)) if isinstance(at, tuple) else str(at)
    data = text.encode() if isinstance(text, str) else text
    return Mutant(where, data, hits, frozenset(follows.split()), measures)


def table(name: str) -> dict[str, Kind]:
    """Return the kinds of fault for a file."""
    return ON_VOLUME if name == "volume" else ON_BRIEF


def candidates(library: Library, name: str, kind: str) -> list[Mutant]:
    """Return a mutant for every place of a file in which a fault can be made."""
    return list(table(name)[kind](library[name], library))


def pick(library: Library, name: str, kind: str) -> Mutant | None:
    """Return one of the candidates, always the same; None where the file has no such place."""
    found = candidates(library, name, kind)
    return found[crc32(f"{name} {kind}".encode()) % len(found)] if found else None
