"""The contract of writers: a document and options in, text or bytes out."""

from collections.abc import Callable
from dataclasses import dataclass

from briefkit.document.blocks import Document


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """What may be asked of a writer; each takes what concerns it.

    `width` in display cells, `page_length` in lines and `pages` (off: text flows) are for paged text; `front_matter`
    is for Markdown.
    """

    width: int = 72
    page_length: int = 58
    pages: bool = True
    front_matter: bool = False


@dataclass(frozen=True, slots=True)
class Writer:
    """A document format: its name on the command line, the suffix of its files, and the function that writes it."""

    name: str
    suffix: str
    write: Callable[[Document, WriteOptions], str | bytes]
