"""A brief as it was put together → its YAML, for people to go on with."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefkit.format.questions import LINKS
from briefkit.importing import ids, yaml_text
from briefkit.importing.content import Block, Blocks
from briefkit.importing.draft import DraftAnswer, DraftBrief, DraftPoint
from briefkit.importing.log import Unplaced
from briefkit.importing.markdown import Field, without_marks

MODELINE = "# yaml-language-server: $schema=../schema/brief.schema.json"


@dataclass(frozen=True)
class Emitter:
    """Writes one brief; notes, their labels and citation keys are those of the whole document."""

    notes: Mapping[str, Blocks]
    labels: Mapping[str, str]
    keys: Mapping[str, str]
    used: set[str]
    """The notes that were written."""

    def text(self, brief: DraftBrief, references: Sequence[Mapping[str, object]]) -> str:
        """Return the file without the parts that found no place."""
        lines = [MODELINE, *self._head(brief)]
        for answer in (one for one in brief.answers if one.points or one.overview or one.stance):
            lines += ["", *self._answer(answer, brief)]
        if brief.abbreviations:
            lines += ["", "abbreviations:"]
            for short, said in brief.abbreviations.items():
                lines.append(f"  {yaml_text.scalar(short)}: {yaml_text.scalar(said, 2, short)}")
        if references:
            lines += ["", "references:"]
            for reference in references:
                lines += yaml_text.record(reference, 2)
        return "\n".join(lines) + "\n"

    def _head(self, brief: DraftBrief) -> Iterator[str]:
        for key, value in (("title", brief.title), ("subtitle", brief.subtitle)):
            if value:
                yield f"{key}: {yaml_text.scalar(value, 0, key)}"
        if brief.authors:
            yield "authors:"
            for name, house in brief.authors:
                yield from yaml_text.record({"name": name, **({"affiliation": house} if house else {})}, 2)
        if brief.date:
            yield f"date: {brief.date}"
        if brief.language:
            yield f"language: {brief.language}"
        if brief.audience:
            yield from yaml_text.entries("audience", brief.audience, 0)
        if summary := self._prose(brief.summary):
            yield from yaml_text.block("summary", summary, 0)

    def _prose(self, blocks: Sequence[Block]) -> str:
        field = Field(self.notes, self.labels, self.keys)
        text = field.write(blocks)
        self.used.update(field.used)
        return text

    def _answer(self, answer: DraftAnswer, brief: DraftBrief) -> Iterator[str]:
        overview = self._prose(answer.overview)
        yield f"{answer.question.key}:"
        if answer.stance:
            yield f"  stance: {answer.stance}"
        if answer.because:
            yield f"  because: {yaml_text.scalar(answer.because, 2, 'because')}"
        if answer.counted:
            yield "  counted: true"
        if overview:
            yield from yaml_text.block("overview", overview, 2)
        if answer.points:
            yield "  points:"
            for i, point in enumerate(answer.points):
                if i:
                    yield ""
                yield from self._point(point, brief)

    def _point(self, point: DraftPoint, brief: DraftBrief) -> Iterator[str]:
        yield f"    - id: {point.id}"
        yield f"      statement: {yaml_text.scalar(statement(point), 6, 'statement')}"
        if point.group:
            yield f"      group: {yaml_text.scalar(point.group, 6, 'group')}"
        for name, said in point.facts.items():
            value = _fact(name, said, brief)
            if isinstance(value, list):
                yield from yaml_text.entries(name, value, 6)
            else:
                yield f"      {name}: {yaml_text.scalar(str(value), 6, name)}"
        if detail := self._prose(point.detail):
            yield from yaml_text.block("detail", detail, 6)


def comments(unplaced: Sequence[Unplaced]) -> str:
    """Return parts without a place as comments for the end of the file."""
    lines: list[str] = []
    if unplaced:
        said = "No place was found for what follows. Move it to where it belongs, or delete it."
        lines += ["", *yaml_text.remark(said)]
    for part in unplaced:
        lines += ["#", *yaml_text.remark(f"{part.heading or 'Without a heading'} ({part.why})")]
        lines += yaml_text.remark("\n".join(f"  {line}" for line in part.text.split("\n") if line.strip()))
    return "".join(f"{line}\n" for line in lines)


def statement(point: DraftPoint) -> str:
    """Return the statement of a point: one plain line without a stop at its end."""
    text = without_marks(point.statement).strip()
    text = text.rstrip(" –—-:;") or text
    return text[:-1].rstrip() if text.endswith(".") and not text.endswith("..") and len(text) > 1 else text


def _fact(name: str, said: object, brief: DraftBrief) -> object:
    """Return what a field of a point says: links as ids, themes as their ids."""
    if name in LINKS:
        return _linked(said, brief)
    if name == "themes" and isinstance(said, list):
        return [theme for one in said if (theme := ids.theme(one))]
    return said


def _linked(labels: object, brief: DraftBrief) -> list[str]:
    known = {
        f"{answer.question.letter}{number}": point.id
        for answer in brief.answers
        for number, point in enumerate(answer.points, 1)
    }
    return [known[label] for label in labels if label in known] if isinstance(labels, list) else []
