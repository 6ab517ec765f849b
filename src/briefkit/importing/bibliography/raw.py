"""An entry of a bibliography on its way to a reference: CSL fields, and what had no place among them."""

from dataclasses import dataclass, field

from briefkit.text.errors import InputError

MOST = 2_000
"""Sources in one file; more take longer than a person waits for an answer."""


@dataclass
class Raw:
    """The fields by their CSL names, and fields of the file that have none, with their values."""

    key: str
    fields: dict[str, object] = field(default_factory=dict)
    left: list[tuple[str, str]] = field(default_factory=list)

    def put(self, name: str, value: object, origin: str) -> None:
        """Set a CSL field; where it has a value already, the new one is left over, under the name in the file."""
        if value in ("", None, [], {}):
            return
        if name in self.fields and self.fields[name] != value:
            self.left.append((origin, str(value)))
        else:
            self.fields[name] = value


def not_too_many(count: int) -> None:
    """Raise InputError for more entries than an import takes."""
    if count > MOST:
        raise InputError(f"has {count:,} sources, more than {MOST:,}", hint="export those that the briefs cite")
