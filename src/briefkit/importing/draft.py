"""A brief as it is put together: what each part of the document became."""

from dataclasses import dataclass, field

from briefkit.format.questions import Question
from briefkit.importing.content import Block, Inlines


@dataclass
class DraftPoint:
    """A point: its statement as it stands in the document, what is said of it, and the facts that were found."""

    statement: Inlines
    detail: list[Block] = field(default_factory=list)
    group: str = ""
    bookmarks: tuple[str, ...] = ()
    facts: dict[str, object] = field(default_factory=dict)
    """By field of a point: `actors`, `horizon`, `deadline`, `stance`, `themes`, choices; `links` as labels by kind."""
    id: str = ""


@dataclass
class DraftAnswer:
    """An answer: what stands before its points, and they."""

    question: Question
    overview: list[Block] = field(default_factory=list)
    points: list[DraftPoint] = field(default_factory=list)
    counted: bool = False
    stance: str = ""
    because: str = ""


@dataclass
class DraftBrief:
    """The whole brief."""

    title: str = ""
    subtitle: str = ""
    authors: list[tuple[str, str]] = field(default_factory=list)
    """Names with affiliations."""
    date: str = ""
    language: str = ""
    audience: list[str] = field(default_factory=list)
    summary: list[Block] = field(default_factory=list)
    answers: list[DraftAnswer] = field(default_factory=list)
    abbreviations: dict[str, str] = field(default_factory=dict)
    name: str = ""
    """The bookmark of the title, with which those of points begin in files of briefkit."""
