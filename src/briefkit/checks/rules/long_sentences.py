"""Many long sentences.

What:
    In the answer to a question over a third of the sentences have more than 25 words, or one has more than 40. The
    first limit is `sentence-words` under `checks.limits` in `volume.yaml`.

Why:
    Long sentences are read twice. This is only a remark.
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.draft import Path
from briefkit.source.finding import Fault, Severity

LIMITS = {"sentence-words": 25}
VERY_LONG = 40


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each answer with many long sentences, and at each very long sentence."""
    limit = parsed.limit("sentence-words", LIMITS["sentence-words"])
    sections: dict[str, list[int]] = {}
    for path, sentences in parsed.sentences.items():
        for start, sentence, count in sentences:
            sections.setdefault(str(path[0]), []).append(count)
            if count > VERY_LONG:
                yield _very_long(path, start, sentence, count)
    for key, counts in sections.items():
        long = sum(count > limit for count in counts)
        if 3 * long > len(counts) > 2:
            message = f"{long} of {len(counts)} sentences of `{key}` have over {limit} words"
            yield Fault((key,), message, "make two of some of them", on="key")


def _very_long(path: Path, start: int, sentence: str, count: int) -> Fault:
    lead = len(sentence) - len(sentence.lstrip())
    end = start + len(sentence.rstrip())
    return Fault(path, f"a sentence has {count} words", "make it two", (start + lead, end))


RULE = FileRule(
    "long-sentences",
    "BK704",
    Severity.INFO,
    __doc__,
    check=check,
    limits=LIMITS,
)
