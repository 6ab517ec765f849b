"""A brief that tells much and advises little.

What:
    The context has over 45 percent of the words of the five answers, or the recommendations have under 12 percent.
    The question set has these limits; a volume sets its own as `context-share` and `recommendations-share` under
    `checks.limits`. Briefs of under 500 words are not measured.

Why:
    Readers of a policy brief come for the advice. This is only a remark.

"""

from collections.abc import Iterator

from briefkit.checks.hidden import TEXTS
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.format.limits import share_limit
from briefkit.format.questions import Question
from briefkit.source.finding import Fault, Severity
from briefkit.text.words import count_words

SHORT = 500


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each answer whose share of the words is out of its limits."""
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
    for question in parsed.questions.questions:
        for bound, hint in (("most", "shorten it"), ("least", _more(question))):
            if default := question.limits.get(f"{bound}-share"):
                limit = parsed.limit(share_limit(question, f"{bound}-share"), default)
                share = round(100 * words[question.key] / total)
                if share > limit if bound == "most" else share < limit:
                    message = f"`{question.key}` has {share} % of the words; usual is at {bound} {limit} %"
                    yield Fault((question.key,), message, hint, on="key")


def _more(question: Question) -> str:
    return "say more of what should be done" if question.begins_with == "verb" else "say more of it"


RULE = FileRule(
    "unbalanced-sections",
    "BK703",
    Severity.INFO,
    __doc__,
    check=check,
    absence=TEXTS,
)
