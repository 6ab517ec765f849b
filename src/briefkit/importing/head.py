"""What stands before the first part of a document: title, authors, date, readers; and the lists at its end."""

import re
from collections.abc import Mapping, Sequence

from briefkit.importing import facts, people
from briefkit.importing.content import Block, Content, Paragraph, Table
from briefkit.importing.draft import DraftBrief
from briefkit.importing.evening import text_of
from briefkit.importing.headings import Heading
from briefkit.importing.inlines import marks, words_only
from briefkit.importing.log import Log, shown
from briefkit.importing.sections import Section
from briefkit.text.english import listed
from briefkit.text.words import count_words

_SERIES = re.compile(
    r"(?:executive\s+summary|memo(?:randum)?|(?:policy|research|issue|evidence|working|discussion|white|briefing|position)\s+(?:brief|paper|memo(?:randum)?|note|report)s?)"
    r"(?:\s*(?:series|no\.?|number|#|\d+|[|/:–-]|\w{3,9} \d{4})\s*)*",
    re.IGNORECASE,
)
_READERS = re.compile(
    r"^\s*(?:written for|prepared for|audience|target audience|for the attention of|to)\s*(?::|\s-)\s*(?=\S)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^\s*(?:re|subject|title)\s*:\s*(?=\S)", re.IGNORECASE)
_DATED = re.compile(r"^\s*(?:date|published|last updated|updated)\s*:?\s+", re.IGNORECASE)
_SHORT = re.compile(r"^([A-Z][\w/&.’'-]{1,14})\s*(?:[:–—=-]\s+|\s)\s*(?=\S)(.+)$", re.DOTALL)
_EARLY = 8
"""Paragraphs from the title on among which authors and date are looked for."""


def read(section: Section, content: Content, brief: DraftBrief, log: Log) -> None:
    """Fill the head of the brief; what stands there and is none of it found no place."""
    blocks = list(section.blocks)
    place = _title_place(blocks, section.inner)
    rest: list[Block] = blocks
    if place is not None:
        title = blocks[place]
        if isinstance(title, Paragraph):
            _title(title, brief, log)
            brief.name = next((name for name in title.bookmarks if name and not name.startswith("_")), "")
        after = _subtitle(blocks, place, section.inner, brief)
        rest = [*blocks[:place], *blocks[after:]]
        _early(rest, place, brief, log)
    elif content.title:
        brief.title = content.title
        log.decide("title", f"{shown(content.title)} is taken from the properties of the file")
    _say(brief, content, log)
    for block in rest:
        log.leave("", "stands before the first part", text_of(block))


def _say(brief: DraftBrief, content: Content, log: Log) -> None:
    if brief.title and content.title != brief.title:
        log.decide("title", f"{shown(brief.title)} is taken for the title")
    if not brief.authors and people.is_name(content.creator):
        brief.authors.append((content.creator, ""))
        log.decide(
            "authors",
            f"{shown(content.creator)} is taken from the properties of the file, which may only name a typist",
        )


def _title_place(blocks: Sequence[Block], inner: Mapping[int, Heading]) -> int | None:
    """Return where the title stands: the style says so, else the highest heading, else the first short line."""
    lines = [i for i, block in enumerate(blocks) if isinstance(block, Paragraph)]
    for i in lines[:10]:
        if _SUBJECT.match(_text(blocks[i])):
            return i
    for i in lines:
        if (block := blocks[i]) and isinstance(block, Paragraph) and block.style == "title":
            return i
    named = [i for i in inner if not _SERIES.fullmatch(_text(blocks[i]).strip())]
    if named:
        return min(named, key=lambda i: (inner[i].rank, i))
    for i in lines[:3]:
        text = _text(blocks[i])
        if (
            count_words(text) <= 25
            and not _SERIES.fullmatch(text.strip())
            and not text.rstrip().endswith(".")
            and not people.is_signed(text)
        ):
            return i
    return None


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _title(title: Paragraph, brief: DraftBrief, log: Log) -> None:
    text = words_only(title.inlines)
    if match := _SUBJECT.match(text):
        log.decide("title", f"{shown(match[0].strip())} before the title is left out", match[0])
        text = text[match.end() :]
    first, joint, second = text.partition(": ")
    series = _SERIES.fullmatch(first.strip())
    if joint and series:
        log.decide("title", f"{shown(first)} before the title is left out", first)
        first, joint, second = second.partition(": ")
    brief.title, brief.subtitle = first.strip(), second.strip()
    if joint:
        log.decide("title", "what follows its colon is taken for the subtitle")
    if marks(title.inlines):
        log.decide("title", "a note of the title is listed, since titles have none")


