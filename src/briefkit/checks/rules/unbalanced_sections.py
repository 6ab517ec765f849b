"""A brief that tells much and advises little.

What:
    The context has over 45 percent of the words of the five answers, or the recommendations have under 12 percent.
    The limits are `context-share` and `recommendations-share` under `checks.limits` in `volume.yaml`. Briefs of
    under 500 words are not measured.

Why:
    Readers of a policy brief come for the advice. This is only a remark.
"""

from collections.abc import Iterator

from briefkit.checks.hidden import TEXTS
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity
from briefkit.text.words import count_words

LIMITS = {"context-share": 45, "recommendations-share": 12}
SHORT = 500


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at the context or the recommendations when their share is out of the limits."""
    if parsed.brief is None:
        return
    words = {answer.question.key: 0 for answer in parsed.brief.answers}
    counts = [*parsed.counts.items(), *((path, count_words(line)) for path, line in parsed.lines)]
    for path, count in counts:
        if path[0] in words:
            words[str(path[0])] += count
    total = sum(words.values())
    if total < SHORT:
        return
    for key, most in (("context", True), ("recommendations", False)):
        share, limit = round(100 * words[key] / total), parsed.limit(f"{key}-share", LIMITS)
        if (share > limit) if most else (share < limit):
            bound = "most" if most else "least"
            message = f"`{key}` has {share} % of the words; usual is at {bound} {limit} %"
            yield Fault((key,), message, "shorten it" if most else "say more of what should be done", on="key")


RULE = FileRule(
    "unbalanced-sections",
    "BK703",
    Severity.INFO,
    __doc__,
    check=check,
    absence=TEXTS,
    limits=LIMITS,
)
