"""The edited volume: front matter, the briefs as chapters, conclusion, annexes, back matter."""

from collections.abc import Iterable, Sequence
from typing import cast

from briefkit.checks.parsed import ParsedBrief
from briefkit.document import blocks as b
from briefkit.document import notes
from briefkit.format.model import Volume
from briefkit.views.rows import PointRow, point_rows
from briefkit.views.view import View
from briefkit.views.volume import annexes, back, body, front


def view(
    parsed: ParsedBrief,
    parsed_briefs: Sequence[ParsedBrief],
    chapters: Sequence[b.Chapter],
    *,
    access_dates: bool = False,
) -> View:
    """Return the book of a parsed volume and its parsed briefs.

    `chapters` are the briefs as chapters, in order, with their notes. Access dates are given for undated sources, or
    for all.
    """
    volume = cast("Volume", parsed.subject)
    briefs = [one.brief for one in parsed_briefs if one.brief]

    def resolved(own: Iterable[b.SourceChapter]) -> tuple[b.Chapter, ...]:
        filled = tuple(chapter for chapter in own if chapter.blocks)
        sources = {chapter.anchor: notes.sources(None, volume) for chapter in filled}
        document = b.Document(_meta(volume), filled)
        return notes.resolve(document, sources, access_dates=access_dates, concise=True).chapters

    def document() -> b.Document:
        opening = resolved((*front.chapters(parsed, volume, parsed_briefs), body.introduction(parsed, volume)))
        closing = resolved((body.conclusion(parsed, volume, briefs),))
        rest = back.chapters(parsed, volume, parsed_briefs, access_dates=access_dates)
        return b.Document(
            _meta(volume), (*opening, *chapters, *closing, *annexes.chapters(volume, briefs), *resolved(rest))
        )

    points = (PointRow(brief, point, volume) for brief in briefs for point in brief.points)
    return View(document, point_rows(points, volume.questions))


def _meta(volume: Volume) -> b.Meta:
    return b.Meta(
        title=b.clean(volume.title),
        subtitle=b.clean(volume.subtitle),
        authors=tuple(b.clean(person.name) for person in volume.editors),
        date=volume.date,
        language=volume.language,
        affiliations=tuple(b.clean(person.affiliation) for person in volume.editors),
        publisher=b.clean(volume.publisher),
        place=b.clean(volume.publisher_place),
        keywords=tuple(b.clean(theme.name) for theme in volume.themes.values()),
    )
