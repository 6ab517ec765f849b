"""Languages by BCP 47 as Typst takes them: a language of two or three letters, a region of two."""

import re

_TAG = re.compile(r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-.*)?")


def language_of(tag: str) -> dict[str, str] | None:
    """Return language and region of a tag; None for no tag, and for one that has no language."""
    found = _TAG.fullmatch(tag)
    return {"language": found[1].lower(), "region": (found[2] or "").upper()} if found else None
