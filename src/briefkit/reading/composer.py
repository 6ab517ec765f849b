"""One loop over the parser's events: data in JSON types, and the tree of positions beside it."""

import re
from collections.abc import Callable
from itertools import islice
from typing import Any, NamedTuple, Protocol, TypeAlias

import yaml
from yaml import events

from briefkit.reading import escapes, features, plain, syntax
from briefkit.reading.frames import DROPPED, ListFrame, MappingFrame
from briefkit.reading.plain import NUMERIC, WORDS
from briefkit.reading.pure import PureParser
from briefkit.reading.text_fault import MOST_FINDINGS, StopReading, TextFault
from briefkit.source.draft import Json, Node
from briefkit.text.printable import quoted

_Handler: TypeAlias = Callable[[Any], None]

MAX_DEPTH = 32
MAX_NODES = 50_000

_PARSER_LIMIT = "exceeded maximum nesting depth"
"""What libyaml says from PyYAML 6.0.4 on of 1,000 brackets inside one another."""

_DIRECTIVE = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*(%[^\r\n]*)")
_PROPERTY = re.compile(r"(&[\w-]+|!<[^>\s]*>|![^\s,\[\]{}]*)(?:[ \t\r\n]+(?:#[^\n]*)?)*", re.ASCII)
_COLON = re.compile(r"\s*:", re.ASCII)


class _Mark(Protocol):
    index: int


class _Event(Protocol):
    """An event as far as it is used here: PyYAML's own types allow its marks to be absent."""

    start_mark: _Mark
    end_mark: _Mark
    anchor: str | None
    tag: str | None


class _Scalar(_Event, Protocol):
    value: str
    style: str | None


class _Parser(Protocol):
    def get_event(self) -> events.Event | None: ...


class Tree(NamedTuple):
    """What was read: the data and the root of the positions, None if reading stopped, and all faults."""

    data: Json
    root: Node | None
    faults: list[TextFault]


def grow(text: str, *, pure: bool = False) -> Tree:
    """Read the one document of a YAML text that holds no forbidden character.

    libyaml does it where PyYAML has it; `pure` takes the slower parser in Python, with the same result. Nothing here
    follows the nesting by recursion, and depth and size are limited on the way.
    """
    return _grow(text, len(text), pure)


def _grow(text: str, until: int, pure: bool) -> Tree:
    """Read a text as far as an offset; what stands behind it serves for explanations only."""
    builder = _Builder(text)
    try:
        if directive := _DIRECTIVE.match(text):
            raise StopReading(features.directive(*directive.span(1)))
        builder.read(_parser(text[:until], pure))
    except StopReading as stop:
        return Tree(None, None, [*builder.faults, stop.fault])
    except yaml.MarkedYAMLError as error:
        if error.problem == _PARSER_LIMIT and error.problem_mark:
            # libyaml looks ahead for a key and gives up before it hands out the brackets that are too deep for us.
            return _grow(text, error.problem_mark.index, pure)
        return Tree(None, None, [*builder.faults, *builder.explain(error)])
    return Tree(builder.document.data[0], builder.document.children[0], builder.faults)


def _parser(text: str, pure: bool) -> _Parser:
    if pure or not yaml.__with_libyaml__:
        return PureParser(text)
    from yaml._yaml import CParser

    return CParser(text)


