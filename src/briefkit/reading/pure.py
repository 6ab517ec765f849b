"""PyYAML's parser in Python, made to agree with libyaml."""

from typing import NoReturn

from yaml.error import Mark
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken

_BLANK = "\0 \t\r\n"


class PureParser(Reader, Scanner, Parser):
    """Events without libyaml.

    PyYAML refuses tabs between tokens and in plain scalars, and question marks in brackets; libyaml does not. libyaml
    refuses tabs at the beginning of a block scalar and escapes that make half a character; PyYAML does not. Any
    directive is refused here, because `grow` has looked at the only place where there may be one.
    """

    def __init__(self, text: str) -> None:
        """Take the text to parse."""
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_to_next_token(self) -> None:
        """Pass over blanks, comments and, where no key may begin, tabs."""
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            super().scan_to_next_token()

    def scan_block_scalar_indicators(self, start_mark: Mark) -> tuple[bool | None, int | None]:  # noqa: ARG002
        """Return chomping and indentation as `|2-` gives them; what follows is checked with the rest of the line."""
        chomping: bool | None = None
        increment: int | None = None
        for _ in range(2):
            character = self.peek()
            if chomping is None and character in "+-":
                chomping = character == "+"
            elif increment is None and character in "123456789":
                increment = int(character)
            else:
                break
            self.forward()
        return chomping, increment

    def scan_block_scalar_ignored_line(self, start_mark: Mark) -> None:
        """Pass over the rest of the line after the indicator of a block scalar."""
        while self.peek() in " \t":
            self.forward()
        super().scan_block_scalar_ignored_line(start_mark)

    def scan_block_scalar_indentation(self) -> tuple[list[str], int, Mark]:
        """Find the first line of a block scalar; it cannot begin with a tab, even after blanks."""
        found: tuple[list[str], int, Mark] = super().scan_block_scalar_indentation()
        if self.peek() == "\t":
            self._refuse("while scanning a block scalar", self.get_mark(), "found a tab character")
        return found

    def scan_block_scalar_breaks(self, indent: int) -> tuple[list[str], Mark]:
        """Pass over blank lines of a block scalar; its lines cannot be indented with tabs."""
        found: tuple[list[str], Mark] = super().scan_block_scalar_breaks(indent)
        if self.peek() == "\t" and self.column < indent:
            self._refuse("while scanning a block scalar", self.get_mark(), "found a tab character")
        return found

    def scan_plain(self) -> ScalarToken:
        """Scan a plain scalar; in brackets it may hold a question mark."""
        start_mark = end_mark = self.get_mark()
        indent = self.indent + 1
        chunks: list[str] = []
        blanks: list[str] = []
        while self.peek() != "#":
            length = self._plain_length(start_mark)
            if length == 0:
                break
            self.allow_simple_key = False
            chunks += [*blanks, self.prefix(length)]
            self.forward(length)
            end_mark = self.get_mark()
            blanks = self.scan_plain_spaces(indent, start_mark)
            if not blanks or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(chunks), True, start_mark, end_mark)

    def _plain_length(self, start_mark: Mark) -> int:
        """Return how many characters from here on are a word of a plain scalar."""
        stops = _BLANK + ",[]{}" if self.flow_level else _BLANK
        length = 0
        while (character := self.peek(length)) not in stops:
            if character == ":" and self.peek(length + 1) in _BLANK:
                break
            if character == ":" and self.flow_level and self.peek(length + 1) in ",?[]{}":
                self.forward(length)
                self._refuse("while scanning a plain scalar", start_mark, "found unexpected ':'")
            length += 1
        return length

    def scan_plain_spaces(self, indent: int, start_mark: Mark) -> list[str]:
        """Return what the blanks and breaks between two words of a plain scalar amount to."""
        length = 0
        while self.peek(length) in " \t":
            length += 1
        blanks: str = self.prefix(length)
        self.forward(length)
        breaks: list[str] = []
        while (character := self.peek()) in " \t\r\n":
            if character in "\r\n":
                breaks.append(self.scan_line_break())  # type: ignore[no-untyped-call]
                self.allow_simple_key = True
            elif character == "\t" and self.column < indent:
                self._refuse("while scanning a plain scalar", start_mark, "found a tab character")
            else:
                self.forward()
        if not breaks:
            return [blanks] if blanks else []
        if self.column == 0 and self.prefix(3) in ("---", "...") and self.peek(3) in _BLANK:
            return []
        return breaks[1:] or [" "]

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Mark) -> list[str]:
        """Return the text up to the next blank of a quoted scalar; refuse escapes that are no character."""
        try:
            chunks: list[str] = super().scan_flow_scalar_non_spaces(double, start_mark)
            "".join(chunks).encode()
        except ValueError:
            self._refuse("while parsing a quoted scalar", start_mark, "found invalid escape")
        return chunks

    def scan_directive(self) -> NoReturn:
        """Refuse a line that begins with `%`."""
        self._refuse("while scanning a directive", self.get_mark(), "found a directive")

    def _refuse(self, context: str, start_mark: Mark, fault: str) -> NoReturn:
        raise ScannerError(context, start_mark, fault, self.get_mark())
