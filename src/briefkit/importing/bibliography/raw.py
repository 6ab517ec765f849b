"""An entry of a bibliography on its way to a reference: CSL fields, and what had no place among them."""

from dataclasses import dataclass, field


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
