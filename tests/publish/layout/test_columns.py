from hypothesis import given
from hypothesis import strategies as st

from briefkit.publish.layout.columns import Need, share

needs = st.lists(
    st.builds(
        lambda floor, more, weight: Need(floor, floor + more, weight),
        st.integers(0, 40),
        st.integers(0, 200),
        st.floats(0.1, 9),
    ),
    min_size=1,
    max_size=8,
)


def test_columns_with_room_are_as_wide_as_they_like() -> None:
    assert share([Need(5, 10), Need(5, 20)], 40) == [10, 20]


def test_equal_columns_share_equally() -> None:
    assert share([Need(16, 16), Need(24, 90), Need(24, 90)], 77) == [16, 31, 30]


def test_a_heavier_column_gets_more() -> None:
    assert share([Need(5, 90, 1), Need(5, 90, 3)], 40) == [10, 30]


def test_a_short_column_leaves_room_to_the_others() -> None:
    assert share([Need(5, 8), Need(5, 90)], 40) == [8, 32]


def test_a_column_never_goes_below_its_floor() -> None:
    assert share([Need(24, 90), Need(5, 90, 9)], 40) == [24, 16]


def test_columns_that_do_not_fit_get_no_widths() -> None:
    assert share([Need(24, 90), Need(24, 90)], 47) is None


@given(needs, st.integers(0, 300))
def test_columns_keep_to_what_they_need_and_to_the_room(wanted: list[Need], room: int) -> None:
    widths = share(wanted, room)

    if widths is None:
        assert sum(need.floor for need in wanted) > room
    else:
        assert sum(widths) == min(room, sum(need.natural for need in wanted))
        assert all(need.floor <= width <= need.natural for need, width in zip(wanted, widths, strict=True))
