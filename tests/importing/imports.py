"""Word files imported in-process, and what their drafts say as they are read back."""

from collections.abc import Mapping
from typing import Any, cast

from word_files import File

from briefkit import api
from briefkit.importing.briefs import Imported
from briefkit.importing.word import Tracked
from briefkit.library import Library
from briefkit.reading import read_bytes


class Read:
    """An import and its draft, read by briefkit's own reader."""

    def __init__(self, imported: Imported) -> None:
        """Read the draft back."""
        reading = read_bytes(imported.text.encode(), "draft.yaml")
        assert reading.draft is not None, reading.findings
        assert not reading.findings
        self.imported = imported
        self.text = imported.text
        self.data = cast("Mapping[str, Any]", reading.draft.data)
        self.account = imported.account

    def answer(self, key: str) -> Mapping[str, Any]:
        """Return an answer; empty where there is none."""
        return self.data.get(key) or {}

    def points(self, key: str) -> list[Mapping[str, Any]]:
        """Return the points of an answer."""
        return list(self.answer(key).get("points", []))

    def statements(self, key: str) -> list[str]:
        """Return the statements of an answer."""
        return [point["statement"] for point in self.points(key)]

    def details(self, key: str) -> list[str]:
        """Return the details of an answer's points, empty where there is none."""
        return [point.get("detail", "") for point in self.points(key)]

    @property
    def decided(self) -> str:
        """The decisions, a line each."""
        return "\n".join(f"{one.about}: {one.says}" for one in self.imported.log.decisions)

    def left(self, kind: str) -> list[str]:
        """Return the words of all that was left out of a kind."""
        return [one.text for one in self.imported.log.left if one.kind == kind]

    @property
    def unplaced(self) -> str:
        """The parts without a place, a line each."""
        return "\n".join(f"{one.heading} {one.text}" for one in self.imported.log.unplaced)


def read(
    file: File | bytes,
    *,
    tracked: Tracked = "accept",
    mapped: Mapping[str, str] | None = None,
    library: Library | None = None,
) -> Read:
    """Import a file and read its draft."""
    data = file.data() if isinstance(file, File) else file
    return Read(api.import_word(data, library, mapped=mapped, tracked=tracked))
