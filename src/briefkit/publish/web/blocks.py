"""Blocks → HTML, each with its role as its class."""

from collections.abc import Sequence

from briefkit.document import blocks as b
from briefkit.document import walk
from briefkit.publish.web import figures, tables
from briefkit.publish.web.inlines import inlines
from briefkit.publish.web.language import mixed
from briefkit.publish.web.markup import attributes, element, escaped
from briefkit.publish.web.story import Story

_LOWEST = 6
_KEY = 4
"""Letters up to which terms are labels, and what is said of each stands beside it."""


class Body:
    """Blocks of a chapter as content, one after the other; headings never skip a level."""

    def __init__(self, story: Story, chapters: Sequence[b.Chapter], below: int = 0) -> None:
        """Begin the first of the chapters; its headings are so many levels `below` those that it has."""
        self.story = story
        self.chapters = chapters
        self.below = below
        self.last = 1 if below or not chapters[0].title else 0

    def blocks(self, blocks: b.Blocks) -> str:
        """Return blocks as HTML."""
        return "".join([self._block(block) for block in blocks])

    def _block(self, block: b.Block) -> str:
        match block:
            case b.Section():
                return self._section(block)
            case b.Heading():
                return self.heading(block)
            case b.Paragraph(children, role, language):
                return self._paragraph(children, role, language)
            case b.BulletList() | b.OrderedList() | b.DefinitionList():
                return self._list(block)
            case b.Quote(inner):
                return f"<blockquote>{self.blocks(inner)}</blockquote>\n"
            case b.Table():
                return tables.table(block, self.story, self.item)
            case b.Figure():
                return figures.figure(block, self.story, self.item)
            case b.Contents():
                return self._contents(block)
            case b.Preformatted(text):
                return f"<pre>{escaped(text)}</pre>\n"
            case b.Divider():
                return "<hr>\n"
            case b.PageBreak():
                return '<div class="page-break"></div>\n'

    def level(self, wanted: int) -> int:
        """Return the level of the next heading."""
        self.last = min(max(1, wanted + self.below), self.last + 1, _LOWEST)
        return self.last

    def heading(self, heading: b.Heading) -> str:
        """Return a heading."""
        words = inlines(heading.children, self.story)
        if not words.strip():
            return ""
        place = attributes(id=self.story.anchors.place(heading.anchor)) if heading.anchor else ""
        level = self.level(heading.level)
        return f"<h{level}{place}{mixed(words)}>{words}</h{level}>\n"

    def _section(self, section: b.Section) -> str:
        role, blocks = section.role, section.blocks
        if role == "half-title":
            return ""
        with self.story.speaking(section.language) as said:
            title = element("p", inlines(section.title, self.story), class_="title") + "\n" if section.title else ""
            inner = title + self._inside(role, blocks)
        if not inner:
            return ""
        name = "section" if any(isinstance(block, b.Heading) for block in blocks[:1]) else "div"
        return f'<{name} class="{role}"{said}>\n{inner}</{name}>\n'

    def _inside(self, role: b.SectionRole, blocks: b.Blocks) -> str:
        """Return what is in a section. The facts of a point stand apart from what it says, beside it on a wide page."""
        match role, blocks:
            case "point", (*said, b.Section("facts") as facts):
                return f'<div class="said">\n{self.blocks(tuple(said))}</div>\n{self._section(facts)}'
            case _:
                return self.blocks(blocks)

    def _paragraph(self, children: b.Inlines, role: b.ParagraphRole, language: str) -> str:
        looks = "" if role == "text" else f' class="{role}"'
        if not language:
            words = inlines(children, self.story)
            return f"<p{looks}{mixed(words)}>{words}</p>\n" if words else ""
        with self.story.speaking(language) as said:
            words = inlines(children, self.story)
        return f"<p{looks}{said}>{words}</p>\n" if words else ""

    def item(self, blocks: b.Blocks) -> str:
        """Return what stands in an item or a cell: a paragraph of text that is alone, or leads a list, is bare."""
        match blocks:
            case (b.Paragraph(children, "text", ""), *rest) if all(
                isinstance(block, b.BulletList | b.OrderedList) for block in rest
            ):
                words = inlines(children, self.story)
                bare = f"<bdi>{words}</bdi>" if mixed(words) else words
                return bare + self.blocks(tuple(rest))
            case _:
                return self.blocks(blocks).removesuffix("\n")

    def _list(self, block: b.BulletList | b.OrderedList | b.DefinitionList) -> str:
        match block:
            case b.BulletList(items):
                return self._listed("ul", items)
            case b.OrderedList(items, start):
                return self._listed("ol", items, str(start) if start != 1 else None)
            case b.DefinitionList(items):
                return self._definitions(items, block.kinds)

    def _listed(self, name: str, items: Sequence[b.Blocks], start: str | None = None) -> str:
        written = [f"<li>{inner}</li>\n" for item in items if (inner := self.item(item))]
        return f"<{name}{attributes(start=start)}>\n{''.join(written)}</{name}>\n" if written else ""

    def _definitions(self, items: Sequence[tuple[b.Inlines, b.Blocks]], kinds: Sequence[b.FactKind]) -> str:
        written = []
        for i, (term, said) in enumerate(items):
            kind = attributes(class_=kinds[i]) if i < len(kinds) else ""
            named = inlines(term, self.story)
            written.append(f"<div{kind}><dt>{named}</dt><dd>{self.item(said)}</dd></div>\n")
        is_key = all(len(b.plain(term)) <= _KEY for term, _ in items)
        looks = attributes(class_="keys" if is_key and not kinds else None)
        return f"<dl{looks}>\n{''.join(written)}</dl>\n" if written else ""

    def _contents(self, contents: b.Contents) -> str:
        """Return contents under their title; nothing where a screen lists nothing."""
        heads = walk.listed(contents, self.chapters, contents.on_screen)
        if not heads:
            return ""
        place = self.story.anchors.place(contents.anchor)
        level = self.level(1 if contents.scope == "document" else 2)
        title = element(f"h{level}", inlines(contents.title, self.story), id=place)
        entries = "".join(self._entry(head) for head in heads)
        return f"<nav{attributes(class_='contents', aria_labelledby=place)}>\n{title}\n<ul>\n{entries}</ul>\n</nav>\n"

    def _entry(self, head: b.Heading) -> str:
        words = escaped(" ".join(b.plain(head.children).split()))
        link = self.story.anchors.link(head.anchor)
        linked = f"<a{attributes(href=link)}>{words}</a>" if link else words
        by = f' <span class="by">{escaped(", ".join(head.authors))}</span>' if head.authors else ""
        return f'<li class="level-{head.level}">{linked}{by}</li>\n'
