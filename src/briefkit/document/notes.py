"""Citations and footnotes become numbered notes, chapter by chapter; the last step before a writer."""

import re
from collections import Counter, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeGuard

from briefkit.document import cite
from briefkit.document import walk as tree
from briefkit.document.blocks import (
    Blocks,
    Chapter,
    Citation,
    CitationItem,
    CrossReference,
    Document,
    FigureReference,
    Inline,
    Inlines,
    Note,
    NoteMark,
    NoteText,
    Paragraph,
    SourceBlocks,
    SourceChapter,
    SourceDocument,
    SourceInline,
    SourceInlines,
    Styled,
    Text,
    plain,
)
from briefkit.document.cite import typeset
from briefkit.format.model import Brief, Reference, Volume

_PUNCTUATION = re.compile(r"[.,;:!?]+[”’\"')]*")


References = Mapping[str, Reference]
"""Sources by citation key."""


def resolve(
    document: SourceDocument,
    references: Mapping[str, References],
    *,
    access_dates: bool = False,
    concise: bool = False,
    remarks: Mapping[str, Mapping[str, Inlines]] | None = None,
) -> Document:
    """Return the document with every citation and footnote as a `NoteMark`, and with the notes of each chapter.

    `references` are by the anchor of the chapter, then by citation key (see `sources` and `mixed_sources`). A source
    is given in full at its first mention in a chapter and in short form later. A `concise` document, whose bibliography
    has them all, gives the short form always (Chicago Manual of Style, 18th edition, 13.32). A citation beside a
    footnote, or beside another citation, makes one note with it; a bare citation, and any inside a footnote, stays in
    its sentence. An unknown key is printed as it is, in the role `orphan`. `remarks` are put after the full form of a
    source, by anchor and key, too.
    """
    said = remarks or {}
    chapters = (
        _Resolver(
            chapter, references.get(chapter.anchor, {}), access_dates, concise, said.get(chapter.anchor, {})
        ).chapter()
        for chapter in document.chapters
    )
    return Document(document.meta, tuple(chapters))


def sources(brief: Brief | None, volume: Volume | None = None) -> dict[str, Reference]:
    """Return what a chapter may cite: the volume's references and the brief's, which go before those of one key."""
    return {ref.id: ref for each in (volume, brief) if each for ref in each.references}


def mixed_sources(briefs: Iterable[Brief], volume: Volume | None = None) -> dict[str, Reference]:
    """Return what a chapter may cite that holds parts of several briefs, each part under its `scope`."""
    return {_scoped(brief.name, key): ref for brief in briefs for key, ref in sources(brief, volume).items()} | sources(
        None, volume
    )


def scope(blocks: SourceBlocks, brief: str) -> SourceBlocks:
    """Return blocks of a brief for a chapter of several briefs: their citation keys say whose they are."""

    def scoped(inlines: SourceInlines) -> SourceInlines:
        return tuple(map(scoped_inline, inlines))

    def scoped_inline(inline: SourceInline) -> SourceInline:
        match inline:
            case Citation(items):
                return replace(inline, items=tuple(replace(item, key=_scoped(brief, item.key)) for item in items))
            case Note(label, remark):
                return Note(label, scope(remark, brief))
            case FigureReference():
                return inline
            case other:
                return tree.descended(other, scoped)

    return tree.each_run(blocks, scoped)


def _scoped(brief: str, key: str) -> str:
    # A citation key has no @.
    return f"{brief}@{key}"