def _subtitle(blocks: Sequence[Block], place: int, inner: Mapping[int, Heading], brief: DraftBrief) -> int:
    """Take the line behind the title for the subtitle where its style or look says so; return where the rest begins."""
    after = blocks[place + 1] if place + 1 < len(blocks) else None
    if not isinstance(after, Paragraph) or brief.subtitle:
        return place + 1
    text = words_only(after.inlines)
    is_line = (
        place + 1 in inner and not people.read(text, sure=False) and not people.is_signed(text) and not facts.date(text)
    )
    if after.style == "subtitle" or (is_line and count_words(text) <= 20 and not people.is_house(text)):
        brief.subtitle = text
        return place + 2
    return place + 1


def _early(rest: list[Block], place: int, brief: DraftBrief, log: Log) -> None:
    """Take authors, date and readers from the lines around the title out of the rest."""
    for block in list(rest[: place + _EARLY]):
        if not isinstance(block, Paragraph):
            continue
        text = words_only(block.inlines)
        if count_words(text) > 60:
            continue
        if match := _READERS.match(text):
            brief.audience += [one.strip(" .") for one in text[match.end() :].split(",") if one.strip(" .")]
            log.decide("audience", f"{shown(text)} names the readers", match[0])
        elif not _pieces(text, block, brief, log):
            continue
        rest.remove(block)


def _pieces(text: str, block: Paragraph, brief: DraftBrief, log: Log) -> bool:
    """Read a line of the head, parted by bars and dots; tell whether all of it was understood."""
    sure = block.style.startswith(("author", "byline")) or people.is_signed(text)
    authors: list[tuple[str, str]] = []
    house = date = ""
    used: list[str] = []
    for piece in re.split(r"\s+[·|•]\s+|\s{3,}", text):
        plain = _DATED.sub("", piece).strip()
        if _SERIES.fullmatch(piece.strip()):
            used.append(piece)
        elif not date and (day := facts.date(plain)):
            date = day
            used.append(piece)
        elif found := people.read(piece, sure=sure):
            authors += found
            used.append(people.used_up(piece, found))
        elif (
            people.is_house(piece) and not _SERIES.fullmatch(piece.strip()) and (authors or brief.authors) and not house
        ):
            house = piece.strip()
        elif block.style == "date" and not date:
            used.append(piece)
            log.decide("date", f"{shown(piece)} is no date that can be read", "")
            return False
        else:
            return False
    if (
        (authors and brief.authors)
        or (date and brief.date)
        or (house and not authors and any(h for _, h in brief.authors))
    ):
        return False
    brief.authors += authors
    if house:
        brief.authors[-1:] = [(brief.authors[-1][0], house)]
    if authors:
        names = [name for name, _ in authors]
        log.decide("authors", f"{listed(names, 'and')} {'are' if len(names) > 1 else 'is'} taken for the byline")
    brief.date = brief.date or date
    if date:
        log.decide("date", f"{shown(text)} gives the date {date}")
    log.decide("head", "words around authors and date are left out", " ".join(used)) if "".join(used).strip() else None
    return True


def abbreviations(section: Section, shared: Mapping[str, str], brief: DraftBrief, log: Log) -> None:
    """Read a list of abbreviations; `shared` are those of the volume, which a brief need not repeat."""
    count = 0
    for block in section.blocks:
        if isinstance(block, Table) and all(len(row) == 2 for row in block.rows):
            pairs = [(" ".join(map(text_of, row[0])), " ".join(map(text_of, row[1]))) for row in block.rows]
        else:
            match = _SHORT.match(_text(block))
            pairs = [(match[1], match[2])] if match else []
        if not pairs:
            log.leave("", "stands among the abbreviations", text_of(block))
        for short, meaning in ((one.strip(" :"), other.strip()) for one, other in pairs):
            count += 1
            if shared.get(short) == meaning:
                log.decide("abbreviations", f"{short} is one of the volume", f"{short} {meaning}")
            elif short and meaning and short not in brief.abbreviations:
                brief.abbreviations[short] = meaning
            else:
                log.leave("", "stands among the abbreviations", f"{short} {meaning}")
    log.decide("abbreviations", f"{count} abbreviations found")
