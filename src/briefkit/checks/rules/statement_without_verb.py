"""A statement that does not start with a verb, though it says what to do.

What:
    The statement of a recommendation begins with something else than a verb in its base form: `Consult …`,
    `Build …`. An adverb in -ly may stand before it. In general: a point of a question of which the set says that it
    begins with a verb.

Why:
    A recommendation says what to do. Statements of one form can be read as a list of tasks.

Bad:
    recommendations:
      points:
        - id: consult
          statement: Closer consultation before acting
          addresses: [open-order, china-gap]
          actors: [Japan]
          horizon: short-term

Good:
    recommendations:
      points:
        - id: consult
          statement: Closely consult before acting
          addresses: [open-order, china-gap]
          actors: [Japan]
          horizon: short-term
"""

import re
from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity
from briefkit.text.english import article
from briefkit.text.printable import quoted
from briefkit.text.words import words

_NEVER = frozenset(
    """a an the this that these those it its there their our his her japan every each any all some no more less better
    greater closer further stronger deeper new to in on for with by from at as if when while although because through
    under over between among toward towards should must could would can may might will is are was were""".split()
)
_NOUN_OR_PARTICIPLE = re.compile(r".+(?:tion|sion|ment|ness|ity|ance|ence|ship|ing|ed|ism|[^s]s)")
_VERB_DESPITE_ITS_ENDING = frozenset(
    """implement supplement complement document experiment cement augment ferment comment lament mention position
    condition function question commission bring ring sing spring string sting swing cling fling need feed seed speed
    heed proceed exceed succeed embed shed wed advance balance finance enhance influence reference commence experience
    sentence silence license ration caution motion petition station transition vision provision envision focus canvas
    bias discuss pass press address process access assess sanction partition auction portion apportion fence sequence
    glance witness harness worship increment fragment segment torment breed speed alias ping""".split()
)
_ADVERBS = frozenset("always never also".split())
_VERB_IN_LY = frozenset("apply supply rely comply reply multiply imply ally rally tally fly".split())
_PREFIX = re.compile(r"(?:re|un|de|co|over|counter)-?(?=.{4})")


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at the first word of each statement that should be a verb and is none."""
    for point in parsed.points:
        if point.question.begins_with != "verb":
            continue
        found = words(point.statement)
        first = found[1] if len(found) > 1 and _is_adverb(found[0].lower()) else found[0] if found else ""
        if _is_no_verb(first.lower()):
            start = point.statement.index(first)
            yield Fault(
                (*point.place.path, "statement"),
                f"{article(point.question.point)} starts with a verb, and {quoted(first)} is none",
                "begin with what to do: Consult…, Build…, Support…",
                (start, start + len(first)),
            )


def _is_adverb(word: str) -> bool:
    return word in _ADVERBS or (word.endswith("ly") and word not in _VERB_IN_LY)


def _is_no_verb(word: str) -> bool:
    if word in _NEVER:
        return True
    is_verb = bool({word, _PREFIX.sub("", word, count=1)} & _VERB_DESPITE_ITS_ENDING)
    return bool(_NOUN_OR_PARTICIPLE.fullmatch(word)) and not is_verb


RULE = FileRule(
    "statement-without-verb",
    "BK303",
    Severity.WARNING,
    __doc__,
    check=check,
)
