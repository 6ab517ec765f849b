"""Headings → questions, by the words of the question set: keys, names, wordings, other names."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal, NamedTuple, TypeAlias

from briefkit.format.questions import Question, QuestionSet
from briefkit.text.roman import from_roman

Part: TypeAlias = Literal["summary", "abbreviations", "notes", "sources", "other"]
"""Parts of a document that are no questions and are known by their names."""

_NAMES: Mapping[Part, frozenset[str]] = {
    "summary": frozenset(
        "summary|executive summary|abstract|at a glance|in brief|in short|key messages|key message|key points|"
        "key takeaways|highlights|bottom line|bottom line up front|synopsis|the bottom line|main messages".split("|")
    ),
    "other": frozenset(
        "introduction|intro|conclusion|conclusions|concluding remarks|discussion|analysis|overview|contents|"
        "table of contents|editorial notes|about the author|about the authors|related papers".split("|")
    ),
    "abbreviations": frozenset(
        "abbreviations|acronyms|list of abbreviations|list of acronyms|abbreviations and acronyms|"
        "acronyms and abbreviations".split("|")
    ),
    "notes": frozenset("notes|endnotes|footnotes|end notes|notes and references|references and notes".split("|")),
    "sources": frozenset(
        "references|bibliography|works cited|sources|reference list|literature|further reading|"
        "list of references|literature cited|reference".split("|")
    ),
}
_OTHER = frozenset(
    "methodology methodologies method methods materials material data results result findings finding appendix "
    "appendices annex annexes "
    "acknowledgements acknowledgments acknowledgement acknowledgment about author authors contact contacts disclaimer "
    "funding references bibliography notes endnotes footnotes contents glossary definitions preface foreword copyright "
    "abbreviations acronyms biography keywords figures figure tables table box limitations literature".split()
)
"""Words that make a heading one of no question, unless a name of a question stands before them."""
_FILLERS = frozenset(
    "the our a an key main policy policies major principal strategic specific general overall current proposed "
    "national "
    "priority primary top concrete actionable core and its their this these some".split()
)
_JOINTS = frozenset(
    "for to of in with on from by toward towards at about against under facing ahead behind that which as".split()
)
_OF_THINGS = frozenset(
    "discussion summary overview list set review analysis description statement presentation".split()
)
_ASKING = frozenset("what how can why will would should is are does do where who could which in".split())
_NUMBER = re.compile(
    r"^\s*(?:(?:section|part|chapter|question|step)\s+)?\(?(?:([A-Z]?\.?\d{1,2}(?:\.\d{1,2}){0,3})[.):]?|([ivxlcIVXLC]{1,7})[.):]|"
    r"([A-Za-z])[.)])\s*[-–—:.]?\s+",
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Match(NamedTuple):
    """What a heading stands for, and whether it is its very name."""

    place: str
    exact: bool


def without_number(text: str) -> tuple[str, str]:
    """Part the number that is typed before a heading from its words: `II.` and `Goals`; without one `` and all."""
    match = _NUMBER.match(text)
    if not match or (match[2] and not from_roman(match[2])) or not text[match.end() :].strip():
        return "", text.strip()
    return match[0].strip(), text[match.end() :].strip()


def normal(text: str) -> str:
    """Return a heading as it is compared: lower case, words alone, no number before them."""
    plain = (
        unicodedata.normalize("NFKC", without_number(text)[1])
        .casefold()
        .replace("&", " and ")
        .replace("/", " and ")
        .replace("_", " ")
    )
    return " ".join(_words(plain))


def _words(text: str) -> list[str]:
    return [re.sub(r"['’]s$", "", word) for word in _WORD.findall(text)]


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _core(text: str) -> str:
    """Return the words that count, in the singular."""
    return " ".join(_stem(word) for word in text.split() if word not in _FILLERS)


@dataclass(frozen=True)
class Wording:
    """The names of all questions, ready to be compared."""

    exact: Mapping[str, str]
    """By the whole name, as `normal` makes it."""
    cores: Mapping[str, str]
    phrases: tuple[tuple[tuple[str, ...], str], ...]
    """Names as stems of words, the longest first."""
    mapped: Mapping[str, str]
    """What the user says: by the text of a heading the key of a question, `summary` or `none`."""
    _known: dict[str, Match | None] = field(default_factory=dict, compare=False, repr=False)

    def match(self, heading: str) -> Match | None:
        """Return what a heading stands for; None where nothing is known."""
        if heading not in self._known:
            self._known[heading] = self._match(heading)
        return self._known[heading]

    def _match(self, heading: str) -> Match | None:
        text = normal(heading)
        if not text:
            return None
        if said := self.mapped.get(text):
            return Match("other" if said == "none" else said, exact=True)
        if key := self.exact.get(text) or self.cores.get(_core(text)):
            return Match(key, exact=True)
        for part, names in _NAMES.items():
            if text in names:
                return Match(part, exact=True)
        return self._by_words(heading, text) or self._misspelt(text)

    def _misspelt(self, text: str) -> Match | None:
        if not _LEAST_LETTERS <= len(text) <= 40:
            return None
        names = {**{name: part for part, all_names in _NAMES.items() for name in all_names}, **self.exact}
        near = get_close_matches(text, [name for name in names if len(name) >= _LEAST_LETTERS], 1, _LIKE)
        return Match(names[near[0]], exact=False) if near else None

    def _by_words(self, heading: str, text: str) -> Match | None:
        words = text.split()
        if len(words) > 14 or heading.rstrip().endswith("."):
            return None  # a sentence says something, and names no part
        stems = [_stem(word) for word in words]
        if words[0] in _ASKING and words[0] not in ("what", "which"):
            return None  # How did these aims take shape? asks for no aims
        if words[0] in _OF_THINGS and words[1:2] == ["of"]:
            return self._by_words(heading, " ".join(words[2:])) if words[2:] else None
        reach = next((i for i, word in enumerate(words) if i and word in _JOINTS), len(words))
        if ":" in heading:
            reach = min(reach, len(normal(heading.partition(":")[0]).split()) or reach)
        found: list[tuple[int, int, str]] = []
        for phrase, key in self.phrases:
            size = len(phrase)
            if size > 1 or not _is_lower_us(phrase[0], heading):
                found += ((i, -size, key) for i in range(reach) if _heads(i, i + size, words, stems, reach, phrase))
        first = min(found, default=None)
        others = (i for i, word in enumerate(words[:reach]) if word in _OTHER)
        other = next((i for i in others if _heads(i, i + 1, words, stems, reach, (stems[i],))), None)
        if first is not None and (other is None or first[0] <= other):
            return Match(first[2], exact=False)
        if other is not None:
            return Match("other", exact=False)
        if words[:2] == ["executive", "summary"] or words[0] == "summary":
            return Match("summary", exact=False)
        return None


_LONGEST_NAME = 5
"""Words of a name up to which it is looked for in longer headings."""
_LIKE = 0.88
"""How alike a heading and a name are for one to be a misspelling of the other: `executive sumary`."""
_LEAST_LETTERS = 7


def _heads(start: int, end: int, words: list[str], stems: list[str], reach: int, phrase: tuple[str, ...]) -> bool:
    """Tell whether a name stands in a heading as its noun: `policy goals`, `goals and means`; not `goal setting`."""
    return tuple(stems[start:end]) == phrase and (end >= reach or words[end] in ("and", "or", "vs"))


def _is_lower_us(word: str, heading: str) -> bool:
    """Tell whether a short name such as US is only the pronoun here."""
    return word == "us" and not re.search(r"\bU\.?S\b", heading)


def wording(questions: QuestionSet, own: Mapping[str, str], mapped: Mapping[str, str]) -> Wording:
    """Return the names of the questions of a set; `own` is how the volume words them, `mapped` what the user says."""
    exact: dict[str, str] = {}
    cores: dict[str, str] = {}
    phrases: dict[tuple[str, ...], str] = {}
    for question in questions.questions:
        for name in _names(question, own.get(question.key, "")):
            text = normal(name)
            exact.setdefault(text, question.key)
            if core := _core(text):
                cores.setdefault(core, question.key)
            if len(text.split()) <= _LONGEST_NAME:
                phrases.setdefault(tuple(map(_stem, text.split())), question.key)
    return Wording(
        exact,
        cores,
        tuple(sorted(phrases.items(), key=lambda pair: -len(pair[0]))),
        {normal(k): v for k, v in mapped.items()},
    )


def _names(question: Question, own: str) -> Iterator[str]:
    yield from (question.key, question.name, question.slug, question.points, question.wording)
    if own:
        yield own
    yield from question.also_called
