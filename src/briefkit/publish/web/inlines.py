"""Inlines → HTML."""

from urllib.parse import quote

from briefkit.document import blocks as b
from briefkit.publish.web.anchors import identifier
from briefkit.publish.web.markup import address, attributes, escaped
from briefkit.publish.web.story import Story

_SHORT = 12
"""Letters of a label that stays on one line."""


def inlines(run: b.Inlines, story: Story) -> str:
    """Return a run of inlines as HTML."""
    match run:
        case (b.Text(text),):  # most cells and many headings
            return escaped(text)
        case _:
            return _Line(story).write(run)


class _Line:
    """A run that is being written: a link inside a link is text, and notes of a link come after it."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.in_link = False
        self.held: list[b.NoteMark] = []

    def write(self, run: b.Inlines) -> str:
        parts = []
        before: b.Inline | None = None
        for inline in run:
            follows = isinstance(before, b.NoteMark) and isinstance(inline, b.NoteMark)
            parts.append(self._inline(inline, follows=follows))
            before = inline
        return "".join(parts)

    def _inline(self, inline: b.Inline, *, follows: bool) -> str:
        match inline:
            case b.Text(text):
                return escaped(text)
            case b.Code(text):
                return f"<code>{escaped(text)}</code>"
            case b.LineBreak():
                return "<br>"
            case b.NoteMark():
                return self._mark(inline, follows=follows)
            case b.CrossReference():
                return self._cross_reference(inline)
            case b.Link(children, url):
                return self._link(children if b.plain(children).strip() else (b.Text(url), *children), address(url))
            case b.Styled(children, role, language):
                return self._styled(children, role, language)
            case _:
                name = _name(inline)
                return f"<{name}>{self.write(inline.children)}</{name}>"

    def _styled(self, children: b.Inlines, role: b.Role | None, language: str) -> str:
        with self.story.speaking(language) as said:
            inner = self.write(children)
        name = "strong" if role == "strong" else "span"
        looks = attributes(class_=role) if role and role != "strong" else ""
        return f"<{name}{looks}{said}>{inner}</{name}>" if role or said else inner

    def _mark(self, mark: b.NoteMark, *, follows: bool) -> str:
        if self.in_link:
            self.held.append(mark)
            return ""
        if mark.anchor not in self.story.notes:
            return f'<sup class="mark">{mark.number}</sup>'
        link = attributes(
            id=self.story.mark(mark),
            href=self.story.anchors.link(mark.anchor),
            role="doc-noteref",
            data_preview=self.story.notes[mark.anchor].preview or None,
        )
        return f'<sup class="mark{" next" if follows else ""}"><a{link}>{mark.number}</a></sup>'

    def _cross_reference(self, reference: b.CrossReference) -> str:
        link = self.story.anchors.link(reference.anchor)
        if link and reference.label:
            preview = b.plain(reference.title) or None
            kind = "ref short" if len(b.plain(reference.label)) <= _SHORT else "ref"
            return self._link(reference.label, link, class_=kind, data_preview=preview)
        if reference.elsewhere:
            document = quote(reference.elsewhere.document, errors="replace", safe="")
            link = f"{document}{self.story.suffix}#{identifier(reference.anchor)}"
        return self._link(b.both(reference), link, class_="ref")

    def _link(self, children: b.Inlines, link: str, **given: str | None) -> str:
        if not link or self.in_link:
            return self.write(children)
        self.in_link = True
        inner = self.write(children)
        self.in_link = False
        held, self.held = self.held, []
        marks = "".join(self._mark(mark, follows=i > 0) for i, mark in enumerate(held))
        return f"<a{attributes(href=link, **given)}>{inner}</a>{marks}" if inner.strip() else inner + marks


def _name(inline: b.Emphasis | b.Strong | b.Superscript | b.Inserted | b.Deleted) -> str:
    match inline:
        case b.Emphasis():
            return "em"
        case b.Strong():
            return "strong"
        case b.Superscript():
            return "sup"
        case b.Inserted():
            return "ins"
        case b.Deleted():
            return "del"
