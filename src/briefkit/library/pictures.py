"""The pictures beside the briefs: which there are in the folder `figures`, and which of them cannot be shown."""

import os
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from briefkit.checks.picture import Picture
from briefkit.library.files import encoded

FOLDER = "figures"
MOST_BYTES = 5_000_000
"""A page that is sent about should not weigh more."""

_SIGNATURES = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff"}
_ACTIVE = re.compile(
    rb"<\s*(?:script|foreignObject|iframe|embed|object)\b|\son\w+\s*=|javascript:|<!ENTITY|(?:href|src)\s*=\s*[\"'](?!#|data:image/)",
    re.IGNORECASE,
)
"""What makes more of an SVG than a picture: code, entities, and addresses of other files."""


def pictures(folder: Path | None) -> dict[str, Picture]:
    """Return the pictures of a library by their paths from its folder, with what is wrong with each."""
    inside = folder / FOLDER if folder else None
    if not inside or not inside.is_dir():
        return {}
    found = (path for path in sorted(inside.iterdir()) if path.suffix.lower() in (*_SIGNATURES, ".svg"))
    return {f"{FOLDER}/{path.name}": Picture(_seen(path, inside)[0], partial(_read, path, inside)) for path in found}


def pictures_key(found: Mapping[str, Picture]) -> bytes:
    """Return what stands for pictures in a key of the cache."""
    return encoded(repr(sorted((name, picture.fault) for name, picture in found.items()))) if found else b""


def _read(path: Path, inside: Path) -> bytes:
    """Return the bytes of a picture, none if it cannot be shown: it may have changed since it was looked at."""
    fault, data = _seen(path, inside)
    return b"" if fault else data


def _seen(path: Path, inside: Path) -> tuple[str, bytes]:
    """Return what keeps a file from being shown as a picture, as the end of a sentence, and its bytes."""
    try:
        if Path(os.path.realpath(path)).parent != Path(os.path.realpath(inside)):
            return "leads out of the folder", b""
        if not path.is_file():
            return "is no file", b""
        if path.stat().st_size > MOST_BYTES:
            return f"is larger than {MOST_BYTES // 1_000_000} MB", b""
        data = path.read_bytes()
    except OSError:
        return "cannot be read", b""
    return _fault(path, data), data


def _fault(path: Path, data: bytes) -> str:
    if signature := _SIGNATURES.get(path.suffix.lower()):
        return "" if data.startswith(signature) else f"is no {path.suffix[1:].upper()} picture"
    if b"<svg" not in data:
        return "is no SVG picture"
    return "holds more than a picture, such as a script or the address of another file" if _ACTIVE.search(data) else ""
