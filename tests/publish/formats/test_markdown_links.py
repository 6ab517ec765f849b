"""Every link of every document leads somewhere, and no id stands twice: on GitHub by its rule, and in pandoc."""

import re
import subprocess
from collections.abc import Mapping

import pypandoc  # type: ignore[import-untyped]
import pytest
from markdown_it import MarkdownIt
from markdown_pages import Page, dead, documents, doubled, page
from mdit_py_plugins.footnote import footnote_plugin

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).use(footnote_plugin)


def on_github(text: str) -> Page:
    """Return the page that GitHub makes: CommonMark, and an id for each heading."""
    found = page(READER.render(text))
    return found._replace(ids=[*found.ids, *slugs(found.headings)])


def slugs(headings: list[str]) -> list[str]:
    """Return the ids of headings: small letters, no punctuation, hyphens for blanks, numbers for those seen before."""
    given: list[str] = []
    for heading in headings:
        slug = name = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        count = 0
        while name in given:
            count += 1
            name = f"{slug}-{count}"
        given.append(name)
    return given


def in_pandoc(text: str, dialect: str) -> Page:
    command = [pypandoc.get_pandoc_path(), "-f", dialect, "-t", "html"]
    return page(subprocess.run(command, input=text, capture_output=True, check=True, encoding="utf-8").stdout)


def check(pages: Mapping[str, Page]) -> None:
    assert dead(pages) == []
    assert {name: twice for name, found in pages.items() if (twice := doubled(found.ids))} == {}


def test_on_github() -> None:
    pages = {name: on_github(text) for name, text in documents().items()}

    check(pages)
    assert len(pages["volume.md"].links) > 400
    assert sum(link.startswith("australia.md#") for link in pages["compare-theme.md"].links) > 50


@pytest.mark.parametrize("dialect", ["gfm", "markdown-smart+gfm_auto_identifiers"])
def test_in_pandoc(dialect: str) -> None:
    """Where numbers clash, pandoc makes an id twice."""
    check({name: in_pandoc(text, dialect) for name, text in documents().items() if name != "clash.md"})


def test_in_pandoc_as_it_comes() -> None:
    """Its own addresses are others where a heading has periods, `&` or a number at its start; the library has none."""
    check(
        {name: in_pandoc(text, "markdown") for name, text in documents().items() if name not in ("odd.md", "clash.md")}
    )
