"""Pages: landmarks, headings, notes, tables, figures, languages, and a policy that lets nothing in."""

import base64
import re
from hashlib import sha256

import pytest
from html_reading import META, Node, chapter, page, read

from briefkit.document import blocks as b
from briefkit.document.look import Look
from briefkit.publish.formats.documents.html import write
from briefkit.publish.web.page import page as framed
from briefkit.publish.web.style import style
from briefkit.text.colors import contrast, lifted


def cell(*texts: str) -> b.Cell:
    return b.Cell(tuple(map(b.paragraph, texts)))


def document(*chapters: b.Chapter, meta: b.Meta = META) -> Node:
    return read(write(b.Document(meta, chapters)))


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"


def policy(root: Node) -> str:
    (meta,) = (one for one in root.all("meta") if one.given.get("http-equiv") == "Content-Security-Policy")
    return meta.given["content"]


def test_a_page_allows_its_own_style_and_pictures_in_it_and_nothing_else() -> None:
    root = page(b.paragraph("x"))
    (sheet,) = (one.inner[0] for one in root.all("style"))

    assert policy(root) == (
        f"default-src 'none'; style-src {hashed(str(sheet))}; img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert not list(root.all("script", "link", "base", "form"))
    assert not any("style" in node.given for node in root.all())  # which the policy would refuse
    assert not re.search(r"url\(|@import|expression|https?:", str(sheet))


def test_a_page_with_a_script_allows_that_one() -> None:
    root = read(framed(META, "<main></main>", "a{}", "run()"))

    assert f"script-src {hashed('run()')}" in policy(root)
    assert root.one("script").text.strip() == "run()"


def test_a_page_says_what_it_is() -> None:
    meta = b.Meta("A <title>", "And more", ("Ann", "Bo"), "2015-03", "de", (), "House", "", "What  it is", ("x", "y"))
    root = document(chapter(b.paragraph("x"), language="de"), meta=meta)
    said = [(one.given["name"], one.given["content"]) for one in root.all("meta") if "name" in one.given]

    assert root.one("html").given == {"lang": "de"}
    assert root.one("title").text.strip() == "A <title>: And more"
    assert said[3:] == [
        ("author", "Ann"),
        ("author", "Bo"),
        ("description", "What it is"),
        ("keywords", "x, y"),
        ("dcterms.date", "2015-03"),
        ("dcterms.publisher", "House"),
    ]


def test_a_brief_has_its_title_and_byline_in_the_header_and_its_parts_in_a_list() -> None:
    byline = b.Section("byline", (b.Paragraph(b.text("Ann"), "authors"),))
    headings = (b.Heading(2, b.text(f"{i}. Long"), f"h{i}", b.text(f"Short {i}")) for i in range(3))
    note = b.NoteText(1, "n1", (b.paragraph("note"),))
    root = page(byline, *headings, b.Paragraph((b.NoteMark(1, "n1"),)), notes=(note,))
    body = root.one("body")

    assert [one.tag for one in body.inner if isinstance(one, Node)] == ["a", "header", "div"]
    assert [p.text.strip() for p in body.one("header").all("h1", "p")] == ["Chapter", "Ann"]
    assert body.one("a", "skip").given["href"] == f"#{body.one('main').given['id']}"
    links = [(a.text, a.given["href"]) for a in body.one("nav").all("a")]
    assert links == [("Short 0", "#h0"), ("Short 1", "#h1"), ("Short 2", "#h2"), ("Notes", "#c--notes")]
    assert root.one("section", "notes").given["id"] == "c--notes"


def test_a_short_document_has_no_list_of_its_parts() -> None:
    root = page(b.Heading(2, b.text("One"), "h"), b.paragraph("x"))

    assert list(root.all("nav")) == []
    assert root.one("h1").text.strip() == "Chapter"


def test_the_chapters_of_a_book_stand_below_its_title() -> None:
    half = b.Chapter("half", (b.Section("half-title", (b.paragraph("Half"),)),), role="front")
    title = b.Chapter("t", (b.Section("title-page", (b.paragraph("by Ann"),)),), title=b.text("Book"), role="front")
    contents = b.Chapter("cc", (b.Contents(b.text("Contents"), "contents"),), role="front")
    one = b.Chapter("one", (b.Heading(2, b.text("In one"), "in"),), title=b.text("One"), authors=("Ann & Bo",))
    two = b.Chapter("two", (b.paragraph("x"),), title=b.text("Two"), short=b.text("2"))
    root = document(half, title, contents, one, two)

    found = [(h.tag, h.text.strip()) for h in root.all("h1", "h2", "h3")]
    assert found == [("h1", "Book"), ("h2", "Contents"), ("h2", "One"), ("h3", "In one"), ("h2", "Two")]
    assert "Half" not in root.text
    assert root.one("header").text.split() == ["Book", "by", "Ann"]
    assert [li.text.split() for li in root.one("nav", "contents").all("li")] == [["One", "Ann", "&", "Bo"], ["Two"]]
    assert [a.given["href"] for a in root.one("nav", "contents").all("a")] == ["#one", "#two"]


def test_several_documents_in_one_stand_below_what_they_are_called_together() -> None:
    root = document(*(b.Chapter(name, (b.paragraph("x"),), title=b.text(name)) for name in ("a", "b")))

    assert [(h.tag, h.text.strip()) for h in root.all("h1", "h2")] == [("h1", "Title"), ("h2", "a"), ("h2", "b")]


def test_a_chapter_without_a_title_has_that_of_the_document() -> None:
    root = document(b.Chapter("c", (b.Heading(3, b.text("Deep"), "deep"),)))

    assert [(h.tag, h.text.strip()) for h in root.all("h1", "h2", "h3")] == [("h1", "Title"), ("h2", "Deep")]
    assert root.one("article").given["id"] == "c"


def test_notes_have_previews_and_links_back_to_each_mark() -> None:
    long = "word " * 200
    notes = (
        b.NoteText(1, "n1", (b.Paragraph((b.Emphasis(b.text("Say")), b.Text(" it"))), b.paragraph("more"))),
        b.NoteText(2, "n2", (b.paragraph(long),)),
    )
    text: b.Paragraph = b.Paragraph(
        (b.Text("a"), b.NoteMark(1, "n1"), b.NoteMark(2, "n2"), b.Text("b"), b.NoteMark(1, "n1"))
    )
    root = page(text, notes=notes)
    marks = [a for a in root.all("a") if a.given.get("role") == "doc-noteref"]
    first, second = root.one("section", "notes").all("li")

    assert [(a.text, a.given["href"]) for a in marks] == [("1", "#n1"), ("2", "#n2"), ("1", "#n1")]
    assert marks[0].given["data-preview"] == "Say it more"
    assert len(marks[1].given["data-preview"]) < 330
    assert marks[1].given["data-preview"].endswith("word …")
    assert ["next" in sup.classes for sup in root.all("sup") if "mark" in sup.classes] == [False, True, False]
    backs = [[a.given["href"][1:] for a in li.all("a")] for li in (first, second)]
    assert backs == [[marks[0].given["id"], marks[2].given["id"]], [marks[1].given["id"]]]
    assert second.text.count("word") == 200
    told = [span.text for span in first.all("span") if "hidden" in span.classes]
    assert told == ["Back to mark 1 of note 1", "Back to mark 2 of note 1"]


def test_a_label_is_a_link_that_shows_what_it_stands_for() -> None:
    label, title = b.text("G1"), b.text("Keep the peace")
    here, nowhere = b.CrossReference("g1", label, title), b.CrossReference("no", label, title)
    other = b.CrossReference("g 1", label, title, elsewhere=b.Elsewhere("in dia", title))
    root = page(b.Heading(2, b.text("G1 Keep the peace"), "g1"), b.Paragraph((here, nowhere, other)))
    first, second = root.one("main").all("a")

    assert (first.text, first.given) == ("G1", {"href": "#g1", "class": "ref short", "data-preview": "Keep the peace"})
    assert (second.text, second.given["href"]) == ("G1 Keep the peace", "in%20dia.html#id-g-1")
    assert root.one("main").one("p").text.strip() == "G1G1 Keep the peaceG1 Keep the peace"


def test_a_link_in_a_link_is_text_and_notes_of_a_link_follow_it() -> None:
    inner: b.Link = b.Link(b.text("inner"), "https://y.org")
    outer: b.Link = b.Link((b.Text("outer "), inner, b.NoteMark(1, "n"), b.Text(" end")), "https://x.org/a b?q=ä")
    root = page(b.Paragraph((outer,)), notes=(b.NoteText(1, "n", (b.paragraph("note"),)),))
    link, mark = next(root.one("main").all("p")).all("a")

    assert (link.text, link.given["href"]) == ("outer inner end", "https://x.org/a%20b?q=%C3%A4")
    assert mark.given["role"] == "doc-noteref"


def test_what_was_changed_is_marked_as_such() -> None:
    changed = (b.Inserted(b.text("new")), b.Deleted(b.text("old")), b.Superscript(b.text("2")), b.Code("c < d"))
    p = next(page(b.Paragraph(changed)).one("main").all("p"))

    assert [(one.tag, one.text) for one in p.all()] == [("ins", "new"), ("del", "old"), ("sup", "2"), ("code", "c < d")]


def test_languages_and_directions_are_those_of_their_place() -> None:
    hebrew: b.Styled = b.Styled(b.text("שלום"), None, "he")
    root = page(
        b.Paragraph((b.Styled(b.text("bon"), None, "fr"), b.Styled(b.text("same"), None, "en"), hebrew)),
        b.Paragraph(b.text("مرحبا بالعالم")),
        b.Paragraph((b.Text("مرحبا "), b.Styled(b.text("hello"), None, "en")), language="ar"),
        b.Section("summary", (b.paragraph("pa-Arab"),), language="pa-Arab"),
        b.Quote((b.Paragraph(b.text("x"), language="no tag"),)),
    )
    given = [(node.text.strip(), node.given) for node in root.one("main").all("p", "span", "div") if node.given]

    assert ("bon", {"lang": "fr"}) in given
    assert ("שלום", {"lang": "he", "dir": "rtl"}) in given
    assert ("مرحبا بالعالم", {"dir": "auto"}) in given
    assert ("مرحبا hello", {"lang": "ar", "dir": "rtl"}) in given
    assert ("hello", {"lang": "en", "dir": "ltr"}) in given
    assert ("pa-Arab", {"class": "summary", "lang": "pa-Arab", "dir": "rtl"}) in given
    assert not any(text in ("same", "x") for text, _ in given)


def test_a_table_with_heads_of_rows_keeps_its_roles_and_says_the_column_of_each_cell() -> None:
    header = (b.Cell(()), cell("Australia", "Satake"), cell("India"))
    groups = (b.RowGroup(((cell("Goals"), cell("G1"), b.Cell(())),), b.text("Group")),)
    root = page(b.Table((b.ColumnHint(),) * 3, header, groups, b.text("Cap"), True, True, b.text("Question")))
    table = root.one("table")

    assert table.classes == {"stack", "wide"}
    assert table.one("caption").text.strip() == "Cap"
    heads = [(" ".join(th.text.split()), th.given["scope"], th.given["role"]) for th in table.all("th")]
    assert heads == [
        ("Question", "col", "columnheader"),
        ("Australia Satake", "col", "columnheader"),
        ("India", "col", "columnheader"),
        ("Group", "rowgroup", "rowheader"),
        ("Goals", "row", "rowheader"),
    ]
    cells = [(td.text.strip(), td.given.get("data-label"), td.given["role"]) for td in table.all("td")]
    assert cells == [("G1", "Australia · Satake", "cell"), ("—", "India", "cell")]
    assert {node.given["role"] for node in table.all("thead", "tbody")} == {"rowgroup"}
    assert {node.given["role"] for node in table.all("tr")} == {"row"}


def test_an_authors_own_table_stays_a_table() -> None:
    header = tuple(cell(f"h{i}") for i in range(5))
    table = b.Table((b.ColumnHint("right"),) * 5, header, (b.RowGroup((header,)),))
    root = page(table)

    assert root.one("table").given == {}
    assert root.one("div", "scroll").given["tabindex"] == "0"
    assert all(td.classes == {"right"} for td in root.all("td"))


def figure(chart: b.Chart | None = None, **others: object) -> Node:
    source = (b.paragraph("Source text"),)
    label, title = b.text("Figure 1"), b.text("Budgets")
    given = b.Figure("fig", label, title, "What it shows", chart, source=source, **others)  # type: ignore[arg-type]
    return page(given).one("figure")


@pytest.mark.parametrize("kind", ["bar", "line", "dot"])
def test_a_chart_is_drawn_with_its_title_its_description_and_its_values(kind: b.ChartKind) -> None:
    values = (b.ChartValue(1.5, "1.5"), b.ChartValue(-3, "−3"))
    found = figure(b.Chart(kind, (("2014", values), ("2015", values)), ("Asia", "Europe"), "USD bn"))
    svg = next(found.all("svg"))

    assert found.one("figcaption").text.strip() == "Figure 1. Budgets (USD bn)"
    assert svg.given["role"] == "img"
    told = {one.given["id"]: one.text.strip() for one in svg.all("title", "desc")}
    assert [told[name] for name in svg.given["aria-labelledby"].split()] == [
        "Figure 1. Budgets (USD bn)",
        "What it shows",
    ]
    assert {"Asia", "Europe", "2014", "2015"} <= {text.text.strip() for text in svg.all("text")}
    assert {c for one in svg.all() for c in one.classes if c.startswith("series")} == {"series-1", "series-2"}
    cells = [one.text.strip() for one in found.one("details").all("th", "td")]
    assert cells == ["Label", "Asia", "Europe", "2014", "1.5", "−3", "2015", "1.5", "−3"]
    assert found.text.rstrip().endswith("Source: Source text")


def test_bars_are_as_long_as_their_numbers_and_begin_at_zero() -> None:
    rows = tuple((str(n), (b.ChartValue(n, str(n)),)) for n in (10, 20, -10, 0))
    bars = [one.given for one in figure(b.Chart("bar", rows)).all("rect")]
    starts, widths = ([float(one[name].rstrip("%")) for one in bars] for name in ("x", "width"))

    assert widths[1] == pytest.approx(2 * widths[0], rel=0.01)
    assert widths[2] == pytest.approx(widths[0], rel=0.01)
    assert starts[0] == starts[1] == pytest.approx(starts[2] + widths[2], rel=0.01)
    assert 0 < widths[3] < 1
    assert max(map(sum, zip(starts, widths, strict=True))) < 95  # room for the value


def test_lines_go_through_their_points_over_a_grid_of_round_numbers() -> None:
    rows = tuple((str(2000 + n), (b.ChartValue(n * 10, str(n)),)) for n in range(30))
    svg = next(figure(b.Chart("line", rows)).all("svg"))
    lines = [line.given for line in svg.all("line") if "series-1" in line.classes]
    points = [(node.given["x"], node.given["y"]) for node in svg.all("svg")]
    ticks = [text.text.strip() for text in svg.all("text") if "tick" in text.classes]
    labels = [text.text.strip() for text in svg.all("text") if "name" in text.classes]

    assert [(line["x1"], line["y1"]) for line in lines] == points[:-1]
    assert [(line["x2"], line["y2"]) for line in lines] == points[1:]
    heights = [float(y) for _, y in points]
    assert heights == sorted(heights, reverse=True)
    assert ticks == ["0", "100", "200", "300"]
    assert labels[0] == "2000"
    assert 2 < len(labels) < 12  # what a telephone has room for


def test_a_chart_of_one_value_or_of_none_but_nought_can_be_drawn() -> None:
    for kind in ("bar", "line", "dot"):
        for number in (0.0, 1e-9, -1e12):
            chart = b.Chart(kind, (("only", (b.ChartValue(number, "x"),)),))
            assert "nan" not in next(figure(chart).all("svg")).given["height"]
        assert not list(figure(b.Chart(kind, (("none", ()),))).all("svg"))


def test_numbers_beyond_reckoning_are_in_a_table_alone() -> None:
    for number in (5e-324, 1.7e308):
        found = figure(b.Chart("line", (("a", (b.ChartValue(number, "a"),)), ("b", (b.ChartValue(-number, "b"),)))))
        assert list(found.all("svg", "details")) == []
        assert len(list(found.one("table").all("td"))) == 2


def test_a_chart_of_kind_table_is_a_table() -> None:
    found = figure(b.Chart("table", (("2014", (b.ChartValue(1, "1"),)),), (), "USD"))

    assert list(found.all("svg", "details")) == []
    assert [one.text.strip() for one in found.one("table").all("th", "td")] == ["Label", "USD", "2014", "1"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"\x89PNG\r\n\x1a\n..", "png"), (b"\xff\xd8\xff..", "jpeg"), (b"<svg/>", "svg+xml")],
)
def test_a_picture_is_in_the_page(data: bytes, kind: str) -> None:
    image = figure(file="a.png", data=data).one("img")

    assert image.given == {
        "src": f"data:image/{kind};base64,{base64.b64encode(data).decode()}",
        "alt": "What it shows",
    }


