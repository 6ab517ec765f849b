"""Citations that Zotero, Mendeley and Word made become references and [@key]."""

import base64
import json

import pytest
from imports import read
from word_files import File, field_of, note, p, run

HEAD = p("A title", "Title") + p("Goals", "Heading1") + p("Keep the ports open", "Heading2")
ITEM = {
    "id": 12,
    "type": "article-journal",
    "title": "Ice in the <i>north</i>",
    "author": [{"family": "Berg", "given": "Ada"}, {"family": "Dahl", "given": "Ola"}],
    "container-title": "Polar Notes",
    "issued": {"date-parts": [["2014", 10, 26]]},
    "DOI": "https://doi.org/10.1234/ice",
    "odd-field": "kept by nobody",
}
CITED = {
    "citationItems": [{"id": 12, "uris": ["http://zotero.org/a"], "itemData": ITEM, "locator": "3-5", "prefix": "see"}]
}
ZOTERO = field_of(f" ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(CITED)} ", "(Berg and Dahl 2014, 3-5)")
MENDELEY = field_of(f"ADDIN CSL_CITATION {json.dumps(CITED)}", "(Berg and Dahl 2014, 3-5)")
TAG = base64.b64encode(json.dumps(CITED).encode()).decode()
CONTROL = (
    f'<w:sdt><w:sdtPr><w:tag w:val="MENDELEY_CITATION_v3_{TAG}"/></w:sdtPr><w:sdtContent>'
    f"{run('(Berg and Dahl 2014, 3-5)')}</w:sdtContent></w:sdt>"
)
SOURCES = (
    '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source><b:Tag>Ber14</b:Tag>'
    "<b:SourceType>Book</b:SourceType><b:Title>Ice</b:Title><b:Year>2014</b:Year><b:Author><b:Author><b:NameList>"
    "<b:Person><b:Last>Berg</b:Last><b:First>Ada</b:First></b:Person></b:NameList></b:Author></b:Author>"
    "<b:Publisher>Fjord Press</b:Publisher></b:Source></b:Sources>"
)


@pytest.mark.parametrize("citation", [ZOTERO, MENDELEY, CONTROL], ids=["zotero", "mendeley", "mendeley-control"])
def test_a_citation_becomes_a_key_and_a_reference(citation: str) -> None:
    found = read(File(HEAD + p(run("Ice comes ") + citation + run("."))))

    assert found.details("goals")[0] == "Ice comes [see @berg-2014, pp. 3-5].\n"
    (reference,) = found.data["references"]
    assert reference["id"] == "berg-2014"
    assert reference["title"] == "Ice in the north"
    assert reference["issued"] == "2014-10-26"
    assert reference["DOI"] == "10.1234/ice"
    assert [person["family"] for person in reference["author"]] == ["Berg", "Dahl"]
    assert found.account.lost == ()


def test_a_field_of_a_source_without_a_place_is_listed() -> None:
    found = read(File(HEAD + p(ZOTERO)))

    assert "the field odd-field of “Ice in the <i>north</i>” has no place: kept by nobody" in found.decided


def test_a_footnote_that_only_cites_is_a_citation_in_the_text() -> None:
    found = read(File(HEAD + p(run("Ice comes.") + note(1)), notes={1: p(ZOTERO + run("."))}))

    assert found.details("goals")[0] == "Ice comes.[see @berg-2014, pp. 3-5]\n"


def test_a_footnote_with_more_than_a_citation_cites_inside() -> None:
    found = read(File(HEAD + p(run("Ice comes.") + note(1)), notes={1: p(run("Compare ") + ZOTERO + run(" on this."))}))

    assert "[^1]: Compare [see @berg-2014, pp. 3-5] on this." in found.details("goals")[0]


def test_words_own_citations_become_references() -> None:
    citation = field_of(" CITATION Ber14 \\p 7 \\l 1033 ", "(Berg, 2014, p. 7)")
    found = read(File(HEAD + p(run("Ice comes ") + citation), sources=SOURCES))

    assert found.details("goals")[0] == "Ice comes [@berg-2014, p. 7]\n"
    (reference,) = found.data["references"]
    assert (reference["type"], reference["publisher"], str(reference["issued"])) == ("book", "Fjord Press", "2014")


def test_one_source_cited_twice_is_one_reference_and_two_works_of_a_year_are_two() -> None:
    other = {"citationItems": [{"uris": ["http://zotero.org/b"], "itemData": {**ITEM, "title": "Snow"}}]}
    second = field_of(f" ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(other)} ", "(Berg 2014b)")
    found = read(File(HEAD + p(run("One ") + ZOTERO + run(" two ") + ZOTERO + run(" three ") + second)))

    assert [one["id"] for one in found.data["references"]] == ["berg-2014", "berg-2014-2"]


def test_a_citation_without_data_keeps_its_words_and_is_said() -> None:
    found = read(File(HEAD + p(run("Ice comes ") + field_of(" CITATION Gone99 ", "(Gone, 1999)"))))

    assert found.details("goals")[0] == "Ice comes (Gone, 1999)\n"
    assert "names the source “Gone99”, of which the file has no data" in found.decided


@pytest.mark.parametrize(
    "code", ["ADDIN ZOTERO_ITEM CSL_CITATION {broken", f"ADDIN CSL_CITATION {'[' * 9000}", "ADDIN CSL_CITATION 7"]
)
def test_a_field_that_cannot_be_read_keeps_its_words(code: str) -> None:
    found = read(File(HEAD + p(run("Ice ") + field_of(code, "(Berg 2014)"))))

    assert found.details("goals")[0] == "Ice (Berg 2014)\n"


def test_the_bibliography_of_a_program_is_left_out_and_listed() -> None:
    found = read(
        File(
            HEAD + p(run("Ice.")) + p(field_of(' ADDIN ZOTERO_BIBL {"x":1} CSL_BIBLIOGRAPHY ', "Berg, Ada. Ice. 2014."))
        )
    )

    assert found.left("bibliography") == ["Berg, Ada. Ice. 2014."]
    assert found.account.lost == ()
