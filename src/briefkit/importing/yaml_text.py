"""Values → YAML in block style, as people write it."""

from collections.abc import Iterator, Mapping, Sequence

from briefkit.editing import yaml_text
from briefkit.text.printable import clean


def scalar(text: str, indent: int = 0, key: str = "") -> str:
    """Return a text as the value of a key at a column: on one line or folded, in quotes where it would be another."""
    return yaml_text.scalar(" ".join(clean(text).split()), indent=indent, column=indent + len(key) + 2)


def block(key: str, text: str, indent: int) -> Iterator[str]:
    """Yield the lines of a field of prose as a literal block."""
    yield f"{' ' * indent}{key}: |"
    for line in text.split("\n"):
        yield f"{' ' * (indent + 2)}{line}".rstrip() if line.strip() else ""


def entries(key: str, values: Sequence[str], indent: int) -> Iterator[str]:
    """Yield a list of short texts."""
    yield f"{' ' * indent}{key}:"
    for value in values:
        yield f"{' ' * (indent + 2)}- {scalar(value, indent + 2)}"


def record(fields: Mapping[str, object], indent: int) -> Iterator[str]:
    """Yield an entry of a list that is a mapping: of texts, of lists of mappings."""
    sign = "- "
    for key, value in fields.items():
        start = f"{' ' * indent}{sign}{key}:"
        sign = "  "
        if isinstance(value, list):
            yield start
            for one in value:
                yield from record(one, indent + 4)
        elif isinstance(value, bool):
            yield f"{start} {str(value).lower()}"
        else:
            yield f"{start} {scalar(str(value), indent + 2, key)}"


def remark(text: str, indent: int = 0) -> Iterator[str]:
    """Yield text as comments."""
    for line in text.split("\n"):
        yield f"{' ' * indent}# {clean(line)}".rstrip()
