"""Documents as GitHub-flavored Markdown."""

import re
from dataclasses import replace

import pytest

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.markdown import FORMAT, MarkdownOptions, write

META = b.Meta("Japan and *others*", "A “view”", ("Ann Lee", "Bo Ek"), "2015-03", "en")


def markdown(*blocks: b.Block, notes: tuple[b.NoteText, ...] = (), front_matter: bool = False) -> str:
    """Write blocks as the one chapter of a document."""
    return write(b.Document(META, (b.Chapter("c", blocks, notes),)), MarkdownOptions(front_matter=front_matter))


def line(*inlines: b.Inline) -> str:
    """Write inlines as a paragraph."""
    return markdown(b.Paragraph(inlines)).removesuffix("\n")


def cell(*texts: str) -> b.Cell:
    """Return a cell of paragraphs."""
    return b.Cell(tuple(map(b.paragraph, texts)))


def rows(*rows: tuple[b.Cell, ...]) -> tuple[b.RowGroup, ...]:
    """Return rows as one group without a name."""
    return (b.RowGroup(rows),)


def test_writer() -> None:
    assert (FORMAT.name, FORMAT.suffix) == ("markdown", ".md")


# Text


@pytest.mark.parametrize(
    "text",
    [
        "The Japan-Australia link (2013), U.S. and China's: “quoted” – snake_case, 50%; a < b & c > d!",
        "US$5 billion",
        "A. Smith wrote to B.",
        "-5 degrees, +1 or 1.5 (or so)",
        "At 12:30:45, and/or R1; a:b",
    ],
)
def test_ordinary_text_is_not_escaped(text: str) -> None:
    assert line(b.Text(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(1) a", "(1\\) a"),
        ("1. a", "1\\. a"),
        ("2014) a", "2014\\) a"),
        ("iv. a", "iv\\. a"),
        ("p. 3", "p\\. 3"),
        ("# a", "\\# a"),
        ("- a", "\\- a"),
        ("---", "\\---"),
        ("+ a", "\\+ a"),
        ("> a", "\\> a"),
        ("| a", "\\| a"),
        (": a", "\\: a"),
        ("===", "\\==="),
        ("% a", "\\% a"),
        ("Table: a", "Table\\: a"),
        ("\t    a", "a"),
        ("[^1]: a", "\\[\\^1\\]: a"),
        ("see @key", "see \\@key"),
        ("$5 or 6$", "\\$5 or 6\\$"),
        ("~a~ ^b^", "\\~a\\~ \\^b\\^"),
        ("<b> <!-- c", "\\<b> \\<!-- c"),
        ("&amp; &", "\\&amp; &"),
        ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
        ("a\\b", "a\\\\b"),
        ("![a](b) {.c}", "!\\[a\\](b) \\{.c}"),
        ("https://a.b or www.c.d", "https\\://a.b or www\\.c.d"),
        (":smile:", "\\:smile:"),
    ],
)
def test_markup_is_escaped(text: str, expected: str) -> None:
    assert line(b.Text(text)) == expected


def test_every_line_start_is_escaped() -> None:
    assert line(b.Text("a"), b.LineBreak(), b.Text("1. b")) == "a\\\n1\\. b"


def test_white_space_moves_out_of_emphasis() -> None:
    assert line(b.Text("a"), b.Emphasis((b.Text(" b "),)), b.Text("c")) == "a *b* c"


def test_emphasis_in_all_combinations() -> None:
    strong = b.Strong((b.Text("b"),))

    assert line(b.Emphasis((b.Text("a "), strong, b.Text(" c")))) == "*a **b** c*"
    assert line(b.Emphasis((strong, b.Text(" c")))) == "_**b** c_"
    assert line(b.Emphasis((b.Text("a"),)), b.Emphasis((b.Text("b"),))) == "*ab*"
    assert line(b.Emphasis((b.Text("a"), b.Emphasis((b.Text("b"),))))) == "*ab*"
    assert line(b.Emphasis((b.Text("a"),)), strong) == "*a*<!-- -->**b**"
    assert line(b.Text("a"), b.Strong((b.Text("“b”"),)), b.Text("c")) == "&#97;**“b”**&#99;"
    assert line(b.Text("@"), b.Emphasis((b.Text("a"),))) == "\\@*a*"


