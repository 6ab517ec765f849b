"""The contract of graphs: points as nodes, links as edges, a group for each brief."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

NodeKind: TypeAlias = Literal["aim", "obstacle", "answer", "support"]
"""What a point is to the others: to be answered, in the way, asked to answer, of help beside."""
NodeMark: TypeAlias = Literal["orphan", "waived", "caution"]
EdgeKind: TypeAlias = Literal["serves", "caution", "obstructs"]


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A point. `label` is unique in its group; `remark` says in words what `mark` shows by color."""

    label: str
    text: str
    kind: NodeKind
    mark: NodeMark | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A link from one point to another of the same group, by their labels."""

    source: str
    target: str
    kind: EdgeKind


@dataclass(frozen=True, slots=True)
class Group:
    """The points of one brief and the links between them."""

    title: str
    nodes: tuple[GraphNode, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """What a graph format writes."""

    title: str
    groups: tuple[Group, ...]
