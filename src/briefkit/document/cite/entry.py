"""An entry in the making: a reference with what decides its form, and the names that open it."""

from dataclasses import dataclass, replace

from briefkit.document.blocks import Inlines
from briefkit.document.cite import names, numerals, typeset
from briefkit.format.model import Reference
from briefkit.text.printable import clean

SERIAL_TYPES = frozenset({"article-journal", "article-magazine", "article-newspaper", "post-weblog"})
SUPPORTED_TYPES = SERIAL_TYPES | {
    "book",
    "chapter",
    "dataset",
    "document",
    "interview",
    "paper-conference",
    "report",
    "speech",
    "thesis",
    "webpage",
}
"""The CSL types with rules of their own; an item of another type is rendered by its fields as `document`."""

PERIODICALS = ("article-magazine", "article-newspaper")
"""The serials that are cited by their date alone and stand for an author that is not named."""

EDITORS = ("collection-editor", "compiler", "editor", "editorial-director")
VOLUMES = ("part-number", "part-title", "volume", "volume-title")

OPENERS = (
    *("author", "composer", "guest", "host", "illustrator", "editor-translator", "editor", "translator"),
    *("collection-editor", "director", "producer", "editorial-director", "compiler", "chair", "organizer", "curator"),
)
"""The roles whose names may open an entry; the first that is there does."""


@dataclass(frozen=True)
class Entry:
    """A reference on its way to a note or, if not `note`, to an entry of the bibliography."""

    ref: Reference
    note: bool
    locator: str = ""
    pages: bool = False
    """Whether the locator names pages."""
    access_dates: bool = False
    opener: str = ""
    """The variable that opens the entry and is not said again."""

    @property
    def type(self) -> str:
        """The CSL type whose rules apply."""
        return self.ref.type if self.ref.type in SUPPORTED_TYPES else "document"

    @property
    def serial(self) -> bool:
        """Whether the work stands in a serial; an interview or paper in an edited book does not."""
        return self.type in SERIAL_TYPES or (self.type in ("interview", "paper-conference") and not self.has(*EDITORS))

    @property
    def separator(self) -> str:
        """What stands between the parts."""
        return ", " if self.note else ". "

    def has(self, *variables: str) -> bool:
        """Tell whether one of the variables is there."""
        fields, people, dates = self.ref.fields, self.ref.names, self.ref.dates
        for name in variables:
            if fields.get(name) or people.get(name) or (name in dates and self.date(name, "day")):
                return True
        return False

    def text(self, variable: str) -> str:
        """Return a text variable, cleaned; empty if it is absent or has opened the entry."""
        text = self.ref.fields.get(variable)
        return " ".join(clean(text).split()) if text and variable != self.opener else ""

    def date(self, variable: str, precision: str) -> str:
        """Return a date variable in words to the `year`, `month` or `day`."""
        return numerals.date(self.ref.dates.get(variable), precision)

    def people(self, role: str) -> str:
        """Return the names of a role within the entry; empty if they opened it."""
        people = self.ref.names.get(role, ())
        if not people or role == self.opener:
            return ""
        return names.in_note(people) if self.note else names.in_bibliography(people)

    def part(self, text: str, *, within: bool = False) -> Inlines:
        """Return words as a part of the entry: in the bibliography with a capital, unless `within` a part."""
        inlines = typeset.upright(text)
        return inlines if self.note or within else typeset.capitalized(inlines)


def opened(entry: Entry) -> tuple[Inlines, Entry]:
    """Return the names that open an entry, and the entry that remembers which they were.

    Without author these are editors, translators and so on, with their role. In the bibliography, and in a note on a
    work without title, the name of the paper or the owner of the site stands for them.
    """
    for role in _opener_roles(entry):
        if people := entry.ref.names.get(role):
            text = names.in_note(people) if entry.note else names.in_bibliography(people, leading=True)
            label = names.opening_label(role, len(people))
            return typeset.upright(f"{text}, {label}" if label else text), replace(entry, opener=role)
    if entry.type in PERIODICALS and not (entry.note and entry.text("title")):
        return serial_name(entry), replace(entry, opener="container-title")
    if entry.type == "webpage" and not entry.note:
        owner = "publisher" if entry.text("publisher") else "container-title"
        return typeset.upright(entry.text(owner)), replace(entry, opener=owner)
    return (), entry


def short_names(entry: Entry) -> Inlines:
    """Return the family names, or what stands for them, that open a short note."""
    for role in _opener_roles(entry):
        if people := entry.ref.names.get(role):
            return typeset.upright(names.in_short_note(people))
    if entry.type in PERIODICALS:
        return typeset.title(entry.text("container-title"), quoted=False)
    if entry.type == "webpage":
        return typeset.upright(entry.text("publisher") or entry.text("container-title"))
    return ()


def _opener_roles(entry: Entry) -> tuple[str, ...]:
    if entry.has(*VOLUMES, "number-of-volumes") and not entry.has("container-title"):
        return ("author", "collection-editor", *OPENERS)
    return OPENERS


def serial_name(entry: Entry) -> Inlines:
    """Return the name of a serial, with its place where the name alone does not tell: *The Times* (London)."""
    place = "" if entry.has("event-date", "event-title") else entry.text("publisher-place")
    name = typeset.title(entry.text("container-title"), quoted=False)
    return typeset.join(" ", (name, typeset.upright(f"({place})" if name and place else "")))