def test_other_inlines() -> None:
    assert line(b.Code("a`b"), b.Text(" "), b.Code("`")) == "``a`b`` `` ` ``"
    assert line(b.Deleted((b.Text("a"),)), b.Text(" "), b.Inserted((b.Text("b"),))) == "~~a~~ **b**"
    assert line(b.Styled((b.Text("R1"),), "label"), b.Text(" a")) == "R1 a"
    assert line(b.Styled((b.Text("a"),), "strong")) == "**a**"
    assert line(b.Text("m"), b.Superscript((b.Text("2"),))) == "m<sup>2</sup>"


@pytest.mark.parametrize(
    ("text", "url", "expected"),
    [
        ("a", "https://b.c/d_e?f=g&h", "[a](https://b.c/d_e?f=g&h)"),
        ("https://b.c/d_e?f=g&h", "https://b.c/d_e?f=g&h", "<https://b.c/d_e?f=g&h>"),
        ("me@x.org", "mailto:me@x.org", "<me@x.org>"),
        ("", "https://b.c", "[https\\://b.c](https://b.c)"),
        ("[a]", "https://b.c/(d) e&amp;f|é", "[\\[a\\]](https://b.c/%28d%29%20e&amp;amp;f%7C%C3%A9)"),
    ],
)
def test_links(text: str, url: str, expected: str) -> None:
    assert line(b.Link(b.text(text), url)) == expected


# Blocks


def test_headings() -> None:
    assert markdown(b.Heading(1, b.text("A")), b.Heading(3, b.text("1. C#"))) == "# A\n\n### 1. C\\#\n"


def test_lists() -> None:
    inner = b.OrderedList(((b.paragraph("b"),), (b.paragraph("c"),)), 9)

    expected = "- a\n\n  9. b\n  10. c\n\n- d\n"
    assert markdown(b.BulletList(((b.paragraph("a"), inner), (b.paragraph("d"),)))) == expected


def test_list_in_a_list() -> None:
    inner = b.BulletList(((b.paragraph("b"),), (b.paragraph("c"),)))

    assert markdown(b.OrderedList(((b.paragraph("a"), inner), (b.paragraph("d"),)))) == "1. a\n   - b\n   - c\n2. d\n"


def test_list_of_long_items() -> None:
    items = ((b.paragraph("a"), b.paragraph("b")), (b.Preformatted("c"),))

    assert markdown(b.BulletList(items)) == "- a\n\n  b\n\n- ```\n  c\n  ```\n"


def test_neighboring_lists_stay_apart() -> None:
    one = b.BulletList(((b.paragraph("a"),),))

    assert markdown(one, one) == "- a\n\n<!-- -->\n\n- a\n"


def test_definitions() -> None:
    items = ((b.text("Who"), (b.paragraph("Japan"),)), (b.text("When"), (b.Quote((b.paragraph("now"),)),)))

    assert markdown(b.DefinitionList(items)) == "- **Who**: Japan\n\n- **When**\n\n  > now\n"


def test_quote_and_aside() -> None:
    two = (b.paragraph("a"), b.paragraph("b"))

    assert markdown(b.Quote(two)) == "> a\n>\n> b\n"
    assert markdown(b.Section("summary", two, b.text("T"))) == "> **T**\n>\n> a\n>\n> b\n"


def test_preformatted() -> None:
    assert markdown(b.Preformatted("a  \n```\n\tb")) == "````\na\n```\n\tb\n````\n"


def test_divider_and_page_break() -> None:
    assert markdown(b.paragraph("a"), b.Divider(), b.PageBreak(), b.paragraph("b")) == "a\n\n***\n\nb\n"


