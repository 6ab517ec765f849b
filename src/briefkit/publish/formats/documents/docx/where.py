"""Where text stands, and so in which style: in a cell, a list, a quotation, a part with a look of its own."""

from typing import NamedTuple

from briefkit.document import blocks as b

QUOTED = 567
"""Twips (twentieths of a point) by which a quotation is set in."""
LISTED = 360
"""Twips by which each level of a list is set in."""
LEVELS = 5
"""Word has styles for so many levels of lists; deeper ones look like the last."""

_BY_ROLE: dict[b.ParagraphRole, str] = {
    "text": "BodyText",
    "statement": "Statement",
    "name": "RowName",
    "remark": "Remark",
    "verdict": "Verdict",
    "finding": "Finding",
    "entry": "Entry",
    "subtitle": "Subtitle",
    "authors": "Author",
    "audience": "Audience",
    "source": "SourceNote",
    "imprint": "Imprint",
    "legend": "Legend",
}
_TITLE_PAGE = "TitlePageText"
_IN_CELLS: dict[b.ParagraphRole, str] = {
    "statement": "TableStatement",
    "name": "RowName",
    "remark": "TableRemark",
    "verdict": "TableVerdict",
}


class Where(NamedTuple):
    """The place of a block.

    `width` is the room for tables and pictures in twips; `own` is the style of all paragraphs of a part that has one,
    `text` that of running text; `depth` counts the lists around it, `quotes` the quotations. `align` is that of a cell.
    """

    width: int
    own: str = ""
    text: str = ""
    language: str = ""
    depth: int = 0
    quotes: int = 0
    is_cell: bool = False
    is_head: bool = False
    align: str = ""
    defined: str = ""
    """The style of terms with what is said of them."""
    heading: str = ""
    """The style of headings, where it is not that of their level."""

    def style(self, role: b.ParagraphRole) -> str:
        """Return the style of a paragraph."""
        if self.is_head:
            return "TableHeading"
        if self.is_cell:
            return _IN_CELLS.get(role, "TableText")
        if self.own:
            return "Subtitle" if self.own == _TITLE_PAGE and role == "subtitle" else self.own
        if self.quotes and role == "text":
            return self.text or "Quote"
        if self.depth and role == "text":
            return "ListParagraph"
        return self.text if self.text and role == "text" else _BY_ROLE[role]

    def listed(self, kind: str) -> str:
        """Return the style of the first paragraph of an item."""
        if self.is_cell or self.own:
            return "TableText" if self.is_cell else self.own
        level = min(self.depth, LEVELS - 1) + 1
        return f"{kind}{level if level > 1 else ''}"

    def inside(self, section: b.Section) -> "Where":
        """Return the place of what stands in a section."""
        found = _inside(section.role, self)
        return found._replace(language=section.language or found.language)


def _inside(role: b.SectionRole, where: Where) -> Where:
    match role:
        case "summary":
            return where._replace(own="Summary")
        case "facts":
            return where._replace(defined="Facts")
        case "verdict":
            return where._replace(text="Verdict")
        case "title-page":
            return where._replace(own=_TITLE_PAGE)
        case "half-title":
            return where._replace(own="HalfTitle")
        case "imprint":
            return where._replace(own="Imprint")
        case "bibliography":
            return where._replace(own="Bibliography")
        case "editorial-note":
            return where._replace(text="EditorialNote", heading="NoteHeading")
        case "epigraph":
            return where._replace(text="Epigraph", own="")
        case _:
            return where
