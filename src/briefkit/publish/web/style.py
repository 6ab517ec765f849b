"""The style sheets of pages: light and dark, narrow and wide, on paper."""

import re
from functools import lru_cache
from importlib import resources

DOCUMENT = ("palette", "text", "parts", "notes", "tables", "figures", "paper")
"""The sheets of a document, in their order; the first and the last go with any page."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ROOM = re.compile(r"\s*\n\s*")


@lru_cache
def style(*sheets: str) -> str:
    """Return style sheets by name as one, without comments and indentation."""
    folder = resources.files("briefkit.publish.web") / "styles"
    texts = (folder.joinpath(f"{sheet}.css").read_text(encoding="utf-8") for sheet in sheets or DOCUMENT)
    return _ROOM.sub("\n", _COMMENT.sub("", "\n".join(texts))).strip()
