"""Inline markup: markdown-it's rules, made to report where they match, and our rules for footnote marks and `@`."""

import re
from collections.abc import Callable
from typing import TypeAlias, cast

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, emphasis, escape, html_inline, image, link
from markdown_it.token import Token
from markdown_it.utils import EnvType

from briefkit.document.prose import citation
from briefkit.document.prose.marks import MarkKind, MarkupFaultKind
from briefkit.document.prose.positions import Content
from briefkit.document.prose.recorder import Recorder

_ADDRESS = re.compile(r"https?://[^/]|mailto:.", re.IGNORECASE)
_STOP = re.compile(r"[\n&*<@\[\\\]_`]|-(?=@)|!(?=\[)")
_LONGEST_PENDING = 50_000
_FIGURE = re.compile(r"\[fig:([^\[\]\s]+)\](?![(\[])")
# As long as the label of a link may be, so that no mark without an end is sought through all the rest.
_FOOTNOTE = re.compile(r"\[\^([^\]\n]{1,999})\]")


class State(StateInline):
    """markdown-it's state for one paragraph or cell, with the record and our place in the value."""

    def __init__(self, md: MarkdownIt, env: EnvType, content: Content, record: Recorder, in_footnote: bool) -> None:
        """Stand at the start of the content."""
        super().__init__(content.text, md, env, [])
        self.content = content
        self.record = record
        self.in_footnote = in_footnote
        self.in_citation = False
        self.asterisks: list[tuple[Token, int]] = []
        # Where the last label of a link may end; markdown-it tries twenty labels in each other from every bracket.
        self.last_label_end = self.src.rfind("]" if "references" in env else "](")
        self.last_comment_end = self.src.rfind("-->")

    def show(self, start: int, end: int) -> None:
        """Note visible text."""
        if not self.in_citation:
            for piece in self.content.pieces(start, end):
                self.record.show(piece)

    def mark(self, kind: MarkKind, target: str, start: int, end: int) -> None:
        """Note a mark."""
        self.record.mark(kind, target, self.content.span(start, end), self.in_footnote)

    def fault(self, kind: MarkupFaultKind, start: int, end: int) -> None:
        """Note a fault."""
        self.record.fault(kind, self.content.span(start, end))

    def take(self, end: int) -> None:
        """Take the source up to an offset as text.

        Text that waits is copied by each addition, so it does not wait for long.
        """
        self.pending += self.src[self.pos : end]
        self.pos = end
        if len(self.pending) > _LONGEST_PENDING:
            self.pushPending()

    def literal(self, end: int) -> None:
        """Keep the source up to an offset as plain text that is not shown as words."""
        self.take(end)


InlineRule: TypeAlias = Callable[[State, bool], bool]


def parse(md: MarkdownIt, env: EnvType, content: Content, record: Recorder, in_footnote: bool) -> list[Token]:
    """Return the inline tokens of a content, and write into the record what they mean.

    Adjacent text is not joined. Besides markdown-it's tokens there are `footnote_mark`, with the label as content,
    and `citation_open` to `citation_close`, in between for each source `prefix_open`…, `source`, `suffix_open`….
    """
    state = State(md, env, content, record, in_footnote)
    md.inline.tokenize(state)
    for rule in md.inline.ruler2.getRules(""):
        rule(state)
    for token, at in state.asterisks:
        if token.type == "text" and token.content:
            state.show(at, at + 1)
    return state.tokens


def install(markdown: MarkdownIt) -> None:
    """Replace the rules that must report their place, and add ours."""
    # Links of any scheme are links, so that a wrong scheme can be reported.
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    for name, rule in _REPLACED.items():
        markdown.inline.ruler.at(name, _untyped(rule))
    # After links, because `[text @x](url)` and `[@x]: url` are links.
    markdown.inline.ruler.after("link", "citation", _untyped(_citation))
    markdown.inline.ruler.before("link", "footnote_mark", _untyped(_footnote_mark))
    markdown.inline.ruler.after("link", "figure", _untyped(_figure))
    markdown.inline.ruler.push("bare_citation", _untyped(_bare_citation))
    markdown.inline.ruler.push("rest", _untyped(_rest))


def _untyped(rule: InlineRule) -> Callable[[StateInline, bool], bool]:
    return cast("Callable[[StateInline, bool], bool]", rule)


def _text(state: State, silent: bool) -> bool:
    """Take text up to a character that may mean something; markdown-it's own rule runs over the end of a stretch."""
    stop = _STOP.search(state.src, state.pos, state.posMax)
    end = stop.start() if stop else state.posMax
    if end == state.pos:
        return False
    if not silent:
        state.show(state.pos, end)
        state.take(end)
    state.pos = end
    return True


def _rest(state: State, silent: bool) -> bool:
    """Take a character that means nothing here."""
    if silent:
        return False
    state.show(state.pos, state.pos + 1)
    state.literal(state.pos + 1)
    return True


