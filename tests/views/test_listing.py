"""What a library holds, listed: records, filters, columns, order, and what cannot be asked for."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from briefkit import api
from briefkit.document import blocks as b
from briefkit.format.shipped import default
from briefkit.publish.formats.rows.names import to_names
from briefkit.publish.layout import cells, lay_out, text_of
from briefkit.source.draft import Json
from briefkit.text.errors import UsageError
from briefkit.views.listing import kinds, listing
from briefkit.views.view import View

QUESTIONS = default().questions

FOUNDING = Path(__file__).parent.parent.parent / "briefs"
QUESTION_LISTS = [question.slug for question in QUESTIONS]


def listed(folder: Path, what: str = "briefs", **asked: list[str]) -> View:
    return api.list_items(
        api.open_library(folder),
        what,
        briefs=asked.get("brief", ()),
        themes=asked.get("theme", ()),
        actors=asked.get("actor", ()),
        authors=asked.get("author", ()),
        sort=asked.get("sort", ()),
        columns=asked.get("columns", ()),
    )


def names(folder: Path, what: str, **asked: list[str]) -> list[str]:
    return to_names(listed(folder, what, **asked).rows).splitlines()


def shown(view: View, width: int = 80) -> list[str]:
    return [text_of(line) for line in lay_out(view.document, width)]


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Replace the first place of a text in a file of a library."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def refused(folder: Path, what: str, **asked: list[str]) -> tuple[str, str | None]:
    with pytest.raises(UsageError) as caught:
        listed(folder, what, **asked)
    return caught.value.message, caught.value.hint


def test_an_empty_folder_has_nothing_but_says_so(tmp_path: Path) -> None:
    view = listed(tmp_path)

    assert view.records == ()
    assert "There are none." in shown(view)


@pytest.mark.parametrize("what", kinds(default()))
def test_every_record_has_the_fields_of_its_kind_in_order(what: str) -> None:
    view = listed(FOUNDING, what)

    assert view.records
    assert all(tuple(record) == view.rows.fields for record in view.records)


@pytest.mark.parametrize("what", kinds(default()))
def test_every_list_fits_the_screen(what: str) -> None:
    view = listed(FOUNDING, what)

    for width in (40, 60, 80, 100, 140):
        assert all(cells(line) <= width for line in shown(view, width))


@pytest.mark.parametrize("what", kinds(default()))
def test_default_columns_stand_side_by_side_in_eighty_cells(what: str) -> None:
    """A list that has no room for its columns stacks, and then each value has the name of its column before it."""
    view = listed(FOUNDING, what)
    head = shown(view)[3]
    chapter = view.document.chapters[0]
    (table,) = (block for block in chapter.blocks if isinstance(block, b.Table))

    titles = [b.plain(block.children) for c in table.header for block in c.blocks if isinstance(block, b.Paragraph)]
    assert head.split() == " ".join(titles).split()


@pytest.mark.parametrize("what", kinds(default()))
@pytest.mark.parametrize("narrow", [True, False])
def test_a_list_without_a_single_row_names_its_columns_all_the_same(what: str, narrow: bool, tmp_path: Path) -> None:
    (tmp_path / "volume.yaml").write_text("title: Empty\nthemes:\n  energy:\n    name: Energy\n", encoding="utf-8")

    view = api.list_items(api.open_library(tmp_path), what, narrow=narrow)

    assert view.rows.fields == tuple(listing(what, default()).fields)


# briefs


def test_briefs_have_points_words_findings_and_waivers(good: Path) -> None:
    records = {str(record["brief"]): record for record in listed(good).records}
    estia = records["estia"]

    assert list(records) == ["sudmark", "estia"]
    assert [estia[question.key] for question in QUESTIONS] == [1, 1, 1, 2, 1]
    assert (estia["answered"], estia["errors"], estia["todos"]) == (5, 0, 0)
    assert (estia["subject"], estia["partner"], estia["date"]) == ("Norland", "Estia", "2020-05")
    assert estia["authors"] == ["Ada Berg"]
    assert estia["themes"] == ["trade", "fishing", "alliance"]
    assert estia["actors"] == ["Coast Guard of Norland"]


def test_words_are_those_that_a_reader_reads(good: Path) -> None:
    """Footnotes count, markup and citations do not."""
    (before,) = listed(good, brief=["estia"]).records
    change(good, "estia.yaml", "quarrel about its fish.", "*quarrel* about its fish, always.[@lund-2018]")
    (after,) = listed(good, brief=["estia"]).records

    assert isinstance(before["words"], int)
    assert after["words"] == before["words"] + 1


def test_findings_are_counted_by_severity_and_waivers_apart(good: Path) -> None:
    (before,) = listed(good, brief=["sudmark"]).records
    rule = "point-without-horizon"
    with (good / "sudmark.yaml").open("a", encoding="utf-8") as file:
        file.write(f"waivers:\n  - rule: {rule}\n    reason: The author sets no date.\n")
    (after,) = listed(good, brief=["sudmark"]).records

    assert isinstance(before["warnings"], int)
    assert (after["warnings"], after["waived"]) == (before["warnings"] - 1, 1)


def test_an_unfinished_brief_shows_what_is_missing(good: Path) -> None:
    change(good, "estia.yaml", "Quotas are not enforced", "TODO")
    change(good, "estia.yaml", "recommendations:", "recomendations:")
    (record,) = listed(good, brief=["estia"]).records

    assert (record["answered"], record["recommendations"], record["todos"]) == (3, 0, 1)
    assert record["errors"] == 2  # the misspelled field and the mark


def test_a_file_that_is_no_brief_at_all_is_listed(good: Path) -> None:
    (good / "notes.yaml").write_text("- just\n- a list\n", encoding="utf-8")
    (good / "torn.yaml").write_text('title: "never closed\n', encoding="utf-8")
    records = {record["brief"]: record for record in listed(good).records}

    for name in ("notes", "torn"):
        assert (records[name]["answered"], records[name]["words"], records[name]["title"]) == (0, 0, None)
        assert records[name]["errors"]
    assert listed(good).remarks == ()


# points


def test_points_are_named_by_brief_and_label_and_have_their_place(good: Path) -> None:
    assert names(good, "us-cooperation") == ["sudmark:U1", "estia:U1", "estia:U2"]
    record = listed(good, "recommendations", brief=["estia"]).records[0]
    line = (good / "estia.yaml").read_text(encoding="utf-8").splitlines()[int(str(record["line"])) - 1]
    assert "count-fish" in line


def test_recommendations_are_a_tracker(good: Path) -> None:
    """Who, by when, what for, which themes and where, with labels for links and names for themes."""
    change(good, "estia.yaml", "horizon: short-term", "horizon: short-term\n      deadline: 2021-03")
    page = "\n".join(shown(listed(good, "recommendations", brief=["estia"]), 100))

    for part in ("estia:R1", "Coast Guard of Norland", "short term", "March 2021", "C1 G1", "Fishing", "estia.yaml:49"):
        assert part in page, part


def test_cautions_are_marked(good: Path) -> None:
    change(good, "estia.yaml", "addresses: [quotas]", "addresses: [quotas]\n      stance: conditional")
    page = " ".join(" ".join(shown(listed(good, "us-cooperation"))).split())

    assert "caution: A permanent fleet" in page
    assert "under conditions: Joint patrols" in page


def test_a_link_to_nothing_is_shown_as_typed(good: Path) -> None:
    change(good, "estia.yaml", "obstructs: [open-ports]", "obstructs: [open-prots]")

    assert any("open-prots" in line for line in shown(listed(good, "challenges")))


# themes, actors


def counts(view: View, field: str) -> Mapping[str, object]:
    return {str(next(iter(record.values()))): record[field] for record in view.records}


def test_themes_count_by_question_and_brief(good: Path) -> None:
    view = listed(good, "themes")

    assert counts(view, "goals") == {"trade": 2, "fishing": 1, "alliance": 0}
    assert counts(view, "points") == {"trade": 6, "fishing": 5, "alliance": 2}
    assert counts(view, "briefs")["fishing"] == {"sudmark": 1, "estia": 4}
    assert counts(view, "name")["trade"] == "Trade and transit"


def words(value: Json) -> list[Json]:
    assert isinstance(value, list)
    return value


@pytest.mark.parametrize(("what", "field"), [("themes", "points"), ("actors", "asked")])
def test_counts_agree_with_the_points(what: str, field: str) -> None:
    questions = QUESTION_LISTS if what == "themes" else ["us-cooperation", "recommendations"]
    points = [record for question in questions for record in listed(FOUNDING, question).records]
    briefs = names(FOUNDING, "briefs")
    for record in listed(FOUNDING, what).records:
        mine = [point for point in points if record[what.removesuffix("s")] in words(point[what])]

        assert record[field] == len(mine)
        assert record["briefs"] == {brief: sum(point["brief"] == brief for point in mine) for brief in briefs}


def test_a_filter_by_theme_leaves_the_zeros_of_the_briefs(good: Path) -> None:
    assert listed(good, "themes", theme=["alliance"]).records[0]["briefs"] == {"sudmark": 0, "estia": 2}
    assert listed(good, "themes", author=["Berg"]).records[0]["briefs"] == {"estia": 1}


def test_a_theme_on_a_point_that_the_volume_does_not_list_comes_last(good: Path) -> None:
    change(good, "estia.yaml", "themes: [trade]", "themes: [weather]")
    record = listed(good, "themes").records[-1]

    assert (record["theme"], record["name"], record["points"], record["file"]) == ("weather", "weather", 1, None)


def test_where_there_are_many_briefs_their_counts_share_a_column(good: Path) -> None:
    text = (good / "estia.yaml").read_text(encoding="utf-8")
    for i in range(9):
        (good / f"estia-{i}.yaml").write_text(text, encoding="utf-8")
    page = shown(listed(good, "themes"))

    assert page[3].split()[-1] == "Briefs"
    assert any("estia-8 4" in line for line in page)


def test_actors_have_their_tasks(good: Path) -> None:
    change(good, "sudmark.yaml", "actors: [Norland]", "actors: [Norland, Sudmark]")
    view = listed(good, "actors")

    assert counts(view, "tasks") == {
        "Norland": ["sudmark:R1"],
        "Coast Guard of Norland": ["estia:R1"],
        "Sudmark": ["sudmark:R1"],
    }
    assert counts(view, "part_of")["Coast Guard of Norland"] == "Norland"
    assert counts(view, "kind")["Sudmark"] is None
    assert any("sudmark:R1 Agree on one customs form" in line for line in shown(view))


def test_recommendations_that_name_nobody_are_told(good: Path) -> None:
    change(good, "sudmark.yaml", "      actors: [Norland]\n", "")

    assert shown(listed(good, "actors"))[-1] == "Nobody is named in sudmark:R1."


# references, abbreviations


def test_references_have_who_cites_them(good: Path) -> None:
    change(good, "estia.yaml", "summary: |", "based_on:\n  cite: lund-2018\nsummary: |")
    change(good, "volume.yaml", "briefs:", "preface: As agreed.[@pact-2012]\nbriefs:")
    records = {record["reference"]: record for record in listed(good, "references").records}

    assert records["lund-2018"]["cited_by"] == ["estia:based-on", "estia:G1", "estia:X1"]
    assert records["lund-2018"]["citations"] == 3
    assert records["lund-2018"]["authors"] == ["Per Lund"]
    assert records["lund-2018"]["entry"] == "Lund, Per. The Cold Coast. Fjord Press, 2018."
    assert records["pact-2012"]["cited_by"] == ["estia:X1", "volume:preface"]
    assert (records["lund-2018"]["brief"], records["pact-2012"]["brief"]) == ("estia", None)


def test_a_place_that_cites_twice_is_named_once(good: Path) -> None:
    change(good, "estia.yaml", "[@lund-2018, p. 12]", "[@lund-2018, p. 12] Most is timber.[@lund-2018, p. 13]")
    (record,) = (record for record in listed(good, "references").records if record["reference"] == "lund-2018")

    assert (record["cited_by"], record["citations"]) == (["estia:G1", "estia:X1"], 3)


def test_the_volume_s_own_text_is_of_no_brief(good: Path) -> None:
    change(good, "volume.yaml", "briefs:", "preface: As agreed.[@pact-2012]\nbriefs:")
    (record,) = (
        record for record in listed(good, "references", brief=["estia"]).records if record["reference"] == "pact-2012"
    )

    assert record["cited_by"] == ["estia:X1"]


def test_a_source_that_nothing_cites_is_listed_without_a_place(good: Path) -> None:
    change(good, "estia.yaml", "[@lund-2018, p. 12]", "")
    change(good, "estia.yaml", "see @lund-2018", "so they say")
    (record,) = (record for record in listed(good, "references").records if record["reference"] == "lund-2018")

    assert (record["cited_by"], record["citations"]) == ([], 0)


def test_references_of_a_theme_are_those_that_its_points_cite(good: Path) -> None:
    assert names(good, "references", theme=["trade"]) == ["lund-2018"]
    assert names(good, "references", theme=["fishing"]) == ["pact-2012", "lund-2018"]
    assert names(good, "references", brief=["sudmark"]) == []


def add_abbreviations(good: Path) -> None:
    change(good, "volume.yaml", "briefs:", "abbreviations:\n  EU: European Union\n  NS: Northern Sea\nbriefs:")
    change(good, "estia.yaml", "references:", "abbreviations:\n  EU: Estian Union\nreferences:")
    change(good, "estia.yaml", "Quotas are", "EU quotas are")
    change(good, "sudmark.yaml", "Tariffs fell", "EU tariffs fell")
    change(good, "sudmark.yaml", "Sudmark buys", "In the EU Sudmark buys")


def test_abbreviations_have_where_they_are_used(good: Path) -> None:
    """A brief's own entry goes before that of the volume."""
    add_abbreviations(good)
    records = [
        (record["abbreviation"], record["brief"], record["used_in"], record["line"])
        for record in listed(good, "abbreviations").records
    ]

    assert records == [
        ("EU", "estia", ["estia:C1"], 56),
        ("EU", None, ["sudmark:summary", "sudmark:X1"], 8),
        ("NS", None, [], 9),
    ]


