import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pypandoc  # type: ignore[import-untyped]
import pytest

from briefkit import api
from briefkit.document import walk
from briefkit.document.blocks import Chapter, Chart, Contents, CrossReference, Document, Figure, Heading, Section, Table
from briefkit.library import InvalidBriefError, open_library
from briefkit.text.errors import UsageError

FOUNDING = Path(__file__).parent.parent.parent / "briefs"


@pytest.fixture(scope="module")
def book() -> Document:
    return api.volume(open_library(FOUNDING)).document


def titles(document: Document) -> list[str]:
    """Return the headings of level 1."""
    written = api.render(document, "markdown")
    assert isinstance(written, str)
    return re.findall(r"(?m)^# (?:<span data-label=\S+></span>)?(.*)$", written)


def parts(value: object) -> list[object]:
    """Return a block or inline and everything in it."""
    found = [value]
    if isinstance(value, tuple):
        return [part for child in value for part in parts(child)]
    for name in getattr(type(value), "__slots__", ()):
        child = getattr(value, name)
        if isinstance(child, tuple) or hasattr(type(child), "__slots__"):
            found += parts(child)
    return found


def test_the_book_has_its_parts_in_order(book: Document) -> None:
    assert titles(book) == [
        "Japan’s Global Diplomacy",
        "Contents",
        "Preface",
        "Acknowledgments",
        "How to read this book",
        "Abbreviations",
        "Introduction",
        "Japan–Australia relations: Toward regional order-building",
        "Japan–India relations: Toward a special strategic partnership",
        "Japan–Europe relations: Toward a full political and security partnership",
        "Japan–Russia relations: Toward a peace treaty and beyond",
        "Conclusion",
        "Annex 1: Where the themes come up",
        "Annex 2: Who should do what by when",
        "Contributors",
        "About the Stimson Center",
        "About this volume",
        "Editorial notes",
        "Bibliography",
    ]


def test_every_cross_reference_leads_to_a_part_of_the_book(book: Document) -> None:
    everything = parts(book.chapters)
    anchors = [part.anchor for part in everything if isinstance(part, Heading | Chapter | Figure)]
    links = [part.anchor for part in everything if isinstance(part, CrossReference)]

    assert len(links) > 50
    assert set(links) <= set(anchors)
    assert len(anchors) == len(set(anchors))


def test_a_mark_leads_to_every_editorial_note(book: Document) -> None:
    everything = parts(book.chapters)
    notes = {part.anchor for part in everything if isinstance(part, Heading) and "--ed-" in part.anchor}
    marks = {part.anchor for part in everything if isinstance(part, CrossReference) and "--ed-" in part.anchor}

    assert len(notes) > 50
    assert marks == notes


def test_notes_are_called_by_sources_that_a_reader_can_tell_apart(book: Document) -> None:
    written = api.render(book, "markdown")
    assert isinstance(written, str)

    assert "Note 7: Ministry of Foreign Affairs of Japan 2014 (Dispatch to NATO Headquarters)\n" in written
    assert "Note 15: Thomson 2014\n" in written


def test_a_mark_in_the_bibliography_says_of_which_brief_the_note_is(book: Document) -> None:
    bibliography = str(api.render(book, "text", width=72, page_length=58)).rpartition("Bibliography\n═")[2]

    assert re.search(r"\[Russia\s+Ed\.\s17\s\(p\.\s\d+\),\s+Ed\.\s18", bibliography)
    assert re.search(r"\[Ed\.\s\d+\s\(p\.\s\d+\)\]", bibliography), "notes of the volume itself"


def test_signs_of_the_book_are_explained_in_it(book: Document) -> None:
    (reading,) = (chapter for chapter in book.chapters if chapter.anchor == "volume-reading")
    written = str(api.render(Document(book.meta, (reading,)), "text"))

    for sign in ("G  Goals", "caution", "Ed.", "_like this_", "(—)", "[title lost]", "evidence", "an annex"):
        assert sign in written


@pytest.mark.parametrize("page_length", [36, 47, 58])
def test_no_page_begins_with_what_is_said_of_a_point(book: Document, page_length: int) -> None:
    pages = str(api.render(book, "text", width=72, page_length=page_length)).split("\f")
    first = [next((line for line in page.splitlines()[2:] if line.strip()), "") for page in pages]

    said = r" +(?:Who|By when|Addresses|Stands in the way of|Evidence|Stance):"
    assert not [line for line in first if re.match(said, line)]


def test_no_link_of_the_markdown_is_dead(book: Document) -> None:
    written = api.render(book, "markdown")
    assert isinstance(written, str)
    pandoc = pypandoc.get_pandoc_path()
    for dialect in ("gfm", "markdown"):
        html = subprocess.run(
            [pandoc, "-f", dialect, "-t", "html"], input=written, capture_output=True, check=True, encoding="utf-8"
        ).stdout
        ids = set(re.findall(r'id="([^"]*)"', html))
        links = set(re.findall(r'href="#([^"]*)"', html))
        assert links <= ids, dialect


