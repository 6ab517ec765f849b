"""Under which names a volume sets the limits of single questions."""

from briefkit.format.questions import Question


def word_limit(question: Question) -> str:
    """Return under which name a volume sets how many words a statement may have."""
    return f"{question.point.replace(' ', '-')}-words" if question.own_limit else "statement-words"


def share_limit(question: Question, bound: str) -> str:
    """Return under which name a volume sets the usual share of an answer; `bound` is `most-share` or `least-share`."""
    both = {"most-share", "least-share"} <= {name for name, value in question.limits.items() if value}
    return f"{question.slug}-{bound}" if both else f"{question.slug}-share"
