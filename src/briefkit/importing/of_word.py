"""A Word file and the questions of a library → the draft of a brief."""

from collections.abc import Mapping

from briefkit.format.model import Volume
from briefkit.format.questions import QuestionSet
from briefkit.format.schema import Form, at, schema
from briefkit.importing import briefs, word
from briefkit.importing.briefs import Imported, Setting
from briefkit.text.suggest import unknown


def imported(
    data: bytes, questions: QuestionSet, volume: Volume | None, mapped: Mapping[str, str], tracked: word.Tracked
) -> Imported:
    """Return the draft of a brief; `mapped` leads from headings to questions by any of their names.

    Raises InputError for a file that is no Word file or is dangerous, UsageError for an unknown question or heading.
    """
    places = {text: _place(name, questions) for text, name in mapped.items()}
    reference = at(schema(Form("brief", questions)), ("references", 0))
    setting = Setting(questions, volume, places, frozenset(reference["properties"]))
    return briefs.draft(word.read(data, tracked), setting)


def _place(name: str, questions: QuestionSet) -> str:
    if name in briefs.OTHER_PLACES:
        return name
    if found := questions.named(name):
        return found.key
    known = [question.slug for question in questions.questions]
    raise unknown("question", name, [*known, *briefs.OTHER_PLACES])
