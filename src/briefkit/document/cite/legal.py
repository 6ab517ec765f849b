"""Laws, treaties, cases and hearings, which are cited as lawyers do (CMOS 18, chapter 14, after the Bluebook)."""

from briefkit.document.blocks import Emphasis, Inlines, Text
from briefkit.document.cite import names, numerals, typeset, work
from briefkit.document.cite.entry import Entry

_SYMBOLS = {"sec.": "§", "secs.": "§§", "para.": "¶", "paras.": "¶¶", "chap.": "c.", "chaps.": "cc."}
"""Labels of locators as lawyers write them."""


def reference(entry: Entry) -> Inlines:
    """Return title, source and date of a legal text, and the place cited; alike in notes and bibliography."""
    if entry.type == "treaty":
        parties = "-".join(names.short(name) for name in entry.ref.names.get("author", ()))
        entry.people("author")
        date = typeset.upright(entry.date("issued", "day"))
        cited = typeset.join(", ", (_title(entry), typeset.upright(parties), date, _source(entry)))
    else:
        cited = typeset.join(", ", (_title(entry), _source(entry)))
        cited = typeset.join(" ", (cited, _date(entry), _remark(entry)))
    at = f"at {entry.locator}" if entry.pages and entry.has("page") else _place(entry)
    return typeset.join(", ", (cited, typeset.upright(at)))


def _title(entry: Entry) -> Inlines:
    if entry.type == "hearing":
        return _hearing(entry)
    text = entry.text("title")
    return typeset.upright(text) if text else work.TITLE_LOST


def _hearing(entry: Entry) -> Inlines:
    """Return the title of a hearing, to which belongs before whom it was held."""
    bill, committee = entry.text("number"), entry.text("section")
    held = " ".join(filter(None, ("Hearing", bill and f"on {bill}", committee and f"before the {committee}")))
    title = typeset.title(entry.text("title"), quoted=False)
    if not bill and not committee:
        return typeset.join(", ", (title or work.TITLE_LOST, typeset.title("Hearing", quoted=False)))
    if not title:
        return typeset.title(held, quoted=False)
    return (Emphasis(typeset.merged((*_children(title), Text(": "), *_children(typeset.title(held, quoted=False))))),)


def _children(title: Inlines) -> Inlines:
    """Return a title in italics as it stands within italics."""
    parts: list[Inlines] = [part.children if isinstance(part, Emphasis) else (Emphasis((part,)),) for part in title]
    return tuple(inline for part in parts for inline in part)


def _source(entry: Entry) -> Inlines:
    match entry.type:
        case "hearing":
            return _words(entry.text("authority"), entry.text("chapter-number"))
        case "treaty":
            reporter = (entry.text("volume"), entry.text("container-title"))
            return _words(*reporter, _first_page(entry) or _number(entry))
        case "legal_case":
            return _case(entry)
    if not entry.has("number"):
        return _reporter(entry)
    kind = entry.text("genre") or "Pub. L."
    return typeset.join(", ", (typeset.capitalized(_words(kind, _number(entry))), _reporter(entry)))


def _case(entry: Entry) -> Inlines:
    if not entry.has("container-title"):
        return _words(_number(entry))
    section = _section(entry)
    return _words(entry.text("volume"), entry.text("container-title"), section, _first_page(entry) or "___")


def _reporter(entry: Entry) -> Inlines:
    """Return the collection that a law stands in, with its section or page: 42 U.S.C. § 7401, 78 Stat. 241."""
    where = _section(entry) if entry.has("section") and not entry.has("number") else _first_page(entry)
    return _words(entry.text("volume"), entry.text("container-title"), where)


def _section(entry: Entry) -> str:
    text = entry.text("section")
    several = numerals.is_numeric(text) and any(mark in text for mark in "-–,&")
    return f"{'§§' if several else '§'} {text}" if text else ""


def _number(entry: Entry) -> str:
    """Return the number of a law or case; a hyphen in it makes no range of it: Pub. L. No. 88-352."""
    text = entry.text("number")
    numbered = entry.type == "legislation" or (
        text and all(part.isalnum() for part in text.split("-")) and text[-1].isdigit()
    )
    return f"No. {text}" if text and numbered else text


def _first_page(entry: Entry) -> str:
    return entry.text("page-first") or entry.text("page").replace("–", "-").partition("-")[0]


def _date(entry: Entry) -> Inlines:
    if entry.type == "legal_case":
        precision = "year" if entry.has("container-title") else "day"
        return typeset.bracketed(_words(entry.text("authority"), entry.date("issued", precision)))
    first = entry.date("original-date", "year")
    # Without number and page, a law is found in its gazette by the day.
    located = entry.has("number", "page", "page-first", "section", "volume") or entry.type != "legislation"
    year = entry.date("issued", "year" if located else "day") or entry.date("submitted", "day")
    return typeset.bracketed(typeset.upright(" & ".join(filter(None, (first, year)))))


def _remark(entry: Entry) -> Inlines:
    """Return who testified at a hearing, or where a law holds and whether it is in force."""
    if entry.type == "hearing":
        people = entry.ref.names.get("author", ())
        entry.people("author")
        spoken = [names.full(name) for name in people]
        several = f"{spoken[0]} et al." if len(spoken) > names.NOTE_LIMIT else " & ".join(spoken)
        return typeset.bracketed(typeset.upright(f"testimony of {several}" if spoken else ""))
    if entry.type != "legislation":
        return ()
    return typeset.bracketed(typeset.upright("; ".join(filter(None, map(entry.text, ("jurisdiction", "status"))))))


def _words(*words: str) -> Inlines:
    return typeset.upright(" ".join(filter(None, words)))


def _place(entry: Entry) -> str:
    label, blank, place = entry.locator.partition(" ")
    return f"{_SYMBOLS.get(label, label)}{blank}{place}"


def place_in_short(entry: Entry) -> list[Inlines]:
    """Return the parts of a short note that name the place."""
    return [typeset.upright(_place(entry))]
