"""A Word file → its content: text with tracked changes taken or not, notes, citations, and all that was left out."""

from collections.abc import Iterator, Mapping
from typing import cast

from briefkit.importing.content import Blocks, Content, Left
from briefkit.importing.word.body import DROPPED, Reader
from briefkit.importing.word.body import Tracked as Tracked
from briefkit.importing.word.counted import texts
from briefkit.importing.word.numbering import Numbering
from briefkit.importing.word.package import Package
from briefkit.importing.word.sources import sources
from briefkit.importing.word.styles import Styles
from briefkit.importing.word.tree import at, each, value
from briefkit.text.printable import clean


def read(data: bytes, tracked: Tracked = "accept") -> Content:
    """Read a Word file.

    Nothing in it is run, and nothing that it leads to is fetched. Raises InputError for a file that is no Word file,
    is damaged, locked, has macros, or holds more than a text does.
    """
    return _File(Package(data), tracked).content()


class _File:
    """One file while it is read."""

    def __init__(self, package: Package, tracked: Tracked) -> None:
        self.package = package
        self.tracked: Tracked = tracked
        self.styles = Styles(package.kind("styles"))
        self.numbering = Numbering(package.kind("numbering"))
        self.left: list[Left] = []
        self.words: list[str] = []
        self.sources: dict[str, object] = dict(sources(package))

    def content(self) -> Content:
        root = self.package.xml(self.package.main)
        body = at(root, "w:body") if root is not None else None
        reader = self._reader(self.package.main)
        blocks = reader.read(body) if body is not None else ()
        if body is not None:
            self.words += texts(body, DROPPED[self.tracked])
        notes = {**self._notes("footnotes", "w:footnote"), **self._notes("endnotes", "w:endnote")}
        self._comments(reader.line.commented)
        self._margins()
        self._drawn()
        return Content(
            blocks,
            notes,
            cast("Mapping[str, Mapping[str, object]]", self.sources),
            tuple(self.left),
            title=self._property("dc:title"),
            creator=self._property("dc:creator"),
            language=self._language(),
            words=tuple(self.words),
        )

    def _property(self, name: str) -> str:
        """Return a property of the file by its name."""
        parts = (target for kind, target, _ in self.package.related("") if kind == "core-properties")
        found = at(self.package.xml(next(parts, "")), name)
        return " ".join(clean(found.text or "").split()) if found is not None else ""

    def _reader(self, part: str) -> Reader:
        links = {name: target for kind, target, name in self.package.related(part) if kind == "hyperlink"}
        return Reader(self.styles, self.numbering, links, self.tracked, self.left, self.sources)

    def _notes(self, kind: str, tag: str) -> dict[str, Blocks]:
        """Return the notes of a kind by key; separators are none."""
        found: dict[str, Blocks] = {}
        for part in self.package.kinds(kind):
            root = self.package.xml(part)
            for note in each(root, tag):
                if value(note, "w:type") in ("", "normal"):
                    found[f"{kind[0]}{value(note, 'w:id')}"] = self._reader(part).read(note)
                    self.words += texts(note, DROPPED[self.tracked])
        return found

    def _comments(self, commented: Mapping[str, str]) -> None:
        for part in self.package.kinds("comments"):
            root = self.package.xml(part)
            for comment in each(root, "w:comment"):
                words = texts(comment, ())
                self.words += words
                about = commented.get(value(comment, "w:id"), "")
                who = " ".join(clean(value(comment, "w:author")).split())
                self.left.append(
                    Left("comment", " ".join(clean(" ".join(words)).split()), f"{who}: {about}" if about else who)
                )

    def _margins(self) -> None:
        """List what stands in headers and footers, each text once."""
        seen = dict.fromkeys(text for part in self.package.kinds("header", "footer") for text in self._texts(part))
        for text in seen:
            self.words.append(text)
            self.left.append(Left("header or footer", text))

    def _texts(self, part: str) -> Iterator[str]:
        root = self.package.xml(part)
        for text in texts(root, ()) if root is not None else ():
            yield " ".join(clean(text).split())

    def _drawn(self) -> None:
        """List the words of diagrams, which stand in parts of their own."""
        for part in self.package.kinds("diagramData"):
            root = self.package.xml(part)
            words = " ".join(element.text or "" for element in root.iter("a:t")) if root is not None else ""
            if words.strip():
                self.words.append(words)
                self.left.append(Left("image", " ".join(clean(words).split()), "a diagram"))

    def _language(self) -> str:
        """Return the language that most of the text is said to be in, as the styles have it."""
        root = self.package.kind("styles")
        found = at(root, "w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang")
        return value(found)
