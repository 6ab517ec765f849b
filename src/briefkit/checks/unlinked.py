"""What is wrong with a point that serves nothing, for the two rules that find it."""

from briefkit.format.model import Point
from briefkit.format.questions import VERBS, LinkKind, QuestionSet
from briefkit.source.finding import Fault
from briefkit.text.english import listed


def unlinked(point: Point, kind: LinkKind, questions: QuestionSet) -> Fault:
    """Return the fault of a point that names nothing that it serves."""
    targets = [questions.by_key[key] for key in point.question.links[kind]]
    return Fault(
        (*point.place.path, "id"),
        f"{point.label} `{point.id}` {VERBS[kind][0]} {listed([f'no {target.point}' for target in targets], 'and')}",
        f"add `{kind}` with the ids of the {listed([target.points for target in targets], 'and')} that it concerns",
    )
