"""What is known while a Word file is written: of the whole file, and of the part that is being written."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.docx.package import Package, Relationships


@dataclass
class File:
    """The file: its anchors, its notes by their anchors, and what has been numbered so far."""

    anchors: AbstractSet[str]
    notes: Mapping[str, tuple[int, b.NoteText]]
    """The id of each note in the file, and the note."""
    language: str
    lists_authors: bool = False
    """Whether contents of the document name the authors of chapters."""
    package: Package = field(default_factory=Package)
    lists: list[tuple[int, int]] = field(default_factory=list)
    """The level and the first number of each numbered list."""
    marked: set[str] = field(default_factory=set)
    """The anchors of notes that have their mark."""
    furniture: dict[str, str] = field(default_factory=dict)
    """The parts that are heads and feet, by their content."""
    changed: str = ""
    """The date of tracked changes, as Word wants it; empty where there is none."""
    objects: int = 0
    """How many bookmarks, drawings and tracked changes there are."""

    def next_id(self) -> int:
        """Return an id that no bookmark, drawing or tracked change has."""
        self.objects += 1
        return self.objects


@dataclass
class Story:
    """A part with text of its own: the main text, or the notes; links and pictures belong to it."""

    file: File
    relationships: Relationships = field(default_factory=Relationships)
    is_notes: bool = False
