"""The pages of a site, each with the same way to the others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

from briefkit.document import blocks as b
from briefkit.publish.web.document import parts
from briefkit.publish.web.house import dressed, logo
from briefkit.publish.web.markup import element, escaped
from briefkit.publish.web.page import MAIN, page
from briefkit.publish.web.style import DOCUMENT, style
from briefkit.site import data, table
from briefkit.views.rows import PointRow
from briefkit.views.view import date_words

POINTS, COMPARISON, TRACKER, SOURCES = "index.html", "comparison.html", "tracker.html", "sources.html"
FEED, TRACKER_CSV, TRACKER_JSON = "feed.xml", "tracker.csv", "tracker.json"


@dataclass(frozen=True)
class Frame:
    """What all pages share: the meta of the library, its look, and the pages that there are, each with its name."""

    meta: b.Meta
    look: b.Look
    ways: Mapping[str, str]

    def page(self, title: str, here: str, body: str, *, script: str = "", more: str = "") -> str:
        """Return a page of the library with a title of its own, `here` in the list of pages."""
        name = self.meta.title if here == POINTS else f"{title} · {self.meta.title}"
        meta = b.Meta(name, authors=self.meta.authors, date=self.meta.date, language=self.meta.language)
        header = f"<header>\n{logo(self.look)}{element('h1', escaped(title))}{more}\n</header>"
        main = f'<main id="{MAIN}" class="library" tabindex="-1">\n{body}\n</main>'
        return self._framed(meta, here, f"{header}\n{main}", script)

    def document(self, document: b.Document, here: str, more: str = "") -> str:
        """Return a document as a page; `more` stands behind it."""
        return self._framed(document.meta, here, f"{parts(document).html}\n{more}", "")

    def _framed(self, meta: b.Meta, here: str, body: str, script: str) -> str:
        links = "".join(
            f"<li>{element('a', escaped(name), href=address, aria_current='page' if address == here else None)}</li>"
            for address, name in self.ways.items()
        )
        way = f'<nav class="site" aria-label="Pages of the library"><ul>{links}</ul></nav>'
        sheets = (style(*DOCUMENT), _shipped("site.css"), dressed(self.look))
        return page(meta, f"{way}\n{body}", "\n".join(filter(None, sheets)), script)


def points(frame: Frame, rows: Sequence[PointRow], names: Mapping[str, str], structured: str) -> str:
    """Return the page of all points, with the briefs above them."""
    choices = table.filters(rows, names)
    columns = [
        table.POINT,
        *([table.brief_column(names)] if len(names) > 1 else []),
        table.STATEMENT,
        *_used(rows, (table.THEMES, table.ACTORS, table.WHEN)),
    ]
    briefs = "".join(f"<li>{_card(row, names)}</li>" for row in _first_of_each(rows))
    body = (
        f'<h2>Briefs</h2>\n<ul class="briefs">{briefs}</ul>\n<h2>All points</h2>\n{table.form(choices)}\n'
        f"{table.table(rows, columns, choices, 'All points')}\n{structured}"
    )
    who = ", ".join(frame.meta.authors)
    said = (frame.meta.subtitle, f"Edited by {who}" if who else "", frame.meta.publisher)
    more = "".join(element("p", escaped(line), class_=None) for line in said if line)
    return frame.page(frame.meta.title, POINTS, body, script=_shipped("script.js"), more=more)


def tracker(frame: Frame, rows: Sequence[PointRow], names: Mapping[str, str]) -> str:
    """Return the page of who should do what, and by when."""
    choices = table.filters(rows, names)
    columns = [table.ACTORS, table.STATEMENT, table.WHEN, table.brief_column(names), table.POINT]
    links = " and ".join(
        f'<a href="{file}" download>{kind}</a>' for file, kind in ((TRACKER_CSV, "CSV"), (TRACKER_JSON, "JSON"))
    )
    body = (
        f'<p class="downloads">The same as {links}.</p>\n{table.form(choices)}\n'
        f"{table.table(rows, columns, choices, 'Who should do what')}"
    )
    return frame.page("Who should do what", TRACKER, body, script=_shipped("script.js"))


def sources(frame: Frame, entries: Iterable[data.Source]) -> str:
    """Return the page of all sources and the places that cite them."""
    listed = "".join(f'<li>{entry.html} <span class="cited">{_cited(entry)}</span></li>\n' for entry in entries)
    return frame.page("Sources", SOURCES, f'<ul class="sources">\n{listed}</ul>')


def _cited(entry: data.Source) -> str:
    links = [element("a", escaped(name), href=address) if address else escaped(name) for name, address in entry.places]
    return f"Cited by {', '.join(links)}" if links else "Not cited"


def _used(rows: Sequence[PointRow], columns: Iterable[table.Column]) -> list[table.Column]:
    return [column for column in columns if any(column.show(row) for row in rows)]


def _first_of_each(rows: Sequence[PointRow]) -> list[PointRow]:
    return list({row.brief.name: row for row in reversed(rows)}.values())[::-1]


def _card(row: PointRow, names: Mapping[str, str]) -> str:
    brief = row.brief
    title = f"{brief.title}: {brief.subtitle}" if brief.subtitle else brief.title
    who = ", ".join(person.name for person in brief.authors)
    link = element("a", escaped(table.plain(title)), href=table.page_of(brief.name))
    said = (names[brief.name], who, date_words(brief.date))
    return f"{link}{escaped(table.plain(' · '.join(filter(None, said))))}"


def _shipped(name: str) -> str:
    return resources.files("briefkit.site").joinpath(name).read_text(encoding="utf-8").strip()
