"""Numbering, merging and forms of notes; whole briefs against pandoc's citeproc."""

import json

import pytest

from briefkit.document import notes
from briefkit.document.blocks import (
    BulletList,
    Chapter,
    Citation,
    CitationItem,
    Divider,
    Document,
    Heading,
    Meta,
    Note,
    Paragraph,
    Quote,
    SourceBlock,
    SourceChapter,
    SourceInline,
    Text,
    text,
)
from briefkit.format.model import Name, Reference
from briefkit.text.dates import PartialDate
from csl_samples import DATA, PLACE, expected, marked, reference

SAMPLES = expected()


def source(key: str, family: str, title: str) -> Reference:
    """Return a book."""
    return Reference(key, "book", PLACE, {"title": title}, {"author": (Name(family=family, given="A."),)})


FIELD, BROOK = source("field", "Field", "Rivers"), source("brook", "Brook", "Streams")
REFERENCES = {"field": FIELD, "brook": BROOK}
FULL = "A. Field, *Rivers* (n.d.)"
FULL_BROOK = "A. Brook, *Streams* (n.d.)"


def cited(*keys: str, bare: bool = False, **around: str) -> Citation:
    """Return a citation of the keys; what stands around is put to the first of them."""
    first = CitationItem(keys[0], text(around.get("prefix", "")), text(around.get("suffix", "")))
    return Citation((first, *map(CitationItem, keys[1:])), bare)


def note(label: str, *inlines: SourceInline) -> Note:
    """Return a remark of one paragraph."""
    return Note(label, (Paragraph(inlines),))


def resolved(*blocks: SourceBlock, references: dict[str, Reference] | None = None) -> Chapter:
    """Return a chapter of these blocks, its notes resolved."""
    document = Document(Meta("T"), (Chapter("c", blocks),))
    return notes.resolve(document, {"c": references or REFERENCES}).chapters[0]


def body(*inlines: SourceInline) -> tuple[str, list[str]]:
    """Return the marked text of one paragraph, and the notes that it leads to."""
    chapter = resolved(Paragraph(inlines))
    return words(chapter.blocks[0]), texts(chapter)


def words(block: SourceBlock) -> str:
    """Return the marked text of a paragraph or heading."""
    assert isinstance(block, Paragraph | Heading)
    return marked(block.children)


def texts(chapter: Chapter) -> list[str]:
    """Return the notes of a chapter as marked text, their paragraphs apart by a bar."""
    return [" | ".join(words(block) for block in each.blocks) for each in chapter.notes]


def test_document_without_notes_stays_as_it_is() -> None:
    document = Document(Meta("T"), (Chapter("c", (Paragraph(text("a")), Divider())), Chapter("d", ())))

    assert notes.resolve(document, {}) == document


def test_blocks_without_notes_are_kept() -> None:
    kept = Quote((Paragraph(text("a")), BulletList(((Paragraph(text("b")),),))))
    chapter = resolved(kept, Paragraph((Text("c."), cited("field"))))

    assert chapter.blocks[0] == kept


def test_citation_is_full_first_and_short_later() -> None:
    actual = body(Text("a."), cited("field"), Text(" b."), cited("field", suffix="p. 3"), Text(" c."), cited("brook"))

    assert actual == ("a.[1] b.[2] c.[3]", [f"{FULL}.", "Field, *Rivers*, 3.", f"{FULL_BROOK}."])


def test_sources_in_a_note_keep_prefix_and_suffix() -> None:
    both = Citation((*cited("field", prefix="see", suffix="chap. 7").items, *cited("brook", prefix="also").items))

    assert body(Text("a."), both) == ("a.[1]", [f"See {FULL}, chap. 7; also {FULL_BROOK}."])


def test_note_that_ends_with_a_question_mark_has_no_period() -> None:
    why = source("why", "Field", "Why?")
    chapter = resolved(Paragraph((cited("why"), Text(" a "), cited("why"))), references={"why": why})

    assert texts(chapter) == ["A. Field, *Why?* (n.d.).", "Field, *Why?*"]


def test_adjacent_citations_make_one_note() -> None:
    actual = body(Text("a."), cited("field"), cited("brook"), Text(" "), cited("field"))

    assert actual == ("a.[1]", [f"{FULL}; {FULL_BROOK}; Field, *Rivers*."])


@pytest.mark.parametrize("before", [True, False])
def test_citation_beside_a_note_goes_into_it_first(before: bool) -> None:
    pair = (cited("field"), note("x", Text("Remark.")))

    assert body(Text("a."), *(pair if before else pair[::-1])) == ("a.[1]", [f"{FULL}. Remark."])


def test_citations_on_both_sides_of_a_note_go_into_it() -> None:
    actual = body(Text("a."), cited("field"), note("x", Text("Remark.")), cited("brook"))

    assert actual == ("a.[1]", [f"{FULL}; {FULL_BROOK}. Remark."])


