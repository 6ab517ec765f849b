"""A graph as the text of a Mermaid flowchart, https://mermaid.js.org/syntax/flowchart.html."""

import re
from collections.abc import Iterator

from briefkit.publish.format import plain_format
from briefkit.views.graph import EdgeKind, Graph, GraphNode, Group, NodeKind

SHAPES: dict[NodeKind, tuple[str, str]] = {
    "aim": ("([", "])"),
    "obstacle": ("{{", "}}"),
    "answer": ("[", "]"),
    "support": ("(", ")"),
}
ARROWS: dict[EdgeKind, str] = {
    "serves": "-->",
    "caution": "-. caution .->",
    "obstructs": "-. in the way .->",
}
CLASSES = {
    "aim": "fill:#e3effa,stroke:#1f5a94,color:#10243a",
    "obstacle": "fill:#fbeee0,stroke:#a45a10,color:#3a2308",
    "answer": "fill:#e6f4ea,stroke:#2e7d43,color:#12331c",
    "support": "fill:#efeaf7,stroke:#6b4fa0,color:#281a45",
    "caution": "fill:#ffffff,stroke:#6b4fa0,color:#281a45,stroke-dasharray:4 3",
    "orphan": "stroke:#b3261e,stroke-width:4px",
    "waived": "stroke:#6b6b6b,stroke-width:2px,stroke-dasharray:4 3",
}
"""How nodes look, by kind and by mark; dark text on light ground, so that it can be read in dark mode, too."""

_PLAIN = frozenset(" ,.-–—'’“”()/?!")
"""What stands in a label as it is, beside letters and digits."""

_APART = re.compile(r"^(?=[\W\d_])|(?<=:)(?=//|fa-)|(?=@)|(?<=\$)(?=\$)|(?<=\\)(?=n)|(?<=ﬂ)(?=°)|(?<=¶)(?=ß)")
"""Where a character code is not enough, because Mermaid looks again when it has read the codes.

It would find a list at the start, links, icons, math, line breaks and codes of its own.
"""


def to_mermaid(graph: Graph) -> str:
    """Return a flowchart with a subgraph for each group.

    Whatever the texts hold, they are only ever labels: every character with a meaning in Mermaid, in its Markdown or
    in HTML is written as a character code.
    """
    lines = ["flowchart LR", f"  accTitle: {_escape(graph.title)}"]
    for number, group in enumerate(graph.groups, 1):
        lines += (f"  {line}" for line in _group(f"b{number}", group))
    lines += (f"  classDef {name} {style}" for name, style in CLASSES.items())
    return "\n".join(lines) + "\n"


def _group(name: str, group: Group) -> Iterator[str]:
    """Yield the lines of a subgraph. Names are computed: those of files and points may be words of Mermaid."""
    yield f'subgraph {name}["{_escape(group.title)}"]'
    yield "  direction LR"
    for node in group.nodes:
        yield f"  {_node(name, node)}"
    for edge in group.edges:
        yield f"  {name}{edge.source} {ARROWS[edge.kind]} {name}{edge.target}"
    yield "end"
    for mark in ("caution", "orphan", "waived"):
        if marked := [f"{name}{node.label}" for node in group.nodes if node.mark == mark]:
            yield f"class {','.join(marked)} {mark}"


def _node(name: str, node: GraphNode) -> str:
    before, after = SHAPES[node.kind]
    label = _escape(f"{node.label} {node.text}")
    if node.remark:
        label += f"<br/>({_escape(node.remark)})"
    return f'{name}{node.label}{before}"{label}"{after}:::{node.kind}'


def _escape(text: str) -> str:
    """Return text as part of a label, which must not be empty."""
    line = _APART.sub("\N{ZERO WIDTH SPACE}", " ".join(text.split())) or "\N{NO-BREAK SPACE}"
    return "".join(char if char.isalnum() or char in _PLAIN else f"#{ord(char)};" for char in line)


FORMAT = plain_format("mermaid", ".mmd", to_mermaid)
