"""Words in = words out + words listed: held for every import, by the file's own words and the draft as it is read."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefkit.document import prose
from briefkit.importing.log import Log
from briefkit.text.printable import clean

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\d|[^\W\d_]+")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉ⁿ", "01234567890123456789n")
_PROSE = frozenset({"overview", "detail", "summary"})
_LINES = frozenset({"title", "subtitle", "name", "affiliation", "because", "statement", "group"})


@dataclass(frozen=True)
class Account:
    """How many words there were, and where they are now; `lost` are those that are nowhere."""

    found: int
    written: int
    decided: int
    unplaced: int
    left: int
    lost: tuple[str, ...]


def tokens(texts: Iterable[str]) -> Counter[str]:
    """Count words as they can be compared: letters in a row, each digit, each Chinese or Japanese sign."""
    found: Counter[str] = Counter()
    for text in texts:
        found.update(_TOKEN.findall(unicodedata.normalize("NFC", clean(text)).translate(_DIGITS).lower()))
    return found


def account(words: Iterable[str], data: object, log: Log) -> Account:
    """Hold the words of a file against those of the draft, as it was read back, and those that the log lists."""
    came, written = tokens(words), tokens(_texts(data))
    decided = tokens(decision.words for decision in log.decisions)
    unplaced = tokens(f"{part.heading} {part.text}" for part in log.unplaced)
    left = tokens(part.text for part in log.left)
    everywhere = written + decided + unplaced + left
    lost = _lost(came - everywhere, everywhere - came)
    return Account(came.total(), written.total(), decided.total(), unplaced.total(), left.total(), lost)


def _lost(missing: Counter[str], surplus: Counter[str]) -> tuple[str, ...]:
    """Return the words that are nowhere; one that is only cut or joined elsewhere, as beside a field, is not lost."""
    cut = [word for word in surplus.elements() if any(_share(word, one) for one in missing)]
    if not Counter("".join(missing.elements())) - Counter("".join(cut)):
        return ()
    return tuple(sorted(missing.elements()))


def _share(word: str, other: str) -> bool:
    """Tell whether two words may be parts of each other: they have three letters in a row in common, or all of one."""
    size = min(3, len(word), len(other))
    return any(word[i : i + size] in other for i in range(len(word) - size + 1))


def _texts(data: object, field: str = "") -> Iterator[str]:
    """Yield the texts of a draft in which words of the document stand."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            if key == "references":
                continue
            if field == "abbreviations":
                yield f"{key} {value}"
            else:
                yield from _texts(value, str(key))
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value, field)
    elif isinstance(data, str):
        if field in _PROSE:
            yield prose.parse(data).masked
        elif field in _LINES or field in ("actors", "audience"):
            yield data