def test_a_lost_picture_is_said_to_be_lost() -> None:
    assert figure().one("p", "lost").text.strip() == "The picture is lost. What it shows"
    assert figure(file="a.png").one("p", "lost").text.strip() == "Picture: a.png. What it shows"


def test_the_facts_of_a_point_stand_beside_what_it_says() -> None:
    facts = b.Section("facts", (b.DefinitionList(((b.text("Who"), (b.paragraph("Japan"),)),), ("actors",)),))
    point = b.Section("point", (b.Heading(2, b.text("G1 Peace"), "g1"), b.paragraph("said"), facts))
    section = page(point).one("section", "point")

    assert [next(iter(one.classes)) for one in section.inner if isinstance(one, Node)] == ["said", "facts"]
    assert section.one("div", "actors").text.split() == ["Who", "Japan"]


def test_what_only_print_has_is_left_to_print() -> None:
    contents = b.Contents(b.text("Contents"), "contents", "chapter", in_print=2, on_screen=0)
    root = page(contents, b.PageBreak(), b.Heading(2, b.text("One"), "one"))

    assert list(root.all("nav")) == []
    assert "Contents" not in root.one("body").text


def test_the_style_sheet_has_no_comments_and_is_one_for_all() -> None:
    assert "/*" not in style()
    assert style() == style()
    assert style("palette") in style()
    assert style().count("{") == style().count("}")


def test_a_house_has_its_own_look() -> None:
    look = Look("#5b1a2e", "#7a5c00", 'Text "Face"}</style>', "Head Face", b"\x89PNG\r\n\x1a\n", "The House")
    page = write(b.Document(b.Meta("Title"), (b.Chapter("brief", (b.paragraph("Word."),)),), look))

    assert "--accent:#5b1a2e" in page
    assert 'alt="Logo of The House"' in page
    assert '--serif:"Text \\22 Face\\22 \\7d \\3c \\2f style\\3e ", serif' in page
    assert page.count("</style>") == 1


@pytest.mark.parametrize("color", ["#000000", "#5b1a2e", "#0b4f6c", "#777777", "#ffffff"])
def test_colors_of_a_house_can_be_read_by_night(color: str) -> None:
    night = contrast("#1b252b") / contrast(lifted(color))

    assert night >= 5
