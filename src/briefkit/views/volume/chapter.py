"""Chapters of the volume's own, and who signs them."""

from collections.abc import Sequence

from briefkit.document import blocks as b
from briefkit.format.model import Person


def chapter(
    anchor: str,
    title: str,
    blocks: b.SourceBlocks,
    role: b.ChapterRole,
    signed: Sequence[Person] = (),
    marks: b.Inlines = (),
) -> b.SourceChapter:
    """Return a chapter; who signs it stands at its end, then the marks of the notes about it.

    Without blocks it stays empty.
    """
    byline = tuple(b.Paragraph(b.text(_with_affiliation(person)), "authors") for person in signed if blocks)
    noted = (noted_by(marks),) if marks and blocks else ()
    authors = tuple(b.clean(person.name) for person in signed)
    return b.Chapter(f"volume-{anchor}", (*blocks, *byline, *noted), title=b.text(title), role=role, authors=authors)


def noted_by(marks: b.Inlines) -> b.Paragraph:
    """Return the line that leads to editorial notes."""
    return b.Paragraph((b.Styled((b.Text("See: "),), "muted"), *marks), "remark")


def _with_affiliation(person: Person) -> str:
    return f"{person.name}, {person.affiliation}" if person.affiliation else person.name
