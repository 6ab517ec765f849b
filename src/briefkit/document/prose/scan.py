"""One scan for what most prose is: paragraphs, citations, footnotes, and simple emphasis and links.

It finds what markdown-it would find, or refuses the value.
"""

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from briefkit.document.prose import citation
from briefkit.document.prose.marks import Mark, MarkKind, MarkupFault, MarkupFaultKind
from briefkit.document.prose.paragraphs import Paragraph, cut
from briefkit.source.draft import Span
from briefkit.text.printable import shorten

if TYPE_CHECKING:
    from briefkit.document.blocks import SourceBlocks

FindKind: TypeAlias = Literal["citation", "bare", "figure", "note", "emphasis", "strong", "link"]

_SIGN = re.compile(r"[\[@*_]")
# As long as the label of a link may be, so that no mark without an end is sought through all the rest.
_FOOTNOTE = re.compile(r"\[\^([^\]\n]{1,999})\]")
_FIGURE = re.compile(r"\[fig:([^\[\]\s]+)\](?![(\[])")
# An address that markdown-it leaves as it is.
_LINK = re.compile(r"\[([^\[\]@*_]+)\]\((https?://[a-z0-9]+(?:[.-][a-z0-9]+)*(?:/[\w\-./?=&+,:;~#]*)?)\)", re.ASCII)
_STRESS = re.compile(r"([*_]{1,2})([^*_\[@]+)\1(?![*_])")
_IN_STRETCH = re.compile(r"[*\[\]@]|(?<![^\W_])_|_(?![^\W_])")
_NOT_BREAK = re.compile(r"[^\n]")
_PUNCTUATION = "!\"#%&'(),-./:;?[]{}“”‘’—–…"
_BLANKS = " \n"


class Find(NamedTuple):
    """A stretch of a paragraph that is more than text, with the stretch of its own text and what it names."""

    kind: FindKind
    start: int
    end: int
    text: tuple[int, int] = (0, 0)
    target: str = ""
    sources: tuple[citation.Source, ...] = ()


class RefusedError(Exception):
    """The value needs a parser of all Markdown."""


def scan(value: str) -> "Scan | None":
    """Return what is found in a value, None where it may hold more than the scan knows."""
    paragraphs = cut(value)
    if paragraphs is None:
        return None
    try:
        return Scan(value, paragraphs)
    except RefusedError:
        return None


