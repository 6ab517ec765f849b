"""A library: a folder of briefs, found and opened; examined by several workers, or from the cache."""

from briefkit.library.files import SUFFIXES, Piped, shown
from briefkit.library.find import find_library, nearest_library, open_library, open_question_set
from briefkit.library.library import VOLUME, InvalidBriefError, Library

__all__ = [
    "SUFFIXES",
    "VOLUME",
    "InvalidBriefError",
    "Library",
    "Piped",
    "find_library",
    "nearest_library",
    "open_library",
    "open_question_set",
    "shown",
]
