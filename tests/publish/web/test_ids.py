"""Ids: each once, in a form that addresses can have, in no time however many are alike."""

from briefkit.publish.web.anchors import Anchors, identifier


def test_an_anchor_is_an_id_that_another_page_can_guess() -> None:
    assert [identifier(one) for one in ("g1", "japan--ed-1", "日本-goal")] == ["g1", "japan--ed-1", "日本-goal"]
    assert [identifier(one) for one in ("1st", "a b\n<c>", "", "-x")] == ["id-1st", "id-a-b-c", "id-", "id-x"]


def test_ids_that_would_be_alike_get_numbers() -> None:
    anchors = Anchors(["a b", "a\tb", "id-a-b", "main"], taken=["main"])

    found = [anchors.link(one) for one in ("a b", "a\tb", "id-a-b", "main")]
    assert found == ["#id-a-b", "#id-a-b-2", "#id-a-b-3", "#main-2"]
    assert anchors.new("id-a-b-2") == "id-a-b-2-2"
    assert anchors.link("elsewhere") == ""


def test_only_the_first_part_with_an_anchor_has_its_id() -> None:
    anchors = Anchors(["x", "x"])

    assert [anchors.place("x"), anchors.place("x"), anchors.place("y")] == ["x", None, None]


def test_many_that_are_alike_take_no_search() -> None:
    anchors = Anchors([])

    assert [anchors.new("same") for _ in range(100_000)][-1] == "same-100000"
