import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefkit import api
from briefkit.document import blocks as b
from briefkit.library import InvalidBriefError
from briefkit.publish.layout import lay_out, text_of
from briefkit.text.errors import UsageError
from briefkit.views.graph import Edge
from briefkit.views.rows import Record
from briefkit.views.view import View

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def orphans(tmp_path: Path) -> Path:
    """A copy of the library with orphans, to be changed at will."""
    return Path(shutil.copytree(ROOT / "tests" / "libraries" / "orphans", tmp_path / "orphans"))


def traced(folder: Path, *names: str) -> View:
    return api.trace(api.open_library(folder), names)


def change(folder: Path, old: str, new: str) -> Path:
    """Replace text that stands once in one file of a library."""
    (path,) = (path for path in folder.glob("*.yaml") if old in path.read_text(encoding="utf-8"))
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return folder


def record(view: View, brief: str, label: str) -> Record:
    return next(record for record in view.records if (record["brief"], record["label"]) == (brief, label))


def styled(view: View, role: b.Role) -> list[str]:
    """Return what the document shows in a role."""
    return [b.plain(part.children) for part in _walk(view.document) if isinstance(part, b.Styled) and part.role == role]


def _walk(part: object) -> Iterator[object]:
    if isinstance(part, tuple):
        for child in part:
            yield from _walk(child)
    else:
        yield part
        for name in getattr(type(part), "__slots__", ()):
            yield from _walk(getattr(part, name))


def shown(view: View, width: int = 80) -> str:
    return "\n".join(text_of(line) for line in lay_out(view.document, width))


def test_where_everything_is_served_nothing_is_marked(good: Path) -> None:
    view = traced(good)

    assert [record["orphan"] for record in view.records] == [False] * 4
    assert [record["accepted"] for record in view.records] == [None] * 4
    assert styled(view, "orphan") + styled(view, "waived") + styled(view, "warning") == []
    assert "2 of 2 goals and 2 of 2 challenges have a recommendation." in shown(view)


def test_records_say_what_serves_and_where_it_stands(good: Path) -> None:
    goal, challenge = traced(good, "Estia").records
    file = api.open_library(good).brief("estia").place.file

    assert goal == {
        "brief": "estia",
        "question": "goals",
        "id": "open-ports",
        "label": "G1",
        "statement": "Keep the ports of both countries open all year",
        "recommendations": ["R1"],
        "us_cooperation": [],
        "cautions": ["U2"],
        "obstructs": [],
        "obstructed_by": ["C1"],
        "orphan": False,
        "accepted": None,
        "file": file,
        "line": 14,
    }
    assert challenge["us_cooperation"] == ["U1"]
    assert challenge["obstructs"] == ["G1"]
    assert challenge["line"] == 30


def test_the_whole_library_comes_in_its_order(good: Path) -> None:
    assert [record["brief"] for record in traced(good).records] == ["sudmark", "sudmark", "estia", "estia"]


def test_a_brief_that_is_named_twice_counts_once(good: Path) -> None:
    once, twice = traced(good, "estia"), traced(good, "estia", "Estia")
    assert (twice.document, twice.records) == (once.document, once.records)


def test_a_caution_is_shown_and_covers_nothing(orphans: Path) -> None:
    view = traced(orphans)
    found = record(view, "ostmark", "G3")

    assert (found["cautions"], found["us_cooperation"], found["orphan"]) == (["U2"], [], True)
    assert "G3 Revive the festival of the two border towns     ·   ·   ·   ○   ·" in shown(view)
    assert "(nothing serves it)" in styled(view, "orphan")


def test_cooperation_serves_but_does_not_take_the_place_of_a_recommendation(orphans: Path) -> None:
    view = traced(change(orphans, "      stance: conditional\n", ""))

    assert record(view, "ostmark", "G2")["us_cooperation"] == ["U1"]
    assert record(view, "ostmark", "G2")["orphan"] is True
    assert "(no recommendation, accepted)" in styled(view, "waived")


@pytest.mark.parametrize(
    ("waiver", "accepted"),
    [
        ("rule: unaddressed-point\n    at: [festival]", ["G2", "G3"]),
        ("rule: BK203\n    at: [goals]", ["G2", "G3"]),
        ("rule: unaddressed-point", ["G2", "G3", "C2"]),
        ("rule: unlinked-point\n    at: [festival]", ["G2"]),
        ("rule: unaddressed-point\n    at: [open-border]", ["G2"]),
    ],
)
def test_what_a_waiver_accepts(orphans: Path, waiver: str, accepted: list[str]) -> None:
    view = traced(change(orphans, "waivers:\n", f"waivers:\n  - {waiver}\n    reason: It was not asked.\n"))

    assert [record["label"] for record in view.records if record["accepted"]] == accepted


