"""What Word puts around text: tracked changes, notes, fields, boxes, controls, comments. Nothing goes unsaid."""

import pytest
from imports import Read, read
from word_files import File, field_of, note, p, run, table

HEAD = p("A title", "Title") + p("Goals", "Heading1")


def point(content: str) -> str:
    """Return a point with a paragraph of XML as its detail."""
    return p("Keep the ports open", "Heading2") + p(content)


def detail(file: File, **options: str) -> tuple[Read, str]:
    """Return the import of a file with one point, and the detail of that point on one line."""
    found = read(file, **options)  # type: ignore[arg-type]  # only `tracked` is given
    assert found.account.lost == ()
    return found, " ".join(found.details("goals")[0].split())


def ins(inner: str) -> str:
    return f'<w:ins w:id="9" w:author="E. Ditor">{inner}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="9" w:author="E. Ditor"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


CHANGED = File(HEAD + point(run("The ports are ") + deleted("closed") + ins(run("open")) + run(" all year.")))


def test_tracked_changes_are_accepted_and_what_is_left_out_is_listed() -> None:
    found, text = detail(CHANGED)

    assert text == "The ports are open all year."
    assert found.left("deletion") == ["closed"]


def test_tracked_changes_can_be_rejected() -> None:
    found, text = detail(CHANGED, tracked="reject")

    assert text == "The ports are closed all year."
    assert found.left("insertion") == ["open"]


def test_a_word_changed_in_its_middle_stays_one_word() -> None:
    _, text = detail(File(HEAD + point(run("The harb") + deleted("o") + ins(run("ou")) + run("r freezes."))))

    assert text == "The harbour freezes."


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="E"/></w:rPr>'
    _, text = detail(File(HEAD + p("Keep the ports open", "Heading2") + p(run("Ice comes "), more=gone) + p("in May.")))

    assert text == "Ice comes in May."


def test_moved_text_stands_once_where_it_was_moved_to() -> None:
    away = f'<w:moveFrom w:id="1">{run("Ice comes early.")}</w:moveFrom>'
    here = f'<w:moveTo w:id="2">{run(" Ice comes early.")}</w:moveTo>'
    found, text = detail(File(HEAD + point(away + run("Ports close.") + here)))

    assert text == "Ports close. Ice comes early."
    assert found.left("moved text") == ["Ice comes early."]


def test_content_controls_smart_tags_and_simple_fields_are_text() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('one ')}</w:sdtContent></w:sdt>"
    tag = f'<w:smartTag w:element="place">{run("two ")}</w:smartTag>'
    simple = f'<w:fldSimple w:instr=" REF x ">{run("three")}</w:fldSimple>'
    _, text = detail(File(HEAD + point(control + tag + simple)))

    assert text == "one two three"


def test_a_whole_point_in_a_content_control_is_read() -> None:
    inside = f"<w:sdt><w:sdtPr/><w:sdtContent>{point(run('Winter is long.'))}</w:sdtContent></w:sdt>"
    _, text = detail(File(HEAD + inside))

    assert text == "Winter is long."


def test_a_text_box_is_read_once_though_word_writes_it_twice() -> None:
    box = f"<w:txbxContent>{p('A box speaks.')}</w:txbxContent>"
    shape = f"<a:graphic><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphic>"
    drawing = f"<w:drawing><wp:anchor>{shape}</wp:anchor></w:drawing>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback><w:pict><v:shape>'
        f"<v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    _, text = detail(File(HEAD + point(f"<w:r>{both}</w:r>{run('Text goes on.')}")))

    assert text.split() == "Text goes on. A box speaks.".split()


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_keeps_its_words_and_stands_behind_the_stop(kind: str) -> None:
    body = HEAD + point(run("Ice comes") + note(2, kind) + run(". It stays."))
    file = File(body, **{"notes" if kind == "footnote" else "endnotes": {2: "See *Ice*, 1999."}})  # type: ignore[arg-type]
    found = read(file)

    assert found.details("goals")[0].split("\n\n") == [
        "Ice comes.[^1] It stays.",
        "[^1]: See \\*Ice\\*, 1999.\n",
    ]
    assert found.account.lost == ()


def test_a_note_of_a_statement_stands_in_the_detail() -> None:
    file = File(
        HEAD + p(run("Keep the ports open") + note(1), "Heading2") + p("Winter is long."), notes={1: "As asked."}
    )
    found = read(file)

    assert found.statements("goals") == ["Keep the ports open"]
    assert "Winter is long.[^1]" in found.details("goals")[0]
    assert "the notes of “Keep the ports open” stand in its detail" in found.decided


def test_comments_are_listed_with_their_words_and_author() -> None:
    body = HEAD + point('<w:commentRangeStart w:id="4"/>' + run("Ice comes.") + '<w:commentRangeEnd w:id="4"/>')
    found, _ = detail(File(body, comments={4: "Really so early?"}))

    (comment,) = [one for one in found.imported.log.left if one.kind == "comment"]
    assert (comment.text, comment.remark) == ("Really so early?", "R. Eader: Ice comes.")


