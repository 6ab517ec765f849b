"""Values → YAML in block style, as people write it."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from briefkit.text.printable import clean

_PLAIN = re.compile(r"[^\W\d_][^\n:#]*(?:(?::(?=[^\s])|(?<=\S)#)[^\n:#]*)*")
_DATE = re.compile(r"\d{4}-\d\d(-\d\d)?")
_WORDS = frozenset("null true false yes no on off y n ~".split())


def scalar(text: str) -> str:
    """Return a text on one line, in quotes where YAML would read something else."""
    text = " ".join(clean(text).split())
    is_plain = _PLAIN.fullmatch(text) and text.lower() not in _WORDS and not text.endswith((":", " "))
    if is_plain or _DATE.fullmatch(text):
        return text
    return json.dumps(text, ensure_ascii=False)


def block(key: str, text: str, indent: int) -> Iterator[str]:
    """Yield the lines of a field of prose as a literal block."""
    yield f"{' ' * indent}{key}: |"
    for line in text.split("\n"):
        yield f"{' ' * (indent + 2)}{line}".rstrip() if line.strip() else ""


def entries(key: str, values: Sequence[str], indent: int) -> Iterator[str]:
    """Yield a list of short texts."""
    yield f"{' ' * indent}{key}:"
    for value in values:
        yield f"{' ' * (indent + 2)}- {scalar(value)}"


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
            yield f"{start} {scalar(str(value))}"


def remark(text: str, indent: int = 0) -> Iterator[str]:
    """Yield text as comments."""
    for line in text.split("\n"):
        yield f"{' ' * indent}# {clean(line)}".rstrip()