def test_accepted_orphans_stand_with_their_reason_those_of_one_reason_together(orphans: Path) -> None:
    text = "    at:\n      - clean-river\n"
    view = traced(change(orphans, text, text + "      - festival\n"))

    assert "G2 and G3 have none; the editor accepts this: The author leaves the river to the engineers." in shown(
        view, 100
    )
    assert "C2 has none." in styled(view, "orphan")


def test_a_served_goal_is_no_orphan_whatever_is_waived(good: Path) -> None:
    text = "waivers:\n  - rule: unaddressed-point\n    reason: It was not asked.\nreferences:\n"

    assert (
        record(traced(change(good, "references:\n  - id: lund", f"{text}  - id: lund")), "estia", "G1")["accepted"]
        is None
    )


def test_points_that_address_nothing_are_named(orphans: Path) -> None:
    lines = shown(traced(orphans)).splitlines()

    assert "   U3 addresses no goal and no challenge." in lines
    assert "   R2 addresses no goal, no challenge and no cooperation point; the editor" in lines


def test_one_sentence_for_all_briefs(good: Path, orphans: Path) -> None:
    shutil.copy(orphans / "ostmark.yaml", good / "ostmark.yaml")
    change(good, "briefs: [sudmark, estia]", "briefs: [sudmark, estia, ostmark]")

    assert " ".join(shown(traced(good)).split("────\n")[-1].split()) == (
        "3 of 5 goals and 3 of 4 challenges have a recommendation; 1 without one is accepted with a reason; "
        "2 have none and no reason: ostmark:G3, ostmark:C2."
    )
    assert "All briefs together" not in shown(traced(good, "ostmark"))


@pytest.mark.parametrize("width", [20, 40, 60, 72, 80, 140])
def test_everything_is_there_in_every_width(width: int) -> None:
    """Words, labels and signs; only white space, rules and the dots of empty cells differ."""
    view = traced(ROOT / "briefs")
    # a line may end at a hyphen
    whole, narrow = (shown(view, cells).replace("-", " ").split() for cells in (500, width))

    assert {word for word in whole if word.isalpha()} - set(narrow) <= {word for word in whole if len(word) > width - 9}
    assert max(len(line) for line in shown(view, width).splitlines()) <= width


def test_narrow_pages_list_the_points_behind_their_sign(good: Path) -> None:
    assert "   ● R1\n   ○ U2\n" in shown(traced(good, "estia"), 20)


def test_orphans_are_what_the_rules_find() -> None:
    library = api.open_library(ROOT / "briefs")
    report = api.validate(library)
    found = {
        (finding.file, finding.line): finding.waived
        for finding in (*report.findings, *report.waived)
        if finding.rule == "unaddressed-point"
    }

    assert found
    assert {(r["file"], r["line"]): r["accepted"] for r in api.trace(library).records if r["orphan"]} == found


def test_the_graph_has_every_point_and_link(orphans: Path) -> None:
    graph = traced(orphans).graph
    assert graph is not None
    (group,) = graph.groups

    assert group.title == "Norland–Ostmark relations"
    assert [(node.label, node.kind, node.mark, node.remark) for node in group.nodes] == [
        ("R1", "answer", None, ""),
        ("R2", "answer", None, "addresses nothing"),
        ("U1", "support", None, ""),
        ("U2", "support", "caution", "caution"),
        ("U3", "support", None, "addresses nothing"),
        ("G1", "aim", None, ""),
        ("G2", "aim", "waived", "no recommendation, accepted"),
        ("G3", "aim", "orphan", "nothing serves it"),
        ("C1", "obstacle", None, ""),
        ("C2", "obstacle", "orphan", "nothing serves it"),
    ]
    assert group.edges == (
        Edge("R1", "G1", "serves"),
        Edge("U2", "G1", "caution"),
        Edge("C1", "G1", "obstructs"),
        Edge("U1", "G2", "serves"),
        Edge("C2", "G2", "obstructs"),
        Edge("U2", "G3", "caution"),
        Edge("C1", "G3", "obstructs"),
        Edge("R1", "C1", "serves"),
    )


def test_text_is_cleaned_in_document_records_and_graph(orphans: Path) -> None:
    change(orphans, "statement: Revive the", "statement: Revive\u200b the\u00ad")
    view = traced(change(orphans, "statement: Study the", "statement: Study\u200b the\u00ad"))
    graph = view.graph
    assert graph is not None

    assert record(view, "ostmark", "G3")["statement"] == "Revive the festival of the two border towns"
    assert "Study the history" in shown(view)
    assert [node.text for node in graph.groups[0].nodes if node.label in ("R2", "G3")] == [
        "Study the history of the border",
        "Revive the festival of the two border towns",
    ]


def test_a_library_without_briefs_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is nothing to trace"):
        traced(tmp_path)


def test_a_brief_with_errors_is_not_traced(orphans: Path) -> None:
    with pytest.raises(InvalidBriefError):
        traced(change(orphans, "- smuggling\n", "- nothing-of-the-kind\n"))
