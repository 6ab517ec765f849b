"""Chapters of the volume's own, and who signs them."""

from collections.abc import Sequence

from briefkit.document import blocks as b
from briefkit.format.model import Person


def chapter(
    anchor: str, title: str, blocks: b.SourceBlocks, role: b.ChapterRole, signed: Sequence[Person] = ()
) -> b.SourceChapter:
    """Return a chapter; who signs it stands at its end. Without blocks it stays empty."""
    byline = tuple(b.Paragraph(b.text(_with_affiliation(person)), "authors") for person in signed if blocks)
    authors = tuple(b.clean(person.name) for person in signed)
    return b.Chapter(f"volume-{anchor}", (*blocks, *byline), title=b.text(title), role=role, authors=authors)


def _with_affiliation(person: Person) -> str:
    return f"{person.name}, {person.affiliation}" if person.affiliation else person.name
