"""No text changes the structure of a Markdown file: markdown-it reads back what was written."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from markdown_scraps import SCRAPS
from mdit_py_plugins.footnote import footnote_plugin

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.markdown import MarkdownOptions, write

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).use(footnote_plugin)

TEXT = st.lists(st.sampled_from(SCRAPS), max_size=8).map("".join)

INLINES = st.recursive(
    TEXT.map(b.Text) | TEXT.map(b.Code) | st.just(b.LineBreak()) | st.integers(1, 3).map(lambda n: b.NoteMark(n, "")),
    lambda inner: st.one_of(
        st.builds(b.Emphasis, st.lists(inner, max_size=3).map(tuple)),
        st.builds(b.Strong, st.lists(inner, max_size=3).map(tuple)),
        st.builds(b.Deleted, st.lists(inner, max_size=3).map(tuple)),
        st.builds(b.Styled, st.lists(inner, max_size=3).map(tuple), st.just("label")),
        st.builds(b.Link, st.lists(inner, max_size=3).map(tuple), st.just("http://u.org/a_b")),
    ),
    max_leaves=8,
)
PARAGRAPH = st.lists(INLINES, max_size=4).map(lambda inlines: b.Paragraph(tuple(inlines)))


def markdown(blocks: b.Blocks, *, notes: int = 0) -> str:
    """Write blocks as a chapter with that many notes."""
    texts = tuple(b.NoteText(n, "", (b.paragraph("note"),)) for n in range(1, notes + 1))
    return write(b.Document(b.Meta("t"), (b.Chapter("c", blocks, texts),)), MarkdownOptions())


Sign: TypeAlias = tuple[str, frozenset[str]]
"""A character, or a note's label, and what it is: emphasis, strong text, link, code."""


def signs(inlines: b.Inlines, style: frozenset[str] = frozenset()) -> Iterator[Sign]:
    """Yield the characters that inlines should have in Markdown."""
    for inline in inlines:
        match inline:
            case b.Text(text):
                yield from ((sign, style) for sign in text.replace("\n", " "))
            case b.Code(text):
                yield from ((sign, style | {"code"}) for sign in re.sub(r"[\t\n]", " ", text).strip())
            case b.LineBreak():
                yield "\n", style
            case b.NoteMark(number):
                yield f"[^{number}]", frozenset({"note"})
            case b.Link(children):
                label = list(signs(children, style | {"link"}))
                notes = [sign for sign in label if sign[1] == {"note"}]
                words = [sign for sign in label if sign[1] != {"note"}]
                if "link" not in style and not "".join(sign for sign, _ in words).strip():
                    words = [*((sign, style | {"link"}) for sign in "http://u.org/a_b"), *words]
                yield from label if "link" in style else words + notes
            case b.Styled(children):
                yield from signs(children, style)
            case b.Emphasis() | b.Strong() | b.Deleted():
                yield from signs(inline.children, style | {type(inline).__name__})
            case _:
                raise AssertionError(inline)


def read_signs(tokens: Sequence[Token]) -> Iterator[Sign]:
    """Yield the characters that markdown-it reads."""
    names = {"em_open": "Emphasis", "strong_open": "Strong", "s_open": "Deleted", "link_open": "link"}
    styles: list[str] = []
    for token in tokens:
        if token.nesting == 1:
            styles.append(names[token.type])
        elif token.nesting == -1:
            styles.pop()
        elif token.type == "text":
            yield from ((sign, frozenset(styles)) for sign in token.content)
        elif token.type == "code_inline":
            yield from ((sign, frozenset([*styles, "code"])) for sign in token.content)
        elif token.type == "hardbreak":
            yield "\n", frozenset()
        elif token.type == "footnote_ref":
            yield f"[^{token.meta['label']}]", frozenset({"note"})
        else:
            assert (token.type, token.content) == ("html_inline", "<!-- -->")


def tidy(found: Iterator[Sign]) -> list[Sign]:
    """Return signs with single blanks, none at the ends; white space has no style, and notes count as it stands."""
    tidied: list[Sign] = []
    for sign, style in found:
        if not sign.isspace() or "code" in style:
            tidied.append((sign, style))
        elif tidied and not (tidied[-1][0].isspace() and "code" not in tidied[-1][1]):
            tidied.append((sign if sign == "\n" else " ", frozenset()))
        elif sign == "\n" and tidied:
            tidied[-1] = ("\n", frozenset())
    while tidied and tidied[-1][0].isspace() and "code" not in tidied[-1][1]:
        tidied.pop()
    return tidied


@given(PARAGRAPH)
@example(b.Paragraph((b.Text("a"), b.Strong((b.Text("é"), b.Emphasis((b.Text("/"),)), b.Text("b"))))))
@settings(max_examples=400, deadline=None)
def test_markdown_it_reads_the_same_inlines(paragraph: b.Paragraph) -> None:
    expected = tidy(signs(paragraph.children))
    tokens = READER.parse(markdown((paragraph,), notes=3))
    body = tokens[: [token.type for token in tokens].index("footnote_block_open")] if _noted(tokens) else tokens

    assert [token.type for token in body] == (["paragraph_open", "inline", "paragraph_close"] if expected else [])
    assert tidy(read_signs(body[1].children or ()) if body else iter(())) == expected


