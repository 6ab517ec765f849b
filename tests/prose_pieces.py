"""What a Markdown value is parsed to, in short."""

from briefkit.document.blocks import Paragraph, SourceInlines
from briefkit.document.prose import parse


def inlines(value: str) -> SourceInlines:
    """Parse a value that is one paragraph."""
    (block,) = parse(value).blocks
    assert isinstance(block, Paragraph)
    return block.children


def quoted(value: str) -> list[tuple[str, str]]:
    """Return kind and literal text of each mark."""
    return [(mark.kind, value[mark.span.start : mark.span.end]) for mark in parse(value).marks]


def faults(value: str) -> list[tuple[str, str]]:
    """Return kind and literal text of each fault."""
    return [(fault.kind, value[fault.span.start : fault.span.end]) for fault in parse(value).faults]
