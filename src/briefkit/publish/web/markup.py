"""Text → HTML: escaped, without what is invisible or turns the direction of a line; and elements around it."""

import re
from functools import lru_cache
from urllib.parse import quote

from briefkit.text.printable import UNPRINTABLE

_MARKUP = re.compile("[&<>\"']")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
_ADDRESS = re.compile(r"(?i)(?:https?://|mailto:)[^\s/]")
_URL_SIGNS = "%/:?#[]@!$&'()*+,;=~"


def escaped(text: str) -> str:
    """Return text for content, or for an attribute in double quotes."""
    if not text.isprintable():
        text = UNPRINTABLE.sub("", text)
    if _MARKUP.search(text):  # which few texts need
        return _MARKUP.sub(lambda found: _ENTITIES[found[0]], text)
    return text


def attributes(**given: str | None) -> str:
    """Return attributes, each with a blank before it; those that are None are left out.

    `class_` is `class`, and a low line elsewhere is a hyphen.
    """
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escaped(value)}"'
        for name, value in given.items()
        if value is not None
    )


def element(name: str, content: str, **given: str | None) -> str:
    """Return an element around content, which is HTML."""
    return f"<{name}{attributes(**given)}>{content}</{name}>"


def hidden(text: str) -> str:
    """Return text that is only told to who does not see the page."""
    return f'<span class="hidden">{escaped(text)}</span>'


@lru_cache(maxsize=1 << 12)
def address(url: str) -> str:
    """Return the address of a link; empty where it would lead to anything but the web or mail."""
    return quote(url, safe=_URL_SIGNS, errors="replace") if _ADDRESS.match(url) else ""
