"""Values as YAML: in the style that was there where it can hold them, else in the plainest that can."""

import json
import re
import textwrap
from collections.abc import Iterator

from briefkit.reading import read_bytes
from briefkit.source.draft import Json

WIDTH = 120
"""Columns up to which a line is filled."""
STEP = 2
"""Blanks by which what is inside stands further to the right."""

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def scalar(value: str, *, style: str = "", indent: int = 0, column: int = 0, in_flow: bool = False) -> str:
    """Return a text as a scalar, without a line break at its end.

    `style` is `|`, `>`, `"`, `'` or, for a plain scalar, empty; `indent` is the column, from 0, of the key or the dash
    before it, `column` that at which it begins; in brackets it stands on one line.
    """
    for candidate in _candidates(value, style, indent, column, in_flow):
        if _holds(candidate, value, indent, in_flow):
            return candidate
    return json.dumps(value, ensure_ascii=True)


def key(name: str) -> str:
    """Return the name of a key as it is typed."""
    return name if _KEY.fullmatch(name) and _holds(name, name, 0, in_flow=True) else scalar(name, in_flow=True)


def block(value: Json, indent: int) -> str:
    """Return what stands behind a key, from the colon's blank or line break on, for a key at the column `indent`."""
    match value:
        case dict() if value:
            return "\n" + mapping(value, indent + STEP)
        case list() if value:
            line = flow(value)
            if not any(isinstance(entry, dict | list) for entry in value) and indent + len(line) < WIDTH:
                return f" {line}"
            return "\n" + "\n".join(entry(one, indent + STEP) for one in value)
        case str():
            return f" {scalar(value, style='|' if value.count(chr(10)) else '', indent=indent, column=indent + 12)}"
        case None:
            return ""
    return f" {flow(value)}"


def mapping(value: dict[str, Json], indent: int) -> str:
    """Return a mapping in lines of its own, without a line break at its end."""
    return "\n".join(f"{' ' * indent}{key(name)}:{block(one, indent)}" for name, one in value.items())


def entry(value: Json, indent: int) -> str:
    """Return an entry of a list with its dash at the column `indent`."""
    if isinstance(value, dict) and value:
        return f"{' ' * indent}- {mapping(value, indent + STEP).lstrip(' ')}"
    return f"{' ' * indent}-{block(value, indent)}"


def flow(value: Json) -> str:
    """Return a value on one line, collections in brackets."""
    if isinstance(value, str):
        return scalar(value, in_flow=True)
    if isinstance(value, list):
        return "[" + ", ".join([flow(one) for one in value]) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join([f"{key(name)}: {flow(one)}" for name, one in value.items()]) + "}"
    return json.dumps(value)


def _candidates(value: str, style: str, indent: int, column: int, in_flow: bool) -> Iterator[str]:
    wanted = style if not in_flow or style not in ("|", ">") else ""
    styles: list[str] = [wanted, "|" if "\n" in value and not in_flow else "", "", '"']
    for one in dict.fromkeys(styles):
        match one:
            case "|":
                yield _literal(value, indent + STEP)
            case ">":
                yield _folded(value, indent + STEP)
            case "'":
                yield "'" + value.replace("'", "''") + "'"
            case '"':
                yield json.dumps(value, ensure_ascii=False)
            case _:
                yield value if in_flow else _wrapped(value, indent + STEP, column)


def _literal(value: str, indent: int) -> str:
    body = value.rstrip("\n")
    breaks = len(value) - len(body)
    lines = (f"{' ' * indent}{line}" if line else "" for line in body.split("\n"))
    ending = "\n" * (breaks - 1) if breaks > 1 else ""
    return f"|{_chomping(breaks)}\n" + "\n".join(lines) + ending


def _folded(value: str, indent: int) -> str:
    body = value.rstrip("\n")
    breaks = len(value) - len(body)
    pad = " " * indent
    lines = [line for part in re.sub(r"\n+", r"\n\g<0>", body).split("\n") for line in _wrap(part, WIDTH - indent)]
    return f">{_chomping(breaks)}\n" + "\n".join(f"{pad}{line}" if line else "" for line in lines)


def _chomping(breaks: int) -> str:
    return "-" if breaks == 0 else "" if breaks == 1 else "+"


def _wrapped(value: str, indent: int, column: int) -> str:
    if "\n" in value or column + len(value) <= WIDTH:
        return value
    first, *others = _wrap(" " * column + "\0" + value, WIDTH)
    rest = _wrap(" ".join(others), WIDTH - indent) if others else []
    return "\n".join([first[column + 1 :], *(f"{' ' * indent}{line}" for line in rest)])


def _wrap(line: str, width: int) -> list[str]:
    return textwrap.wrap(line, max(width, 20), break_long_words=False, break_on_hyphens=False) or [""]


def _holds(candidate: str, value: str, indent: int, in_flow: bool) -> bool:
    """Tell whether a scalar is read as the text that was meant, without a finding."""
    line = f"k: [{candidate}]" if in_flow else f"{' ' * indent}k: {candidate}"
    reading = read_bytes(f"{line}\n".encode("utf-8", "surrogatepass"), "scalar")
    meant: Json = {"k": [value] if in_flow else value}
    return reading.draft is not None and not reading.findings and reading.draft.data == meant
