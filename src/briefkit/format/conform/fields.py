"""Fields that are missing, misspelled or misplaced: one fault for each mistake."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as attribute

from briefkit.format.conform import synonyms
from briefkit.format.conform.phrases import either, field
from briefkit.format.conform.schema_rules import MISSING_FIELD, OTHER_QUESTION_SET, UNKNOWN_FIELD
from briefkit.format.conform.violations import Violation
from briefkit.format.questions import QuestionSet
from briefkit.format.schema import Form, Schema, at, schema
from briefkit.source.draft import Draft, Json, Path
from briefkit.source.finding import Fault, Rule
from briefkit.text.printable import quoted
from briefkit.text.suggest import squeezed, suggest

COMMA = "a comma starts a new entry inside { }: use one line per field, or put quotes around the text"


_FEWEST = 2
"""Fields that a brief must have of another set before it counts as one of that set."""


@dataclass
class Fields:
    """The faults of the fields of a draft. `accounted` are the missing fields that an unknown one explains."""

    draft: Draft
    form: Form
    accounted: set[tuple[Path, str]] = attribute(default_factory=set)

    def faults(self, broken: Iterable[Violation]) -> Iterator[tuple[Rule, Fault]]:
        """Yield the faults of all mappings whose `required` or `additionalProperties` is broken."""
        mappings = {violation.path: violation for violation in broken}
        if () in mappings and (other := self._of_other_set()):
            yield OTHER_QUESTION_SET, other
        for path, violation in mappings.items():
            for name in _mapping(violation):
                if name not in violation.schema.get("properties", {}) and (path, name) not in self.accounted:
                    yield UNKNOWN_FIELD, self._unknown(path, violation, name)
        for path, violation in mappings.items():
            for name in violation.schema.get("required", ()):
                if name not in _mapping(violation) and (path, name) not in self.accounted:
                    yield MISSING_FIELD, self._missing(path, violation.schema, name)

    def explains_empty(self, path: Path) -> bool:
        """Tell whether what belongs at a path stands beside it instead, indented too little."""
        return any(path == owner for owner, _ in self.accounted)

    def _missing(self, path: Path, node: Schema, name: str) -> Fault:
        message = f"missing field {quoted(name)}{self._in(path)}"
        return Fault(
            path,
            message,
            wanted(self.form.questions, path, name, node),
            on="key",
            hides=((*path, name), *self._after(path, name)),
        )

    def _after(self, path: Path, name: str) -> Iterator[Path]:
        """Yield the fields that come after a missing one, if none of them is there: the file may have been cut off."""
        fields = list(schema(self.form).get("properties", {})) if not path else []
        after = fields[fields.index(name) + 1 :] if name in fields else []
        if isinstance(self.draft.data, dict) and self.draft.data.keys().isdisjoint(after):
            yield from ((field,) for field in after)

    def _unknown(self, path: Path, violation: Violation, name: str) -> Fault:
        explained = set(self.accounted)
        hint = (
            self._cut(path, violation, name)
            or self._meant(path, violation, name, self._open(path, violation))
            or self._outside(path, name)
            or self._inside(path, violation, name)
            or self._meant(path, violation, name, list(violation.schema.get("properties", {})))
            or _allowed(violation)
        )
        meant = tuple((*owner, field) for owner, field in self.accounted - explained)
        message = f"unknown field {quoted(name)}{self._in(path)}"
        return Fault((*path, name), message, hint, on="key", hides=meant or ((*path, "*"),))

    def _in(self, path: Path) -> str:
        return f" in {field(self.draft, path)}" if path else ""

    def _open(self, path: Path, violation: Violation) -> list[str]:
        """The required fields that are not there and that nothing explains yet."""
        required = violation.schema.get("required", ())
        there = _mapping(violation)
        return [name for name in required if name not in there and (path, name) not in self.accounted]

    def _cut(self, path: Path, violation: Violation, name: str) -> str | None:
        if _mapping(violation)[name] is None and in_braces(self.draft, path):
            return COMMA
        if (stripped := name.strip()) != name:
            self.accounted.add((path, stripped))
            return "there are no-break spaces around it: type ordinary blanks"
        return None

    def _meant(self, path: Path, violation: Violation, name: str, known: Sequence[str]) -> str | None:
        there = _mapping(violation)
        absent = [other for other in known if other not in there]
        guess = self._question_called(name, absent) if not path else None
        guess = guess or synonyms.synonym(name, synonyms.FIELDS, absent) or suggest(name, known)
        if guess in there:
            return f"did you mean {quoted(guess)}, which is there already?"
        if guess:
            self.accounted.add((path, guess))
        return f"did you mean {quoted(guess)}?" if guess else None

    def _question_called(self, name: str, absent: Sequence[str]) -> str | None:
        """Return the question of which a name is another one."""
        word = squeezed(name)
        for question in self.form.questions.questions:
            if question.key in absent and word in map(squeezed, question.also_called):
                return question.key
        return None

    def _of_other_set(self) -> Fault | None:
        """Return the fault of a brief that answers the questions of another set; it accounts for all of its fields."""
        from briefkit.format import shipped

        if self.form.kind != "brief" or not isinstance(data := self.draft.data, dict):
            return None
        mine = self.form.questions
        fitting = {name: shipped.shipped(name).by_key.keys() & data.keys() for name in shipped.names()}
        name, foreign = max(fitting.items(), key=lambda each: len(each[1]))
        there = mine.by_key.keys() & data.keys()
        hint = f"write `question_set:` with `name: {name}` in volume.yaml, or answer "
        message = (
            f"this brief answers the questions of {quoted(name)}, but those of the library are {quoted(mine.name)}"
        )
        if name == mine.name or len(foreign) < _FEWEST or len(foreign) <= len(there):
            foreign = {key for key, value in data.items() if isinstance(value, dict) and "points" in value} - there
            if there or len(foreign) < _FEWEST:
                return None
            hint = "name their set under `question_set` in volume.yaml, or answer "
            message = f"this brief answers none of the questions of {quoted(mine.name)}"
        first = next(key for key in data if key in foreign)
        absent = mine.by_key.keys() - data.keys()
        self.accounted |= {((), key) for key in (*foreign, *absent, *mine.head)}
        return Fault(
            (first,),
            message,
            hint + ", ".join(question.key for question in mine.questions),
            on="key",
            hides=tuple((key,) for key in sorted(absent)),
        )

    def _outside(self, path: Path, name: str) -> str | None:
        """The field belongs to a mapping around this one that lacks it: it is indented too much."""
        for n in range(len(path) - 1, -1, -1):
            around = self.draft.value(path[:n])
            fields = at(schema(self.form), path[:n]).get("properties", {})
            if name in fields and isinstance(around, dict) and name not in around:
                self.accounted.add((path[:n], name))
                where = f"to {field(self.draft, path[:n])}" if n else "at the left margin"
                return f"it belongs {where}: indent it less"
        return None

    def _inside(self, path: Path, violation: Violation, name: str) -> str | None:
        """The field belongs to something that stands before it: it is indented too little."""
        there = _mapping(violation)
        before = list(there)[: list(there).index(name)]
        for other in reversed(before):
            node = violation.schema.get("properties", {}).get(other, {})
            if name not in node.get("items", node).get("properties", {}):
                continue
            entries = there[other]
            last = (len(entries) - 1,) if isinstance(entries, list) else ()
            self.accounted.add(((*path, other, *last), name))
            owner = f"an entry of {quoted(other)}" if "items" in node else quoted(other)
            return f"it belongs to {owner}: indent it more"
        return None


def wanted(questions: QuestionSet, path: Path, name: str, node: Schema) -> str | None:
    """Return what to write into a field, in a few words; `node` is the schema of the mapping that holds it."""
    if not path and (question := questions.by_key.get(name)):
        return f"it answers the question: {question.wording}"
    entry = node.get("properties", {}).get(name, {})
    if "enum" in entry:
        return f"write one of {either(entry['enum'])}"
    example = next(iter(entry.get("examples", ())), None)
    if isinstance(example, str | int) and "\n" not in str(example):
        return f"for example {quoted(f'{name}: {example}', 60)}"
    words = entry.get("description", "").rstrip(".")
    return words[:1].lower() + words[1:] or None


def in_braces(draft: Draft, path: Path) -> bool:
    """Tell whether the mapping at a path is written in flow style, between braces."""
    return draft.source.text.startswith("{", draft.node(path).start)


def _allowed(violation: Violation) -> str:
    absent = [name for name in violation.schema.get("properties", {}) if name not in _mapping(violation)]
    return f"fields allowed here: {either(absent)}" if absent else "delete it: all that belongs here is there"


def _mapping(violation: Violation) -> dict[str, Json]:
    return violation.instance if isinstance(violation.instance, dict) else {}
