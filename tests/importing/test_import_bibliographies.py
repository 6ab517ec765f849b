"""`briefkit import` of bibliographies: what becomes of entries, what is told, what is refused."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefkit import api
from briefkit.cli.app import app
from briefkit.importing.bibliography import Bibliography, proposed
from briefkit.reading import read_bytes
from briefkit.text.errors import InputError


def made(text: str | bytes, name: str = "sources.bib") -> Bibliography:
    """Import a bibliography without a library, and read what was made of it back."""
    result = api.import_bibliography(text.encode() if isinstance(text, str) else text, name)
    reading = read_bytes(result.text.encode(), "made")
    assert reading.draft is not None
    assert not reading.findings
    return result


def first(text: str | bytes, name: str = "sources.bib") -> dict[str, object]:
    """Return the first reference that is made."""
    return made(text, name).references[0]


def said(result: Bibliography) -> str:
    """Return all that was told."""
    return "\n".join([*(one.says for one in result.log.decisions), *(one.text for one in result.log.unplaced)])


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        (r"M{\"u}ller", "Müller"),
        (r"M\"uller", "Müller"),
        (r"Caf{\'{e}}", "Café"),
        (r"{\c{c}}edilla", "çedilla"),
        (r"Stra{\ss}e", "Straße"),
        (r"S{\o}ren", "Søren"),
        (r"{\'\i}ndice", "índice"),
        (r"Erd{\H o}s", "Erdős"),
        ("The {NATO} {Q}uestion", "The NATO Question"),
        (r"On \emph{Ships} and \textbf{Ports}", "On Ships and Ports"),
        ("Asia --- Europe -- Africa", "Asia — Europe – Africa"),
        (r"Rise \& Fall of 100\%", "Rise & Fall of 100%"),
        ("``Fear'' and greed", "“Fear” and greed"),
        ("Two\n    lines", "Two lines"),
    ],
)
def test_latex_becomes_words(value: str, meant: str) -> None:
    assert first(f"@book{{k, title = {{{value}}}, year = 2001}}")["title"] == meant


def test_names_have_their_parts() -> None:
    authors = first(
        "@book{k, title={T}, author={van der Berg, Piet and King, Jr., Martin and {{Ministry of Trade and Industry}}"
        " and Ada Lovelace and others}}"
    )["author"]
    assert authors == [
        {"family": "Berg", "given": "Piet", "non-dropping-particle": "van der"},
        {"family": "King", "given": "Martin", "suffix": "Jr."},
        {"literal": "Ministry of Trade and Industry"},
        {"family": "Lovelace", "given": "Ada"},
        {"literal": "et al."},
    ]


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ("year = 2001, month = mar", "2001-03"),
        ("year = 2001, month = {March}, day = 4", "2001-03-04"),
        ("date = {2008-03/2008-04}", "2008-03/2008-04"),
        ("year = {1985--1987}", "1985/1987"),
        ("year = {n.d.}", "n.d."),
    ],
)
def test_dates(fields: str, issued: str) -> None:
    assert first(f"@misc{{k, title={{T}}, {fields}}}")["issued"] == issued


def test_strings_are_joined_and_parents_give_what_is_missing() -> None:
    chapter = first(
        '@string{p = "Press"}\n@incollection{c, author={A Bee}, title={Chap}, crossref={b}}\n'
        '@book{b, editor={C Dee}, title={Whole}, publisher="North " # p, year=1999}'
    )
    assert chapter["container-title"] == "Whole"
    assert chapter["title"] == "Chap"
    assert chapter["publisher"] == "North Press"
    assert chapter["issued"] == "1999"


def test_nothing_is_dropped_unsaid() -> None:
    result = made(
        "@book{k, title={T}, title={Second}, file={a.pdf}, year={c. 1900}}\n@book{broken, title={never closed"
    )
    assert result.entries == 1
    for words in ("Second", "a.pdf", "c. 1900", "never closed"):
        assert words in said(result)


def test_ids_are_new_unique_and_told() -> None:
    entry = "@book{%s, author={Ann Bee}, title={%s}, year=2001}\n"
    result = made(entry % ("x", "One") + entry % ("y", "Two") + entry % ("z", "one"))
    assert [one["id"] for one in result.references] == ["bee-2001", "bee-2001-2"]
    assert "has the new id bee-2001-2" in said(result)
    assert result.duplicates == (("z", "bee-2001"),)


RIS = """\ufeffTY  - NEWS
AU  - Garnaut, John
AU  - King, Martin, Jr.
TI  - Fear
  and Greed