def test_table() -> None:
    table = b.Table(
        (b.ColumnHint(), b.ColumnHint("right"), b.ColumnHint("center")),
        (b.Cell(()), cell("Australia", "2015"), cell("a|b")),
        rows(
            (cell("Goals"), cell("one", "two"), b.Cell((b.BulletList(((b.paragraph("x"),), (b.paragraph("y"),))),))),
            (b.Cell(()), cell("$1"), b.Cell((b.Paragraph((b.Code("c|d"),)),))),
        ),
        caption=b.text("Comparison"),
    )

    expected = (
        "**Comparison**\n"
        "\n"
        "|  | Australia · 2015 | a\\|b |\n"
        "| --- | --: | :-: |\n"
        "| Goals | one <br>two | • x <br>• y |\n"
        "| — | \\$1 | c\\|d |\n"
    )
    assert markdown(table) == expected


def test_any_block_fits_into_a_cell() -> None:
    blocks = (
        b.Heading(2, b.text("h")),
        b.OrderedList(((b.paragraph("a"), b.paragraph("b")),), 3),
        b.DefinitionList(((b.text("t"), (b.paragraph("d"),)),)),
        b.Quote((b.paragraph("q"),)),
        b.Section("summary", (b.paragraph("i"),), b.text("s")),
        b.Preformatted("p\nr"),
        b.Table((b.ColumnHint(), b.ColumnHint()), (cell("1"), cell("2")), rows((cell("3"), cell("4")))),
        b.Divider(),
    )
    table = b.Table((b.ColumnHint(),), (cell("x"),), rows((b.Cell(blocks),)))

    written = ["**h**", "3. a", "b", "**t**: d", "q", "**s**", "i", "`p`", "`r`", "1 – 2", "3 – 4"]
    assert markdown(table) == f"| x |\n| --- |\n| {' <br>'.join(written)} |\n"


def test_the_name_of_a_row_is_one_line_and_a_break_in_a_cell_is_kept() -> None:
    broken: b.Paragraph = b.Paragraph((b.Text("a"), b.LineBreak(), b.Text("1. b")))
    table = b.Table(
        (b.ColumnHint(), b.ColumnHint()), (b.Cell(()), cell("h")), rows((cell("Goals", "2 of 4"), b.Cell((broken,))))
    )

    assert markdown(table).splitlines()[2:] == ["| Goals <br>2 of 4 | a <br>1. b |"]
    assert markdown(replace(table, row_heads=True)).splitlines()[2:] == ["| Goals · 2 of 4 | a <br>1. b |"]


# Notes and cross-references


def test_notes() -> None:
    notes = (b.NoteText(1, "n1", (b.paragraph("One."), b.paragraph("More."))), b.NoteText(2, "n2", (b.paragraph("2"),)))
    marked: b.Paragraph = b.Paragraph(
        (b.Text("Wow!"), b.NoteMark(1, "n1"), b.Text("(a) "), b.NoteMark(2, "n2"), b.Text(": b"))
    )

    expected = "Wow\\![^1]\\(a) [^2]\\: b\n\n[^1]: One.\n\n    More.\n\n[^2]: 2\n"
    assert markdown(marked, notes=notes) == expected


def test_notes_of_several_chapters_have_labels_of_their_own() -> None:
    notes = (b.NoteText(1, "n", (b.paragraph("x"),)),)
    chapters = tuple(b.Chapter(name, (b.Paragraph((b.Text("a"), b.NoteMark(1, "n"))),), notes) for name in ("c", "é d"))

    expected = "a[^c-1]\n\n[^c-1]: x\n\na[^%C3%A9%20d-1]\n\n[^%C3%A9%20d-1]: x\n"
    assert write(b.Document(META, chapters), MarkdownOptions()) == expected


def test_cross_references() -> None:
    links = b.Paragraph(tuple(b.CrossReference(anchor, b.text(anchor)) for anchor in ("one", "two", "none", "c")))
    headings = (b.Heading(2, b.text("Act now"), "one"), b.Heading(2, b.text("…"), "two"))

    expected = "## Act now\n\n## …\n\n[one](#act-now)twonone[c](#act-now)\n"
    assert markdown(*headings, links) == expected