def test_abbreviations_of_a_brief_are_its_own_and_those_that_it_uses(good: Path) -> None:
    add_abbreviations(good)

    records = listed(good, "abbreviations", brief=["sudmark"]).records
    assert [(record["abbreviation"], record["brief"]) for record in records] == [("EU", None)]


# filters


def test_filters_in_any_case_by_id_name_and_last_name(good: Path) -> None:
    assert names(good, "goals", brief=["ESTIA"]) == ["estia:G1"]
    assert names(good, "goals", theme=["fishing"]) == ["sudmark:G1"]
    assert names(good, "goals", theme=["Trade and Transit"]) == ["sudmark:G1", "estia:G1"]
    assert names(good, "goals", author=["berg"]) == ["estia:G1"]
    assert names(good, "goals", author=["Cia EK"]) == ["sudmark:G1"]
    assert names(good, "recommendations", actor=["norland"]) == ["sudmark:R1"]


def test_one_of_the_names_in_a_filter_and_every_filter_must_fit(good: Path) -> None:
    assert names(good, "goals", theme=["fishing", "trade"]) == ["sudmark:G1", "estia:G1"]
    assert names(good, "goals", theme=["fishing"], author=["Berg"]) == []
    assert names(good, "briefs", theme=["alliance"]) == ["estia"]
    assert names(good, "themes", actor=["Norland"]) == ["trade"]
    assert names(good, "actors", theme=["fishing"]) == ["Coast Guard of Norland"]