def _escape(state: State, silent: bool) -> bool:
    start = state.pos
    if not escape(state, silent):
        return False
    if not silent and state.src[start + 1] != "\n":
        state.show(start + 1, state.pos)
    return True


def _emphasis(state: State, silent: bool) -> bool:
    start = state.pos
    if not emphasis.tokenize(state, silent):
        return False
    if not state.in_citation:
        state.asterisks += zip(state.tokens[start - state.pos :], range(start, state.pos), strict=True)
    return True


def _footnote_mark(state: State, silent: bool) -> bool:
    match = None if silent else _FOOTNOTE.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    label = match[1]
    span = match.span()
    state.mark("footnote-mark", label, *span)
    if label not in state.record.labels:
        state.fault("undefined-footnote", *span)
    elif state.in_footnote or state.linkLevel:
        state.fault("misplaced-footnote", *span)
    else:
        state.push("footnote_mark", "", 0).content = label
        state.pos = match.end()
        return True
    state.literal(match.end())
    return True


def _figure(state: State, silent: bool) -> bool:
    match = None if silent else _FIGURE.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    state.mark("figure", match[1], *match.span())
    state.push("figure", "", 0).content = match[1]
    state.pos = match.end()
    return True


def _link(state: State, silent: bool) -> bool:
    return state.pos < state.last_label_end and _reported_link(link, state, silent)


def _autolink(state: State, silent: bool) -> bool:
    return _reported_link(autolink, state, silent)


def _reported_link(rule: Callable[[StateInline, bool], bool], state: State, silent: bool) -> bool:
    start, count = state.pos, len(state.tokens)
    if not rule(state, silent):
        return False
    if not silent:
        opening = next(token for token in state.tokens[count:] if token.type == "link_open")
        address = str(opening.attrs["href"])
        if _ADDRESS.match(address):
            state.mark("link", address, start, state.pos)
        else:
            state.fault("link-scheme", start, state.pos)
            opening.meta["refused"] = True
    return True


def _image(state: State, silent: bool) -> bool:
    return state.pos < state.last_label_end and _refused("image", image, state, silent)


def _html(state: State, silent: bool) -> bool:
    is_comment = state.src.startswith("<!--", state.pos)
    # Older markdown-it looks for the end of each comment through all the rest.
    if not (is_comment and state.last_comment_end < state.pos) and _refused("html", html_inline, state, silent):
        return True
    if is_comment and not silent:
        # A comment that goes on in another paragraph.
        state.fault("html", state.pos, state.pos + 4)
    return False


def _refused(kind: MarkupFaultKind, rule: Callable[[StateInline, bool], bool], state: State, silent: bool) -> bool:
    """Keep as plain text what the rule matches."""
    start = state.pos
    if not rule(state, True):
        return False
    end, state.pos = state.pos, start
    if end > state.posMax:
        return False
    if silent:
        state.pos = end
    else:
        state.fault(kind, start, end)
        state.literal(end)
    return True


def _citation(state: State, silent: bool) -> bool:
    if silent or state.in_citation or state.linkLevel or state.src[state.pos] != "[":
        return False
    found = citation.bracketed(state.src, state.pos, state.posMax)
    if not found:
        return False
    _push_citation(state, *found, bare=False)
    return True


def _bare_citation(state: State, silent: bool) -> bool:
    if silent or state.linkLevel or state.src[state.pos] not in "-@":
        return False
    found = citation.bare(state.src, state.pos, state.posMax)
    if not found:
        return False
    if state.in_footnote and not state.in_citation:
        _push_citation(state, *found, bare=True)
        return True
    key = found[0][0].at
    state.fault("bare-citation", *key)
    state.literal(key[1])
    return True


def _push_citation(state: State, sources: list[citation.Source], end: int, *, bare: bool) -> None:
    state.in_citation = True
    state.push("citation_open", "", 1).meta["bare"] = bare
    for source in sources:
        state.mark("citation", source.key, *source.at)
        _nested(state, "prefix", *source.prefix)
        token = state.push("source", "", 0)
        token.content = source.key
        token.meta.update(suppress_author=source.suppress_author, accessed=source.accessed, titled=source.titled)
        _nested(state, "suffix", *source.suffix)
    state.push("citation_close", "", -1)
    state.pos = end
    state.in_citation = False


def _nested(state: State, name: str, start: int, end: int) -> None:
    """Parse a stretch of the source inside tokens of this name; emphasis does not cross its borders."""
    if start == end:
        return
    maximum = state.posMax
    state.pos, state.posMax = start, end
    state.push(f"{name}_open", "", 1)
    state.md.inline.tokenize(state)
    state.push(f"{name}_close", "", -1)
    state.posMax = maximum


_REPLACED: dict[str, InlineRule] = {
    "text": _text,
    "escape": _escape,
    "emphasis": _emphasis,
    "link": _link,
    "image": _image,
    "autolink": _autolink,
    "html_inline": _html,
}
