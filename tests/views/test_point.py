"""One point of a brief, by its label or id, with what links to it."""

from pathlib import Path

import pytest

from briefkit import api
from briefkit.library import open_library
from briefkit.text.errors import UsageError

BRIEF = Path(__file__).parents[2] / "briefs" / "australia.yaml"
FOUNDING = open_library(BRIEF.parent)


def shown(name: str) -> str:
    return str(api.render(api.show(FOUNDING, name).document, "markdown"))


@pytest.mark.parametrize("name", ["australia:C2", "Australia:c2", "australia:budget-limits", "australia:BUDGET-LIMITS"])
def test_a_point_goes_by_label_and_id(name: str) -> None:
    assert shown(name) == shown("australia:C2")


def test_it_says_where_it_stands_what_it_links_to_and_what_links_to_it() -> None:
    text = shown("australia:C2")

    line = int(text.partition("briefs/australia.yaml:")[2].split()[0])
    assert (
        "budget-limits"
        in (FOUNDING.folder or Path()).joinpath("australia.yaml").read_text(encoding="utf-8").splitlines()[line - 1]
    )
    assert "- **Stands in the way of**: G1 " in text
    assert "- **Addressed by**: U2 " in text


def test_every_link_is_told_from_both_ends() -> None:
    for brief in api.holdings(FOUNDING).briefs:
        for point in brief.points:
            for ids in point.links.values():
                for target in ids:
                    assert f": {point.label} " in shown(f"{brief.name}:{target}") or f"; {point.label} " in shown(
                        f"{brief.name}:{target}"
                    )


def test_its_record_is_that_of_a_point() -> None:
    (record,) = api.show(FOUNDING, "australia:C2").records

    assert (record["brief"], record["id"], record["label"]) == ("australia", "budget-limits", "C2")


def test_an_unknown_point_has_a_likely_one() -> None:
    with pytest.raises(UsageError, match="no point `budget-limit`") as caught:
        api.show(FOUNDING, "australia:budget-limit")

    assert caught.value.hint == "did you mean `budget-limits`?"


def test_a_point_has_no_question_beside_it() -> None:
    with pytest.raises(UsageError, match="of one question already"):
        api.show(FOUNDING, "australia:C2", "goals")
