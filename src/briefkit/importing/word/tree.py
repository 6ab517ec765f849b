"""XML of Open XML parts → elements: no document types, no entities, no more depth and size than people need.

The standard library does it: expat never opens an external entity by itself, and a document type, which Open XML
forbids (ECMA-376 part 2, 6.2.5), is refused before anything in it is read.
"""

from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

DEEPEST = 160
"""Elements in each other; real files have some 30, with tables in text boxes in tables 60."""
MOST = 2_000_000
"""Elements of one part; a book of 600 pages has some 400,000."""

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/bibliography": "b",
    "http://purl.oclc.org/ooxml/officeDocument/bibliography": "b",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "urn:schemas-microsoft-com:vml": "v",
}


class XmlError(Exception):
    """XML that is not taken, and why."""


class _Builder(TreeBuilder):
    """Builds elements whose names have the usual prefixes, within the limits."""

    def __init__(self) -> None:
        super().__init__()
        self._names: dict[str, str] = {}
        self._depth = self._count = 0

    def doctype(self, name: str, public: str, system: str) -> None:
        del name, public, system
        raise XmlError("it declares a document type, which no Word file does")

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST:
            raise XmlError(f"its parts lie in each other more than {DEEPEST} deep")
        if self._count > MOST:
            raise XmlError(f"it has more than {MOST:,} parts")
        return super().start(self._name(tag), {self._name(key): value for key, value in attrs.items()} if attrs else {})

    def end(self, tag: str) -> Element:
        self._depth -= 1
        return super().end(self._name(tag))

    def _name(self, tag: str) -> str:
        known = self._names.get(tag)
        if known is None:
            space, _, local = tag.rpartition("}")
            prefix = _PREFIXES.get(space[1:], "x") if space else ""
            known = self._names[tag] = f"{prefix}:{local}" if prefix else local
        return known


def parse(data: bytes) -> Element:
    """Return the root of a part; names have the usual prefix, as `w:p`, in files of both namespaces of the standard.

    Raises XmlError for what is no XML, for a document type, and for more depth or elements than people need.
    """
    parser = XMLParser(target=_Builder())  # noqa: S314 (document types are refused, so there are no entities)
    try:
        parser.feed(data)
        root: Element = parser.close()
    except ParseError as error:
        line, column = error.position
        raise XmlError(f"its XML is broken in line {line}, column {column + 1}") from None
    except (ValueError, LookupError):  # an encoding that nobody knows
        raise XmlError("its XML is in an encoding that cannot be read") from None
    return root


def value(element: Element | None, name: str = "w:val") -> str:
    """Return an attribute of an element that may be missing; empty where there is none."""
    return element.get(name, "") if element is not None else ""


def is_on(element: Element | None) -> bool:
    """Tell whether a property that is on by being there is on."""
    return element is not None and element.get("w:val", "1") not in ("0", "false", "off", "none")


def at(element: Element | None, *names: str) -> Element | None:
    """Return the first child of a name, its first child of the next name, and so on; None where one is missing."""
    for name in names:
        if element is None:
            return None
        for child in element:
            if child.tag == name:
                element = child
                break
        else:
            return None
    return element


def each(element: Element | None, name: str) -> list[Element]:
    """Return the children of a name."""
    return [child for child in element if child.tag == name] if element is not None else []
