"""Pictures by their bytes: which kind they are and how large, as their first bytes say."""

from typing import NamedTuple


class Picture(NamedTuple):
    """The suffix of a picture's kind, and its size in pixels."""

    suffix: str
    width: int
    height: int


def measured(data: bytes) -> Picture | None:
    """Return what the bytes of a PNG or JPEG say of it; None for anything else, and for one of no size."""
    size = _png(data) if data.startswith(b"\x89PNG\r\n\x1a\n") else _jpeg(data)
    return Picture("png" if data.startswith(b"\x89PNG") else "jpeg", *size) if size and all(size) else None


def _png(data: bytes) -> tuple[int, int] | None:
    if len(data) < 24 or data[12:16] != b"IHDR":
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """Go from marker to marker up to the one that begins a frame, which has the size."""
    if not data.startswith(b"\xff\xd8"):
        return None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        kind = data[at + 1]
        if kind == 0xFF:  # filler
            at += 1
        elif 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None
