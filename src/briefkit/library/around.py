"""What stands around the briefs: the volume's own file, and the question set that it names; read when asked for."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefkit.checks.policy import Policy
from briefkit.library.files import Item, encoded
from briefkit.library.pictures import pictures, pictures_key
from briefkit.reading import Reading

if TYPE_CHECKING:  # where nothing has changed, nothing is opened
    from briefkit.checks.opened import Opened
    from briefkit.checks.picture import Picture
    from briefkit.library.chosen import Chosen
    from briefkit.source.finding import Report


class Around:
    """The volume and the questions of a library in a folder, which may have no volume."""

    def __init__(self, volume: Item | None, folder: Path | None) -> None:
        """Take the volume's file as it was read."""
        self.item = volume
        self._folder = folder

    @cached_property
    def _reading(self) -> Reading | None:
        return self.item.reading() if self.item else None

    @cached_property
    def chosen(self) -> "Chosen":
        """The questions that the volume names, or why they are not known."""
        from briefkit.library.chosen import chosen

        return chosen(self._reading, self._folder)

    @cached_property
    def pictures(self) -> "dict[str, Picture]":
        """The pictures of the library by their paths, with what is wrong with each."""
        return pictures(self._folder)

    @cached_property
    def set_path(self) -> Path | None:
        """The file of the library's own question set; that there is none is mostly seen at a glance."""
        data = self.item.data if self.item else b""
        return self.chosen.path if isinstance(data, bytes) and b"question_set" in data else None

    @cached_property
    def volume(self) -> "Opened | None":
        """The volume's file as far as it could be opened; None when the library has none."""
        if not self.item or not self._reading:
            return None
        from briefkit.checks.opened import Opened
        from briefkit.format import shipped
        from briefkit.format.schema import Form

        opened = Opened(self._reading, self.item.file, Form("volume", self.chosen.questions or shipped.default()))
        if self.chosen.finding:
            opened.refuse(self.chosen.finding)
        return opened

    @property
    def key_parts(self) -> tuple[bytes | None, ...]:
        """What stands in a key of the cache for the pictures and the volume's file: None where it has no bytes."""
        item, seen = self.item, pictures_key(self.pictures)
        return (seen, encoded(item.file), item.data if isinstance(item.data, bytes) else None) if item else (seen,)

    def unquestioned(self, policy: Policy) -> "Report":
        """Return the report of a library whose questions are not known: why, and that the briefs wait."""
        from briefkit.library.chosen import report_on

        sources = [one for one in (self.chosen.opened or self.volume,) if one]
        return report_on(sources, policy, tuple(f"the briefs wait until {one.file} is mended" for one in sources))
