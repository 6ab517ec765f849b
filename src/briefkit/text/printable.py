"""Text from files made safe to print: what is invisible or steers a terminal is taken out or made visible.

Pieces of files in messages are shortened and quoted here, so that all messages do it alike.
"""

import re
import unicodedata

UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufdd0-\ufdef\ufff9-\ufffb\ud800-\udfff]"
)
"""Control, zero-width and bidirectional override characters, lone surrogates; not tab and line feed."""


LONGEST = 40
"""Characters of a file that a message shows in one piece."""


def clean(text: str) -> str:
    """Return the text without control, zero-width and bidirectional override characters, in NFC."""
    # Most texts have nothing to take out, and looking for it character by character costs most of the time.
    printable = text if text.isprintable() else UNPRINTABLE.sub("", text)
    return printable if printable.isascii() else unicodedata.normalize("NFC", printable)


def visible(text: str) -> str:
    """Return the text as one line that cannot steer a terminal: what is unprintable shows as one sign each."""
    return UNPRINTABLE.sub(_sign, text.replace("\n", " ").replace("\t", " "))


def shorten(text: str, width: int = LONGEST) -> str:
    """Return the text on one line with single blanks, cut off with an ellipsis where it has more characters."""
    line = " ".join(visible(text[: 4 * width]).split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def quoted(text: str, width: int = LONGEST) -> str:
    """Return a piece of a file as messages show it: shortened, between backticks, with none of its own."""
    return f"`{shorten(text, width).replace('`', '’')}`"


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)  # the control pictures: ␛ for ESC
    return "\N{REPLACEMENT CHARACTER}"
