"""Languages of text: BCP 47 tags as Word knows them."""

import re

_REGIONS = {
    "ar": "SA",
    "cs": "CZ",
    "da": "DK",
    "de": "DE",
    "el": "GR",
    "en": "US",
    "es": "ES",
    "fi": "FI",
    "fr": "FR",
    "he": "IL",
    "hi": "IN",
    "hu": "HU",
    "id": "ID",
    "it": "IT",
    "ja": "JP",
    "ko": "KR",
    "nl": "NL",
    "nb": "NO",
    "pl": "PL",
    "pt": "PT",
    "ro": "RO",
    "ru": "RU",
    "sv": "SE",
    "th": "TH",
    "tr": "TR",
    "uk": "UA",
    "vi": "VN",
    "zh": "CN",
}
"""Word takes its dictionaries by language and region; a tag without a region gets this one."""

_TAG = re.compile("[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8}){0,8}")
_EAST_ASIAN = frozenset({"ja", "ko", "zh"})
_RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur"})

_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_FROM_THE_RIGHT = re.compile(rf"({_LETTER}(?:[^A-Za-z0-9]*{_LETTER})*)")


def directed(text: str) -> list[tuple[str, bool]]:
    """Return a text in stretches, each with whether its letters are written from the right."""
    if text.isascii():
        return [(text, False)]
    parts = _FROM_THE_RIGHT.split(text)
    return [(part, i % 2 == 1) for i, part in enumerate(parts) if part]


def begins_from_the_right(text: str) -> bool:
    """Tell whether the first letter of a text is written from the right, as the paragraph then is."""
    if text.isascii():
        return False
    first = next((sign for sign in text if sign.isalpha()), "")
    return bool(_FROM_THE_RIGHT.match(first))


def language(tag: str) -> str:
    """Return the property of text that says its language; none for what cannot be a tag."""
    if not _TAG.fullmatch(tag):
        return ""
    primary = tag.partition("-")[0].lower()
    full = f"{tag}-{_REGIONS[primary]}" if tag.lower() in _REGIONS else tag
    kind = "eastAsia" if primary in _EAST_ASIAN else "bidi" if primary in _RIGHT_TO_LEFT else "val"
    return f'<w:lang w:{kind}="{full}"/>'