@dataclass
class _Resolver:
    """What is known while one chapter is resolved."""

    source: SourceChapter
    references: References
    access_dates: bool
    concise: bool
    remarks: Mapping[str, Inlines]
    notes: list[NoteText] = field(default_factory=list)
    marks: dict[Note, NoteMark] = field(default_factory=dict)
    repeated: set[Note] = field(default_factory=set)
    mentioned: set[int] = field(default_factory=set)
    """Identities of the references, which may stand under several keys."""

    def chapter(self) -> Chapter:
        counts = Counter(_notes(self.source.blocks))
        self.repeated = {note for note, count in counts.items() if count > 1}
        self.notes = list(self.source.notes)
        source, blocks = self.source, tree.each_run(self.source.blocks, self.body)
        return Chapter(
            source.anchor,
            blocks,
            tuple(self.notes),
            source.title,
            source.short,
            source.role,
            source.orientation,
            source.language,
            source.authors,
        )

    def body(self, inlines: SourceInlines) -> Inlines:
        """Return inlines of the running text with marks for its citations and notes."""
        if _are_plain(inlines):  # as most are
            return inlines
        result: list[Inline] = []
        rest = deque(inlines)
        while rest:
            match rest[0]:
                case Citation(items, bare=True):
                    rest.popleft()
                    result.extend(_with_next_mark(self.all_cited(items, in_text=True), rest))
                case Citation() | Note():
                    run = _run(rest)
                    _close(result, rest)
                    result.extend(self.mark(citations, note) for citations, note in self.grouped(run))
                case FigureReference(name):
                    rest.popleft()
                    result.append(_unknown(f"fig:{name}"))
                case other:
                    rest.popleft()
                    result.append(tree.descended(other, self.body))
        return _merged(inlines, result)

    def grouped(self, run: list[Citation | Note]) -> list[tuple[list[Citation], Note | None]]:
        """Return what makes one note each: citations and at most one remark; one used twice stays by itself."""
        groups: list[tuple[list[Citation], Note | None]] = []
        for item in run:
            citations, note = groups[-1] if groups else ([], None)
            alone = not groups or note in self.repeated
            if isinstance(item, Citation) and not alone:
                citations.append(item)
            elif isinstance(item, Citation):
                groups.append(([item], None))
            elif alone or note or item in self.repeated:
                groups.append(([], item))
            else:
                groups[-1] = (citations, item)
        return groups

    def mark(self, citations: list[Citation], note: Note | None) -> NoteMark:
        """Return the mark of a note, which is written unless it stands already."""
        if note and not citations and note in self.marks:
            return self.marks[note]
        number = len(self.notes) + 1
        prefix = f"{self.source.anchor}-" if self.source.anchor else ""
        mark = NoteMark(number, f"{prefix}note-{number}")
        cited = cite.sentence(self.all_cited([item for citation in citations for item in citation.items]))
        remark = tree.each_run(note.blocks, self.inside) if note else ()
        self.notes.append(NoteText(number, mark.anchor, _opened(cited, remark)))
        if note:
            self.marks[note] = mark
        return mark

    def inside(self, inlines: SourceInlines) -> Inlines:
        """Return inlines of a remark with its citations in the sentence, and remarks on the remark in parentheses."""
        result: list[Inline] = []
        rest = deque(inlines)
        while rest:
            match rest.popleft():
                case Citation(items, bare=True):
                    result.extend(_with_next_mark(self.all_cited(items), rest))
                case Citation(items):
                    result.extend(_in_parentheses(result, self.all_cited(items)))
                case Note(_, remark):
                    result.extend(_in_parentheses(result, tree.flat(tree.each_run(remark, self.inside))))
                case FigureReference(name):
                    result.append(_unknown(f"fig:{name}"))
                case other:
                    result.append(tree.descended(other, self.inside))
        return _merged(inlines, result)

    def all_cited(self, items: Iterable[CitationItem], *, in_text: bool = False) -> Inlines:
        """Return sources one after the other; in the text even a concise document has them in full."""
        return typeset.join("; ", (self.cited(item, in_text=in_text) for item in items))

    def cited(self, item: CitationItem, *, in_text: bool) -> Inlines:
        """Return a source with what stands before and after its key."""
        ref = self.references.get(item.key)
        prefix, suffix = self.inside(item.prefix), self.inside(item.suffix)
        if ref is None:
            key = _unknown(item.key.rpartition("@")[2])
            return typeset.join(" ", (prefix, typeset.join(", ", ((key,), suffix))))
        first, dated = id(ref) not in self.mentioned, item.accessed is not None
        self.mentioned.add(id(ref))
        ref = cite.varied(ref, accessed=item.accessed, titled=item.titled)
        if first and (in_text or not self.concise):
            text = cite.full_note(
                ref,
                locator=suffix,
                access_dates=self.access_dates,
                accessed=dated,
                suppress_author=item.suppress_author,
            )
            if remark := self.remarks.get(item.key):
                text = (*text, Text(" ["), *remark, Text("]"))
        else:
            text = cite.short_note(ref, suffix, accessed=dated, suppress_author=item.suppress_author)
        return typeset.join(" ", (prefix, text))