def test_an_unfinished_brief_passes_filters_by_what_it_says(good: Path) -> None:
    change(good, "estia.yaml", "recommendations:", "recomendations:")

    assert names(good, "briefs", author=["Berg"]) == ["estia"]
    assert names(good, "briefs", theme=["alliance"]) == ["estia"]


def test_files_with_errors_are_left_out_and_named(good: Path) -> None:
    change(good, "estia.yaml", "recommendations:", "recomendations:")
    view = listed(good, "goals")

    assert to_names(view.rows) == "sudmark:G1\n"
    assert len(view.remarks) == 1
    assert "estia.yaml" in view.remarks[0]
    assert listed(good, "goals", brief=["sudmark"]).remarks == ()
    assert listed(good, "goals", author=["Dahl"]).remarks == ()


def test_a_volume_with_errors_is_named_and_the_rest_is_listed(good: Path) -> None:
    change(good, "volume.yaml", "editors:", "editor:")
    view = listed(good, "goals")

    assert sorted(to_names(view.rows).split()) == ["estia:G1", "sudmark:G1"]
    assert "volume.yaml" in view.remarks[0]


# what cannot be asked for


@pytest.mark.parametrize(
    ("what", "asked", "message", "hint"),
    [
        ("theems", {}, "there is no list `theems`", "did you mean `themes`?"),
        ("goals", {"theme": ["tarde"]}, "there is no theme `tarde`", "did you mean `trade`?"),
        ("goals", {"theme": ["zzz"]}, "there is no theme `zzz`", "known: trade, fishing, alliance"),
        ("recommendations", {"actor": ["Norlnad"]}, "there is no actor `Norlnad`", "did you mean `Norland`?"),
        ("goals", {"author": ["Brg"]}, "there is no author `Brg`", "did you mean `Berg`?"),
        ("goals", {"author": [""]}, "there is no author ``", "known: Bo Dahl, Cia Ek, Ada Berg"),
        ("goals", {"columns": ["statment"]}, "there is no column `statment`", "did you mean `statement`?"),
        ("goals", {"columns": ["label+"]}, "there is no column ``", None),
        ("goals", {"sort": ["-statment"]}, "there is no column `statment`", "did you mean `statement`?"),
        (
            "goals",
            {"actor": ["Norland"]},
            "goals cannot be filtered by actor",
            "filters that fit: --brief, --theme, --author",
        ),
        ("abbreviations", {"theme": ["trade"]}, "abbreviations cannot be filtered by theme", None),
    ],
)
def test_what_is_unknown_or_has_no_meaning_is_refused(
    what: str, asked: dict[str, list[str]], message: str, hint: str | None, good: Path
) -> None:
    actual = refused(good, what, **asked)

    assert actual[0] == message
    assert hint is None or actual[1] == hint


