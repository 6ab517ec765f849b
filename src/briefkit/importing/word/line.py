"""The inlines of one paragraph as they are collected, with the fields that are open in it."""

from dataclasses import dataclass, field

from briefkit.importing.content import Cited, Inline, Inlines, Left, LeftKind, Look, Text, plain
from briefkit.importing.word.fields import Field, understand
from briefkit.text.printable import clean

_DEEPEST = 50
"""Fields in each other, and comments about one place; real files have a few."""


@dataclass
class Open:
    """A field that has begun: its code so far, then what it is and, unless it is text, what it shows."""

    code: list[str] = field(default_factory=list)
    known: Field | None = None
    held: list[Inline] = field(default_factory=list)


class Line:
    """What is read, in order. Fields go on over the ends of paragraphs."""

    def __init__(self, left: list[Left], sources: dict[str, object]) -> None:
        """Begin; what is left out and the sources of citations go to the lists of the reader."""
        self._left = left
        self._sources = sources
        self._inlines: list[Inline] = []
        self._open: list[Open] = []
        self._beyond = 0
        """Fields that began inside too many others: what they show is text."""
        self._watched: dict[str, list[str]] = {}
        self.commented: dict[str, str] = {}
        """By the number of a comment, the words that it is about."""

    def text(self, text: str, look: Look) -> None:
        """Add text."""
        text = clean(text.replace("\xa0", " ")) if text != " " else text
        if not text:
            return
        for watched in self._watched.values():
            watched.append(text)
        link = next((one.known.link for one in reversed(self._open) if one.known and one.known.link), "")
        self.add(Text(text, look._replace(link=link) if link else look))

    def add(self, inline: Inline) -> None:
        """Add an inline, to the innermost field that keeps what it shows, or else to the paragraph."""
        for one in reversed(self._open):
            if one.known and one.known.fate != "text":
                one.held.append(inline)
                return
        self._inlines.append(inline)

    @property
    def in_code(self) -> bool:
        """Whether what comes is the code of a field, and not what it shows."""
        return bool(self._open) and self._open[-1].known is None

    def begin(self, known: Field | None = None) -> None:
        """Begin a field, whose code comes yet unless it is known."""
        if len(self._open) < _DEEPEST:
            self._open.append(Open(known=known))
        else:
            self._beyond += 1

    def code(self, text: str) -> None:
        """Take a piece of a field's code."""
        if self._open and self._open[-1].known is None:
            self._open[-1].code.append(text)

    def separate(self) -> None:
        """End the code of a field: what it shows comes next."""
        if self._open and self._open[-1].known is None:
            self._open[-1].known = understand("".join(self._open[-1].code))

    def end(self) -> None:
        """End a field."""
        if self._beyond or not self._open:
            self._beyond = max(self._beyond - 1, 0)
            return
        self.separate()
        one = self._open.pop()
        if one.known and one.known.fate == "citation":
            self._sources.update(one.known.sources)
            self.add(Cited(one.known.items, plain(tuple(one.held))))
            self._notes_of(one)
        elif one.known and (kind := one.known.fate) != "text" and kind != "citation":
            self.leave(kind, plain(tuple(one.held)))

    def _notes_of(self, one: Open) -> None:
        """Keep the marks of notes that stood in what a citation showed."""
        for inline in one.held:
            if not isinstance(inline, Text | Cited):
                self.add(inline)

    def leave(self, kind: LeftKind, text: str, remark: str = "") -> None:
        """List something as left out."""
        text = " ".join(clean(text).split())
        if text or remark:
            self._left.append(Left(kind, text, remark))

    def watch(self, comment: str) -> None:
        """Begin to note the words that a comment is about."""
        if len(self._watched) < _DEEPEST:
            self._watched[comment] = []

    def unwatch(self, comment: str) -> None:
        """End what `watch` began."""
        self.commented[comment] = " ".join("".join(self._watched.pop(comment, [])).split())

    def beside(self) -> "Line":
        """Return a line for what stands in a box beside the paragraph."""
        return Line(self._left, self._sources)

    def taken(self) -> Inlines:
        """Return the inlines of the paragraph, and begin the next one."""
        for one in self._open:
            if one.held:
                one.held.append(Text(" "))
        for watched in self._watched.values():
            watched.append(" ")
        inlines, self._inlines = tuple(self._inlines), []
        return inlines

    def close(self) -> Inlines:
        """End fields that the file never ends: what they show is left out, or the last paragraph."""
        self._beyond = 0
        while self._open:
            self.end()
        return self.taken()
