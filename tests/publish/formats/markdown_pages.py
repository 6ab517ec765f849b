"""The founding library as files of Markdown, and pages of HTML with their links."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from briefkit import api
from briefkit.document import blocks as b
from briefkit.library import open_library

FOUNDING = Path(__file__).parents[3] / "briefs"

ODD = [
    "G1 Act now",
    "G1 Act now",
    "Japan–Australia ties, and more",
    "1. What, why?",
    "U.S. bases",
    "Ours -- and that…",
    "snake_case and things",
    "Größe: 日本",
    "Việt Nam’s “rise” isn't *that* bad",
    "Goals & means — all",
    "`code` <b> &amp; [link](x) #5",
    "100",
]
"""Headings that readers might take for something else, or whose addresses are not what one expects."""

CLASH = ["Act now-1", "Act now", "Act now"]
"""Headings of which the last would get the number that the first one has in its text."""


@cache
def documents() -> Mapping[str, str]:
    """Return every kind of document by the name of its file, all of them for one folder."""
    library = open_library(FOUNDING)
    shown = {f"{name}.md": api.show(library, name) for name in library.names}
    shown |= {
        "volume.md": api.volume(library),
        "compare.md": api.compare(library, detail=True),
        "compare-theme.md": api.compare(library, by="theme"),
        "compare-actor.md": api.compare(library, by="actor", transpose=True),
        "trace.md": api.trace(library),
        **{f"list-{kind}.md": api.list_items(library, kind) for kind in ("briefs", "goals", "themes", "references")},
    }
    written = {name: view.document for name, view in shown.items()}
    written |= {"odd.md": linked(ODD), "clash.md": linked(CLASH)}
    return {name: str(api.render(document, "markdown")) for name, document in written.items()}


def linked(texts: list[str]) -> b.Document:
    """Return a document with a link to each of its headings."""
    headings = tuple(b.Heading(2, b.text(text), f"a{i}") for i, text in enumerate(texts))
    links = b.Paragraph(tuple(b.CrossReference(f"a{i}", b.text(f"[{i}]")) for i, _ in enumerate(texts)))
    return b.Document(b.Meta("Odd"), (b.Chapter("odd", (*headings, links), title=b.text("Odd")),))


class Page(NamedTuple):
    """What a page has to link to, and where it links within the folder."""

    ids: list[str]
    links: list[str]
    headings: list[str]


def page(html: str) -> Page:
    """Read a page."""
    parser = _Parser()
    parser.feed(html)
    return parser.page


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page([], [], [])
        self.in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if found := given.get("id"):
            self.page.ids.append(found)
        link = unquote(given.get("href") or "")
        if tag == "a" and link and ":" not in link.partition("#")[0]:
            self.page.links.append(link)
        if tag in ("h1", "h2", "h3", "h4"):
            self.page.headings.append("")
            self.in_heading = True

    def handle_endtag(self, tag: str) -> None:
        self.in_heading = self.in_heading and tag not in ("h1", "h2", "h3", "h4")

    def handle_data(self, data: str) -> None:
        if self.in_heading:
            self.page.headings[-1] += data


def dead(pages: Mapping[str, Page]) -> list[str]:
    """Return the links that lead to nothing in their folder."""
    return [
        f"{name}: {link}"
        for name, page in pages.items()
        for link in page.links
        if not leads(pages.get(link.partition("#")[0] or name), link.partition("#")[2])
    ]


def leads(page: Page | None, anchor: str) -> bool:
    return page is not None and (not anchor or anchor in page.ids)


def doubled(names: Iterable[str]) -> list[str]:
    """Return the names that stand more than once."""
    return [name for name, count in Counter(names).items() if count > 1]