TI  - Other
T2  - Herald
DA  - 2014/10/26/
PY  - 2014
SP  - 3
EP  - 5
N1  - a
N1  - b
XX  - odd
TY  - BOOK
TI  - No end
""".replace("\n", "\r\n")


def test_ris() -> None:
    result = made(RIS, "z.ris")
    news, book = result.references
    assert news["title"] == "Fear and Greed"
    assert news["author"] == [
        {"family": "Garnaut", "given": "John"},
        {"family": "King", "given": "Martin", "suffix": "Jr."},
    ]
    assert (news["issued"], news["page"], news["note"]) == ("2014-10-26", "3-5", "a")
    assert book["title"] == "No end"
    for words in ("Other", "b", "odd"):
        assert f"has no place: {words}" in said(result)


YAML = """---
references:
- id: zotero:1
  type: book
  title: 'Ports: a history'
  author:
  - family: Bee
    given: Ann
  issued:
  - year: 1985
    month: 3
...
"""


def test_better_csl_yaml() -> None:
    assert first(YAML, "z.yaml")["issued"] == "1985-03"


def test_csl_json_with_or_without_a_wrapper() -> None:
    items = [{"id": "a", "type": "book", "title": "T <i>x</i>", "issued": {"date-parts": [[2001, 2]]}, "odd": "field"}]
    for data in (items, {"items": items}):
        result = made(json.dumps(data), "z.json")
        assert result.references[0] == {"id": "t-x-2001", "type": "book", "title": "T x", "issued": "2001-02"}
        assert "the field odd" in said(result)


def test_latin_1_is_decoded_and_told() -> None:
    result = made("@book{k, title={Café}, year=2001}".encode("latin-1"))
    assert result.references[0]["title"] == "Café"
    assert "not UTF-8" in said(result)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.bib"),
        (b"\x00\x01\x02", "a.bib"),
        (b"x" * 2_000_001, "a.bib"),
        ("TY".encode("utf-16"), "a.ris"),
        (b"nothing here", "a.ris"),
        (b"[" * 100_000, "a.json"),
        (b"{}", "a.json"),
        (b'"text"', "a.json"),
        (b"- &a [*a]", "a.yaml"),
        (b"a: b", "a.yaml"),
        (b"@a{" * 50_000, "a.bib"),
        (b"@book{k, title={T}}\n" * 2_001, "a.bib"),
        (b"TY  - BOOK\n" * 2_001, "a.ris"),
        (b"[" + b"{}," * 2_000 + b"{}]", "a.json"),
    ],
)
def test_what_is_no_bibliography_is_refused(data: bytes, name: str) -> None:
    with pytest.raises(InputError):
        api.import_bibliography(data, name)


def test_deep_braces_are_told() -> None:
    result = made("@book{k, author={A Bee}, year=2001, title={" + "{" * 20_000 + "x" + "}" * 20_000 + "}}")
    assert "deep" in result.log.unplaced[0].why


def run(*arguments: str) -> tuple[int, str, str]:
    """Run briefkit and return the exit code, the output and the errors."""
    result = CliRunner().invoke(app, arguments, prog_name="briefkit")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def test_the_command_writes_references_and_reports(tmp_path: Path) -> None:
    source, target = tmp_path / "z.yaml", tmp_path / "out.yaml"
    source.write_text(YAML, encoding="utf-8")
    code, out, errors = run("import", str(source))
    assert code == 0
    assert out.startswith("references:\n  - id: bee-1985\n")
    assert "zotero:1         has the new id bee-1985" in errors

    code, out, _ = run("import", str(source), "-o", str(target), "-f", "json")
    assert code == 0
    assert json.loads(out)["found"]["references"] == ["bee-1985"]
    assert target.read_text(encoding="utf-8").startswith("references:")
    assert run("import", str(source), "-o", str(target))[0] == 2


def test_references_of_the_library_are_recognised(good: Path) -> None:
    library = api.open_library(str(good))
    known = library.brief("estia").references
    titled = next(one for one in known if one.fields.get("URL") or one.fields.get("DOI") or one.fields.get("title"))
    items = [{"id": "z", "type": titled.type, "title": titled.fields["title"], "URL": titled.fields.get("URL", "")}]
    if (issued := titled.dates.get("issued")) and issued.interval:
        items[0]["issued"] = str(issued.interval.start)
    result = api.import_bibliography(json.dumps(items).encode(), "z.json", library)
    assert result.duplicates == (("z", f"estia:{titled.id}"),)
    assert result.references == ()


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("John Garnaut, “Fear and Greed,” Sydney Morning Herald, 26 October 2014.", "article-newspaper"),
        ("Ann Bee, “Ports,” Sea Journal 12, no. 3 (2001): 4–9.", "article-journal"),
        ("Ann Bee, Ports of the North (London: Quay, 1985), 12.", "book"),
        ("See the chapter on Japan; also Bee.", None),
        ("Interview with an official, Tokyo.", None),
    ],
)
def test_a_record_is_proposed_only_for_notes_of_plain_form(note: str, kind: str | None) -> None:
    record = proposed(note)
    assert (record and record["type"]) == kind
