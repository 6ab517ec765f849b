"""The report of an import: what was found, every decision, what found no place, what was left out, the words."""

import re
from collections import Counter
from collections.abc import Iterator

from briefkit.importing.briefs import Imported
from briefkit.importing.content import Left
from briefkit.importing.draft import DraftAnswer
from briefkit.importing.log import Decision
from briefkit.source.draft import Json
from briefkit.text.english import counted
from briefkit.text.printable import shorten
from briefkit.text.words import count_words

_QUOTED = re.compile(r"“[^”]*”")
_FEW = 12
_WIDE = 96


def text(imported: Imported, source: str, target: str) -> str:
    """Return the report for people."""
    lines = [f"imported {source}{f' → {target}' if target else ''}", "", "Found"]
    lines += _found(imported)
    lines += ["", "Decisions"]
    lines += _aligned(list(_folded(imported.log.decisions)))
    if imported.log.unplaced:
        lines += ["", "No place was found for (it stands as comments at the end of the draft)"]
        for part in imported.log.unplaced:
            words = f"{count_words(part.text)} words: " if count_words(part.text) > _FEW else ""
            named = f"“{shorten(part.heading, 60)}”, " if part.heading else ""
            lines.append(f"  {named}{part.why}. {words}{shorten(part.text, _WIDE)}".rstrip())
    if imported.log.left:
        lines += ["", "Left out"]
        lines += _left(imported.log.left)
    lines += ["", *_words(imported)]
    return "\n".join(lines) + "\n"


def _found(imported: Imported) -> Iterator[str]:
    brief = imported.brief
    yield from _aligned(
        [
            ("title", brief.title or "none"),
            ("authors", "; ".join(name for name, _ in brief.authors) or "none"),
            ("date", brief.date or "none"),
            ("summary", counted(len(brief.summary), "paragraph", "paragraphs") if brief.summary else "none"),
            *((answer.question.name, _answer(answer)) for answer in brief.answers),
            ("notes", str(imported.notes)),
        ]
    )


def _answer(answer: DraftAnswer) -> str:
    beside = f", {counted(len(answer.overview), 'paragraph', 'paragraphs')} beside them" if answer.overview else ""
    return f"{counted(len(answer.points), 'point', 'points')}{beside}"


def _folded(decisions: list[Decision]) -> Iterator[tuple[str, str]]:
    """Yield decisions, of many that differ only in what they are about the first and how many more there are."""
    alike = Counter((one.about, _QUOTED.sub("“”", one.says)) for one in decisions)
    told: set[tuple[str, str]] = set()
    for one in decisions:
        form = (one.about, _QUOTED.sub("“”", one.says))
        if form not in told:
            more = alike[form] - 1
            yield one.about, f"{one.says}{f' (and {more} more like it)' if more else ''}"
        told.add(form)


def _aligned(pairs: list[tuple[str, str]]) -> list[str]:
    return [f"  {about:<16} {says}" for about, says in pairs]


def _left(left: list[Left]) -> Iterator[str]:
    counts = Counter(one.kind for one in left)
    for kind, number in counts.items():
        noun = kind if number == 1 else f"{kind}s".replace("headers", "headers").replace("textss", "texts")
        yield f"  {number} × {kind}" if number > 1 else f"  1 {noun}"
        for one in [one for one in left if one.kind == kind][:_FEW]:
            said = f"{one.remark}: {one.text}" if one.remark and one.text else one.remark or one.text
            yield f"    {shorten(said, _WIDE)}"
        if number > _FEW:
            yield f"    … and {number - _FEW} more; -f json has all of them"


def _words(imported: Imported) -> Iterator[str]:
    a = imported.account
    yield (
        f"Words: {a.found:,} in the file; {a.written:,} in the draft, {a.decided:,} used up by decisions,"
        f" {a.unplaced:,} without a place, {a.left:,} left out."
    )
    if a.lost:
        yield f"{len(a.lost)} words are nowhere, which is a fault of briefkit: {shorten(' '.join(a.lost), 300)}"


def record(imported: Imported, source: str, target: str) -> dict[str, Json]:
    """Return the report for machines."""
    brief, account = imported.brief, imported.account
    return {
        "file": source,
        "target": target or None,
        "found": {
            "title": brief.title or None,
            "authors": [name for name, _ in brief.authors],
            "date": brief.date or None,
            "summary": len(brief.summary),
            "notes": imported.notes,
            "answers": {
                answer.question.key: {"points": len(answer.points), "overview": len(answer.overview)}
                for answer in brief.answers
            },
        },
        "decisions": [one._asdict() for one in imported.log.decisions],
        "unplaced": [one._asdict() for one in imported.log.unplaced],
        "left_out": [one._asdict() for one in imported.log.left],
        "words": {
            "file": account.found,
            "draft": account.written,
            "decisions": account.decided,
            "unplaced": account.unplaced,
            "left_out": account.left,
            "lost": list(account.lost),
        },
    }
