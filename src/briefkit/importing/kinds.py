"""Which reader takes a file: said by its suffix alone, since what is inside is for the reader to see."""

from pathlib import Path
from typing import Literal, TypeAlias

from briefkit.text.errors import UsageError

Kind: TypeAlias = Literal["word", "bibliography"]
"""What can be imported; a new kind has its suffixes here and its case in `cli/commands/import_.py`."""

_SUFFIXES: dict[str, Kind] = {
    **dict.fromkeys(".bib .ris .json .yaml .yml".split(), "bibliography"),
    **dict.fromkeys(".docx .dotx".split(), "word"),
    # the reader of Word files says what these are and what to do
    **dict.fromkeys(".doc .docm .dot .dotm .rtf .odt .pdf .pages".split(), "word"),
}
TAKEN = ".docx .bib .ris .json .yaml".split()
"""The suffixes of files that are read."""


def kind(path: Path) -> Kind:
    """Return which reader takes a file. Raises UsageError for a suffix that nobody knows."""
    found = _SUFFIXES.get(path.suffix.lower())
    if found is None:
        raise UsageError(f"{path.as_posix()} has no suffix that import knows", hint=f"it takes {', '.join(TAKEN)}")
    return found
