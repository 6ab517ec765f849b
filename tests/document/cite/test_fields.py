"""No filled field is dropped in silence: each prints in a note or in the bibliography, or a reason says why not."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefkit.document import cite
from briefkit.document.blocks import plain
from briefkit.document.cite.entry import LEGAL_TYPES
from briefkit.document.cite.further import NEVER, omitted
from briefkit.format.model import CslDate, Name, Reference
from briefkit.text.dates import parse_interval
from csl_samples import DATA, PLACE

SCHEMA = json.loads((DATA.parents[1] / "schema" / "brief.schema.json").read_text(encoding="utf-8"))
PROPERTIES = SCHEMA["$defs"]["reference"]["properties"]
NAMES = sorted(name for name, each in PROPERTIES.items() if each.get("type") == "array")
DATES = sorted(name for name, each in PROPERTIES.items() if "date" in each.get("$ref", ""))
FIELDS = sorted(PROPERTIES.keys() - {*NAMES, *DATES, "id", "type"})
NUMBERS = {
    name: str(701 + at)
    for at, name in enumerate(FIELDS)
    if name in ("edition", "issue", "number", "page", "section", "version", "volume") or name.startswith("number-")
    or name.endswith("-number")
} | {"page": "761-769"}  # fmt: skip
ADDRESSES = {"URL": "https://qurl.org", "DOI": "10.1/qdoi"}

TYPES = [*sorted(cite.SUPPORTED_TYPES), "song"]
"""The last one stands for all that are rendered as documents."""
COMMON = ("title", "author", "container-title", "issued", "publisher", "volume", "issue", "page", "number", "genre")
BASES = [
    (),
    ("title",),
    ("title", "author", "container-title"),
    ("title", "editor", "issued", "container-title", "publisher", "URL"),
    ("author", "issued", "container-title", "volume", "issue", "page"),
]


def word(name: str) -> str:
    """Return a value that no other variable has."""
    return f"Q{re.sub('[^a-z]', '', name.lower())}"


def made(kind: str, variables: tuple[str, ...], *, numeric: bool = False) -> Reference:
    """Return a reference of this type with these variables filled, some with numbers if `numeric`."""
    fields = {name: ADDRESSES.get(name) or word(name) for name in variables if name in FIELDS}
    if numeric:
        fields |= {name: NUMBERS[name] for name in fields if name in NUMBERS}
    people = {name: (Name(family=word(name)),) for name in variables if name in NAMES}
    dates = {name: CslDate(parse_interval(f"{1801 + DATES.index(name)}")) for name in variables if name in DATES}
    return Reference("k", kind, PLACE, fields, people, dates)


def unprinted(ref: Reference) -> set[str]:
    """Return the variables of a reference that stand neither in its note nor in its entry."""
    text = f"{plain(cite.full_note(ref))} {plain(cite.bibliography_entry(ref))}".lower()
    page = "761" if ref.type in LEGAL_TYPES else "761–69"
    values = {name: value.lower().replace("761-769", page) for name, value in ref.fields.items()}
    values |= {name: word(name).lower() for name in ref.names}
    values |= {name: str(date.interval.start.year) for name, date in ref.dates.items() if date.interval}
    return {name for name, value in values.items() if value not in text}


@pytest.mark.parametrize("kind", TYPES)
def test_each_field_of_each_type_prints_or_is_left_out_for_a_reason(kind: str) -> None:
    for base in BASES:
        for name in (*FIELDS, *NAMES, *DATES):
            variables = tuple(dict.fromkeys((*base, name)))
            for numeric in {False, not NUMBERS.keys().isdisjoint(variables)}:
                ref = made(kind, variables, numeric=numeric)
                assert unprinted(ref) <= omitted(ref).keys(), (base, name)


@settings(max_examples=500)
@given(
    st.sampled_from(TYPES),
    st.sets(st.sampled_from(COMMON), max_size=8),
    st.sets(st.sampled_from((*FIELDS, *NAMES, *DATES)), max_size=6),
    st.booleans(),
)
def test_fields_together_print_or_are_left_out_for_a_reason(
    kind: str, common: set[str], others: set[str], numeric: bool
) -> None:
    ref = made(kind, (*common, *others - common), numeric=numeric)

    assert unprinted(ref) <= omitted(ref).keys()


@settings(max_examples=300)
@given(st.sampled_from(TYPES), st.sets(st.sampled_from((*FIELDS, *NAMES, *DATES)), max_size=12))
def test_no_mark_stands_twice_or_alone(kind: str, variables: set[str]) -> None:
    ref = made(kind, tuple(variables))

    for inlines in (cite.full_note(ref), cite.short_note(ref), cite.bibliography_entry(ref)):
        text = plain(inlines)
        assert not [bad for bad in (",,", "..", " ,", " .", ",.", ", (", "()", "  ", "””") if bad in text], text
        assert text == text.strip()


def test_what_no_form_prints_has_a_reason_in_the_schema() -> None:
    """Editors show it where the field is written."""
    for name in NEVER:
        assert "not printed" in PROPERTIES[name]["description"] or "short" in PROPERTIES[name]["description"].lower(), (
            name
        )
    for name in FIELDS:
        assert ("kept, not printed" not in PROPERTIES[name]["description"]) or name in NEVER, name


def test_field_that_another_field_replaces_has_a_reason() -> None:
    book = made("book", ("title", "publisher", "publisher-place", "DOI", "URL"))
    news = made("article-newspaper", ("title", "container-title", "page"))
    journal = made("article-journal", ("title", "container-title", "publisher", "accessed", "issued", "URL"))

    assert omitted(book).keys() == {"publisher-place", "URL"}
    assert omitted(news).keys() == {"page"}
    assert omitted(journal).keys() == {"publisher", "accessed"}


def test_pages_of_a_chapter_print_in_the_bibliography() -> None:
    chapter = made("chapter", ("title", "container-title", "page"), numeric=True)

    assert plain(cite.bibliography_entry(chapter)) == "“Qtitle.” In Qcontainertitle, 761–69. n.d."
    assert plain(cite.full_note(chapter)) == "“Qtitle,” in Qcontainertitle (n.d.)"


def test_place_goes_before_the_publisher_of_an_old_book() -> None:
    old, new = (
        Reference(
            "k",
            "book",
            PLACE,
            {"title": "Rivers", "publisher": "Delta", "publisher-place": "Ghent"},
            {},
            {"issued": CslDate(parse_interval(year))},
        )
        for year in ("1900", "1901")
    )

    assert plain(cite.full_note(old)) == "Rivers (Ghent: Delta, 1900)"
    assert plain(cite.full_note(new)) == "Rivers (Delta, 1901)"


def test_remarks_stand_last() -> None:
    ref = made("book", ("title", "URL", "note", "references"))

    assert plain(cite.full_note(ref)) == "Qtitle (n.d.), https://qurl.org (Qreferences; Qnote)"
    assert plain(cite.bibliography_entry(ref)) == "Qtitle. n.d. https://qurl.org. Qreferences. Qnote."