def test_links_italics_and_bold_are_markdown_and_signs_are_escaped() -> None:
    link = f'<w:hyperlink r:id="l1">{run("the report")}</w:hyperlink>'
    inner = (
        run("See ")
        + link
        + run(" on ")
        + run("hikiwake", "i")
        + run(" and ")
        + run("ice", "b")
        + run(" [1] *x* a_b @you.")
    )
    found, text = detail(File(HEAD + point(inner), links={"l1": "https://example.org/a b"}))

    assert text == "See [the report](https://example.org/a%20b) on *hikiwake* and **ice** \\[1\\] \\*x\\* a_b \\@you."
    assert found.left("image") == []


def test_a_link_that_leads_to_a_file_is_no_link_and_is_said() -> None:
    link = f'<w:hyperlink r:id="l1">{run("the report")}</w:hyperlink>'
    found, text = detail(File(HEAD + point(link), links={"l1": "file:///etc/passwd"}))

    assert text == "the report"
    assert "a link to file:///etc/passwd" in [one.remark for one in found.imported.log.left]


def test_contents_header_and_page_numbers_are_left_out_and_listed() -> None:
    contents = p(field_of('TOC \\o "1-2"', "Goals 3"))
    found, _ = detail(
        File(p("A title", "Title") + contents + p("Goals", "Heading1") + point(run("x y.")), header="Draft 7")
    )

    assert found.left("contents") == ["Goals 3"]
    assert found.left("header or footer") == ["Draft 7"]


def test_hidden_text_is_listed() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    found, text = detail(File(HEAD + point(run("Open words.") + hidden)))

    assert text == "Open words."
    assert found.left("hidden text") == ["secret"]


def test_pictures_are_listed_as_figures_to_do() -> None:
    drawing = '<w:drawing><wp:inline><wp:docPr id="1" name="P" descr="A map of ice"/><a:blip/></wp:inline></w:drawing>'
    found, _ = detail(File(HEAD + point(f"<w:r>{drawing}</w:r>{run('See the map.')}")))

    assert [one.remark for one in found.imported.log.left if one.kind == "image"] == ["a picture: A map of ice"]


def test_a_table_in_a_detail_is_a_table() -> None:
    body = HEAD + p("Keep the ports open", "Heading2") + table(("Port", "Days"), ("Nord | West", "12"))
    found = read(File(body))

    assert found.details("goals")[0] == "| Port | Days |\n|---|---|\n| Nord \\| West | 12 |\n"


def test_nested_lists_and_quotes_keep_their_form() -> None:
    inner = p("One", number=1) + p("Deeper", number=1, depth=1) + p("Two", number=1)
    found = read(File(HEAD + p("Keep the ports open", "Heading2") + inner))

    assert found.details("goals")[0] == "- One\n   - Deeper\n- Two\n"


def test_superscripts_and_subscripts_are_signs() -> None:
    low = '<w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>2</w:t></w:r>'
    _, text = detail(File(HEAD + point(run("CO") + low + run(" on 5 km") + run("2", "s") + run("."))))

    assert text == "CO₂ on 5 km²."


def test_strict_files_are_read_like_others() -> None:
    file = HEAD + point(run("Ice comes."))
    made = File(file)._made()
    strict = made["word/document.xml"].replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    _, text = detail(File(file, parts={"word/document.xml": strict.encode()}))

    assert text == "Ice comes."


def test_words_that_go_on_over_runs_stay_whole() -> None:
    _, text = detail(File(HEAD + point(run("Ic") + run("e com", "b") + run("es."))))

    assert text.replace("*", "") == "Ice comes."


def test_what_follows_a_list_is_no_detail_of_its_last_point() -> None:
    items = p("Open the ports. Ships wait.", number=1) + p("Share the cost. It is high.", number=1)
    found = read(File(HEAD + p("Two things are wanted:") + items + p("Both are urgent.")))

    assert found.answer("goals")["overview"].split("\n\n") == ["Two things are wanted:", "Both are urgent.\n"]
    assert found.details("goals") == ["Ships wait.\n", "It is high.\n"]


def test_no_blank_stands_before_the_mark_of_a_note() -> None:
    file = File(HEAD + point(run("Ice comes. ") + note(1) + run(" It stays.")), notes={1: "See there."})

    assert "Ice comes.[^1] It stays." in read(file).details("goals")[0]


def test_a_note_that_nothing_leads_to_is_listed() -> None:
    file = File(HEAD + point(run("Ice comes.")), notes={7: "A remark of old."})
    found = read(file)

    assert "A remark of old." in found.unplaced
    assert found.account.lost == ()


def test_parts_without_a_place_stand_as_comments_at_the_end_of_the_draft() -> None:
    found = read(File(HEAD + point(run("Ice comes.")) + p("Our method", "Heading1") + p("We asked.\nThey said: yes.")))

    assert found.text.endswith(
        "\n# No place was found for what follows. Move it to where it belongs, or delete it.\n#\n"
        "# Our method (it answers no question)\n#   We asked. They said: yes.\n"
    )


def test_a_heading_without_words_makes_no_point() -> None:
    found = read(File(HEAD + p(note(1), "Heading2") + p("Winter is long.") + point(run("x")), notes={1: "N."}))

    assert found.statements("goals") == ["Keep the ports open"]
    assert "Winter is long." in found.answer("goals")["overview"]
    assert found.account.lost == ()