def test_a_heading_tells_mystmd_its_address_where_that_would_find_another() -> None:
    texts = ["Act now", "Act now", "Japan–Australia", "2. Wait", "Größe", "China’s “rise”", "never linked – to"]
    headings = tuple(b.Heading(2, b.text(text), f"a{i}") for i, text in enumerate(texts))
    links = b.Paragraph(tuple(b.CrossReference(f"a{i}", b.text("x")) for i in range(6)))

    written = markdown(*headings, links)
    assert re.findall(r"## (.*)", written) == [
        "Act now",
        '<span data-label="act-now-1"></span>Act now',
        '<span data-label="japanaustralia"></span>Japan–Australia',
        '<span data-label="2-wait"></span>2. Wait',
        '<span data-label="gr%C3%B6%C3%9Fe"></span>Größe',
        "China’s “rise”",
        "never linked – to",
    ]
    assert re.findall(r"\(#([^)]*)\)", written) == [
        "act-now",
        "act-now-1",
        "japanaustralia",
        "2-wait",
        "größe",
        "chinas-rise",
    ]


def test_a_link_to_a_figure_leads_to_the_heading_above_it_which_tells_its_address() -> None:
    figure: b.Figure = b.Figure("f", b.text("Figure 1"), b.text("Trade"), "rises")
    link = b.Paragraph((b.CrossReference("f", b.text("Figure 1")),))

    written = markdown(b.Heading(2, b.text("2. Wait"), "two"), figure, link)
    assert written.startswith('## <span data-label="2-wait"></span>2. Wait\n')
    assert written.endswith("[Figure 1](#2-wait)\n")


def test_points_tell_their_address_even_where_only_other_documents_link_to_them() -> None:
    heading = b.Heading(3, b.text("G1 Act – now"), "a-g")
    point = b.Section("question", (b.Section("point", (heading, b.paragraph("a"))),))
    link = b.CrossReference("a-g", b.text("G1"), elsewhere=b.Elsewhere("a b", heading.children))

    assert markdown(point) == '### <span data-label="g1-act--now"></span>G1 Act – now\n\na\n'
    assert line(link) == "[G1](a%20b.md#g1-act--now)"


def test_a_cross_reference_has_its_label_and_of_what_is_not_there_its_title_too() -> None:
    here, gone = (b.CrossReference(anchor, b.text("G1"), (b.Emphasis(b.text("Act")),)) for anchor in ("g", "x"))
    heading = b.Heading(2, b.text("Goal"), "g")

    assert markdown(heading, b.Paragraph((here,))) == "## Goal\n\n[G1](#goal)\n"
    assert markdown(heading, b.Paragraph((gone,))) == "## Goal\n\nG1 *Act*\n"


def test_contents_link_to_the_chapters_that_come_after_them() -> None:
    one, two = (b.Chapter(f"c{i}", (b.Heading(2, b.text("S")),), title=b.text(f"Part {i}")) for i in (1, 2))
    contents = b.Chapter("c", (b.Contents(b.text("Contents"), "contents"),))

    expected = "# Part 1\n\n## S\n\n# Contents\n\n- [Part 2](#part-2)\n\n# Part 2\n\n## S\n"
    assert write(b.Document(META, (one, contents, two)), MarkdownOptions()) == expected


def test_contents_that_are_not_for_a_screen_are_left_out() -> None:
    contents = b.Contents(b.text("Contents"), "contents", "chapter", on_screen=0)

    assert markdown(contents, b.Heading(2, b.text("S"))) == "## S\n"


def test_sections_show_their_blocks() -> None:
    facts = b.Section("facts", (b.paragraph("a"),))

    assert markdown(b.Section("point", (b.Heading(2, b.text("S")), facts))) == "## S\n\na\n"


