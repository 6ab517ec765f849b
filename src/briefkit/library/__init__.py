"""A library: a folder of briefs, found and opened; examined by several workers, or from the cache."""

from briefkit.library.find import find_library, open_library
from briefkit.library.library import SUFFIXES, VOLUME, InvalidBriefError, Library, Piped, shown

__all__ = ["SUFFIXES", "VOLUME", "InvalidBriefError", "Library", "Piped", "find_library", "open_library", "shown"]