def test_pandoc_reads_the_markdown_to_the_same_parts(book: Document) -> None:
    written = api.render(book, "markdown")
    assert isinstance(written, str)
    everything = parts(book.chapters)
    native = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "native"],
        input=written,
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout

    headings = [part for part in everything if isinstance(part, Heading | Contents)]
    titles = [chapter for chapter in book.chapters if chapter.title]
    assert len(re.findall(r"\bHeader\b", native)) == len(headings) + len(titles)
    assert len(re.findall(r"[ \[]Note\b", native)) == sum(len(chapter.notes) for chapter in book.chapters)
    assert len(re.findall(r"(?m)^\s*[,\[]\s*Table$", native)) == sum(
        isinstance(part, Table | Chart) for part in everything
    )


def test_notes_begin_at_1_in_every_chapter(book: Document) -> None:
    for chapter in book.chapters:
        assert [note.number for note in chapter.notes] == list(range(1, len(chapter.notes) + 1))


def test_headings_never_skip_a_level(book: Document) -> None:
    for chapter in book.chapters:
        levels = [1, *(heading.level for heading in walk.headings(chapter))]
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_text_of_the_book_keeps_to_its_pages(book: Document) -> None:
    written = api.render(book, "text", width=72, page_length=58)
    assert isinstance(written, str)

    pages = written.split("\f")
    assert all(len(page.rstrip("\n").splitlines()) <= 58 for page in pages)
    assert all(len(line) <= 72 for line in written.splitlines())
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]


def test_every_source_is_in_the_bibliography_once(book: Document) -> None:
    library = open_library(FOUNDING)
    assert library.volume
    (bibliography,) = book.chapters[-1].blocks
    listed = sum(len(brief.references) for brief in library.briefs()) + len(library.volume.references)

    assert isinstance(bibliography, Section)
    assert len(bibliography.blocks) == listed


def test_two_sources_of_one_key_are_both_in_the_bibliography(good: Path) -> None:
    """Keys are each file's own: `lund-2018` of one brief need not be that of another."""
    text = (good / "estia.yaml").read_text(encoding="utf-8")
    text = text.replace("Norland–Estia", "Norland–Ostia").replace("partner: Estia", "partner: Ostia")
    (good / "ostia.yaml").write_text(text.replace("The Cold Coast", "The Warm Coast"), encoding="utf-8")
    volume = good / "volume.yaml"
    volume.write_text(
        volume.read_text(encoding="utf-8").replace("[sudmark, estia]", "[sudmark, estia, ostia]"), encoding="utf-8"
    )

    written = api.render(api.volume(open_library(good)).document, "markdown")

    assert isinstance(written, str)
    bibliography = written.rpartition("# Bibliography\n")[2]
    assert re.findall(r"\*(The \w+ Coast)\*", bibliography) == ["The Cold Coast", "The Warm Coast"]


def test_recommendations_have_horizon_and_deadline(good: Path) -> None:
    path = good / "estia.yaml"
    dated = path.read_text(encoding="utf-8").replace(
        "horizon: short-term", "horizon: short-term\n      deadline: 2021-06"
    )
    path.write_text(dated, encoding="utf-8")

    written = api.render(api.volume(open_library(good)).document, "markdown")

    assert isinstance(written, str)
    assert "| short term, by June 2021 |" in written


def test_abbreviations_that_the_book_uses_are_listed(book: Document) -> None:
    written = api.render(book, "markdown")
    assert isinstance(written, str)

    assert "- **RCEP**: Regional Comprehensive Economic Partnership\n" in written


def test_a_small_volume_has_only_the_parts_that_it_has(good: Path) -> None:
    assert titles(api.volume(open_library(good)).document) == [
        "Norland and its neighbors",
        "Contents",
        "How to read this book",
        "Norland–Sudmark relations",
        "Norland–Estia relations: Sharing the northern sea",
        "Annex 1: Where the themes come up",
        "Annex 2: Who should do what by when",
        "Bibliography",
    ]


def test_a_library_without_a_volume_has_no_book(good: Path) -> None:
    (good / "volume.yaml").unlink()
    path = good / "estia.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("[@pact-2012]", ""), encoding="utf-8")

    with pytest.raises(UsageError, match=r"has no volume\.yaml"):
        api.volume(open_library(good))


def test_a_volume_with_an_error_makes_no_book(good: Path) -> None:
    path = good / "volume.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("briefs: [sudmark, estia]", "briefs: [sudmark]"), encoding="utf-8"
    )

    with pytest.raises(InvalidBriefError) as caught:
        api.volume(open_library(good))

    assert [finding.rule for finding in caught.value.report.findings if finding.severity == "error"] == [
        "brief-not-in-volume"
    ]


def test_hostile_text_keeps_the_structure(good: Path) -> None:
    path = good / "volume.yaml"
    hostile = "preface: |\n  \\# no heading\n\n  `# code` and 1\\. no list &lt;b&gt; \\[x\\](y)\n"
    path.write_text(path.read_text(encoding="utf-8") + hostile, encoding="utf-8")

    assert titles(api.volume(open_library(good)).document)[1:4] == ["Contents", "Preface", "How to read this book"]
