"""The themes of the vocabulary, with how many points of each question and each brief have them."""

from collections import Counter
from collections.abc import Iterator

from briefkit.document import blocks as b
from briefkit.format.questions import QUESTIONS
from briefkit.views.listing.column import Column, Listing, count_of, legend_of_questions, question_columns, styled
from briefkit.views.listing.filters import no_themes
from briefkit.views.listing.selection import Selection
from briefkit.views.view import Record, theme_name

FIELDS = (
    "theme",
    "name",
    "description",
    *(question.key for question in QUESTIONS),
    "points",
    "briefs",
    "file",
    "line",
)


def _records(selection: Selection) -> Iterator[Record]:
    """Yield the themes in the order of the volume, then those that it does not list.

    With a filter, themes without a point that passes are left out; otherwise a theme without points is worth seeing.
    Raises UsageError for a library that has no themes at all.
    """
    listed = selection.volume.themes if selection.volume else {}
    questions: Counter[tuple[str, str]] = Counter()
    briefs: Counter[tuple[str, str]] = Counter()
    used: dict[str, None] = {}
    for brief, point in selection.points():
        for theme in point.themes:
            used[theme] = None
            questions[theme, point.question] += 1
            briefs[theme, brief.name] += 1
    if not listed and not used and not selection.is_narrowed:
        raise no_themes(selection.library)
    for theme in dict.fromkeys([*listed, *used]):
        if (selection.is_narrowed and theme not in used) or (selection.themes and theme not in selection.themes):
            continue
        known = listed.get(theme)
        yield {
            "theme": theme,
            "name": b.clean(theme_name(selection.volume, theme)),
            "description": b.clean(known.description) or None if known else None,
            **{question.key: questions[theme, question.key] for question in QUESTIONS},
            "points": sum(questions[theme, question.key] for question in QUESTIONS),
            "briefs": {name: briefs[theme, name] for name in selection.briefs},
            "file": known.place.file if known else None,
            "line": known.place.line if known else None,
        }


LISTING = Listing(
    name="themes",
    kind="themes",
    records=_records,
    fields=FIELDS,
    filters=("brief", "theme", "actor", "author"),
    narrow=",".join(("theme", *(question.key for question in QUESTIONS), "briefs")),
    wide=",".join(("theme", "name", *(question.key for question in QUESTIONS), "points", "briefs")),
    columns={
        "theme": Column(show=lambda record, _: styled(record["theme"], "label"), fixed=True),
        **question_columns(),
        "points": Column(number=True),
    },
    per_brief=count_of,
    legend=legend_of_questions,
)
