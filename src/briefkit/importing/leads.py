"""How paragraphs of points begin: a name that is no part of the statement, a statement that is set off."""

import re

from briefkit.importing.content import Inlines
from briefkit.importing.inlines import cut, lead, raw, stripped
from briefkit.text.words import count_words, sentences

NAMED = re.compile(
    r"^\s*(?:(?:policy\s+)?(?:recommendation|goal|objective|aim|challenge|action|step|point|priority|option|problem|"
    r"issue|finding)s?\s*(?:#|no\.?)?\s*(?:\d{1,2}|[ivxIVX]{1,4}|[a-eA-E])?|[A-Z][a-z]+\s+(?:\d{1,2}|[IVX]{1,4}))"
    r"\s*(?:[:.)–—]+|\s-+)(?=\s)\s*"
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


_PARTED = re.compile(r"(?:\s+[—–-]\s+|(?<!\d):\s+)(?=[A-Z“\"])")
_LEAST, _MOST = 3, 20
"""Words that a statement has before a dash or colon with the reason behind it."""


def parted(inlines: Inlines) -> int:
    """Return where a statement ends at a dash or colon that a new sentence follows; 0 where none does."""
    text = raw(inlines)
    match = _PARTED.search(text)
    if (
        not match
        or not _LEAST <= count_words(text[: match.start()]) <= _MOST
        or re.search(r"[.!?]\s", text[: match.start()])
    ):
        return 0
    return match.start() if count_words(text[match.end() :]) >= _LEAST else 0


def without_joint(inlines: Inlines) -> Inlines:
    """Return what follows a statement without the colon or dash between them."""
    text = raw(inlines)
    found = re.match(r"\s*[:—–-]?\s*(?=\S)|\s*\.\s+", text)
    return stripped(cut(inlines, found.end())[1]) if found and found.end() else stripped(inlines)


def split(inlines: Inlines) -> tuple[Inlines, Inlines]:
    """Part a paragraph into its statement, what is set off or else its first sentence, and its reasoning."""
    place = end(inlines) or parted(inlines)
    if not place:
        found = sentences(raw(inlines))
        place = found[1][0] if len(found) > 1 else len(raw(inlines))
    first, reason = cut(inlines, place)
    return first, without_joint(reason)
