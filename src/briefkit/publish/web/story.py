"""What all parts of a page share while it is written: where anchors are, what notes say, which were marked."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from briefkit.document import blocks as b
from briefkit.document import walk
from briefkit.publish.web.anchors import Anchors
from briefkit.publish.web.language import spoken
from briefkit.publish.web.page import MAIN

_PREVIEW = 320
"""Characters of a note that are shown beside its mark."""


class Marked(NamedTuple):
    """A note: what its preview says, and the ids of its marks in the order of the text."""

    preview: str
    marks: list[str]


class Story:
    """The state of a page that is being written."""

    def __init__(self, chapters: Sequence[b.Chapter], suffix: str = ".html") -> None:
        """Begin with the chapters; other documents lie beside this one, with the `suffix`."""
        contents = (block.anchor for one in chapters for block in one.blocks if isinstance(block, b.Contents))
        notes = {note.anchor: note for one in chapters for note in one.notes}
        self.anchors = Anchors((*walk.anchors(chapters), *contents, *notes), taken=(MAIN,))
        self.notes = {anchor: Marked(_preview(note), []) for anchor, note in notes.items()}
        self.suffix = suffix
        self._once: dict[str, str] = {}
        self.language = ""
        """That of the text around."""

    @contextmanager
    def speaking(self, language: str) -> Iterator[str]:
        """Give the attributes of text in a language, none where it is that of the text around; it holds inside."""
        around = self.language
        said = spoken(language, around)
        self.language = language if said else around
        yield said
        self.language = around

    def once(self, wanted: str) -> str:
        """Return the id of a part that has no anchor, the same one each time."""
        if wanted not in self._once:
            self._once[wanted] = self.anchors.new(wanted)
        return self._once[wanted]

    def mark(self, mark: b.NoteMark) -> str:
        """Return the id of a new mark of a note."""
        place = self.anchors.new(f"{self.anchors.link(mark.anchor)[1:]}-mark")
        self.notes[mark.anchor].marks.append(place)
        return place


def _preview(note: b.NoteText) -> str:
    words = " ".join(b.plain(walk.flat(note.blocks)).split())
    return words if len(words) <= _PREVIEW else f"{words[:_PREVIEW].rpartition(' ')[0] or words[:_PREVIEW]} …"
