from textwrap import dedent

from briefkit.document import blocks as b
from briefkit.publish.layout import PLAIN, Look, Segment, lay_out, text_of

LONG = "Sustain a liberal regional order that keeps the US engaged"


def shown(*blocks: b.Block, width: int = 40, look: Look = PLAIN) -> str:
    return "\n".join(text_of(line) for line in lay_out(blocks, width, look))


def chapter(*blocks: b.Block, notes: tuple[b.NoteText, ...] = (), width: int = 40) -> str:
    document = b.Document(b.Meta("T"), (b.Chapter("c", blocks, notes),))
    return "\n".join(text_of(line) for line in lay_out(document, width, PLAIN))


def text(value: str) -> str:
    return dedent(value).strip("\n")


def p(value: str) -> b.Paragraph:
    return b.paragraph(value)


def statement(label: str, value: str) -> b.Paragraph:
    return b.Paragraph((b.Styled(b.text(label), "label"), b.Text(" "), *b.text(value)), "statement")


def test_nothing_is_no_line() -> None:
    assert lay_out((), 40) == []
    assert lay_out((b.Paragraph(()), b.PageBreak(), b.BulletList(())), 40) == []


def test_paragraphs_have_a_line_between_them_but_statements_have_none() -> None:
    assert shown(p("one"), p("two"), statement("G1", "three"), statement("G2", "four")) == text("""
        one

        two
        G1 three
        G2 four
        """)


def test_headings_are_underlined_and_text_stands_in_from_level_two() -> None:
    label = b.Styled(b.text("G1"), "label")
    blocks = (
        b.Heading(1, b.text("A brief")),
        p("By A"),
        b.Heading(2, b.text("Goals")),
        b.Heading(3, (label, b.Text(" "), *b.text(LONG))),
        p("Why."),
    )

    assert chapter(*blocks) == text("""
        A brief
        ═══════

        By A


        Goals
        ─────

        G1 Sustain a liberal regional order that
           keeps the US engaged

           Why.
        """)


def test_a_heading_has_no_signs_of_stress() -> None:
    assert shown(b.Heading(3, (b.Strong(b.text("A")), b.Text(" "), b.Emphasis(b.text("B"))))) == "A B"


def test_chapters_stand_apart() -> None:
    document = b.Document(b.Meta("T"), tuple(b.Chapter(name, (p(name),)) for name in "ab"))

    assert [text_of(line) for line in lay_out(document, 40)] == ["a", "", "", "", "b"]


def test_notes_stand_at_the_end_of_their_chapter_and_hang() -> None:
    notes = tuple(b.NoteText(n, f"n{n}", (p(f"{LONG}."),)) for n in (1, 10))

    assert chapter(b.Paragraph((*b.text("Text."), b.NoteMark(1, "n1"))), notes=notes) == text("""
        Text.[1]


        Notes
        ─────

        [1]   Sustain a liberal regional order
              that keeps the US engaged.
        [10]  Sustain a liberal regional order
              that keeps the US engaged.
        """)


def test_lists() -> None:
    inner = b.OrderedList(((p("one"),), (p("two"),)), start=9)

    assert shown(b.BulletList(((p(LONG), inner), (p("b"),)))) == text("""
        • Sustain a liberal regional order that
          keeps the US engaged
           9. one
          10. two
        • b
        """)


def test_items_of_several_paragraphs_stand_apart() -> None:
    assert shown(b.BulletList(((p("a"), p("b")), (p("c"),)))) == text("""
        • a

          b

        • c
        """)


def test_a_list_too_deep_for_the_width_keeps_its_words() -> None:
    deep: b.Block = p("bottom of the list")
    for _ in range(60):
        deep = b.BulletList(((deep,),))

    lines = shown(deep, width=20).splitlines()

    assert max(map(len, lines)) <= 20
    assert " ".join(" ".join(lines).replace("•", "").split()) == "bottom of the list"


def test_short_terms_stand_beside_what_is_said() -> None:
    items = ((b.text("Who"), (p(LONG),)), (b.text("By when"), (p("2015"),)), (b.text("No"), ()))

    assert shown(b.DefinitionList(items)) == text("""
        Who      Sustain a liberal regional
                 order that keeps the US engaged
        By when  2015
        No
        """)


def test_long_terms_stand_above_what_is_said() -> None:
    items = ((b.text(LONG), (p("one"),)), (b.text("Short"), (p("two"),)))

    assert shown(b.DefinitionList(items)) == text("""
        Sustain a liberal regional order that
        keeps the US engaged
           one

        Short
           two
        """)


def test_a_quote_stands_in_and_an_aside_has_a_bar() -> None:
    assert shown(b.Quote((p(LONG),)), b.Section("summary", (p("one"), p("two")), b.text("Summary"))) == text("""
           Sustain a liberal regional order that
           keeps the US engaged

        │ Summary
        │ one
        │
        │ two
        """)


def test_preformatted_lines_stay_but_are_never_too_wide() -> None:
    assert shown(b.Preformatted("a:\n\n\tb: 0123456789\n"), width=12) == "a:\n\n    b: 01234\n56789"


def test_a_divider_is_as_wide_as_the_text() -> None:
    assert shown(b.Divider(), width=100, look=Look(measure=30)) == "─" * 30


def test_running_text_keeps_to_its_measure_on_a_wide_screen() -> None:
    lines = lay_out((p("word " * 100),), 300)

    assert 80 < max(len(text_of(line)) for line in lines) <= Look().measure


def test_indents_carry_no_role() -> None:
    line = lay_out((b.Quote((b.Paragraph((b.Strong(b.text("a")),)),)),), 40)[0]

    assert line == (Segment("   "), Segment("a", "strong"))
