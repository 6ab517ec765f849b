"""How paragraphs of points begin: a name that is no part of the statement, a statement that is set off."""

import re

from briefkit.importing.content import Inlines
from briefkit.importing.inlines import cut, lead, raw, stripped
from briefkit.text.words import count_words

NAMED = re.compile(
    r"^\s*(?:policy\s+)?(?:recommendation|goal|objective|aim|challenge|action|step|point|priority|option|problem|issue|"
    r"finding)s?\s*(?:#|no\.?)?\s*(?:\d{1,2}|[ivxIVX]{1,4}|[a-eA-E])?\s*(?:[:.)–—]+|\s-+(?=\s))\s*",
    re.IGNORECASE,
)
"""`Recommendation 1:` before a statement."""
_STOPS = ".:!?;—–-"


def end(inlines: Inlines) -> int:
    """Return where the beginning that is set off ends, if it is a statement of its own; else 0."""
    place = lead(inlines)
    text = raw(inlines)
    if not place or count_words(text[:place]) < 2:
        return 0
    after = text[place:].lstrip(" ")
    ends = (
        text[:place].rstrip().endswith((*_STOPS, "…"))
        or after[:1] in _STOPS
        or text[place - 1] == "\n"
        or after[:1] == "\n"
    )
    return place if ends else 0


def without_joint(inlines: Inlines) -> Inlines:
    """Return what follows a statement without the colon or dash between them."""
    text = raw(inlines)
    found = re.match(r"\s*[:—–-]?\s*(?=\S)|\s*\.\s+", text)
    return stripped(cut(inlines, found.end())[1]) if found and found.end() else stripped(inlines)