def test_groups_of_rows_have_their_names_above_them() -> None:
    groups = (
        b.RowGroup(((cell("a"), cell("b")),), b.text("One")),
        b.RowGroup(((cell("c"), cell("d")),), b.text("Two")),
    )
    table = b.Table((b.ColumnHint(), b.ColumnHint()), (cell("h"), cell("i")), groups)

    assert markdown(table).splitlines()[2:] == ["| **One** |  |", "| a | b |", "| **Two** |  |", "| c | d |"]


# Front matter


def titled(meta: b.Meta, *summary: b.Block) -> b.Document:
    """Return a brief with its title, a byline and a summary, if only a short one."""
    byline = b.Section("byline", (b.Paragraph(b.text("By two"), "authors"), b.Paragraph(b.text("For all"), "audience")))
    aside = b.Section("summary", summary or (b.paragraph("s"),), b.text("Summary"))
    chapter = b.Chapter("c", (byline, aside, b.Heading(2, b.text("B"))), title=b.text("A"))
    return b.Document(meta, (chapter,))


def with_front_matter(document: b.Document) -> str:
    return write(document, MarkdownOptions(front_matter=True))


def test_front_matter_says_what_the_text_then_does_not_repeat() -> None:
    said: b.Paragraph = b.Paragraph((b.Text("In *short*, "), b.Emphasis(b.text("act"))))
    expected = (
        "---\n"
        'title: "Japan and \\\\*others\\\\*"\n'
        'subtitle: "A “view”"\n'
        "author:\n"
        '  - "Ann Lee"\n'
        '  - "Bo Ek"\n'
        'date: "2015-03-04"\n'
        'lang: "de"\n'
        "abstract: |\n"
        "  In \\*short\\*, *act*\n"
        "\n"
        "  \\- Now\n"
        "---\n"
        "\n"
        "For all\n\n## B\n"
    )
    assert (
        with_front_matter(titled(replace(META, date="2015-03-04", language="de"), said, b.paragraph("- Now")))
        == expected
    )


@pytest.mark.parametrize(("date", "words"), [("2015", "2015"), ("2015-03", "March 2015")])
def test_a_date_that_mystmd_does_not_take_stays_in_the_text(date: str, words: str) -> None:
    written = with_front_matter(titled(replace(META, date=date)))

    assert "date:" not in written
    assert written.endswith(f"---\n\n{words}\n\nFor all\n\n## B\n")


@pytest.mark.parametrize(
    ("affiliations", "byline"),
    [
        (("Institute", "Institute"), "Institute · March 2015"),
        (("Institute", ""), "Ann Lee, Institute; Bo Ek · March 2015"),
        (("", ""), "March 2015"),
    ],
)
def test_the_front_matter_leaves_out_no_affiliation(affiliations: tuple[str, str], byline: str) -> None:
    written = with_front_matter(titled(replace(META, affiliations=affiliations)))

    assert written.endswith(f"---\n\n{byline}\n\nFor all\n\n## B\n")


def test_english_is_taken_for_granted() -> None:
    assert "lang:" not in with_front_matter(titled(replace(META, language="en-GB")))


def test_a_summary_with_notes_stays_in_the_text() -> None:
    marked: b.Paragraph = b.Paragraph((b.Text("a"), b.NoteMark(1, "n")))
    (chapter,) = titled(META, marked).chapters
    noted = replace(chapter, notes=(b.NoteText(1, "n", (b.paragraph("b"),)),))
    written = with_front_matter(b.Document(META, (noted,)))

    assert "abstract" not in written
    assert "> **Summary**\n>\n> a[^1]\n" in written


def test_front_matter_of_a_volume_leaves_the_chapters_their_titles() -> None:
    page = b.Section(
        "title-page",
        (b.Paragraph(b.text("Sub"), "subtitle"), b.Paragraph(b.text("Edited by E"), "authors")),
    )
    first = b.Chapter("t", (page,), title=b.text("T"), role="front")
    second = b.Chapter("c", (b.paragraph("x"),), title=b.text("A"))

    expected = '---\ntitle: "T"\nsubtitle: "Sub"\n---\n\nEdited by E\n\n# A\n\nx\n'
    assert with_front_matter(b.Document(b.Meta("T", "Sub"), (first, second))) == expected