def _noted(tokens: Sequence[Token]) -> bool:
    return any(token.type == "footnote_block_open" for token in tokens)


# Blocks

ITEMS: TypeAlias = list[Any]
"""A block as a list: its name and what it holds."""

WORDS = TEXT.map(b.paragraph)
LEAF = st.one_of(
    WORDS,
    TEXT.map(lambda text: b.Preformatted(b.clean(text))),
    st.just(b.Divider()),
    st.builds(b.Heading, st.integers(1, 6), TEXT.map(b.text)),
    st.builds(
        lambda rows: b.Table((b.ColumnHint(), b.ColumnHint("right")), rows[0], (b.RowGroup(tuple(rows[1:])),)),
        st.lists(st.tuples(*[TEXT.map(lambda text: b.Cell((b.paragraph(text),)))] * 2), min_size=1, max_size=3),
    ),
)
BLOCKS = st.recursive(
    st.lists(LEAF, max_size=3).map(tuple),
    lambda inner: st.lists(
        st.one_of(
            LEAF,
            inner.map(b.Quote),
            st.tuples(WORDS, st.builds(b.OrderedList, WORDS.map(lambda p: ((p,),)), st.integers(0, 2))).map(
                lambda item: b.BulletList((item, item))
            ),
            st.builds(b.Section, st.just("summary"), inner, TEXT.map(b.text)),
            st.lists(inner, max_size=3).map(lambda items: b.BulletList(tuple(items))),
            st.builds(b.OrderedList, st.lists(inner, max_size=3).map(tuple), st.integers(0, 12)),
        ),
        max_size=3,
    ).map(tuple),
    max_leaves=10,
)


def outline(blocks: b.Blocks) -> Iterator[ITEMS]:
    """Yield what blocks should be in Markdown."""
    for block in blocks:
        match block:
            case b.Paragraph(children) if words := _words(children):
                yield ["paragraph", words]
            case b.Heading(level, children) if words := _words(children):
                yield [f"h{level}", words]
            case b.Preformatted(text):
                yield ["fence", "\n".join(line.rstrip() for line in text.split("\n"))]
            case b.Divider():
                yield ["hr"]
            case b.Quote(inner) if parts := list(outline(inner)):
                yield ["blockquote", *parts]
            case b.Section(_, inner, title) if parts := list(outline((b.Paragraph(title), *inner))):
                yield ["blockquote", *parts]
            case b.BulletList(items) if kept := _kept(items):
                yield ["bullet_list", "", *kept]
            case b.OrderedList(items, start) if kept := _kept(items):
                yield ["ordered_list", start, *kept]
            case b.Table():
                head, *rows = ([_words(_children(cell)) for cell in row] for row in (block.header, *block.rows))
                yield ["table", head, *([words or "—" for words in row] for row in rows)]


def _kept(items: Sequence[b.Blocks]) -> list[ITEMS]:
    return [parts for item in items if (parts := list(outline(item)))]


def _children(cell: b.Cell) -> b.Inlines:
    (block,) = cell.blocks
    assert isinstance(block, b.Paragraph)
    return block.children


def _words(children: b.Inlines) -> str:
    return "".join(sign for sign, _ in tidy(signs(children)))


def read_outline(nodes: Sequence[SyntaxTreeNode]) -> Iterator[ITEMS]:
    """Yield what markdown-it reads."""
    for node in nodes:
        match node.type:
            case "paragraph":
                yield ["paragraph", _read_words(node)]
            case "heading":
                yield [node.tag, _read_words(node)]
            case "fence":
                yield ["fence", node.content.removesuffix("\n")]
            case "hr":
                yield ["hr"]
            case "blockquote":
                yield ["blockquote", *read_outline(node.children)]
            case "bullet_list":
                yield ["bullet_list", "", *(list(read_outline(item.children)) for item in node.children)]
            case "ordered_list":
                start = node.attrs.get("start", 1)
                yield ["ordered_list", start, *(list(read_outline(item.children)) for item in node.children)]
            case "table":
                rows = [row for part in node.children for row in part.children]
                yield ["table", *([_read_words(cell) for cell in row.children] for row in rows)]
            case "html_block":
                assert node.content == "<!-- -->\n"
            case _:
                raise AssertionError(node.type)


def _read_words(node: SyntaxTreeNode) -> str:
    return "".join(sign for sign, _ in tidy(read_signs(node.children[0].to_tokens()[0].children or ())))


@given(BLOCKS)
@settings(max_examples=250, deadline=None)
def test_markdown_it_reads_the_same_blocks(blocks: b.Blocks) -> None:
    read = SyntaxTreeNode(READER.parse(markdown(blocks)))

    assert list(read_outline(read.children)) == list(outline(blocks))


@given(BLOCKS, PARAGRAPH)
@settings(max_examples=100, deadline=None)
def test_lines_are_clean(blocks: b.Blocks, paragraph: b.Paragraph) -> None:
    written = markdown((*blocks, paragraph))

    assert written.endswith("\n")
    assert not written.endswith("\n\n")
    assert all(line == line.rstrip() for line in written.split("\n"))
