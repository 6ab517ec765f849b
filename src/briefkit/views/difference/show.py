"""A difference as a document: question by question, part by part, old and new words in one text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from briefkit.document import blocks as b
from briefkit.format.questions import LINKS, QuestionSet
from briefkit.text.english import capital, counted, listed
from briefkit.views.difference import values
from briefkit.views.difference.model import Difference, EntryChange, Part
from briefkit.views.difference.records import whats

_TITLES: dict[Part, str] = {
    "head": "Head",
    "figure": "Figures",
    "abbreviation": "Abbreviations",
    "reference": "References",
    "editorial_note": "Editorial notes",
    "waiver": "Waivers",
}
_NAMES: dict[str, str] = {
    "actors": "Who",
    "at": "About",
    "based_on": "Restates",
    "alt": "In words",
    **{str(kind): name for kind, name in LINKS.items()},
}
"""What fields are called where their names in the file do not say it."""
_LEAD = ("statement", "title", "stands for", "says", "reason")
"""Fields of which the first that a part has stands for it as a whole."""


def document(differences: Sequence[Difference]) -> b.Document:
    """Return what changed in a brief, or in several."""
    alone = len(differences) == 1
    title = f"What changed in “{differences[0].title}”" if alone else "What changed"
    blocks: list[b.Block] = []
    for difference in differences:
        if not alone:
            blocks.append(b.Heading(2, b.text(difference.title), f"difference--{difference.name}"))
        blocks.append(b.Paragraph((b.Strong(b.text(_sum(difference))),)))
        blocks += _parts(difference, 2 if alone else 3)
    if not differences:
        blocks.append(b.paragraph("Nothing changed."))
    return b.Document(b.Meta(b.clean(title)), (b.Chapter("difference", tuple(blocks), title=b.text(title)),))


def _sum(difference: Difference) -> str:
    """Return what happened, in numbers: `2 points added, 1 point moved.`"""
    if not difference.changes:
        return "Nothing changed."
    if not difference.old or not difference.new:
        return f"The brief was {'added' if difference.new else 'removed'}."
    found: Counter[tuple[str, str]] = Counter()
    for change in difference.changes:
        for what in (*whats(change), *(("changed",) if change.fields else ())):
            found[_noun(change.entry.part), what] += 1
    parts = [
        "the head changed" if noun == "head" else f"{counted(number, noun, f'{noun}s')} {what}"
        for (noun, what), number in found.items()
    ]
    told = f"{listed(parts, 'and')}."
    if difference.old != difference.new:
        return f"From {difference.old} to {difference.new}: {told}"
    return capital(told)


def _noun(part: Part) -> str:
    return part.replace("_", " ")


def _parts(difference: Difference, level: int) -> Iterator[b.Block]:
    names = {question.key: question.name for question in difference.questions.questions}

    def heading(change: EntryChange) -> str:
        return names[change.entry.question] if change.entry.question else _TITLES[change.entry.part]

    for name, group in groupby(difference.changes, key=heading):
        anchor = f"difference--{difference.name}-{name.lower().replace(' ', '-')}"
        inner = [
            block
            for place, change in enumerate(group, 1)
            for block in _change(change, difference.questions, level + 1, f"{anchor}-{place}")
        ]
        yield b.Section("question", (b.Heading(level, b.text(name), anchor), *inner))


def _change(change: EntryChange, questions: QuestionSet, level: int, anchor: str) -> Iterator[b.Block]:
    """Show one part: its label and what stands for it, what happened, then field by field."""
    lead = next((field for field in _LEAD if field in change.entry.fields), "")
    is_named = change.entry.part not in ("head", "answer")
    blocks: list[b.Block] = []
    if is_named:
        blocks.append(b.Heading(level, (*_label(change), *_leading(change, lead)), anchor))
        if remark := _remark(change):
            blocks.append(b.Paragraph((b.Styled(b.text(remark), "muted"),), "remark"))
    items = tuple(
        (b.text(_name(field, questions)), tuple(b.Paragraph(line) for line in lines))
        for field, lines in _fields(change, lead if is_named else "", others=True)
        if lines
    )
    if items:
        blocks.append(b.DefinitionList(items))
    yield b.Section("point", tuple(blocks)) if is_named else b.Section("part", tuple(blocks))


def _label(change: EntryChange) -> b.Inlines:
    label = change.entry.label
    return (b.Styled(b.text(label), "label"), b.Text(" ")) if label else ()


def _leading(change: EntryChange, lead: str) -> b.Inlines:
    for _, lines in _fields(change, lead, others=False):
        spaced = ((b.Text(" "), *line) if i else line for i, line in enumerate(lines))
        return tuple(inline for line in spaced for inline in line)
    value = change.entry.fields.get(lead)
    return b.text(value) if isinstance(value, str) else ()


def _fields(change: EntryChange, lead: str, *, others: bool) -> Iterator[tuple[str, list[b.Inlines]]]:
    """Yield what changed in the lead, as a whole, or in the other fields; of what is new or gone all that it says."""
    if change.kind == "changed":
        wanted = (field for field in change.fields if (field.field != lead) is others)
        yield from ((field.field, values.shown(field, whole=not others)) for field in wanted)
        return
    fate = values.FATES[change.kind]
    for field, value in change.entry.fields.items():
        if (field != lead) is others:
            yield field, values.whole_value(value, fate)


def _remark(change: EntryChange) -> str:
    """Return what happened to a part as a whole: `consult · moved from R1 · renamed from ask`."""
    old, new, entry = change.old, change.new, change.entry
    parts = [entry.id] if entry.id != entry.label else []
    parts += [change.kind] if change.kind != "changed" else []
    if change.others:
        these = listed([f"`{other}`" for other in change.others], "and")
        parts.append(f"its words are from {these}" if change.kind == "added" else f"its words are now in {these}")
    if old and new and change.is_renamed:
        parts.append(f"renamed from {old.id}")
    if old and new and change.moved:
        parts.append(f"moved from {old.label if old.label != old.id else f'place {old.number}'}")
    return " · ".join(parts)


def _name(field: str, questions: QuestionSet) -> str:
    choice = questions.choices.get(field)
    return choice.name if choice else _NAMES.get(field) or capital(field.replace("_", " ").replace("-", " "))