def test_an_unknown_brief_gets_did_you_mean(good: Path) -> None:
    message, hint = refused(good, "goals", brief=["esita"])

    assert message.startswith("there is no brief `esita`")
    assert hint == "did you mean `estia`?"


def test_an_unknown_column_gets_the_list_of_columns(good: Path) -> None:
    _, hint = refused(good, "goals", columns=["zzz"])

    assert hint == f"columns of goals: {', '.join(listing('goals', default()).all_columns())}"


def without(path: Path, key: str) -> None:
    """Take a block under a key out of a file."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    start = lines.index(f"{key}:\n")
    end = next((i for i in range(start + 1, len(lines)) if not lines[i].startswith(" ")), len(lines))
    path.write_text("".join(lines[:start] + lines[end:]), encoding="utf-8")


def test_a_library_without_themes_says_how_to_add_them(good: Path) -> None:
    for path in good.glob("*.yaml"):
        kept = [line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if "themes: [" not in line]
        path.write_text("".join(kept), encoding="utf-8")
    without(good / "volume.yaml", "themes")
    message, hint = refused(good, "themes")

    assert message.startswith("this library has no themes: ")
    assert message.endswith("volume.yaml has no `themes`")
    assert hint is not None
    assert "themes:" in hint
    assert refused(good, "goals", theme=["trade"])[0] == message
    (good / "volume.yaml").unlink()
    assert refused(good, "themes")[0].endswith("has no volume.yaml to list them")


def test_themes_on_points_are_listed_without_a_vocabulary(good: Path) -> None:
    (good / "volume.yaml").unlink()

    assert names(good, "themes") == ["trade", "fishing", "alliance"]


def test_themes_of_a_volume_with_errors_are_unknown(tmp_path: Path) -> None:
    (tmp_path / "volume.yaml").write_text("titel: A volume\n", encoding="utf-8")
    message, _ = refused(tmp_path, "themes")

    assert message.endswith("volume.yaml has errors, so its themes are unknown")


def test_an_actor_where_nobody_is_asked_to_act(good: Path) -> None:
    for name in ("estia", "sudmark"):
        lines = (good / f"{name}.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
        (good / f"{name}.yaml").write_text("".join(line for line in lines if "actors:" not in line), encoding="utf-8")
    without(good / "volume.yaml", "actors")
    message, hint = refused(good, "recommendations", actor=["Norland"])

    assert message.startswith("nobody is asked to act in ")
    assert hint is not None
    assert "actors" in hint


# order and columns


def test_sorted_by_a_column_and_the_other_way_round(good: Path) -> None:
    assert names(good, "themes", sort=["theme"]) == ["alliance", "fishing", "trade"]
    assert names(good, "themes", sort=["-points"]) == ["trade", "fishing", "alliance"]
    assert names(good, "themes", sort=["-estia"]) == ["fishing", "alliance", "trade"]
    assert names(good, "briefs", sort=["Date"]) == ["sudmark", "estia"]


def test_what_has_nothing_in_a_column_stands_last_either_way(good: Path) -> None:
    assert names(good, "recommendations", sort=["horizon"]) == ["estia:R1", "sudmark:R1"]
    assert names(good, "recommendations", sort=["-horizon"]) == ["estia:R1", "sudmark:R1"]


def test_numbers_in_text_sort_by_size_and_the_first_column_counts_most() -> None:
    places = names(FOUNDING, "context", sort=["brief", "-label"])

    assert places == sorted(places, key=lambda name: (name.partition(":")[0], -int(name.partition(":X")[2])))
    assert names(FOUNDING, "context", sort=["place"])[0] == "australia:X1"


def test_when_sorts_deadlines_first_and_then_from_near_to_far(good: Path) -> None:
    change(good, "sudmark.yaml", "actors: [Norland]", "actors: [Norland]\n      deadline: 2030")
    assert names(good, "recommendations", sort=["when"]) == ["sudmark:R1", "estia:R1"]

    change(good, "sudmark.yaml", "deadline: 2030", "horizon: immediate")
    assert names(good, "recommendations", sort=["when"]) == ["sudmark:R1", "estia:R1"]

    change(good, "sudmark.yaml", "horizon: immediate", "horizon: ongoing")
    assert names(good, "recommendations", sort=["when"]) == ["estia:R1", "sudmark:R1"]


def test_columns_as_asked_for_by_name_or_heading(good: Path) -> None:
    page = shown(listed(good, "themes", columns=["Theme", "US cooperation", "u", "points"], sort=["theme"]))

    assert page[3:6] == [
        "Theme     U  U  Points",
        "──────────────────────",
        "alliance  2  2       2",
    ]


def test_letters_are_explained_where_they_are_used(good: Path) -> None:
    assert shown(listed(good, "themes", columns=["theme", "goals"]))[-1] == "G Goals"
    assert shown(listed(good, "themes", columns=["theme"]))[-1].startswith("─")


def test_a_column_below_another(good: Path) -> None:
    page = shown(listed(good, "goals", columns=["label", "statement+themes"], brief=["estia"]))

    assert page[5] == "G1     Keep the ports of both countries open all year"
    assert page[6] == "       Trade and transit"


FIGURE_AND_WAIVER = """\
figures:
  - id: catch
    kind: bar
    title: The catch
    alt: Norland catches more
    at: quotas
    rows:
      - {label: Norland, value: 3}
