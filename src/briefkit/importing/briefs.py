"""A document → the draft of a brief and the account of what became of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefkit.format.model import Volume
from briefkit.format.questions import LINKS, QuestionSet
from briefkit.importing import evening, facts, head, headings, ids, own, sections, typed_notes
from briefkit.importing.account import Account, account
from briefkit.importing.content import Block, Blocks, Cited, Content, NoteMark, Paragraph, paragraphs
from briefkit.importing.draft import DraftAnswer, DraftBrief
from briefkit.importing.emit import Emitter, comments
from briefkit.importing.evening import text_of
from briefkit.importing.log import Log, shown
from briefkit.importing.points import Points
from briefkit.importing.references import references
from briefkit.importing.sections import Section
from briefkit.importing.wording import Wording, normal, wording
from briefkit.reading import read_bytes
from briefkit.text.english import listed
from briefkit.text.errors import UsageError
from briefkit.text.suggest import did_you_mean

OTHER_PLACES = ("summary", "none")
"""What a heading may be said to be beside a question."""


_FEW = 4
"""Paragraphs that a single point has at most under a heading of its own kind."""


@dataclass(frozen=True)
class Setting:
    """What is known before a document is read: the questions, the volume if there is one, and what the user says.

    `mapped` leads from the text of a heading to the key of a question, `summary` or `none`; `reference_fields` are
    those that a reference may have.
    """

    questions: QuestionSet
    volume: Volume | None = None
    mapped: Mapping[str, str] = field(default_factory=dict)
    reference_fields: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Imported:
    """The draft, what was found in the document, every decision, and the account of its words."""

    text: str
    brief: DraftBrief
    log: Log
    account: Account
    headings: tuple[str, ...]
    notes: int

    @property
    def is_brief(self) -> bool:
        """Whether anything in the document answers a question."""
        return any(answer.points or answer.overview for answer in self.brief.answers)


def draft(content: Content, setting: Setting) -> Imported:
    """Make the draft of a brief from a document.

    Raises UsageError when `mapped` names a heading that the document does not have.
    """
    return _Import(content, setting).made()


class _Import:
    def __init__(self, content: Content, setting: Setting) -> None:
        self.content = content
        self.setting = setting
        self.log = Log(left=list(content.left))
        own_words = setting.volume.wordings if setting.volume else {}
        self.words: Wording = wording(setting.questions, own_words, setting.mapped)
        self.keys = [question.key for question in setting.questions.questions]
        self.brief = DraftBrief(language=_language(content.language))
        self.notes: dict[str, Blocks] = dict(content.notes)
        self.singles: Counter[str] = Counter()
        """How often a heading is what one point of a question is called, `Recommendation`."""

    def made(self) -> Imported:
        blocks = evening.opened(self.content.blocks, self.log)
        blocks = sections.run_in(blocks, self.words)
        blocks = self._notes_taken(blocks)
        blocks = own.without_figures(blocks, self.log)
        blocks = evening.with_items(blocks, self.log)
        found = headings.find(blocks, self.words)
        self._check_mapped(blocks)
        parts = sections.part(blocks, found, self.keys)
        head.read(parts[0], self.content, self.brief, self.log)
        named = {normal(question.point) for question in self.setting.questions.questions}
        texts = (normal(part.heading.text) for part in parts if part.heading)
        self.singles.update(text for text in texts if text in named)
        for part in parts[1:]:
            self._part(part)
        self._finish()
        names = [block.text for i, block in enumerate(blocks) if i in found and isinstance(block, Paragraph)]
        return self._written(tuple(names))

    def _notes_taken(self, blocks: list[Block]) -> list[Block]:
        """Return the blocks with typed notes as notes."""
        found = headings.find(blocks, self.words)
        is_notes = [False] * len(blocks)
        rank = None
        for i in range(len(blocks)):
            if heading := found.get(i):
                is_named = heading.match is not None and heading.match.place in ("notes", "sources")
                if is_named:
                    rank = heading.rank
                    continue
                if rank is not None and heading.rank <= rank:
                    rank = None
            is_notes[i] = rank is not None
        kept, notes = typed_notes.take(blocks, is_notes, self.log)
        self.notes |= notes
        return kept

    def _check_mapped(self, blocks: Sequence[Block]) -> None:
        if not self.setting.mapped:
            return
        known = {normal(block.text): block.text for block in blocks if isinstance(block, Paragraph)}
        for text in self.setting.mapped:
            if normal(text) not in known:
                short = [one for one in known.values() if len(one) < 120]
                raise UsageError(
                    f"the document has no heading or line {shown(text)}",
                    hint=did_you_mean(text, short, "copy it as it stands"),
                )

    def _part(self, part: Section) -> None:
        name = part.heading.text if part.heading else ""
        if part.place in self.keys:
            self._answer(part, name)
        elif part.place == "summary" and not self.brief.summary:
            self.log.decide("summary", f"the heading {shown(name)}, which {part.how}, is read as summary", name)
            self.brief.summary += part.blocks
        elif part.place == "abbreviations":
            shared = self.setting.volume.abbreviations if self.setting.volume else {}
            self.log.decide("abbreviations", f"the heading {shown(name)} is read as abbreviations", name)
            head.abbreviations(part, shared, self.brief, self.log)
        elif part.blocks or part.place not in ("notes", "sources"):
            self.log.leave(
                name, _WHY.get(part.place, "no question has this name"), "\n".join(map(text_of, part.blocks))
            )
        else:
            self.log.decide("notes", f"nothing is left under the heading {shown(name)}", name)

    def _answer(self, part: Section, name: str) -> None:
        question = self.setting.questions.by_key[part.place]
        answer = next((one for one in self.brief.answers if one.question is question), None)
        again = answer is not None
        if answer is None:
            answer = DraftAnswer(question)
            self.brief.answers.append(answer)
        mapped = normal(name) in self.words.mapped
        how = "as --map says" if mapped else f"which {part.how}"
        self.log.decide(
            question.name,
            f"the heading {shown(name)}, {how}, is read as {question.key}{', too' if again else ''}",
            name,
        )
        if part.heading and any(isinstance(inline, NoteMark | Cited) for inline in part.heading.inlines):
            marks = tuple(inline for inline in part.heading.inlines if isinstance(inline, NoteMark | Cited))
            part.blocks.insert(0, Paragraph(marks))
            part.inner = {i + 1: heading for i, heading in part.inner.items()}
        points = Points(answer, self.log)
        if part.blocks and not part.inner and self.singles[normal(name)] > 1 and len(part.blocks) <= _FEW:
            points.single(part.blocks)
        else:
            points.find(part.blocks, part.inner)

    def _finish(self) -> None:
        volume = self.setting.volume
        themes = {facts.theme_key(theme.name): key for key, theme in volume.themes.items()} if volume else {}
        for answer in self.brief.answers:
            own.take(answer, self.log)
            for point in answer.points:
                facts.take(point, answer.question, self.setting.questions, themes, self.log)
                own.without_facts(point, self.log)
        self.brief.answers.sort(key=lambda answer: answer.question.number)
        self._say_lost_links()
        ids.give(self.brief)

    def _say_lost_links(self) -> None:
        """Say which links name a point that the draft does not have."""
        known = {
            f"{answer.question.letter}{number}"
            for answer in self.brief.answers
            for number in range(1, len(answer.points) + 1)
        }
        for answer in self.brief.answers:
            for point in answer.points:
                for kind in LINKS:
                    said = point.facts.get(kind)
                    lost = [label for label in said if label not in known] if isinstance(said, list) else []
                    if isinstance(said, list) and lost:
                        self.log.decide(
                            answer.question.name, f"no point has the label {listed(lost, 'or')}, which a link names"
                        )
                        point.facts[kind] = [label for label in said if label in known]
                        if not point.facts[kind]:
                            del point.facts[kind]

    def _written(self, names: tuple[str, ...]) -> Imported:
        order = {key: str(i) for i, key in enumerate(self._marked(), 1)}
        made, keys = references(self.content.sources, self._cited(), self.setting.reference_fields, self.log)
        emitter = Emitter(self.notes, order, keys, set())
        body = emitter.text(self.brief, made)
        self._list_notes(emitter.used, keys)
        self._list_citations(keys)
        text = body + comments(self.log.unplaced)
        reading = read_bytes(text.encode("utf-8"), "draft.yaml")
        data = reading.draft.data if reading.draft else {}
        return Imported(text, self.brief, self.log, account(self.content.words, data, self.log), names, len(self.notes))

    def _everything(self) -> list[Block]:
        found: list[Block] = list(self.brief.summary)
        for answer in self.brief.answers:
            found += answer.overview
            for point in answer.points:
                found += point.detail
        return found

    def _marked(self) -> list[str]:
        """Return the keys of the notes in the order of their marks in the draft, then the others."""
        marks = [
            inline.key
            for paragraph in paragraphs(tuple(self._everything()))
            for inline in paragraph.inlines
            if isinstance(inline, NoteMark)
        ]
        return list(dict.fromkeys([*marks, *self.notes]))

    def _cited(self) -> list[str]:
        blocks = (*self._everything(), *(block for note in self.notes.values() for block in note))
        return [
            item.key
            for paragraph in paragraphs(blocks)
            for inline in paragraph.inlines
            if isinstance(inline, Cited)
            for item in inline.items
        ]

    def _list_notes(self, used: set[str], keys: Mapping[str, str]) -> None:
        """List the notes of which no mark is in the draft: those of parts without a place."""
        marked = set(self._marks_in_draft())
        for key, blocks in self.notes.items():
            if key not in used and key not in marked:
                self.log.leave("", "a note of a part without a place", "\n".join(map(text_of, blocks)))
        del keys

    def _marks_in_draft(self) -> list[str]:
        return [
            inline.key
            for paragraph in paragraphs(tuple(self._everything()))
            for inline in paragraph.inlines
            if isinstance(inline, NoteMark) and inline.key in self.notes
        ]

    def _list_citations(self, keys: Mapping[str, str]) -> None:
        """List the words that citations showed in the draft, in whose place their keys stand."""
        used = set(self._marks_in_draft())
        blocks = (*self._everything(), *(block for key, note in self.notes.items() if key in used for block in note))
        words = [
            inline.shown
            for paragraph in paragraphs(blocks)
            for inline in paragraph.inlines
            if isinstance(inline, Cited) and any(item.key in keys for item in inline.items)
        ]
        if words:
            self.log.decide(
                "citation", f"{len(words)} citations stand as [@key] in place of their words", " ".join(words)
            )


_WHY = {
    "summary": "a second summary",
    "notes": "notes without marks in the text",
    "sources": "a list of sources, of which none is known for certain",
    "other": "it answers no question",
}


def _language(said: str) -> str:
    """Return the language where it is not English, the default."""
    return "" if not said or said.lower().startswith("en") or said == "x-none" else said