def test_text_between_keeps_citation_and_note_apart() -> None:
    actual = body(cited("field"), Text(" and "), note("x", Text("Remark.")))

    assert actual == ("[1] and[2]", [f"{FULL}.", "Remark."])


def test_remark_that_begins_with_a_list_follows_in_its_own_block() -> None:
    remark = Note("x", (BulletList(((Paragraph(text("b")),),)),))
    chapter = resolved(Paragraph((cited("field"), remark)))

    assert chapter.notes[0].blocks == (Paragraph((*chapter.notes[0].blocks[0].children,)), *remark.blocks)  # type: ignore[union-attr]


def test_adjacent_notes_stay_two() -> None:
    assert body(note("x", Text("One.")), note("y", Text("Two."))) == ("[1][2]", ["One.", "Two."])


def test_note_used_twice_has_one_number_and_two_marks() -> None:
    twice = note("x", Text("Remark."))
    chapter = resolved(Paragraph((Text("a."), twice, Text(" b."), note("y", Text("Other.")), Text(" c."), twice)))

    assert (words(chapter.blocks[0]), texts(chapter)) == ("a.[1] b.[2] c.[1]", ["Remark.", "Other."])


def test_note_used_twice_takes_in_no_citation() -> None:
    """The citation would seem to stand behind the other place, too."""
    twice = note("x", Text("Remark."))

    assert body(Text("a."), twice, cited("field"), Text(" b."), twice) == ("a.[1][2] b.[1]", ["Remark.", f"{FULL}."])


def test_same_label_with_another_text_is_another_note() -> None:
    assert body(note("x", Text("One.")), Text(" a"), note("x", Text("Two."))) == ("[1] a[2]", ["One.", "Two."])


def test_bare_citation_in_a_note_stays_in_the_sentence() -> None:
    remark = note("x", Text("As "), cited("field", bare=True), Text(", so "), cited("field", bare=True, suffix="p. 4"))

    assert body(remark) == ("[1]", [f"As {FULL}, so Field, *Rivers*, 4"])


def test_comma_after_a_bare_citation_goes_into_its_quotation_marks() -> None:
    page = Reference("page", "webpage", PLACE, {"title": "Tides"})
    remark = note("x", Text("As "), cited("page", bare=True), Text(", and "), cited("page", bare=True), Text("."))

    assert texts(resolved(Paragraph((remark,)), references={"page": page})) == ["As “Tides,” and “Tides.”"]


def test_bracketed_citation_in_a_note_stands_in_parentheses() -> None:
    remark = note("x", Text("So it is "), cited("field", prefix="see"), Text("."), cited("field", suffix="p. 3"))

    assert body(remark) == ("[1]", [f"So it is (see {FULL}). (Field, *Rivers*, 3)"])


def test_note_in_a_note_stands_in_parentheses() -> None:
    inner = Note("y", (Paragraph((Text("as "), cited("brook", bare=True))), BulletList(((Paragraph(text("z")),),) * 2)))

    assert body(note("x", Text("Remark"), inner, Text("."))) == ("[1]", [f"Remark (as {FULL_BROOK} z; z)."])


def test_form_follows_reading_order_through_notes() -> None:
    """The remark of an earlier note counts as the first mention."""
    actual = body(note("x", Text("See "), cited("field", bare=True)), Text(" a."), cited("field"))

    assert actual[1] == [f"See {FULL}", "Field, *Rivers*."]


def test_bare_citation_in_the_text_is_written_out() -> None:
    actual = body(Text("Restates: "), cited("field", bare=True), Text(". More."), cited("field"))

    assert actual == (f"Restates: {FULL}. More.[1]", ["Field, *Rivers*."])


def test_author_named_in_the_text_is_left_out() -> None:
    item = CitationItem("field", suffix=text("p. 3"), suppress_author=True)

    assert body(Text("Field says so."), Citation((item,)))[1] == ["*Rivers* (n.d.), 3."]


def test_unknown_key_is_printed_as_it_is() -> None:
    actual = body(cited("nobody", prefix="see", suffix="p. 3"), Text(" a "), note("x", cited("nobody", bare=True)))

    assert actual[1] == ["See {orphan: nobody}, p. 3.", "{orphan: nobody}"]


def test_mark_stands_at_the_word_and_after_its_punctuation() -> None:
    assert body(Text("One "), cited("field"), Text(", two")) == ("One,[1] two", [f"{FULL}."])
    assert body(Text("“One "), cited("field"), Text(".” Two")) == ("“One.”[1] Two", [f"{FULL}."])
    assert body(Text("One."), cited("field"), Text(" Two")) == ("One.[1] Two", [f"{FULL}."])


