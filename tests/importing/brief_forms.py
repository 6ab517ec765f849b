"""One brief in many forms, as authors write them: its words are the same, its signs of headings and points are not."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from word_files import File, note, p, run, table


class Said(NamedTuple):
    """A point of the brief: its statement and the reason for it."""

    statement: str
    reason: str


AIMS = (
    Said("Keep the ferry lines of the north open", "Winter closes the ports twice a year. Families wait for weeks."),
    Said("Share the cost of the ice patrol", "One country pays for all of it today."),
)
SETTING = (
    Said("The fleet has grown old since 1998", "Half of the ships are past their term."),
    Said("Two storms have changed public opinion", "Newspapers on both shores now ask for a treaty."),
)
HURDLES = (
    Said("The two parliaments distrust each other", "An inquiry of 2011 left bad blood."),
    Said("No ministry owns the matter", "Transport and defense each wait for the other."),
)
HELP = (
    Said("American icebreakers could fill the gap", "They already train in the same waters."),
    Said("Washington brings data that nobody else has", "Its satellites see the ice a week ahead."),
)
ADVICE = (
    Said("Sign a treaty on winter traffic", "It would end the yearly haggling. Drafts exist."),
    Said("Found a joint office for ice in Tromso", "Ten people would be enough."),
    Said("Lease one icebreaker from Finland", "Building a new one takes six years."),
)
TITLE = "Norland and Estia in winter"
Parts = tuple[tuple[str, tuple[Said, ...]], ...]
NAMES = (
    "Policy Objectives",
    "Background",
    "Challenges for Achieving Policy Objectives",
    "Cooperation with the US",
    "Policy Recommendations",
)
PLAIN = ("Goals", "Context", "Challenges", "US cooperation", "Recommendations")
SAID = (AIMS, SETTING, HURDLES, HELP, ADVICE)
KEYS = ("goals", "context", "challenges", "us_cooperation", "recommendations")

Write = Callable[[], File]
FORMS: dict[str, Write] = {}


def form(write: Write) -> Write:
    """Keep a form by its name."""
    FORMS[write.__name__] = write
    return write


def parts(names: tuple[str, ...] = NAMES) -> Iterator[tuple[int, str, tuple[Said, ...]]]:
    """Yield the number, name and points of each part."""
    yield from ((i, name, said) for i, (name, said) in enumerate(zip(names, SAID, strict=True), 1))


def _brief(
    section: Callable[[int, str], str],
    point: Callable[[int, Said], str],
    names: tuple[str, ...] = NAMES,
    title: str = "",
) -> File:
    body = title or p(TITLE, "Title")
    for i, name, said in parts(names):
        body += section(i, name) + "".join(point(n, one) for n, one in enumerate(said, 1))
    return File(body)


@form
def heading_styles() -> File:
    return _brief(lambda _, name: p(name, "Heading1"), lambda _, one: p(one.statement, "Heading2") + p(one.reason))


@form
def localized_styles() -> File:
    return _brief(lambda _, name: p(name, "berschrift1"), lambda _, one: p(one.statement, "Heading2") + p(one.reason))


@form
def renamed_styles() -> File:
    return _brief(lambda _, name: p(name, "Mine"), lambda _, one: p(one.statement, "Heading3") + p(one.reason))


@form
def outline_levels() -> File:
    level = '<w:outlineLvl w:val="2"/>'
    return _brief(lambda _, name: p(name, "Outlined"), lambda _, one: p(one.statement, more=level) + p(one.reason))


@form
def bold_lines_and_italic_points() -> File:
    return _brief(lambda _, name: p(name, look="b"), lambda _, one: p(one.statement, look="i") + p(one.reason))


@form
def capitals_and_bold_points() -> File:
    return _brief(lambda _, name: p(name.upper(), look="b"), lambda _, one: p(one.statement, look="b") + p(one.reason))


@form
def underlined_lines_and_bullets() -> File:
    return _brief(lambda _, name: p(name, look="u"), lambda _, one: p(f"{one.statement}. {one.reason}", number=1))


@form
def large_lines_and_numbers() -> File:
    return _brief(lambda _, name: p(name, look="32"), lambda _, one: p(f"{one.statement}. {one.reason}", number=2))


@form
def typed_numbers_and_typed_bullets() -> File:
    return _brief(lambda i, name: p(f"{i}. {name}", look="b"), lambda _, one: p(f"• {one.statement}. {one.reason}"))


@form
def roman_numerals_and_typed_numbers() -> File:
    roman = ("I", "II", "III", "IV", "V")
    return _brief(
        lambda i, name: p(f"{roman[i - 1]}. {name.upper()}", look="b"),
        lambda n, one: p(f"{n}) {one.statement}. {one.reason}"),
    )


@form
def automatic_roman_headings() -> File:
    return _brief(
        lambda _, name: p(name, look="b", number=3),
        lambda _, one: p(run(f"{one.statement}.", "b") + run(f" {one.reason}")),
    )


@form
def ordinal_paragraphs() -> File:
    words = ("First", "Second", "Third")
    return _brief(
        lambda _, name: p(name, look="b"),
        lambda n, one: p(f"{words[n - 1]}, {one.statement[:1].lower()}{one.statement[1:]}. {one.reason}"),
    )


@form
def bold_beginnings() -> File:
    return _brief(
        lambda _, name: p(name, look="bu"), lambda _, one: p(run(f"{one.statement}:", "b") + run(f" {one.reason}"))
    )


@form
def plain_lines() -> File:
    return _brief(
        lambda _, name: p(name), lambda _, one: p(f"{one.statement}. {one.reason}", number=1), PLAIN, p(TITLE)
    )


@form
def set_off_names() -> File:
    def section(_: int, name: str) -> str:
        return p(run(f"{name}:", "b") + run(" What follows was asked of the author."))

    return _brief(section, lambda _, one: p(f"{one.statement}. {one.reason}", number=1), PLAIN)


@form
def questions_as_headings() -> File:
    names = (
        *("What are the policy goals?", "In what context were they formed?", "What challenges stand in the way?"),
        *("Can cooperation with the United States help?", "What does the author recommend?"),
    )
    return _brief(
        lambda _, name: p(name, "Heading1"), lambda _, one: p(one.statement, "Heading2") + p(one.reason), names
    )


@form
def labels_before_points() -> File:
    return _brief(
        lambda _, name: p(name, "Heading1"),
        lambda n, one: p(run(f"Point {n}: ", "b") + run(f"{one.statement}. {one.reason}"), number=1),
    )


@form
def sentences_that_count() -> File:
    def answer(said: tuple[Said, ...]) -> str:
        words = ("First", "Second", "Third")
        return p(
            " ".join(
                f"{word}, {one.statement[:1].lower()}{one.statement[1:]}. {one.reason}"
                for word, one in zip(words, said, strict=False)
            )
        )

    return File(p(TITLE, "Title") + "".join(p(name, "Heading1") + answer(said) for _, name, said in parts()))


@form
def table_of_recommendations() -> File:
    body = p(TITLE, "Title")
    for i, name, said in parts():
        body += p(name, "Heading1")
        if i < 5:
            body += "".join(p(one.statement, "Heading2") + p(one.reason) for one in said)
        else:
            rows = (
                (str(n), one.statement, one.reason, "Norland, Estia", "short term") for n, one in enumerate(said, 1)
            )
            body += table(("No.", "Recommendation", "Rationale", "Responsible", "Timeframe"), *rows)
    return File(body)


@form
def two_column_page() -> File:
    cells = [
        p(name, "Heading2") + "".join(p(f"{one.statement}. {one.reason}", number=1) for one in said)
        for _, name, said in parts()
    ]
    return File(p(TITLE, "Title") + table((cells[0] + cells[1], cells[2] + cells[3])) + cells[4])


@form
def text_box_headings() -> File:
    def boxed(name: str) -> str:
        inner = f"<w:txbxContent>{p(name, 'Heading1')}</w:txbxContent>"
        shape = f"<w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
        return f"<w:p><w:r>{shape}</w:r></w:p>"

    return _brief(lambda _, name: boxed(name), lambda _, one: p(one.statement, "Heading2") + p(one.reason))


@form
def real_notes() -> File:
    file = _brief(
        lambda _, name: p(name, "Heading1"),
        lambda n, one: p(one.statement, "Heading2") + p(run(one.reason) + note(n)),
    )
    return File(file.body, notes={n: f"See report {n}." for n in (1, 2, 3)})


@form
def typed_notes() -> File:
    marks = iter(range(1, 12))
    file = _brief(
        lambda _, name: p(name, look="b"), lambda _, one: p(f"{one.statement}. {one.reason}[{next(marks)}]", number=1)
    )
    return File(file.body + p("Notes", look="b") + "".join(p(f"[{n}] See report {n}.") for n in range(1, 12)))


@form
def raised_notes() -> File:
    marks = iter(range(1, 12))
    file = _brief(
        lambda _, name: p(name, look="b"),
        lambda _, one: p(run(f"{one.statement}. {one.reason}") + run(str(next(marks)), "s"), number=1),
    )
    return File(file.body + "".join(p(f"{n}. See report {n}.") for n in range(1, 12)))
