"""A writer in a hundred lines that never guesses: what a part is it knows from the tree alone."""

import re
from collections import Counter
from collections.abc import Sequence
from html import escape, unescape
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from briefkit import api
from briefkit.document import blocks as b
from briefkit.document import walk
from briefkit.document.charts import as_table, captioned, sourced
from briefkit.library import open_library


def write(document: b.Document) -> str:
    return "\n".join(_chapter(chapter, document.chapters[i:]) for i, chapter in enumerate(document.chapters))


def _chapter(chapter: b.Chapter, following: Sequence[b.Chapter]) -> str:
    body = "".join(_block(block, following) for block in (chapter.heading, *chapter.blocks) if block)
    notes = "".join(f'<li class="notes" id="{note.anchor}">{_blocks(note.blocks)}</li>' for note in chapter.notes)
    return f'<article class="{chapter.role} {chapter.orientation}">{body}{notes}</article>'


def _blocks(blocks: b.Blocks) -> str:
    return "".join(_block(block, ()) for block in blocks)


def _block(block: b.Block, following: Sequence[b.Chapter]) -> str:
    match block:
        case b.Section("half-title"):
            return ""  # a page that only a printed book has
        case b.Section(role, blocks, title):
            name = f"<p>{_inlines(title)}</p>" if title else ""
            return f'<section class="{role}">{name}{"".join(_block(inner, following) for inner in blocks)}</section>'
        case b.Heading(level, children, anchor):
            return f'<h{level} id="{anchor}">{_inlines(children)}</h{level}>'
        case b.Paragraph(children, role):
            return f'<p class="{role}">{_inlines(children)}</p>'
        case b.BulletList(items) | b.OrderedList(items):
            return "".join(f"<li>{_blocks(item)}</li>" for item in items)
        case b.DefinitionList(entries):
            return "".join(f"<dt>{_inlines(term)}</dt><dd>{_blocks(said)}</dd>" for term, said in entries)
        case b.Quote(blocks):
            return f"<blockquote>{_blocks(blocks)}</blockquote>"
        case b.Table():
            return _table(block)
        case b.Figure(anchor, label, _, alt, chart, file):
            image = f'<img src="{file}" alt="{escape(alt)}">' if file else f"<p>The picture is lost. {escape(alt)}</p>"
            shown = _table(as_table(chart)) if chart else image
            caption = (
                f"<figcaption>{_inlines(label)} {_inlines(captioned(block))}{_blocks(sourced(block))}</figcaption>"
            )
            return f'<figure id="{anchor}">{shown}{caption}</figure>'
        case b.Contents():
            return _contents(block, walk.listed(block, following, block.on_screen))
        case b.Preformatted() | b.Divider() | b.PageBreak():
            return f"<pre>{escape(block.text)}</pre>" if isinstance(block, b.Preformatted) else "<hr>"


def _contents(contents: b.Contents, heads: list[b.Heading]) -> str:
    links = "".join(f'<li><a href="#{head.anchor}">{_inlines(head.children)}</a></li>' for head in heads)
    return (
        f'<nav class="contents"><h1 id="{contents.anchor}">{b.plain(contents.title)}</h1>{links}</nav>' if heads else ""
    )


def _table(table: b.Table) -> str:
    caption = f"<caption>{_inlines(table.caption)}</caption>" if table.caption else ""
    head = "</th><th>".join(_blocks(cell.blocks) for cell in table.header)
    head = f'<th aria-label="{b.plain(table.corner)}">{head}</th>' if table.corner else f"<th>{head}</th>"
    body = "".join(f"<tbody>{_inlines(group.name)}{_rows(group.rows)}</tbody>" for group in table.groups)
    return f'<table data-columns="{len(table.columns)}">{caption}<thead>{head}</thead>{body}</table>'


def _rows(rows: tuple[tuple[b.Cell, ...], ...]) -> str:
    return "".join("<tr>" + "".join(f"<td>{_blocks(cell.blocks)}</td>" for cell in row) + "</tr>" for row in rows)


def _inlines(inlines: b.Inlines) -> str:
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: b.Inline) -> str:
    match inline:
        case b.Text(text) | b.Code(text):
            return escape(text)
        case b.LineBreak():
            return "<br>"
        case b.NoteMark(number, anchor):
            return f'<sup><a href="#{anchor}">{number}</a></sup>'
        case b.CrossReference(anchor, elsewhere=elsewhere):
            document = f"{elsewhere.document}.html" if elsewhere else ""
            shown = b.both(inline) if elsewhere or not inline.label else inline.label
            return f'<a href="{document}#{anchor}">{_inlines(shown)}</a>'
        case b.Link(children, url):
            return f'<a href="{escape(url)}">{_inlines(children)}</a>'
        case _:
            return f"<em>{_inlines(inline.children)}</em>"


def words(html: str) -> list[str]:
    plain = re.sub(r"(?s)<!--.*?-->|<sup.*?</sup>|</?(?:em|strong|a|s|span|code)\b[^>]*>", "", html)
    return re.findall(r"\w+", unquote(unescape(re.sub(r"<[^>]*>", " ", plain))))


LIBRARY = open_library(Path(__file__).parents[3] / "briefs")
BOOK = "title-page imprint contents byline question point facts claim contributor editorial-note bibliography notes"
SHOWN = {
    "byline authors summary question verdict point facts abbreviations notes": lambda: api.show(LIBRARY, "australia"),
    "name remark statement verdict landscape": lambda: api.compare(LIBRARY, detail=True),
    "legend part statement finding": lambda: api.trace(LIBRARY),
    "remark": lambda: api.list_items(LIBRARY, "recommendations"),
    BOOK: lambda: api.volume(LIBRARY),
}


@pytest.fixture(scope="module", params=SHOWN, ids=["brief", "comparison", "trace", "list", "volume"])
def shown(request: pytest.FixtureRequest) -> tuple[str, b.Document]:
    return request.param, SHOWN[request.param]().document


def test_every_part_is_found_by_its_role(shown: tuple[str, b.Document]) -> None:
    assert set(shown[0].split()) <= set(" ".join(re.findall(r'class="([^"]+)"', write(shown[1]))).split())


def test_every_link_leads_to_the_one_part_of_its_anchor(shown: tuple[str, b.Document]) -> None:
    html = write(shown[1])
    anchors = re.findall(r' id="([^"]*)"', html)

    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]*)"', html)) <= {*anchors} - {""}


def test_headings_never_skip_a_level(shown: tuple[str, b.Document]) -> None:
    levels = [0, *map(int, re.findall(r"<h(\d)", write(shown[1])))]

    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_is_told_what_it_is_and_has_a_head_for_every_column(shown: tuple[str, b.Document]) -> None:
    for chapter in write(shown[1]).split("</article>"):
        before, *tables = chapter.split("<table ")
        assert not tables or "<h" in before or all("<caption>" in table for table in tables)
        for table in tables:
            heads = re.findall(r"<th( aria-label=[^>]+)?>(.*?)</th>", table)
            assert table.startswith(f'data-columns="{sum(map(any, heads))}"')


def test_the_words_are_those_of_the_markdown(shown: tuple[str, b.Document]) -> None:
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
    ours, theirs = words(write(shown[1])), words(reader.render(str(api.render(shown[1], "markdown"))))
    assert Counter(ours) == Counter(theirs)
    assert ours == theirs or "<table" in write(shown[1]) or len(shown[1].chapters) > 1  # which change the order