def test_numbers_and_forms_begin_anew_in_each_chapter_and_anchors_do_not() -> None:
    paragraph: Paragraph[SourceInline] = Paragraph((cited("field"), Text(" a"), cited("field")))
    document = Document(Meta("T"), tuple(Chapter(anchor, (paragraph,)) for anchor in ("a", "b", "")))

    result = notes.resolve(document, {"a": REFERENCES, "b": REFERENCES, "": REFERENCES})

    assert [texts(chapter) for chapter in result.chapters] == [[f"{FULL}.", "Field, *Rivers*."]] * 3
    anchors = [each.anchor for chapter in result.chapters for each in chapter.notes]
    assert anchors == ["a-note-1", "a-note-2", "b-note-1", "b-note-2", "note-1", "note-2"]


def test_each_chapter_has_its_own_keys() -> None:
    document = Document(Meta("T"), tuple(Chapter(anchor, (Paragraph((cited("k"),)),)) for anchor in ("a", "b", "c")))

    result = notes.resolve(document, {"a": {"k": FIELD}, "b": {"k": BROOK}})

    assert [texts(chapter)[0] for chapter in result.chapters] == [f"{FULL}.", f"{FULL_BROOK}.", "{orphan: k}."]


def test_resolving_twice_changes_nothing() -> None:
    chapter: SourceChapter = Chapter("c", (Paragraph((Text("a"), cited("field"))),))
    document = Document(Meta("T"), (chapter,))
    once = notes.resolve(document, {"c": REFERENCES})

    assert notes.resolve(once, {"c": REFERENCES}) == once


def test_access_dates_are_passed_on() -> None:
    page = reference(
        {
            "id": "page",
            "type": "webpage",
            "title": "T",
            "URL": "https://x.org",
            "issued": "2014",
            "accessed": "2015-01-02",
        }
    )
    document = Document(Meta("T"), (Chapter("c", (Paragraph((cited("page"),)),)),))

    assert [
        texts(notes.resolve(document, {"c": {"page": page}}, access_dates=shown).chapters[0])[0]
        for shown in (False, True)
    ] == ["“T,” 2014, https://x.org.", "“T,” 2014, accessed January 2, 2015, https://x.org."]


def test_one_citation_may_give_another_title_and_day_of_access() -> None:
    """The others give those of the reference, and whether the source is new does not depend on it."""
    page = reference(
        {
            "id": "page",
            "type": "webpage",
            "title": "T",
            "URL": "https://x.org",
            "issued": "2014",
            "accessed": "2015-01-02",
        }
    )
    varied = CitationItem("page", (), (Text("p. 3"),), accessed=PartialDate(2014, 12, 18), titled="The “Arc”")
    runs = [(varied,), (varied,), (CitationItem("page"),)]
    blocks: list[SourceBlock] = [Paragraph((Text("a"), Citation(items))) for items in runs]

    assert texts(resolved(*blocks, references={"page": page})) == [
        "“The ‘Arc,’” 2014, 3, accessed December 18, 2014, https://x.org.",
        "“The ‘Arc,’” 3, accessed December 18, 2014.",
        "“T.”",
    ]


def test_day_of_access_that_a_citation_gives_prints_without_address() -> None:
    items = (CitationItem("field", accessed=PartialDate(2014, 12)),)

    assert texts(resolved(Paragraph((Text("a"), Citation(items))))) == [f"{FULL}, accessed December 2014."]


@pytest.mark.parametrize("stem", SAMPLES["briefs"])
def test_notes_of_the_founding_briefs_are_those_of_the_reference_processor(stem: str) -> None:
    sample = SAMPLES["briefs"][stem]
    known = {
        record["item"]["id"]: reference(record["item"])
        for name in ("volume", stem)
        for record in SAMPLES["references"].get(name, [])
    }
    citations = [
        Citation(tuple(CitationItem(each["key"], text(each["prefix"]), text(each["suffix"])) for each in group))
        for group in sample["citations"]
    ]

    actual = texts(resolved(*(Paragraph((Text("a."), each)) for each in citations), references=known))

    missed = {
        f"{stem} note {at + 1}"
        for at, pair in enumerate(zip(sample["notes"], actual, strict=True))
        if len(set(pair)) > 1
    }
    listed = {
        miss for group in json.loads((DATA / "citation_misses.json").read_text("utf-8")) for miss in group["misses"]
    }
    assert missed == {miss for miss in listed if miss.startswith(f"{stem} note ")}


def test_a_concise_document_has_sources_in_short_form_but_for_those_in_its_text() -> None:
    blocks: tuple[SourceBlock, ...] = (
        Paragraph((Text("Said."), cited("field"))),
        Paragraph((Text("It restates "), cited("brook", bare=True))),
    )
    chapter: SourceChapter = Chapter("c", blocks)

    (concise,) = notes.resolve(Document(Meta("Title"), (chapter,)), {"c": REFERENCES}, concise=True).chapters

    assert texts(concise) == ["Field, *Rivers*."]
    assert words(concise.blocks[1]) == f"It restates {FULL_BROOK}"
