"""What the tests of reading ask of a reading."""

from briefkit.reading import Reading, read_bytes
from briefkit.source.draft import Json, Node
from briefkit.source.finding import Finding


def of(text: str, *, pure: bool = False) -> Reading:
    """Read a text as the file x.yaml."""
    return read_bytes(text.encode(), "x.yaml", pure=pure)


def data(text: str) -> Json:
    """Return the data of a text that has no findings."""
    reading = of(text)
    assert reading.findings == ()
    assert reading.draft is not None
    return reading.draft.data


def places(reading: Reading) -> list[tuple[str, int, int, int, int]]:
    """Return rule, line, column, last line and last column of all findings."""
    return [(f.rule, f.line, f.column, f.end_line, f.end_column) for f in reading.findings]


def only(reading: Reading) -> Finding:
    """Return the one finding."""
    assert len(reading.findings) == 1, reading.findings
    return reading.findings[0]


def same(reading: Reading) -> tuple[object, ...]:
    """Return all that a reading says, for comparison."""
    draft = reading.draft
    return (draft and (draft.source, draft.data, shape(draft.root)), reading.findings)


def shape(node: Node) -> tuple[object, ...]:
    """Return all that a node says, for comparison."""
    children = node.children
    below: object = None
    if isinstance(children, dict):
        below = {key: shape(child) for key, child in children.items()}
    elif children is not None:
        below = [shape(child) for child in children]
    return (node.start, node.end, node.key_start, node.key_end, node.style, node.raw, below)
