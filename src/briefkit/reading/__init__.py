"""Reading: from the bytes of a file to a draft, with all that is wrong with its encoding and its YAML."""

import codecs
import pathlib
import stat
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # who takes the bytes of a file and knows them from before needs nothing of what reads them
    from briefkit.source.draft import Draft
    from briefkit.source.finding import Finding

__all__ = ["MAX_BYTES", "Reading", "load", "read", "read_bytes"]

MAX_BYTES = 2_000_000


@dataclass(frozen=True)
class Reading:
    """A draft and what is wrong with its file, sorted by place.

    The draft is None where the file could not be read to its end. It may come with errors, such as a key that stands
    twice: who builds on it looks at the findings, too.
    """

    draft: "Draft | None"
    findings: "tuple[Finding, ...]"


def read(path: pathlib.Path, name: str | None = None) -> Reading:
    """Read a file, which messages call by `name` or, without one, by its path.

    Nothing is raised: a file that is missing or may not be opened is a finding.
    """
    name = path.as_posix() if name is None else name
    data = load(path, name)
    return data if isinstance(data, Reading) else read_bytes(data, name)


def load(path: pathlib.Path, name: str) -> bytes | Reading:
    """Return the bytes of a file, or the reading of one that is missing or may not be opened, which says so."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            kind = "a folder" if stat.S_ISDIR(status.st_mode) else "a device or a pipe"
            hint = "name a file with the ending `.yaml`"
            return _refuse(name, "unreadable-file", f"this is {kind}, not a file", hint)
        if status.st_size > MAX_BYTES:
            return _refuse_size(name, status.st_size)
        return path.read_bytes()
    except FileNotFoundError:
        return _refuse(name, "unreadable-file", "there is no such file", "check its name and its folder")
    except PermissionError:
        hint = "close it in other programs, or ask its owner for access"
        return _refuse(name, "unreadable-file", "the file may not be opened", hint)
    except OSError as error:
        message = f"the file cannot be opened: {error.strerror}"
        return _refuse(name, "unreadable-file", message, "check the disk or drive")


def read_bytes(data: bytes, name: str, *, pure: bool = False) -> Reading:
    """Read the bytes of a file, which messages call by `name`.

    `pure` takes the parser in Python where there is a faster one in C, too; the result is the same.
    """
    if len(data) > MAX_BYTES:
        return _refuse_size(name, len(data))
    from briefkit.reading import encoding
    from briefkit.reading.composer import grow
    from briefkit.reading.findings import findings
    from briefkit.reading.text_fault import MOST_FINDINGS
    from briefkit.source.draft import Draft, Source

    if fault := encoding.not_utf8(data):
        return Reading(None, findings(Source(name, ""), [fault]))
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        source = Source(name, data.decode())
    except UnicodeDecodeError as error:
        return Reading(None, findings(Source(name, data.decode(errors="replace")), [encoding.bad_byte(error)]))
    if faults := list(islice(encoding.forbidden(source.text), MOST_FINDINGS + 1)):
        return Reading(None, findings(source, faults))
    tree = grow(source.text, pure=pure)
    draft = None if tree.root is None else Draft(source, tree.data, tree.root)
    return Reading(draft, findings(source, tree.faults))


def _refuse(name: str, rule: str, message: str, hint: str) -> Reading:
    from briefkit.reading.findings import findings
    from briefkit.reading.text_fault import TextFault
    from briefkit.source.draft import Source

    return Reading(None, findings(Source(name, ""), [TextFault(rule, 0, 0, message, hint)]))


def _refuse_size(name: str, size: int) -> Reading:
    message = f"the file is larger than {MAX_BYTES // 1_000_000} MB ({size:,} bytes)"
    return _refuse(name, "file-too-large", message, "a brief is text only: check that this is the right file")
