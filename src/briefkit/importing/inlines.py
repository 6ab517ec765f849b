"""Inlines cut, joined and looked at."""

from briefkit.importing.content import Cited, Inline, Inlines, NoteMark, Text


def raw(inlines: Inlines) -> str:
    """Return the text of inlines letter by letter; a mark of a note and a citation count one sign."""
    return "".join(inline.text if isinstance(inline, Text) else "\ufffc" for inline in inlines)


def cut(inlines: Inlines, at: int) -> tuple[Inlines, Inlines]:
    """Part inlines at a letter of their raw text. Marks of notes at the place go to the first part."""
    first: list[Inline] = []
    rest: list[Inline] = []
    place = 0
    for inline in inlines:
        size = len(inline.text) if isinstance(inline, Text) else 1
        if place + size <= at:
            first.append(inline)
        elif place >= at:
            is_mark = isinstance(inline, NoteMark) and not rest
            (first if is_mark else rest).append(inline)
        elif isinstance(inline, Text):
            first.append(inline._replace(text=inline.text[: at - place]))
            rest.append(inline._replace(text=inline.text[at - place :]))
        place += size
    return tuple(first), tuple(rest)


def stripped(inlines: Inlines) -> Inlines:
    """Return inlines without blanks at both ends."""
    found = list(inlines)
    while found and isinstance(found[0], Text) and not found[0].text.strip():
        found.pop(0)
    while found and isinstance(found[-1], Text) and not found[-1].text.strip():
        found.pop()
    if found and isinstance(found[0], Text):
        found[0] = found[0]._replace(text=found[0].text.lstrip())
    if found and isinstance(found[-1], Text):
        found[-1] = found[-1]._replace(text=found[-1].text.rstrip())
    return tuple(found)


def marks(inlines: Inlines) -> Inlines:
    """Return the marks of notes and the citations among inlines."""
    return tuple(inline for inline in inlines if isinstance(inline, NoteMark | Cited))


def words_only(inlines: Inlines) -> str:
    """Return the text of inlines on one line, without marks and citations."""
    return " ".join("".join(inline.text for inline in inlines if isinstance(inline, Text)).split())


def lead(inlines: Inlines) -> int:
    """Return how many letters of raw text stand out at the beginning, bold or else underlined or italic; 0 for none."""
    for name in ("bold", "underline", "italic"):
        place = 0
        for inline in inlines:
            if isinstance(inline, Text) and inline.text.strip() and not getattr(inline.look, name):
                break
            place += len(inline.text) if isinstance(inline, Text) else 1
        text = raw(inlines)
        if text[:place].strip() and text[place:].strip(" \ufffc"):
            return place
    return 0