class Scan:
    """The marks, faults and visible words of a value, and what its blocks are built from."""

    __slots__ = ("_hidden", "_labels", "_links", "faults", "finds", "marks", "paragraphs", "value")

    def __init__(self, value: str, paragraphs: list[Paragraph]) -> None:
        """Scan the paragraphs of a value.

        Raises RefusedError for what is not surely understood.
        """
        self.value = value
        self.paragraphs = paragraphs
        self.marks: list[Mark] = []
        self.faults: list[MarkupFault] = []
        self.finds: list[list[Find]] = []
        self._hidden: list[tuple[int, int]] = []
        self._labels = {paragraph.label for paragraph in paragraphs if paragraph.label}
        self._links = value.count("](")
        for paragraph in paragraphs:
            self.finds.append(self._finds(paragraph))
        if self._links:
            raise RefusedError

    @property
    def masked(self) -> str:
        """The value with all blanked that is no visible word."""
        parts: list[str] = []
        shown = 0
        for start, end in self._hidden:
            hidden = self.value[start:end]
            parts += (self.value[shown:start], _NOT_BREAK.sub(" ", hidden) if "\n" in hidden else " " * (end - start))
            shown = end
        return "".join((*parts, self.value[shown:]))

    def blocks(self) -> "SourceBlocks":
        """Build the blocks."""
        from briefkit.document.prose import build  # only views need the tree

        return build.blocks_of(self)

    def _finds(self, paragraph: Paragraph) -> list[Find]:
        begin, at, end, label = paragraph
        if label:
            self.marks.append(Mark("footnote-text", label, Span(begin, begin + len(f"[^{label}]"))))
            self._hidden.append((begin, at))
        finds: list[Find] = []
        for sign in _SIGN.finditer(self.value, at, end):
            if sign.start() < at:
                continue
            match sign[0]:
                case "[":
                    at = self._bracket(sign.start(), paragraph, finds)
                case "@":
                    at = self._key(max(at, sign.start() - 1), sign.start(), paragraph, finds)
                case _:
                    at = self._stress(sign.start(), paragraph, finds)
        return finds

    def _mark(self, kind: MarkKind, target: str, start: int, end: int, paragraph: Paragraph) -> None:
        self.marks.append(Mark(kind, target, Span(start, end), bool(paragraph.label)))

    def _fault(self, kind: MarkupFaultKind, start: int, end: int) -> None:
        self.faults.append(MarkupFault(kind, Span(start, end), shorten(self.value[start:end])))

    def _bracket(self, at: int, paragraph: Paragraph, finds: list[Find]) -> int:
        """Take what starts with a bracket; return where to go on."""
        if footnote := _FOOTNOTE.match(self.value, at, paragraph.end):
            return self._footnote(footnote[1], at, footnote.end(), paragraph, finds)
        if self._links and (link := _LINK.match(self.value, at, paragraph.end)):
            self._links -= 1
            self._mark("link", link[2], at, link.end(), paragraph)
            self._hidden += ((at, link.start(1)), (link.end(1), link.end()))
            finds.append(Find("link", at, link.end(), link.span(1), link[2]))
            return link.end()
        if figure := _FIGURE.match(self.value, at, paragraph.end):
            self._mark("figure", figure[1], at, figure.end(), paragraph)
            self._hidden.append((at, figure.end()))
            finds.append(Find("figure", at, figure.end(), target=figure[1]))
            return figure.end()
        if found := citation.bracketed(self.value, at, paragraph.end):
            return self._citation("citation", *found, at, paragraph, finds)
        return at + 1

    def _footnote(self, label: str, at: int, end: int, paragraph: Paragraph, finds: list[Find]) -> int:
        self._mark("footnote-mark", label, at, end, paragraph)
        self._hidden.append((at, end))
        if label not in self._labels:
            self._fault("undefined-footnote", at, end)
        elif paragraph.label:
            self._fault("misplaced-footnote", at, end)
        else:
            finds.append(Find("note", at, end, target=label))
        return end

    def _key(self, minus: int, at: int, paragraph: Paragraph, finds: list[Find]) -> int:
        """Take a citation without brackets: a source in a footnote, elsewhere a fault."""
        for start in dict.fromkeys((minus, at)):
            if found := citation.bare(self.value, start, paragraph.end):
                break
        else:
            return at + 1
        if paragraph.label:
            return self._citation("bare", *found, start, paragraph, finds)
        end = found[0][0].at[1]
        self._fault("bare-citation", *found[0][0].at)
        self._hidden.append((start, end))
        return end

    def _citation(
        self,
        kind: Literal["citation", "bare"],
        sources: list[citation.Source],
        end: int,
        at: int,
        paragraph: Paragraph,
        finds: list[Find],
    ) -> int:
        for source in sources:
            for stretch in (source.prefix, source.suffix):
                if _IN_STRETCH.search(self.value, *stretch):
                    raise RefusedError
            self._mark("citation", source.key, *source.at, paragraph)
        self._hidden.append((at, end))
        finds.append(Find(kind, at, end, sources=tuple(sources)))
        return end

    def _stress(self, at: int, paragraph: Paragraph, finds: list[Find]) -> int:
        """Take emphasis around plain words, or an underscore inside a word.

        Raises RefusedError for any other asterisk or underscore.
        """
        value = self.value
        before = value[at - 1] if at > paragraph.start else " "
        if value[at] == "_" and before.isalnum() and value[at + 1 : min(at + 2, paragraph.end)].isalnum():
            return at + 1
        stress = _STRESS.match(value, at, paragraph.end)
        if not stress:
            raise RefusedError
        first, last = stress[2][0], stress[2][-1]
        after = value[stress.end()] if stress.end() < paragraph.end else " "
        opens = first.isalnum() and (before in _BLANKS or before in _PUNCTUATION)
        closes = after in _BLANKS or (after in _PUNCTUATION and last.isalnum())
        if not (opens and closes and (last.isalnum() or last in _PUNCTUATION)):
            raise RefusedError
        self._hidden += ((at, stress.start(2)), (stress.end(2), stress.end()))
        kind: FindKind = "strong" if len(stress[1]) == 2 else "emphasis"
        finds.append(Find(kind, at, stress.end(), stress.span(2)))
        return stress.end()
