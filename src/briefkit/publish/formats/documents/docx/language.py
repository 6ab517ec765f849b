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


def language(tag: str) -> str:
    """Return the property of text that says its language; none for what cannot be a tag."""
    if not _TAG.fullmatch(tag):
        return ""
    primary = tag.partition("-")[0].lower()
    full = f"{tag}-{_REGIONS[primary]}" if tag.lower() in _REGIONS else tag
    kind = "eastAsia" if primary in _EAST_ASIAN else "bidi" if primary in _RIGHT_TO_LEFT else "val"
    return f'<w:lang w:{kind}="{full}"/>'
