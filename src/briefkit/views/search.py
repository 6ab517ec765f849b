"""Words looked for in all that briefs and the volume say: points, prose, notes, sources."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefkit.checks.parsed import ParsedBrief
from briefkit.document import blocks as b
from briefkit.document import cite
from briefkit.source.draft import Path
from briefkit.text.english import counted
from briefkit.views.places import place_name
from briefkit.views.rows import Fields, Rows
from briefkit.views.view import View

_AROUND = 60
"""Letters that are shown before and behind what was found."""
_TERMS = re.compile(r'"([^"]+)"?|(\S+)')


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that has all the words: its name, what stands around the first of them, and where."""

    place: str
    before: str
    found: str
    behind: str
    file: str
    line: int


FIELDS: Fields[Hit] = {
    "place": lambda hit: hit.place,
    "text": lambda hit: f"{hit.before}{hit.found}{hit.behind}",
    "found": lambda hit: hit.found,
    "file": lambda hit: hit.file,
    "line": lambda hit: hit.line,
}


def view(files: Sequence[ParsedBrief], words: str) -> View:
    """Return the places that have all of the words, whatever their case and accents; in quotes stand phrases."""
    terms = [folded(" ".join((phrase or word).split())) for phrase, word in _TERMS.findall(words)]
    hits = tuple(hit for file in files for hit in _hits(file, list(filter(None, terms))))
    rows: Rows[Hit] = Rows("hits", FIELDS, hits)
    told = (f"nothing has {words}",) if not hits else (f"{counted(len(hits), 'place', 'places')}",)
    return View(lambda: _document(words, hits), rows, remarks=told)


def folded(text: str) -> str:
    """Return a text without accents, in lower case and with plain quotation marks, as it is compared."""
    plain = text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})
    return "".join(sign for sign in unicodedata.normalize("NFD", plain) if not unicodedata.combining(sign)).casefold()


def _hits(file: ParsedBrief, terms: Sequence[str]) -> Iterator[Hit]:
    places: dict[str, list[tuple[Path, str]]] = {}
    for path, text in file.texts():
        places.setdefault(place_name(file.subject, path), []).append((path, text))
    for place, texts in places.items():
        if terms and all(any(term in folded(" ".join(text.split())) for _, text in texts) for term in terms):
            yield _of_text(file, place, texts, terms)
    for reference in file.subject.references:
        entry = b.plain(cite.bibliography_entry(reference))
        if terms and all(term in folded(entry) for term in terms):
            before, found, behind = _around(entry, terms)
            owner = place_name(file.subject, ("references",)).partition(":")[0]
            yield Hit(f"{owner}:ref:{reference.id}", before, found, behind, reference.place.file, reference.place.line)


def _of_text(file: ParsedBrief, place: str, texts: Sequence[tuple[Path, str]], terms: Sequence[str]) -> Hit:
    """Show the first text that has one of the words, with the line of the word."""
    path, text = next((path, text) for path, text in texts if _first(text, terms) is not None)
    start, end = _first(text, terms) or (0, 0)
    before, found, behind = _cut(text, start, end)
    at = file.site(path, part=(start, end))
    return Hit(place, before, found, behind, file.draft.source.name, at.line)


def _around(text: str, terms: Sequence[str]) -> tuple[str, str, str]:
    return _cut(text, *(_first(text, terms) or (0, 0)))


def _cut(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return what stands before, at and behind a stretch, on one line and cut between words."""
    before, found, behind = text[:start], text[start:end], text[end:]
    if len(before) > _AROUND:
        before = f"… {before[-_AROUND:].partition(' ')[2]}"
    if len(behind) > _AROUND:
        behind = f"{behind[:_AROUND].rpartition(' ')[0]} …"
    return re.sub(r"\s+", " ", before).lstrip(), " ".join(found.split()), re.sub(r"\s+", " ", behind).rstrip()


def _first(text: str, terms: Iterable[str]) -> tuple[int, int] | None:
    """Return where the first of the terms stands in a text as it is written, None where none does."""
    signs = [(folded(sign) if not sign.isspace() else " ", i) for i, sign in enumerate(text)]
    plain = "".join(part for part, _ in signs)
    places = [i for part, i in signs for _ in part]
    patterns = (re.compile(r"\s+".join(map(re.escape, term.split(" ")))) for term in terms)
    matches = [match for pattern in patterns if (match := pattern.search(plain)) and match[0]]
    if not matches:
        return None
    first = min(matches, key=lambda match: match.start())
    return places[first.start()], places[first.end() - 1] + 1


def _document(words: str, hits: Sequence[Hit]) -> b.Document:
    title = f"Found: {words}"
    head = tuple(b.Cell((b.paragraph(name),)) for name in ("Place", "Text"))
    body = tuple((b.Cell((b.Paragraph((b.Styled(b.text(hit.place), "label"),)),)), _found(hit)) for hit in hits)
    table = b.Table((b.ColumnHint(fixed=True), b.ColumnHint(weight=3)), head, (b.RowGroup(body),), row_heads=True)
    blocks: tuple[b.Block, ...] = (table,) if hits else (b.paragraph("Nothing was found."),)
    return b.Document(b.Meta(b.clean(title)), (b.Chapter("found", blocks, title=b.text(title)),))


def _found(hit: Hit) -> b.Cell:
    where = b.Styled(b.text(f"{hit.file}:{hit.line}"), "muted")
    line = (*b.text(hit.before), b.Strong(b.text(hit.found)), *b.text(hit.behind), b.LineBreak(), where)
    return b.Cell((b.Paragraph(line),))