def _unknown(name: str) -> Inline:
    return Styled((Text(name),), "orphan")


def _are_plain(inlines: SourceInlines) -> TypeGuard[Inlines]:
    """Tell whether there is nothing in the inlines that could become a note."""
    return all(isinstance(inline, (Text, CrossReference)) for inline in inlines)


def _run(rest: deque[SourceInline]) -> list[Citation | Note]:
    """Take the citations and notes at the start, and the blanks between them, out of the inlines and return them."""
    found: list[Citation | Note] = []
    while rest:
        first, second = rest[0], rest[1] if len(rest) > 1 else None
        if _marked(first):
            found.append(first)
        elif not (found and isinstance(first, Text) and first.text.isspace() and _marked(second)):
            break
        rest.popleft()
    return found


def _marked(inline: SourceInline | None) -> TypeGuard[Citation | Note]:
    """Tell whether a mark takes the place of the inline in the text."""
    return isinstance(inline, Note) or (isinstance(inline, Citation) and not inline.bare)


def _close(before: list[Inline], after: deque[SourceInline]) -> None:
    """Draw a mark to the word before it and move punctuation that follows it before it, in place."""
    if before and isinstance(before[-1], Text):
        before[-1] = Text(before[-1].text.rstrip())
    match = _PUNCTUATION.match(after[0].text) if after and isinstance(after[0], Text) else None
    if match and not plain(tuple(before[-1:])).endswith((".", ",", ";", ":", "!", "?")):
        before.append(Text(match[0]))
        after[0] = Text(match.string[match.end() :])


def _with_next_mark(cited: Inlines, after: deque[SourceInline]) -> Inlines:
    """Return a citation within a sentence with the comma or period that follows it, which may go inside a quote."""
    if after and isinstance(after[0], Text) and after[0].text[:1] in (",", "."):
        mark, after[0] = after[0].text[0], Text(after[0].text[1:])
        return typeset.ended(cited, mark)
    return cited


def _in_parentheses(before: list[Inline], inlines: Inlines) -> Inlines:
    text = plain(tuple(before[-1:]))
    blank = "" if not text or text[-1].isspace() or text[-1] in "([“‘" else " "
    return (Text(f"{blank}("), *inlines, Text(")")) if inlines else ()


def _opened(cited: Inlines, remark: Blocks) -> Blocks:
    """Return the blocks of a note: the citation, then the remark in the same paragraph if it begins with one."""
    if not cited:
        return remark
    match remark:
        case (Paragraph(children) as first, *others):
            return (replace(first, children=typeset.merged((*cited, Text(" "), *children))), *others)
        case _:
            return (Paragraph(cited), *remark)


def _merged(before: SourceInlines, after: list[Inline]) -> Inlines:
    """Return what became of a run, neighboring texts in one unless nothing was changed."""
    same = len(before) == len(after) and all(old is new for old, new in zip(before, after, strict=True))
    return tuple(after) if same else typeset.merged(after)


def _notes(blocks: SourceBlocks) -> list[Note]:
    """Return the notes of the running text in reading order."""
    return [inline for run in tree.runs(blocks) for inline in tree.inlines(run) if isinstance(inline, Note)]
