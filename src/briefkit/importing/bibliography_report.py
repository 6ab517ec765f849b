"""The report of an imported bibliography, in the shape of that of Word files."""

from collections import Counter

from briefkit.importing.bibliography import Bibliography
from briefkit.source.draft import Json
from briefkit.text.printable import shorten

_WIDE = 96


def text(made: Bibliography, source: str, target: str) -> str:
    """Return the report for people."""
    kinds = Counter(str(one["type"]) for one in made.references)
    lines = [f"imported {source}{f' → {target}' if target else ''}", "", "Found"]
    lines.append(f"  {'entries':<16} {made.entries}")
    lines.append(f"  {'references':<16} {len(made.references)} new, {len(made.duplicates)} known already")
    lines += [f"    {kind:<18} {number}" for kind, number in sorted(kinds.items())]
    lines += ["", "Decisions", *(f"  {one.about:<16} {one.says}" for one in made.log.decisions)]
    if made.log.unplaced:
        lines += ["", "No place was found for"]
        lines += [f"  {one.heading}: {one.why}. {shorten(one.text, _WIDE)}" for one in made.log.unplaced]
    return "\n".join(lines) + "\n"


def record(made: Bibliography, source: str, target: str) -> dict[str, Json]:
    """Return the report for machines."""
    return {
        "file": source,
        "target": target or None,
        "found": {
            "entries": made.entries,
            "references": [str(one["id"]) for one in made.references],
            "duplicates": [{"entry": entry, "reference": known} for entry, known in made.duplicates],
        },
        "decisions": [one._asdict() for one in made.log.decisions],
        "unplaced": [one._asdict() for one in made.log.unplaced],
        "left_out": [],
    }
