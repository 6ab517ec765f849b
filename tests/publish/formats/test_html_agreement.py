"""A page says what the Markdown says, in the same order, as a parser of HTML reads both."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from html_reading import Said, read, said_by, said_in_markdown
from hypothesis import given, settings
from test_markdown_escaping import BLOCKS, markdown

from briefkit import api
from briefkit.document import blocks as b
from briefkit.library import open_library
from briefkit.publish.formats.documents.html import write

LIBRARY = open_library(Path(__file__).parents[3] / "briefs")
SHOWN: dict[str, Callable[[], Any]] = {
    "brief": lambda: api.show(LIBRARY, "australia"),
    "comparison": lambda: api.compare(LIBRARY, detail=True),
    "comparison by theme": lambda: api.compare(LIBRARY, by="theme"),
    "trace": lambda: api.trace(LIBRARY),
    "list": lambda: api.list_items(LIBRARY, "recommendations"),
    "volume": lambda: api.volume(LIBRARY),
}


def without_contents(document: b.Document) -> b.Document:
    """Return the document without contents, in which a page names authors, too."""
    chapters = tuple(
        replace(chapter, blocks=tuple(block for block in chapter.blocks if not isinstance(block, b.Contents)))
        for chapter in document.chapters
    )
    return b.Document(document.meta, chapters)


@pytest.fixture(scope="module", params=SHOWN)
def both(request: pytest.FixtureRequest) -> tuple[Said, Said]:
    document = without_contents(SHOWN[request.param]().document)
    return said_by(write(document)), said_in_markdown(str(api.render(document, "markdown")))


def test_the_words_are_the_same_in_the_same_order(both: tuple[Said, Said]) -> None:
    page, markdown = both

    assert len(page.words) > 400
    assert page.words == markdown.words


def test_the_headings_are_the_same(both: tuple[Said, Said]) -> None:
    page, markdown = both
    titles = [level for level, _ in markdown.headings].count(1)
    below = 1 if titles > 1 else 0  # under the one title that a page has

    assert page.headings[0][0] == 1
    assert page.headings[1:] == [(level + below, text) for level, text in markdown.headings[1:]]


def test_the_notes_and_what_each_mark_leads_to_are_the_same(both: tuple[Said, Said]) -> None:
    page, markdown = both

    assert page.notes == markdown.notes
    assert page.marks == markdown.marks


def test_the_cells_are_the_same(both: tuple[Said, Said]) -> None:
    assert both[0].tables == both[1].tables


def test_the_links_are_the_same(both: tuple[Said, Said]) -> None:
    page, markdown = both

    assert [text for text, _ in page.links] == [text for text, _ in markdown.links]
    for mine, theirs in zip(page.links, markdown.links, strict=True):
        if "://" in mine[1]:
            assert mine == theirs
        else:
            assert mine[1].partition("#")[0] == theirs[1].partition("#")[0].replace(".md", ".html")


def test_the_figures_are_the_same(both: tuple[Said, Said]) -> None:
    assert both[0].figures == both[1].figures


@given(BLOCKS)
@settings(max_examples=100, deadline=None)
def test_any_tree_says_the_same(blocks: b.Blocks) -> None:
    page = said_by(write(b.Document(b.Meta("t"), (b.Chapter("c", blocks),))))
    read_back = said_in_markdown(markdown(blocks))

    assert page.words[1:] == read_back.words  # after the title, without which there is no page
    assert [text for _, text in page.headings[1:]] == [text for _, text in read_back.headings]
    assert page.tables == read_back.tables


def test_no_id_stands_twice_and_every_link_in_the_page_leads_somewhere() -> None:
    for show in SHOWN.values():
        root = read(write(show().document))
        ids = [node.given["id"] for node in root.all() if "id" in node.given]
        links = {a.given["href"] for a in root.all("a") if a.given["href"].startswith("#")}

        assert len(ids) == len(set(ids))
        assert {link[1:] for link in links} <= set(ids)


def test_links_of_a_comparison_lead_into_the_pages_of_the_briefs() -> None:
    root = read(write(api.compare(LIBRARY).document))
    links = {a.given["href"] for a in root.all("a") if ".html#" in a.given["href"]}
    places = {
        f"{brief}.html#{node.given['id']}"
        for brief in LIBRARY.names
        for node in read(write(api.show(LIBRARY, brief).document)).all()
        if "id" in node.given
    }

    assert len(links) > 50
    assert links <= places
