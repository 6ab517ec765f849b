"""Forms that were made after the importer was frozen, to see what it finds of what it has not been made for."""

from brief_forms import PLAIN, TITLE, Write, parts
from word_files import File, note, p, run, table

HELD_OUT: dict[str, Write] = {}


def held_out(write: Write) -> Write:
    """Keep a form by its name."""
    HELD_OUT[write.__name__] = write
    return write


@held_out
def squares_and_dashes() -> File:
    body = p(TITLE, look="52")
    for _, name, said in parts():
        body += p(name, look="40") + "".join(p(f"▪ {one.statement} — {one.reason}") for one in said)
    return File(body)


@held_out
def letters_and_decimal_points() -> File:
    body = p(TITLE, look="b36")
    for i, name, said in parts():
        letter = "ABCDE"[i - 1]
        body += p(f"{letter}. {name}", look="b")
        body += "".join(p(f"{letter}.{n} {one.statement}", look="b") + p(one.reason) for n, one in enumerate(said, 1))
    return File(body)


@held_out
def capitals_and_italic_beginnings() -> File:
    body = p(TITLE, "Title")
    for _, name, said in parts():
        body += p(name, look="c")
        body += "".join(p(run(f"{one.statement} –", "i") + run(f" {one.reason}")) for one in said)
    return File(body)


@held_out
def names_in_the_left_column() -> File:
    rows = [
        (p(name, look="b"), "".join(p(f"{one.statement}. {one.reason}", number=2) for one in said))
        for _, name, said in parts()
    ]
    return File(p(TITLE, "Title") + table(*rows))


@held_out
def numbered_heading_styles() -> File:
    body = p(TITLE, "Title")
    count = 0
    for _, name, said in parts():
        body += p(name, "Heading1", number=3)
        for one in said:
            count += 1
            body += p(one.statement, "Heading2", number=2, depth=1) + p(run(one.reason) + note(count, "endnote"))
    return File(body, endnotes={n: f"See report {n}." for n in range(1, count + 1)})


@held_out
def one_list_of_two_levels() -> File:
    body = p(TITLE, "Title")
    for _, name, said in parts(PLAIN):
        body += p(name, number=2) + "".join(p(f"{one.statement}. {one.reason}", number=2, depth=1) for one in said)
    return File(body)


@held_out
def numbers_inside_a_sentence() -> File:
    body = p(TITLE, "Title")
    for _, name, said in parts():
        inner = "; ".join(f"({n}) {one.statement[:1].lower()}{one.statement[1:]}" for n, one in enumerate(said, 1))
        body += p(name, "Heading1") + p(f"In short: {inner}.")
    return File(body)


@held_out
def named_and_numbered_points() -> File:
    body = p(TITLE, look="b40")
    names = ("Goal", "Factor", "Challenge", "Argument", "Recommendation")
    for i, name, said in parts():
        body += p(name.upper(), look="bu")
        body += "".join(
            p(f"{names[i - 1]} {n}: {one.statement}", look="b") + p(one.reason) for n, one in enumerate(said, 1)
        )
    return File(body)


@held_out
def underlined_italics_and_unicode_marks() -> File:
    signs = "¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹ ¹⁰ ¹¹".split()
    body, count = p(TITLE, look="b"), 0
    for _, name, said in parts():
        body += p(f"{name}:", look="b28")
        for one in said:
            body += p(one.statement, look="iu") + p(f"{one.reason}{signs[count]}")
            count += 1
    return File(body + "".join(p(f"{sign} See report {n}.") for n, sign in enumerate(signs, 1)))


@held_out
def other_counting_words() -> File:
    words = ("To begin with", "Next", "Finally")
    body = p(TITLE, "Title")
    for _, name, said in parts():
        body += p(name, "Heading1")
        body += "".join(
            p(f"{words[n]}, {one.statement[:1].lower()}{one.statement[1:]}. {one.reason}") for n, one in enumerate(said)
        )
    return File(body)


@held_out
def who_what_when() -> File:
    body = p(TITLE, "Title")
    for i, name, said in parts():
        body += p(name, "Heading1")
        if i < 5:
            body += "".join(p(f"{one.statement}. {one.reason}", number=1) for one in said)
        else:
            rows = ((("Norland", f"{one.statement}. {one.reason}", "by 2027")) for one in said)
            body += table(("Who", "What", "By when"), *rows)
    return File(body)


def own_words() -> File:
    """Return the brief with headings in the words of its author."""
    names = (
        "What Norland wants",
        "How we got here",
        "What stands in the way",
        "What America can do",
        "What should be done",
    )
    body = p(TITLE, "Title")
    for _, name, said in parts(names):
        body += p(name, "Heading1") + "".join(p(one.statement, "Heading2") + p(one.reason) for one in said)
    return File(body)
