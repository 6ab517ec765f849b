"""Bytes → the parts of a Word file; what is no such file, or a dangerous one, is refused with its name."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from functools import cached_property
from xml.etree.ElementTree import Element
from zlib import error as ZlibError  # noqa: N812 (a name that says whose it is)

from briefkit.importing.word.tree import XmlError, parse
from briefkit.text.errors import InputError

LARGEST = 100_000_000
"""Bytes of a file; one with many pictures has some 50 million."""
LARGEST_PART = 32_000_000
"""Bytes of the XML of a part; the text of a book of 600 pages has some 20 million."""
RATIO = 200
"""How many times smaller a large part may be packed; real text is packed to a tenth or a twentieth, with 1 in 60 the
most that was seen."""
FROM = 1_000_000
"""Bytes from which on the ratio counts."""
MOST = 10_000
"""Parts of a file."""

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_MACRO = "macroEnabled"
_MAIN = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
_SAVE = "open it in Word or LibreOffice and save it as .docx"


def refused(why: str, hint: str) -> InputError:
    """Return the error for a file that cannot be read; `why` goes on after the name of the file."""
    return InputError(why, hint=hint)


class Package:
    """The parts of a Word file, each read when it is asked for."""

    def __init__(self, data: bytes) -> None:
        """Open the file. Raises InputError, with what it is instead, for one that is no Word file or is dangerous."""
        _check_kind(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._infos = {info.filename: info for info in self._zip.infolist()}
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
            raise refused("is damaged: it is packed like a Word file but cannot be unpacked", _SAVE) from None
        self._check_parts()
        self.main = self._main()

    def _check_parts(self) -> None:
        infos = self._zip.infolist()
        if len(infos) > MOST:
            raise refused(f"has more than {MOST:,} parts, which no Word file has", "ask its sender for another copy")
        if len(infos) != len(self._infos):
            raise refused("has two parts of one name, so that it means different things to different programs", _SAVE)
        for info in infos:
            name = info.filename
            if name.startswith("/") or ":" in name or "\\" in name or ".." in name.split("/"):
                raise refused("has a part that would be written outside of it", "do not open it; ask its sender")
            if info.flag_bits & 1:
                raise refused("is locked with a password", "open it in Word, take the password off and save it")
            packed = max(info.compress_size, 1)
            if name.endswith((".xml", ".rels")) and info.file_size > FROM and info.file_size // packed > RATIO:
                raise _bomb()

    def _main(self) -> str:
        types = self.xml("[Content_Types].xml")
        if types is None:
            kind = self.read("mimetype")[:60].decode("ascii", "replace")
            if kind.startswith("application/vnd.oasis.opendocument"):
                raise refused("is an OpenDocument file", _SAVE)
            raise refused("is a zip file, but no Word file", _SAVE)
        declared = {element.get("PartName", ""): element.get("ContentType", "") for element in types}
        if any(_MACRO in kind for kind in declared.values()) or any(name.endswith("vbaProject.bin") for name in self):
            raise refused("has macros (a .docm)", "save it in Word as .docx, which has none")
        main = next((target for kind, target, _ in self.related("") if kind == "officeDocument"), "word/document.xml")
        kind = declared.get(f"/{main}", "")
        for sign, what in (("spreadsheetml", "an Excel workbook"), ("presentationml", "a PowerPoint presentation")):
            if sign in kind:
                raise refused(f"is {what}", "import takes Word files")
        if main not in self._infos or (kind and not kind.endswith(_MAIN)):
            raise refused("is a zip file, but no Word file", _SAVE)
        return main

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the parts."""
        return iter(self._infos)

    def read(self, name: str) -> bytes:
        """Return the bytes of a part, none where there is none. Raises InputError for what is damaged or too large."""
        if name not in self._infos:
            return b""
        try:
            with self._zip.open(name) as stream:
                data = stream.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, ZlibError, NotImplementedError, RuntimeError, OSError, EOFError):
            raise refused(f"is damaged: its part {name} cannot be unpacked", _SAVE) from None
        if len(data) > LARGEST_PART:
            raise _bomb()
        return data

    def xml(self, name: str) -> Element | None:
        """Return the root of a part, None where there is none. Raises InputError for XML that is not taken."""
        data = self.read(name)
        if not data:
            return None
        try:
            return parse(data)
        except XmlError as error:
            raise refused(f"cannot be read: of its part {name}, {error}", _SAVE) from None

    def related(self, part: str) -> list[tuple[str, str, str]]:
        """Return what a part leads to: the kind, the part or address, and the id. The package itself is ``."""
        folder, _, file = part.rpartition("/")
        root = self.xml(f"{folder}/_rels/{file}.rels".removeprefix("/"))
        found = []
        for element in root if root is not None else ():
            target = element.get("Target", "")
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.append((element.get("Type", "").rpartition("/")[2], target, element.get("Id", "")))
        return found

    @cached_property
    def links(self) -> list[tuple[str, str, str]]:
        """What the main part leads to."""
        return self.related(self.main)

    def kind(self, kind: str) -> Element | None:
        """Return the root of the part of a kind that the main part leads to: `styles`, `footnotes`."""
        return next((self.xml(target) for found, target, _ in self.links if found == kind), None)

    def kinds(self, *kinds: str) -> list[str]:
        """Return the names of the parts of some kinds that the main part leads to."""
        return list(
            dict.fromkeys(target for found, target, _ in self.links if found in kinds and target in self._infos)
        )


def _bomb() -> InputError:
    return refused("holds far more than a text does once it is unpacked", "do not open it; ask its sender")


def _check_kind(data: bytes) -> None:
    if not data:
        raise refused("is empty", "name a file that Word has saved")
    if len(data) > LARGEST:
        raise refused(f"has more than {LARGEST // 1_000_000} MB", "make its pictures smaller in Word and save it")
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise refused("is locked with a password", "open it in Word, take the password off and save it")
        raise refused("is a file of Word 97–2003 (.doc) or of another old Office program", _SAVE)
    for sign, what in (
        (b"{\\rtf", "a Rich Text file"),
        (b"%PDF", "a PDF"),
        (b"<?xml", "an XML file, not a Word file"),
        (b"<", "a web page or XML, not a Word file"),
    ):
        if data.lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(sign.lower()):
            raise refused(f"is {what}", _SAVE)
    if not data.startswith(b"PK"):
        raise refused("is no Word file", _SAVE)
