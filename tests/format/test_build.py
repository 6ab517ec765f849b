from pathlib import Path

import pytest

from briefkit.checks.opened import Opened
from briefkit.format.build import build_brief
from briefkit.format.model import CslDate, Name
from briefkit.format.schema import Form
from briefkit.format.shipped import default
from briefkit.reading import read, read_bytes
from briefkit.text.dates import Interval, PartialDate

LIBRARIES = Path(__file__).parents[1] / "libraries"


def test_every_part_of_a_brief_has_its_place() -> None:
    reading = read(LIBRARIES / "good" / "estia.yaml", "estia.yaml")
    assert reading.draft

    brief = build_brief(reading.draft, default())

    point = brief.by_id["no-fleet"]
    assert (point.label, point.stance, str(point.place)) == ("U2", "caution", "estia.yaml:42")
    assert point.place.path == ("us_cooperation", "points", 1)
    assert str(brief.answer("challenges").place) == "estia.yaml:28"
    assert str(brief.references[0].place) == "estia.yaml:56"


def test_stance_of_a_cooperation_point_is_helps_unless_said() -> None:
    reading = read(LIBRARIES / "good" / "estia.yaml", "estia.yaml")
    assert reading.draft

    brief = build_brief(reading.draft, default())

    assert [point.stance for point in brief.answer("us_cooperation").points] == ["helps", "caution"]
    assert {point.stance for point in brief.answer("goals").points} == {""}


REFERENCE = """\
references:
  - id: x
    type: report
    issued: {issued}
    volume: 08
    author:
      - {{family: Beethoven, given: Ludwig, dropping-particle: van}}
      - literal: NATO
"""


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ("2014", CslDate(Interval(PartialDate(2014)))),
        ("0x7DF", CslDate(Interval(PartialDate(2015)))),
        ("02015", CslDate(Interval(PartialDate(2015)))),
        ("2014-10-26", CslDate(Interval(PartialDate(2014, 10, 26)))),
        ("2008-03/2008-04", CslDate(Interval(PartialDate(2008, 3), PartialDate(2008, 4)))),
        ("n.d.", CslDate(literal="n.d.")),
        ("{date-parts: [[2014, 10]]}", CslDate(Interval(PartialDate(2014, 10)))),
        ("{date-parts: [['2014'], [2015, 1]]}", CslDate(Interval(PartialDate(2014), PartialDate(2015, 1)))),
        ("{literal: spring 2014}", CslDate(literal="spring 2014")),
        ("{raw: 2014-10, circa: true}", CslDate(Interval(PartialDate(2014, 10)), circa=True)),
    ],
)
def test_references_take_every_form_of_date(good: Path, issued: str, expected: CslDate) -> None:
    text = (good / "sudmark.yaml").read_text(encoding="utf-8") + REFERENCE.format(issued=issued)
    opened = Opened(read_bytes(text.encode(), "sudmark.yaml"), "sudmark.yaml", Form("brief", default()))
    assert opened.brief, opened.findings

    reference = opened.brief.references[0]

    assert reference.dates["issued"] == expected
    assert reference.fields["volume"] == "08"
    assert reference.names["author"] == (
        Name(family="Beethoven", given="Ludwig", dropping_particle="van"),
        Name(literal="NATO"),
    )