class _Builder:
    """Builds data and nodes from events; `faults` are those found so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: list[TextFault] = []
        self.document = ListFrame()  # its only entry is the mapping of the file
        self._top: ListFrame | MappingFrame = self.document
        self._stack: list[ListFrame | MappingFrame] = []
        self._nodes = 0
        self._scalar: _Scalar | None = None  # the last one, for error messages
        self._end = 0  # of the last value
        self._has_comments = " #" in text

    def read(self, parser: _Parser) -> None:
        """Take all events of the parser."""
        handlers: dict[type[events.Event], _Handler] = {
            events.ScalarEvent: self._add_scalar,
            events.MappingStartEvent: self._open_mapping,
            events.MappingEndEvent: self._close,
            events.SequenceStartEvent: self._open_list,
            events.SequenceEndEvent: self._close,
            events.AliasEvent: self._refuse_alias,
            events.DocumentStartEvent: self._start_document,
        }
        for event in iter(parser.get_event, None):
            if handler := handlers.get(type(event)):
                handler(event)
        found = self.document.data[0] if self.document.data else None
        if not isinstance(found, dict):
            raise StopReading(_no_mapping(found))

    def explain(self, error: yaml.MarkedYAMLError) -> list[TextFault]:
        """Return the parser's error in words for people, where it is to be mended."""
        last = self._scalar
        at = error.problem_mark.index if error.problem_mark else len(self.text)
        failure = syntax.Failure(
            text=self.text,
            what=f"{error.context or ''}: {error.problem or ''}",
            at=at,
            opened=error.context_mark.index if error.context_mark else at,
            scalar=(last.start_mark.index, last.end_mark.index) if last else (0, 0),
            brackets=[frame.node.start for frame in [*self._stack, self._top][1:] if self._is_flow(frame)],
        )
        return syntax.explain(failure)

    def _start_document(self, event: _Event) -> None:
        if self.document.data:
            raise StopReading(features.second_document(event.start_mark.index))

    def _refuse_alias(self, event: _Event) -> None:
        raise StopReading(features.alias(event.start_mark.index, str(event.anchor)))

    def _add_scalar(self, event: _Scalar) -> None:
        self._scalar = event
        start, end = event.start_mark.index, event.end_mark.index
        value, style = event.value, event.style
        if event.anchor or event.tag:
            start = min(self._after_properties(event), end)
        if style == '"' and self.text.find("\\", start, end) >= 0:
            self._check_escapes(start, end)
        top = self._top
        if top.key is None:
            self._set_key(top, value, start, end, style)  # type: ignore[arg-type] # only mappings wait for keys
        elif style:
            if style in "|>":
                end = self._end_of_block(start, end)
            self._add(value, start, end, style)
        elif event.tag:
            self._add(value, start, end)
        else:
            self._add_plain(value, start, end)

    def _add_plain(self, value: str, start: int, end: int) -> None:
        if not value:
            start = end = self._place_of_nothing(start)
        if self._has_comments and self.text.startswith(" #", end):
            self.faults.extend(plain.cut_text(self.text, value, end))
        if value in WORDS or value[0] in NUMERIC:
            data, fault = plain.typed(value, start, end)
            if fault:
                self.faults.append(fault)
            self._add(data, start, end, "", None if isinstance(data, str) else value)
        else:
            self._add(value, start, end)

    def _check_escapes(self, start: int, end: int) -> None:
        self.faults.extend(islice(escapes.controls(self.text, start, end), MOST_FINDINGS + 1))

    def _add(self, value: Json, start: int, end: int, style: str = "", raw: str | None = None) -> Node:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            message = f"the file has more than {MAX_NODES:,} entries"
            hint = "no brief is so large: check that this is the right file"
            raise StopReading(TextFault("too-many-nodes", start, end, message, hint))
        self._end = end
        return self._top.add(value, start, end, style, raw)

    def _set_key(self, mapping: MappingFrame, key: str, start: int, end: int, style: str | None) -> None:
        mapping.key, mapping.key_start, mapping.key_end = key, start, end
        if key == "<<" and not style:
            self.faults.append(features.merge_key(start, end))
            mapping.key = DROPPED
        elif first := mapping.children.get(key):
            message = f"the key {quoted(key)} stands twice in one mapping"
            related = (first.key_start, f"the first {quoted(key)}")
            hint = "delete one of the two: only the first is read"
            self.faults.append(TextFault("duplicate-key", start, end, message, hint, related))
            mapping.key = DROPPED

    def _open_mapping(self, event: _Event) -> None:
        self._open(event, MappingFrame, "mapping")

    def _open_list(self, event: _Event) -> None:
        if not self._stack:
            raise StopReading(_no_mapping([]))
        self._open(event, ListFrame, "list")

    def _open(self, event: _Event, frame_of: type[ListFrame | MappingFrame], kind: str) -> None:
        start = event.start_mark.index
        if event.anchor or event.tag:
            start = self._after_properties(event)
        if self._top.key is None:
            raise StopReading(features.complex_key(start, kind))
        if len(self._stack) == MAX_DEPTH:
            message = f"lists and mappings are nested more than {MAX_DEPTH} deep"
            raise StopReading(TextFault("too-deep", start, start + 1, message, "a brief needs no more than six levels"))
        frame = frame_of()
        frame.node = self._add(frame.data, start, start)
        frame.node.children = frame.children
        self._stack.append(self._top)
        self._top = frame

    def _close(self, event: _Event) -> None:
        frame = self._top
        if self._is_flow(frame):
            self._end = event.end_mark.index
        frame.node.end = self._end
        if isinstance(frame, MappingFrame) and DROPPED in frame.data:
            del frame.data[DROPPED], frame.children[DROPPED]
        self._top = self._stack.pop()

    def _is_flow(self, frame: ListFrame | MappingFrame) -> bool:
        """Tell whether a list or mapping stands in brackets: no other begins with one."""
        return self.text.startswith(("[", "{"), frame.node.start)

    def _after_properties(self, event: _Event) -> int:
        """Refuse the anchor and the tag before a value and return where it begins."""
        start = event.start_mark.index
        for _ in filter(None, (event.anchor, event.tag)):
            if found := _PROPERTY.match(self.text, start):
                refused = features.anchor if found[1].startswith("&") else features.tag
                self.faults.append(refused(start, found[1]))
                start = found.end()
        return start

    def _place_of_nothing(self, start: int) -> int:
        """Return where an empty value stands: after the colon, on which the parsers do not agree in brackets."""
        top = self._top
        if isinstance(top, ListFrame):
            return start
        colon = _COLON.match(self.text, top.key_end)
        return colon.end() if colon else top.key_end

    def _end_of_block(self, start: int, end: int) -> int:
        """Return the end of the last line with text: the parsers count the blank lines after it, too."""
        text_end = start + len(self.text[start:end].rstrip(" \t\r\n"))
        newline = self.text.find("\n", text_end, end)
        if newline < 0:
            return end
        return newline - 1 if self.text[newline - 1] == "\r" else newline


def _no_mapping(found: Json) -> TextFault:
    """Refuse a file that holds nothing, a list or a text."""
    if found is None:
        return TextFault(
            "invalid-yaml", 0, 0, "the file is empty", "begin with a line such as `title: Japan–Australia relations`"
        )
    kind = "a list" if isinstance(found, list) else "text"
    message = f"a brief is a mapping of fields to values, but this file is {kind}"
    return TextFault("invalid-yaml", 0, 0, message, "begin with a line such as `title: Japan–Australia relations`")
