"""Templates and data → PDF by Typst: fonts of our own first, those of the system for signs that ours lack."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from briefkit.text.errors import UsageError
from briefkit.text.printable import quoted

if TYPE_CHECKING:
    from datetime import datetime

    from typst import Fonts

_HERE = files("briefkit.publish.formats.documents.pdf")
_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|(.))")
_TOO_MUCH = "does not fit on the poster"
"""What the template of the poster says when its smallest type is too large."""
_UNREADABLE = ("failed to decode image", "failed to parse SVG")
"""What Typst says of a picture that is not what its first bytes say."""
_NAMED = 12
"""How many missing characters an error names."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Folders of fonts that were named, a folder of the house that need not be there, and the families it asks for."""

    paths: Sequence[Path] = ()
    house: str = ""
    families: Sequence[str] = ()

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that are there. Raises UsageError where a named one is not."""
        for folder in self.paths:
            if not folder.exists():
                raise UsageError(f"there is no folder of fonts {folder.as_posix()}", hint="see --font-path")
        house = Path(self.house)
        return (*self.paths, *([house] if self.house and house.is_dir() else []))

    def lacking(self, fonts: "Fonts") -> list[str]:
        """Return the families that are not among the fonts; names are compared without regard to case."""
        known = {name.lower() for name in fonts.families()}
        return [name for name in self.families if name.lower() not in known]


def compiled(
    design: str,
    data: Mapping[str, bytes],
    pictures: Mapping[str, bytes],
    date: "datetime | None",
    wanted: Wanted,
) -> bytes:
    """Return the PDF of a design's template, tagged as PDF/UA-1, with a date also as PDF/A-2a.

    `data` are files of JSON, `pictures` the bytes of pictures, by the names that the template knows. Raises UsageError
    where typst is not installed, where a folder of fonts is not there, for a picture that cannot be read, for a
    typeface that is not found, and for characters that no font has.
    """
    try:
        import typst
    except ImportError as error:
        raise UsageError(
            "PDF needs typst, which is not installed", hint='install it with: pip install "briefkit[pdf]"'
        ) from error
    folders = wanted.folders
    sources = {**_templates(), "main.typ": _templates()[f"{design}.typ"], **data}
    fonts = _fonts(system=False, paths=folders)
    if not wanted.lacking(fonts):
        try:
            return _compiled(sources, pictures, date, fonts)
        except typst.TypstError as error:
            if not _lacking(error):
                raise _told(error) from error
    fonts = _fonts(system=True, paths=folders)
    if lacking := wanted.lacking(fonts):
        raise UsageError(
            f"there is no font of the family {quoted(lacking[0])}, which the look of volume.yaml names",
            hint="put its files into the folder `fonts` beside volume.yaml, or name a folder: --font-path FOLDER",
        )
    try:
        return _compiled(sources, pictures, date, fonts)
    except typst.TypstError as error:
        raise _told(error) from error


def _compiled(
    sources: Mapping[str, bytes], pictures: Mapping[str, bytes], date: "datetime | None", fonts: "Fonts"
) -> bytes:
    import typst

    standards = ["ua-1", "a-2a"] if date else ["ua-1"]
    # The types of the library do not know that files may come in a mapping, where they have to be text. A template can
    # read nothing but them, and the pictures beside them.
    with TemporaryDirectory() as folder:
        for name, picture in pictures.items():
            (Path(folder) / name).write_bytes(picture)
        try:
            pdf: bytes = typst.compile(  # type: ignore[call-overload]
                dict(sources), root=folder, font_paths=fonts, format="pdf", pdf_standards=standards, timestamp=date
            )
        except (Exception, KeyboardInterrupt):
            raise
        except BaseException as panic:  # of Rust, which is no Exception to Python and would print a traceback
            raise RuntimeError(f"Typst gave up on the document: {panic}") from panic
    return pdf


@cache
def _fonts(*, system: bool, paths: tuple[Path, ...]) -> "Fonts":
    import typst

    with as_file(_HERE / "fonts") as own:
        return typst.Fonts(include_system_fonts=system, font_paths=[str(own), *map(str, paths)])


@cache
def _templates() -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in (_HERE / "templates").iterdir() if one.name.endswith(".typ")}


def _lacking(error: Exception) -> list[str]:
    """Return the characters that no font had, in the order in which they were met."""
    found = _MISSING.findall(str(getattr(error, "diagnostic", "")) or str(error))
    texts = [_ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else match[2], text) for text in found]
    return list(dict.fromkeys("".join(texts)))


def _told(error: Exception) -> Exception:
    """Return the error in words for the user; itself where only we can mend it."""
    if lacking := _lacking(error):
        return _no_font(lacking)
    if any(words in str(error) for words in _UNREADABLE):
        return UsageError("a picture cannot be read", hint="open it in a program that edits pictures and save it anew")
    if _TOO_MUCH in str(error):
        return UsageError("the comparison does not fit on a poster", hint="compare fewer briefs or questions")
    return error


def _no_font(lacking: Sequence[str]) -> UsageError:
    named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in lacking[:_NAMED])
    more = f" and {len(lacking) - _NAMED} more" if len(lacking) > _NAMED else ""
    return UsageError(f"no font has {named}{more}", hint="name a folder with a font that has them: --font-path FOLDER")
