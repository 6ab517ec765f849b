"""A Word file as a package: parts with their types and relationships, zipped the same way every time."""

import io
import zipfile
from dataclasses import dataclass, field

from briefkit.publish.formats.documents.docx.xml import HEAD, escaped

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE = f"{_PACKAGE}/relationships/metadata/core-properties"

_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every part: the earliest that a zip file can give."""


_EFFORT = 2
"""How hard to press: at 6, what is usual, a file is an eighth smaller and takes more than twice the time."""


@dataclass
class Relationships:
    """What a part leads to, each under an id of its own."""

    ids: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def to(self, kind: str, target: str, *, external: bool = False) -> str:
        """Return the id of the relationship to a target, made where there is none."""
        return self.ids.setdefault((kind, target, external), f"rId{len(self.ids) + 1}")

    def xml(self) -> str:
        """Return the part that lists them."""
        each = "".join(
            f'<Relationship Id="{name}" Type="{_CORE if kind == "core" else f"{_OFFICE}/{kind}"}"'
            f' Target="{escaped(target)}"{" TargetMode=" + chr(34) + "External" + chr(34) if external else ""}/>'
            for (kind, target, external), name in self.ids.items()
        )
        return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


@dataclass
class Package:
    """The parts of the file by name, and what they are."""

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    relationships: Relationships = field(default_factory=Relationships)
    """Those of the package itself."""

    def add(self, name: str, kind: str, xml: str, relationships: Relationships | None = None) -> None:
        """Put a part of XML in, with its type and, if it has any, its relationships."""
        self.parts[name] = xml.encode()
        self.types[name] = kind
        if relationships and relationships.ids:
            folder, _, file = name.rpartition("/")
            self.parts[f"{folder}/_rels/{file}.rels"] = relationships.xml().encode()

    def zipped(self) -> bytes:
        """Return the file: the list of types first, as readers expect it, then the parts by name."""
        parts = {"_rels/.rels": self.relationships.xml().encode(), **self.parts}
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
            _put(file, "[Content_Types].xml", self._content_types().encode())
            for name in sorted(parts):
                _put(file, name, parts[name])
        return stream.getvalue()

    def _content_types(self) -> str:
        defaults = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in _DEFAULTS.items())
        each = "".join(
            f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in sorted(self.types.items())
        )
        return f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">{defaults}{each}</Types>'


def _put(file: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0  # the same on every system
    file.writestr(info, data, compresslevel=_EFFORT)
