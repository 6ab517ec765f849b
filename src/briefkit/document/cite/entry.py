"""An entry in the making: a reference with what decides its form, and what has been said of it so far."""

from dataclasses import dataclass, field

from briefkit.document.blocks import Inlines
from briefkit.document.cite import names, numerals, typeset
from briefkit.format.model import Reference
from briefkit.text.printable import clean

LEGAL_TYPES = frozenset({"hearing", "legal_case", "legislation", "treaty"})
SERIAL_TYPES = frozenset({"article-journal", "article-magazine", "article-newspaper", "post-weblog", "review-book"})
SUPPORTED_TYPES = (
    LEGAL_TYPES
    | SERIAL_TYPES
    | {
        "article",
        "book",
        "broadcast",
        "chapter",
        "dataset",
        "document",
        "entry-encyclopedia",
        "figure",
        "interview",
        "motion_picture",
        "paper-conference",
        "personal_communication",
        "post",
        "report",
        "speech",
        "standard",
        "thesis",
        "webpage",
    }
)
"""The CSL types with rules of their own; an item of another type is rendered by its fields as `document`."""

PERIODICALS = ("article-magazine", "article-newspaper")
"""The serials that are cited by their date alone and stand for an author that is not named."""
ON_SITES = ("post", "webpage")
ENTRIES = ("entry-encyclopedia",)

EDITORS = ("collection-editor", "compiler", "editor", "editorial-director")
VOLUMES = ("part-number", "part-title", "volume", "volume-title")
REVIEWED = ("reviewed-author", "reviewed-genre", "reviewed-title")
FINDABLE = ("archive", "archive-place", "container-title", "DOI", "number", "publisher", "references", "URL")
"""What tells a reader where to find a letter or an interview; without any it is unpublished."""


@dataclass(frozen=True)
class Entry:
    """A reference on its way to a note or, if not `note`, to an entry of the bibliography."""

    ref: Reference
    note: bool
    locator: str = ""
    pages: bool = False
    """Whether the locator names pages."""
    access_dates: bool = False
    accessed: bool = False
    """Whether the day of access prints in any case."""
    opener: str = ""
    """The variable that opens the entry and is not said again."""
    said: set[str] = field(default_factory=set, compare=False)
    """The variables that have been asked for in order to print them: what else is filled would be lost."""

    @property
    def type(self) -> str:
        """The CSL type whose rules apply."""
        return self.ref.type if self.ref.type in SUPPORTED_TYPES else "document"

    @property
    def serial(self) -> bool:
        """Whether the work stands in a serial; an interview or paper in an edited book does not."""
        return self.type in SERIAL_TYPES or (self.type in ("interview", "paper-conference") and not self.has(*EDITORS))

    @property
    def review(self) -> bool:
        """Whether the work reviews another."""
        return self.type == "review-book" or self.has(*REVIEWED)

    @property
    def episode(self) -> bool:
        """Whether the work is a numbered part of a broadcast series, which goes before it."""
        return self.type == "broadcast" and all(map(self.has, ("container-title", "number", "title")))

    @property
    def in_lost_book(self) -> bool:
        """Whether the work stands in a book whose title is lost."""
        return self.type == "chapter" and self.has("title") and not self.has("container-title")

    @property
    def contained(self) -> bool:
        """Whether the work stands in another."""
        return self.has("container-title") or self.in_lost_book

    @property
    def named_by_place(self) -> bool:
        """Whether the place goes before the publisher: it does for books until 1900 (CMOS 18, 14.31)."""
        issued = self.ref.dates.get("issued")
        old = bool(issued and issued.interval and issued.interval.start.year <= 1900)
        return old and self.type in ("book", "chapter") and self.has("publisher-place")

    @property
    def findable(self) -> bool:
        """Whether a reader is told where to find the work."""
        return self.has(*FINDABLE)

    @property
    def separator(self) -> str:
        """What stands between the parts."""
        return ", " if self.note else ". "

    def has(self, *variables: str) -> bool:
        """Tell whether one of the variables is there."""
        fields, people, dates = self.ref.fields, self.ref.names, self.ref.dates
        for name in variables:
            if fields.get(name) or people.get(name) or (name in dates and numerals.date(dates[name], "day")):
                return True
        return False

    def text(self, variable: str) -> str:
        """Return a text variable, cleaned; empty if it is absent or has opened the entry."""
        text = self.ref.fields.get(variable)
        if not text:
            return ""
        self.said.add(variable)
        return " ".join(clean(text).split()) if variable != self.opener else ""

    def date(self, variable: str, precision: str) -> str:
        """Return a date variable in words to the `year`, `month` or `day`."""
        self.said.add(variable)
        return numerals.date(self.ref.dates.get(variable), precision)

    def people(self, role: str) -> str:
        """Return the names of a role within the entry; empty if they opened it."""
        people = self.ref.names.get(role, ())
        if not people:
            return ""
        self.said.add(role)
        if role == self.opener:
            return ""
        return names.in_note(people) if self.note else names.in_bibliography(people)

    def part(self, text: str, *, within: bool = False) -> Inlines:
        """Return words as a part of the entry: in the bibliography with a capital, unless `within` a part."""
        inlines = typeset.upright(text)
        return inlines if self.note or within else typeset.capitalized(inlines)