waivers:
  - rule: point-count
    at: [challenges]
    reason: There is but one.
"""


def test_waivers_and_figures_are_listed(good: Path) -> None:
    with (good / "estia.yaml").open("a", encoding="utf-8") as file:
        file.write(FIGURE_AND_WAIVER)

    (waiver,) = listed(good, "waivers").records
    (figure,) = listed(good, "figures").records

    assert (waiver["rule"], waiver["brief"], waiver["at"]) == ("point-count", "estia", ["challenges"])
    assert (figure["figure"], figure["kind"], figure["point"]) == ("catch", "bar", "C1")
    assert listed(good, "figures").rows.names == ("estia:catch",)


@pytest.mark.parametrize("what", kinds(default()))
def test_every_column_can_be_shown_and_sorted_by(what: str, good: Path) -> None:
    add_abbreviations(good)
    with (good / "estia.yaml").open("a", encoding="utf-8") as file:
        file.write(FIGURE_AND_WAIVER)
    for name in listing(what, default()).all_columns():
        assert listed(good, what, columns=[name], sort=[name]).records


@pytest.mark.parametrize("what", kinds(default()))
def test_documents_without_a_width_have_columns_of_their_own(what: str) -> None:
    view = api.list_items(api.open_library(FOUNDING), what, narrow=False)
    page = api.render(view.document, "markdown")

    assert isinstance(page, str)
    assert f"# {listing(what, default()).title}\n" in page
