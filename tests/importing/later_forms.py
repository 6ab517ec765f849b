"""Forms that were made after those in `held_out_forms.py` had been taken in: once more what nobody had made it for."""

from brief_forms import PLAIN, TITLE, Write, parts
from word_files import File, p, run, table

LATER: dict[str, Write] = {}


def later(write: Write) -> Write:
    """Keep a form by its name."""
    LATER[write.__name__] = write
    return write


@later
def short_headings_and_bold_sentences() -> File:
    """Part names as single words in the margin, each point a whole bold paragraph with a stop."""
    body = p(TITLE, look="b32")
    for _, name, said in parts(PLAIN):
        body += p(name, look="b28")
        for one in said:
            body += p(f"{one.statement}.", look="b") + p(one.reason)
    return File(body)


@later
def heading_and_text_in_one_paragraph() -> File:
    """A line break instead of a paragraph between the point and its reason."""
    body = p(TITLE, "Title")
    for _, name, said in parts():
        body += p(name, "Heading1") + "".join(p(run(f"{one.statement}\n", "b") + run(one.reason)) for one in said)
    return File(body)


@later
def memo() -> File:
    body = p("MEMORANDUM", look="b") + p("To: Ministry of Ports") + p("From: Ada Berg") + p("Date: 3 May 2026")
    body += p(f"Re: {TITLE}")
    for i, name, said in parts():
        body += p(f"{i}. {name}", look="u") + "".join(
            p(f"({'abc'[n]}) {one.statement}. {one.reason}") for n, one in enumerate(said)
        )
    return File(body)


@later
def points_as_questions_of_a_table() -> File:
    """Every part a table of two columns: the point, and what is said of it."""
    body = p(TITLE, "Title")
    for _, name, said in parts():
        rows = ((one.statement, one.reason) for one in said)
        body += p(name, "Heading1") + table(("Point", "Explanation"), *rows)
    return File(body)


@later
def all_of_it_tracked() -> File:
    """The whole text is an insertion that nobody has accepted yet."""
    body = p(TITLE, "Title")
    for _, name, said in parts():
        body += p(f'<w:ins w:id="1" w:author="A">{run(name)}</w:ins>', "Heading1")
        for one in said:
            body += p(f'<w:ins w:id="1" w:author="A">{run(f"{one.statement}. {one.reason}")}</w:ins>', number=1)
    return File(body)


@later
def numbered_paragraphs_under_centered_capitals() -> File:
    body, count = p(TITLE.upper(), more='<w:jc w:val="center"/>', look="b"), 0
    for _, name, said in parts():
        body += p(name.upper(), more='<w:jc w:val="center"/>')
        for one in said:
            count += 1
            body += p(f"{count}. {one.statement}. {one.reason}")
    return File(body)


@later
def named_points_in_the_text() -> File:
    """`The first goal is to …` without any other sign."""
    words = ("first", "second", "third")
    nouns = ("goal", "factor", "challenge", "argument", "recommendation")
    body = p(TITLE, "Title")
    for i, name, said in parts():
        body += p(name, "Heading2")
        for n, one in enumerate(said):
            body += p(f"The {words[n]} {nouns[i - 1]}: {one.statement}. {one.reason}")
    return File(body)


@later
def arrows_and_notes_in_brackets() -> File:
    body, count = p(TITLE, "Title"), 0
    for _, name, said in parts():
        body += p(f"{name} –", look="bi")
        for one in said:
            count += 1
            body += p(f"➢ {one.statement}. {one.reason} ({count})")
    return File(body + p("Endnotes", look="bi") + "".join(p(f"({n}) See report {n}.") for n in range(1, count + 1)))


@later
def recommendation_headings_with_roman_labels() -> File:
    romans = ("I", "II", "III")
    body, names = p(TITLE, "Title"), ("Goal", "Context", "Challenge", "Argument", "Recommendation")
    for i, name, said in parts():
        body += p(name, "Heading1")
        body += "".join(
            p(f"{names[i - 1]} {romans[n]} – {one.statement}", "Heading2") + p(one.reason) for n, one in enumerate(said)
        )
    return File(body)


@later
def spaces_for_bullets() -> File:
    """Paragraphs that are only indented, each a statement with a bold beginning and no stop after it."""
    body = p(TITLE, "Title")
    for _, name, said in parts():
        body += p(name, "Heading1")
        for one in said:
            body += p(run(one.statement, "b") + run(f". {one.reason}"), more='<w:ind w:left="720"/>')
    return File(body)
