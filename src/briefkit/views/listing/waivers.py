"""The findings that editors accept, with their reasons."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefkit.document import blocks as b
from briefkit.format.model import Brief, Volume, Waiver
from briefkit.format.questions import QuestionSet
from briefkit.views.listing.column import Column, Listing, styled
from briefkit.views.listing.selection import Selection


@dataclass(frozen=True, slots=True)
class WaiverRow:
    """A waiver of a brief or the volume."""

    subject: Brief | Volume
    waiver: Waiver

    @property
    def brief(self) -> str | None:
        """The brief that has it; None for the volume."""
        return self.subject.name if isinstance(self.subject, Brief) else None


def _rows(selection: Selection) -> Iterator[WaiverRow]:
    subjects: list[Brief | Volume] = [*selection.briefs.values()]
    if selection.volume and selection.is_whole:
        subjects.append(selection.volume)
    return (WaiverRow(subject, waiver) for subject in subjects for waiver in subject.waivers)


_LISTINGS: tuple[Listing[WaiverRow], ...] = (
    Listing(
        name="waivers",
        kind="waivers",
        rows=_rows,
        columns={
            "rule": Column(lambda row: row.waiver.rule, lambda row: styled(row.waiver.rule, "label")),
            "brief": Column(lambda row: row.brief),
            "at": Column(lambda row: [*row.waiver.at]),
            "reason": Column(lambda row: b.clean(" ".join(row.waiver.reason.split())), weight=2),
            "file": Column(lambda row: row.waiver.place.file),
            "line": Column(lambda row: row.waiver.place.line, number=True),
        },
        filters=("brief", "author"),
        narrow="rule+at,brief,reason",
        wide="rule,brief,at,reason",
    ),
)


def listings(_: QuestionSet) -> tuple[Listing[WaiverRow], ...]:
    """Return the list of waivers."""
    return _LISTINGS
