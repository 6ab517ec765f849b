"""Text from files made safe to print: what is invisible or steers a terminal is taken out or made visible."""

import re
import unicodedata

UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""Control, zero-width and bidirectional override characters, lone surrogates; not tab and line feed."""


def clean(text: str) -> str:
    """Return the text without control, zero-width and bidirectional override characters, in NFC."""
    return unicodedata.normalize("NFC", UNPRINTABLE.sub("", text))


def visible(text: str) -> str:
    """Return the text as one line that cannot steer a terminal: what is unprintable shows as one sign each."""
    return UNPRINTABLE.sub(_sign, text.replace("\n", " ").replace("\t", " "))


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)  # the control pictures: ␛ for ESC
    return "\N{REPLACEMENT CHARACTER}"
