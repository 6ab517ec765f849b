"""The themes of the vocabulary, with how many points of each question and each brief have them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefkit.document import blocks as b
from briefkit.format.model import Theme
from briefkit.format.questions import QuestionSet
from briefkit.views.listing.column import (
    Column,
    Listing,
    count_of_brief,
    count_of_questions,
    legend_of_questions,
    styled,
)
from briefkit.views.listing.filters import no_themes
from briefkit.views.listing.selection import Selection
from briefkit.views.view import theme_name


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme, and the number of points that have it by question and by brief."""

    id: str
    name: str
    known: Theme | None
    """The theme as the volume lists it, if it does."""
    questions: Mapping[str, int]
    briefs: Mapping[str, int]


def _rows(selection: Selection) -> Iterator[ThemeRow]:
    """Yield the themes in the order of the volume, then those that it does not list.

    With a filter, themes without a point that passes are left out; otherwise a theme without points is worth seeing.
    Raises UsageError for a library that has no themes at all.
    """
    listed = selection.volume.themes if selection.volume else {}
    questions: Counter[tuple[str, str]] = Counter()
    briefs: Counter[tuple[str, str]] = Counter()
    used: dict[str, None] = {}
    for brief, point, _ in selection.points():
        for theme in point.themes:
            used[theme] = None
            questions[theme, point.question.key] += 1
            briefs[theme, brief.name] += 1
    if not listed and not used and not selection.is_narrowed:
        raise no_themes(selection.library)
    for theme in dict.fromkeys([*listed, *used]):
        if (selection.is_narrowed and theme not in used) or (selection.themes and theme not in selection.themes):
            continue
        yield ThemeRow(
            id=theme,
            name=theme_name(selection.volume, theme),
            known=listed.get(theme),
            questions={
                question.key: questions[theme, question.key] for question in selection.library.questions.questions
            },
            briefs={name: briefs[theme, name] for name in selection.briefs},
        )


def listings(questions: QuestionSet) -> tuple[Listing[ThemeRow], ...]:
    """Return the list of themes, with a column for each question."""
    keys = [question.key for question in questions.questions]
    listing = Listing(
        name="themes",
        kind="themes",
        rows=_rows,
        columns={
            "theme": Column(lambda row: row.id, lambda row: styled(row.id, "label"), fixed=True),
            "name": Column(lambda row: b.clean(row.name)),
            "description": Column(lambda row: b.clean(row.known.description) or None if row.known else None),
            **count_of_questions(questions, lambda row, question: row.questions[question.key]),
            "points": Column(lambda row: sum(row.questions.values()), number=True),
            "briefs": Column(lambda row: {**row.briefs}),
            "file": Column(lambda row: row.known.place.file if row.known else None),
            "line": Column(lambda row: row.known.place.line if row.known else None),
        },
        filters=("brief", "theme", "actor", "author"),
        narrow=",".join(("theme", *keys, "briefs")),
        wide=",".join(("theme", "name", *keys, "points", "briefs")),
        per_brief=count_of_brief(lambda row: row.briefs),
        legend=legend_of_questions,
    )
    return (listing,)
