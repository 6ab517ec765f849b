"""Drafts of question sets that conform to the schema → the model."""

from collections.abc import Mapping
from pathlib import PurePath

from briefkit.format.part import Part
from briefkit.format.questions import LINKS, Choice, ChoiceField, Example, Question, QuestionSet, Verdict
from briefkit.source.draft import Draft

_WORDS = "statement-words"


def build_questions(draft: Draft) -> QuestionSet:
    """Return the question set of a draft, of which nothing may depart from the schema."""
    top = Part(draft, draft.data)
    limits = _numbers(top.part("limits"))
    points = {part.text("key"): part.text("point") for part in top.parts("questions")}
    return QuestionSet(
        name=top.text("name") or PurePath(draft.source.name).stem,
        title=top.text("title"),
        version=top.number("version"),
        questions=tuple(_question(part, limits, points) for part in top.parts("questions")),
        about=top.text("about"),
        changes={part.number("version"): part.text("changed") for part in top.parts("changes")},
        head=top.texts("head"),
        choices={key: _choice_field(key, part) for key, part in top.part("choices").entries()},
        written=draft.source.text,
    )


def _question(part: Part, limits: Mapping[str, int], points: Mapping[str, str]) -> Question:
    links, own, key, point = part.part("links"), _numbers(part.part("limits")), part.text("key"), part.text("point")
    return Question(
        key=key,
        number=part.rank,
        letter=part.text("letter"),
        name=part.text("name"),
        wording=part.text("wording"),
        point=point,
        points=part.text("points") or f"{point}s",
        place=part.place,
        also_called=part.texts("also_called"),
        fields=part.texts("fields"),
        links={kind: links.texts(kind) for kind in LINKS if kind in links.data},
        expects=tuple(tuple(names.split("|")) for names in part.texts("expects")),
        answered_by=part.texts("answered_by"),
        answers=tuple(points.get(key, key) for key in part.texts("answered_by")),
        verdict=_verdict(part.part("verdict")),
        begins_with=part.text("begins_with"),
        limits={**limits, **own},
        own_limit=bool(own.get(_WORDS)),
        example=_example(part.part("example")),
    )


def _numbers(part: Part) -> dict[str, int]:
    return {key: part.number(key) for key in part.data}


def _verdict(part: Part) -> Verdict | None:
    if not part.data:
        return None
    answer, point = _choices(part.part("answer")), _choices(part.part("point"))
    return Verdict(answer, point, frozenset(part.texts("covers_nothing")))


def _choice_field(key: str, part: Part) -> ChoiceField:
    return ChoiceField(key, part.text("name"), _choices(part.part("values")))


def _choices(part: Part) -> dict[str, Choice]:
    return {
        key: Choice(key, own.text("name") or key.replace("-", " "), own.text("meaning")) for key, own in part.entries()
    }


def _example(part: Part) -> Example | None:
    return Example(part.text("id"), part.text("statement"), part.text("because")) if part.data else None
