"""Citations against pandoc's citeproc with the official Chicago style, and what that comparison cannot show."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefkit.document import cite
from briefkit.document.blocks import Emphasis, Link, Text, plain
from briefkit.format.model import CslDate, Name, Reference
from briefkit.text.dates import parse_date, parse_interval
from csl_samples import DATA, PLACE, expected, marked, reference

SAMPLES = expected()
RECORDS = [(stem, record) for stem, records in SAMPLES["references"].items() for record in records]
NOTES = ("full", "short", "full_located", "short_located", "full_accessed")
ENTRIES = ("bibliography", "bibliography_accessed")
NEW_TYPES = sorted(SAMPLES["references"].keys() & cite.SUPPORTED_TYPES)
"""The types of which `oracle/types` holds a list."""


def rendered(record: dict[str, Any], form: str) -> str:
    """Return what we make of a reference in one of the forms of the sample."""
    ref, locator = reference(record["item"]), (Text(record["locator"]),)
    access_dates = form.endswith("_accessed")
    at = locator if form.endswith("_located") else ()
    if form.startswith("bibliography"):
        return marked(cite.bibliography_entry(ref, access_dates=access_dates))
    if form.startswith("short"):
        return marked(cite.sentence(cite.short_note(ref, at)))
    return marked(cite.sentence(cite.full_note(ref, locator=at, access_dates=access_dates)))


MISSES = json.loads((DATA / "citation_misses.json").read_text(encoding="utf-8"))
"""The strings that differ from the reference on purpose, with the reason, and whether the reference is wrong."""


def known_misses() -> set[str]:
    """Return the strings that differ from the reference on purpose; the file gives the reason for each."""
    return {miss for group in MISSES for miss in group["misses"]}


def ours() -> set[str]:
    """Return those of the misses in which the reference is not wrong: ours says more, or says it otherwise."""
    return {miss for group in MISSES if not group["reference_is_wrong"] for miss in group["misses"]}


@pytest.mark.parametrize("forms", [NOTES, ENTRIES], ids=["notes", "entries"])
def test_strings_are_those_of_the_reference_processor(forms: tuple[str, ...]) -> None:
    """Every string is equal, or listed with the reason; at least 95 % of each form are equal."""
    compared = [(stem, record, form) for stem, record in RECORDS for form in forms if form in record]
    missed = {
        f"{stem} {record['item']['id']} {form}"
        for stem, record, form in compared
        if rendered(record, form) != record[form]
    }

    assert {miss for miss in known_misses() if miss.endswith(tuple(f" {form}" for form in forms))} == missed


@pytest.mark.parametrize("form", [*NOTES, *ENTRIES])
def test_nearly_all_strings_of_well_known_works_are_those_of_the_reference_processor(form: str) -> None:
    """At least 95 % of each form, where the reference is not wrong; the made-up works are there for the others."""
    compared = [(stem, record) for stem, record in RECORDS if form in record and stem != "constructed"]
    missed = [stem for stem, record in compared if f"{stem} {record['item']['id']} {form}" in ours()]

    assert len(missed) <= 0.05 * len(compared), missed


@pytest.mark.parametrize("kind", NEW_TYPES)
def test_nearly_all_strings_of_each_type_are_those_of_the_reference_processor(kind: str) -> None:
    """At least 95 % of the strings, where the reference is not wrong."""
    strings = [
        (record, form) for stem, record in RECORDS if stem == kind for form in (*NOTES, *ENTRIES) if form in record
    ]
    missed = [record["item"]["id"] for record, form in strings if f"{kind} {record['item']['id']} {form}" in ours()]

    assert len(missed) <= 0.05 * len(strings), missed


def test_samples_cover_every_type_and_many_references() -> None:
    assert {record["item"]["type"] for _, record in RECORDS} >= cite.SUPPORTED_TYPES
    assert len(RECORDS) >= 500
    assert all(len(SAMPLES["references"][kind]) >= 15 for kind in NEW_TYPES)


@pytest.mark.parametrize("stem", SAMPLES["briefs"])
def test_bibliographies_of_the_briefs_stand_in_the_order_of_the_reference_processor(stem: str) -> None:
    """Without the titles that begin with an article: the manual passes it over, the processor does not."""
    items = [record["item"] for record in SAMPLES["references"][stem]]
    articles = {item["id"] for item in items if item.get("title", "").startswith(("A ", "An ", "The "))}
    ordered = [item["id"] for item in sorted(items, key=lambda item: cite.sort_key(reference(item)))]

    assert [key for key in SAMPLES["order"][stem] if key not in articles] == [
        key for key in ordered if key not in articles
    ]


def test_sort_key_passes_over_accents_case_and_marks() -> None:
    named = {"author": (Name(family="Åse", given="Ø."),)}
    ref = Reference("k", "book", PLACE, {"title": "“The” Élan"}, named, {"issued": CslDate(parse_interval("1999"))})

    assert cite.sort_key(ref) == ((("ase", "o"),), "elan", "1999")


def test_bibliography_is_sorted_letter_by_letter() -> None:
    """A comma of an inverted name ends the sort; blanks do not (CMOS 18, chapter 13)."""

    def by(family: str = "", given: str = "", literal: str = "") -> Reference:
        return Reference("k", "book", PLACE, {"title": "Rivers"}, {"author": (Name(family, given, literal),)})

    untitled = Reference("k", "report", PLACE, {"title": "The Whitening"})
    names = [
        by(family="White", given="Hugh"),
        by(literal="White House"),
        by(family="Whitehouse", given="Ann"),
        untitled,
    ]

    assert names == sorted([names[at] for at in (3, 1, 0, 2)], key=cite.sort_key)


def book(**fields: str) -> Reference:
    """Return a book by one author."""
    return Reference(
        "k",
        fields.pop("type", "book"),
        PLACE,
        {"title": "Rivers", "publisher": "Delta", **{name.replace("_", "-"): text for name, text in fields.items()}},
        {"author": (Name(family="Field", given="Ann"),)},
        {"issued": CslDate(parse_interval("1999"))},
    )


def test_type_without_rules_is_rendered_as_document() -> None:
    assert cite.full_note(book(type="document")) == cite.full_note(book(type="song"))
    assert "song" not in cite.SUPPORTED_TYPES


def test_address_is_a_link_with_itself_as_text() -> None:
    url = "https://example.org/a?b=1"

    assert Link((Text(url),), url) == cite.full_note(book(type="webpage", URL=url))[-1]


def test_address_of_another_scheme_is_text() -> None:
    assert (
        marked(cite.full_note(book(type="webpage", URL="gopher://x"))) == "Ann Field, “Rivers,” Delta, 1999, gopher://x"
    )
    assert not any(isinstance(part, Link) for part in cite.full_note(book(type="webpage", URL="javascript:x")))


def test_doi_may_be_typed_as_address() -> None:
    assert plain(cite.full_note(book(DOI="https://dx.doi.org/10.1/2")))[-22:] == "https://doi.org/10.1/2"


def test_control_characters_and_tags_of_the_text_do_not_pass() -> None:
    note = cite.full_note(
        book(title="A \x1b[31mred\x01 <i>b</i>\n c <span class='nocase'>d</span>", publisher="P\u202e")
    )

    assert marked(note) == "Ann Field, *A [31mred *b* c d* (P, 1999)"
    assert (Emphasis((Text("A [31mred "),)), Text("b"), Emphasis((Text(" c d"),))) == note[1:4]


def test_author_may_be_left_to_the_sentence() -> None:
    assert marked(cite.full_note(book(), locator=(Text("p. 3"),), suppress_author=True)) == "*Rivers* (Delta, 1999), 3"
    assert marked(cite.short_note(book(), (Text("p. 3"),), suppress_author=True)) == "*Rivers*, 3"


def test_title_short_is_the_title_of_short_notes() -> None:
    assert marked(cite.short_note(book(title="Rivers: A History", title_short="Rivers"))) == "Field, *Rivers*"
    assert marked(cite.short_note(book(title="Rivers: A History", shortTitle="Rivers"))) == "Field, *Rivers*"


def test_title_that_is_lost_is_said_to_be() -> None:
    lost = Reference("k", "chapter", PLACE, {"publisher": "Delta"}, {"author": (Name(family="Field", given="Ann"),)})

    assert marked(cite.full_note(lost)) == "Ann Field, [title lost] (Delta, n.d.)"
    assert marked(cite.short_note(lost, (Text("p. 3"),))) == "Field, [title lost], 3"
    assert marked(cite.bibliography_entry(lost)) == "Field, Ann. [title lost]. Delta, n.d."
    assert marked(cite.full_note(Reference("k", "webpage", PLACE))) == "[title lost]"


@pytest.mark.parametrize("kind", ["interview", "personal_communication", "review-book", "broadcast"])
def test_work_that_has_no_title_by_nature_has_lost_none(kind: str) -> None:
    ref = Reference("k", kind, PLACE, {"container-title": "Delta"}, {"author": (Name(family="Field", given="Ann"),)})

    assert "lost" not in marked(cite.full_note(ref))


@pytest.mark.parametrize("kind", ["chapter", "article-journal", "article-magazine", "article-newspaper", "review-book"])
def test_part_of_a_lost_whole_is_quoted(kind: str) -> None:
    ref = Reference("k", kind, PLACE, {"title": "Rivers", "reviewed-genre": "film"[: 4 * (kind == "review-book")]})

    assert "“Rivers" in marked(cite.full_note(ref))
    assert "“Rivers" in marked(cite.bibliography_entry(ref))


@pytest.mark.parametrize(
    ("genre", "printed"),
    [
        ("Press conference", "press conference"),
        ("Poll", "poll"),
        ("Twitter post", "Twitter post"),
        ("PhD thesis", "PhD thesis"),
        ("Research Paper", "Research Paper"),
    ],
)
def test_kind_is_in_lower_case_in_the_middle_of_a_note(genre: str, printed: str) -> None:
    assert f"“Rivers,” {printed}, Delta" in marked(cite.full_note(book(type="speech", genre=genre)))
    assert f"“Rivers.” {genre[:1].upper()}{genre[1:]}. Delta" in marked(
        cite.bibliography_entry(book(type="speech", genre=genre))
    )


def test_citation_may_vary_title_and_day_of_access() -> None:
    page = book(type="webpage", URL="https://x.org", title_short="R")
    varied = cite.varied(page, accessed=parse_date("2014-12-18"), titled="On the 'Arc'")

    assert marked(cite.full_note(varied, accessed=True)) == (
        "Ann Field, “On the ‘Arc,’” Delta, 1999, accessed December 18, 2014, https://x.org"
    )
    assert marked(cite.short_note(varied, accessed=True)) == "Field, “On the ‘Arc,’” accessed December 18, 2014"
    assert marked(cite.short_note(varied)) == "Field, “On the ‘Arc’”"
    assert cite.varied(page) == page


@pytest.mark.parametrize(
    ("suffix", "note"),
    [
        ("p. 3", "Field, *Rivers*, 3"),
        (", p. 3", "Field, *Rivers*, 3"),
        ("pp. 33-35", "Field, *Rivers*, 33–35"),
        ("pp. 12--15", "Field, *Rivers*, 12–15"),
        ("33-35", "Field, *Rivers*, 33–35"),
        ("pages 321-328, 340", "Field, *Rivers*, 321–28, 340"),
        ("p. vi", "Field, *Rivers*, vi"),
        ("pp. iv-vi", "Field, *Rivers*, iv–vi"),
        ("p. 118n4", "Field, *Rivers*, 118n4"),
        ("chap. 7", "Field, *Rivers*, chap. 7"),
        ("chapter 7", "Field, *Rivers*, chap. 7"),
        ("chaps. 1-2", "Field, *Rivers*, chaps. 1–2"),
        ("chap. 1-2", "Field, *Rivers*, chaps. 1–2"),
        ("§ 3.1", "Field, *Rivers*, sec. 3.1"),
        ("para. 12", "Field, *Rivers*, para. 12"),
        ("chap. 2, clause 5", "Field, *Rivers*, chap. 2, clause 5"),
        ("annex B", "Field, *Rivers*, annex B"),
        ("p. 3, emphasis added", "Field, *Rivers*, 3, emphasis added"),
        ("pp. 3-4 and passim", "Field, *Rivers*, 3–4 and passim"),
        ("emphasis added", "Field, *Rivers*, emphasis added"),
        ("did it, he said", "Field, *Rivers*, did it, he said"),
        ("(my translation)", "Field, *Rivers*, (my translation)"),
        ("?", "Field, *Rivers*?"),
    ],
)
def test_locators_are_normalized(suffix: str, note: str) -> None:
    assert note == marked(cite.short_note(book(), (Text(suffix),)))


def test_remark_after_the_locator_keeps_its_markup() -> None:
    suffix = (Text("p. 3, "), Emphasis((Text("my"),)), Text(" emphasis"))

    assert marked(cite.short_note(book(), suffix)) == "Field, *Rivers*, 3, *my* emphasis"
    assert marked(cite.short_note(book(), (Emphasis((Text("my"),)),))) == "Field, *Rivers*, *my*"


def test_name_of_a_clause_stands_before_the_address() -> None:
    note = cite.full_note(book(URL="https://x.org"), locator=(Text("chap. 2, clause 5"),))

    assert marked(note) == "Ann Field, *Rivers* (Delta, 1999), chap. 2, clause 5, https://x.org"


_WORD = st.text("abcXYZ", min_size=1, max_size=6)
_NAME = st.builds(Name, family=_WORD, given=_WORD) | st.builds(Name, literal=_WORD)
_DATE = st.sampled_from(["1999", "2003-05", "2010-11-02", "2003-05/2003-06"]).map(parse_interval).map(CslDate)
_REFERENCE = st.builds(
    Reference,
    st.just("k"),
    st.sampled_from(sorted(cite.SUPPORTED_TYPES)),
    st.just(PLACE),
    st.dictionaries(
        st.sampled_from(
            "title container-title publisher publisher-place volume issue page number genre edition collection-title "
            "event-title DOI section version volume-title archive collection-number number-of-volumes".split()
        ),
        _WORD,
    ),
    st.dictionaries(
        st.sampled_from(["author", "editor", "translator", "interviewer", "container-author", "compiler"]),
        st.lists(_NAME, min_size=1, max_size=8).map(tuple),
    ),
    st.dictionaries(st.sampled_from(["issued", "accessed", "event-date", "original-date"]), _DATE),
)


@settings(max_examples=300)
@given(_REFERENCE)
def test_no_mark_stands_twice_or_alone(ref: Reference) -> None:
    for inlines in (cite.full_note(ref), cite.short_note(ref), cite.bibliography_entry(ref)):
        text = plain(inlines)

        assert not [bad for bad in (",,", "..", " ,", " .", ",.", ", (", "()", "  ", "””") if bad in text], text
        assert text == text.strip()
