"""Figures in block characters."""

import pytest

from briefkit.document import blocks as b
from briefkit.publish.layout import lay_out, text_of


def figure(kind: b.ChartKind, *rows: tuple[str, tuple[float, ...]], columns: tuple[str, ...] = ()) -> b.Figure:
    values = tuple((label, tuple(b.ChartValue(n, f"{n:g}") for n in numbers)) for label, numbers in rows)
    chart = b.Chart(kind, values, columns, "tons")
    return b.Figure(
        "f", b.text("Figure 1"), b.text("Fish"), "Much fish.", chart, source=(b.paragraph("The ministry."),)
    )


def shown(block: b.Block, width: int) -> list[str]:
    return [text_of(line) for line in lay_out((block,), width)]


def test_bars_are_as_long_as_their_values_and_have_them_beside() -> None:
    assert shown(figure("bar", ("Cod", (40,)), ("Herring", (10,)), ("None", (0,))), 40) == [
        "Figure 1. Fish (tons)",
        "   Cod      █████████████████████████ 40",
        "   Herring  ██████▎ 10",
        "   None      0",
        "Source: The ministry.",
    ]


def test_what_is_below_zero_ends_where_the_others_begin() -> None:
    assert shown(figure("bar", ("Gain", (10,)), ("Loss", (-10,))), 40)[1:3] == [
        "   Gain               ██████████████ 10",
        "   Loss  ██████████████ -10",
    ]


def test_dots_stand_along_the_scale() -> None:
    assert shown(figure("dot", ("2010", (5,)), ("2011", (10,))), 40)[1:3] == [
        "   2010  ··············● 5",
        "   2011  ···························● 10",
    ]


def test_several_values_have_the_names_of_their_columns() -> None:
    lines = shown(figure("bar", ("2010", (5, 10)), ("2011", (10, 0)), columns=("Cod", "Eel")), 40)

    assert [line[:12] for line in lines[1:5]] == ["   2010  Cod", "         Eel", "   2011  Cod", "         Eel"]


@pytest.mark.parametrize("kind", ["bar", "line", "dot", "table"])
def test_a_narrow_page_and_a_table_have_the_values_in_words(kind: b.ChartKind) -> None:
    text = "\n".join(shown(figure(kind, ("A coast far away", (40,)), ("Another one", (10,))), 24))

    assert "40" in text
    assert "10" in text
    assert "█" not in text
    assert all(len(line) <= 24 for line in text.split("\n"))


def test_a_lost_picture_and_one_in_a_file_are_told_in_words() -> None:
    lost = b.Figure("f", b.text("Figure 1"), b.text("Fish"), "Much fish.")
    there = b.Figure("f", b.text("Figure 1"), b.text("Fish"), "Much fish.", file="figures/fish.png")

    assert shown(lost, 60) == ["Figure 1. Fish", "The picture is lost. Much fish."]
    assert shown(there, 60) == ["Figure 1. Fish", "Picture: figures/fish.png. Much fish."]
