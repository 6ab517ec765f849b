import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import TypedDict, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit import api
from briefkit.document.blocks import clean
from briefkit.publish.formats.graphs.mermaid import to_mermaid
from briefkit.views.graph import Edge, Graph, GraphNode, Group

ROOT = Path(__file__).parents[2]

HOSTILE = [
    'A "quoted" [b] (c) {d} <script>alert(1)</script> #35; #quot; ; %% `x` end',
    "1. item",
    "- item",
    "# heading",
    "`markdown **bold** _it_`",
    "**bold** _it_ ~~gone~~ C:\\new",
    '%%{init: {"theme": "dark"}}%%',
    "style a:#b; classDef x:#fff;",
    "end",
    "fa:fa-car $$x^2$$ $$$",
    "ﬂ°°60¶ß",
    "<br/><img src=x onerror=alert(1)>",
    "😀 中 é² ﷽ \u0301x",
    "http://example.org/?a=b&c",
    "click b1G1 call alert()",
    '"]:::x --> y["',
    "| a | --- subgraph x",
    "flowchart TD; a-->b",
    "---\ntitle: x\n---",
    "1) www.example.org me@example.org",
]

SPECIAL = set("`<>{}[]:%$*_\\|~&@")
"""What means something in Mermaid, in its Markdown or in HTML."""


def graph(*texts: str) -> Graph:
    return Graph("Title", (Group("Group", tuple(GraphNode(f"G{i}", text, "aim") for i, text in enumerate(texts)), ()),))


def labels(diagram: str) -> list[str]:
    """Return the labels of the nodes as a reader of the diagram sees them."""
    found = re.findall(r'^ {4}b\d+\w+\W+?"([^"]*)"', diagram, re.MULTILINE)
    return [re.sub(r"#(\d+);", lambda code: chr(int(code[1])), label).replace("\u200b", "") for label in found]


def test_a_graph_without_groups_is_an_empty_flowchart() -> None:
    lines = to_mermaid(Graph("Title", ())).splitlines()

    assert lines[:2] == ["flowchart LR", "  accTitle: Title"]
    assert all(line.startswith("  classDef ") for line in lines[2:])


def test_shapes_links_and_classes() -> None:
    nodes = (
        GraphNode("R1", "Act", "answer"),
        GraphNode("U1", "Mind", "support", "caution", "caution"),
        GraphNode("G1", "Win", "aim"),
        GraphNode("C1", "Lose", "obstacle", "orphan", "nothing serves it"),
    )
    edges = (Edge("R1", "G1", "serves"), Edge("U1", "G1", "caution"), Edge("C1", "G1", "obstructs"))

    assert to_mermaid(Graph("Title", (Group("Norland–Estia", nodes, edges),))).splitlines()[2:14] == [
        '  subgraph b1["Norland–Estia"]',
        "    direction LR",
        '    b1R1["R1 Act"]:::answer',
        '    b1U1("U1 Mind<br/>(caution)"):::support',
        '    b1G1(["G1 Win"]):::aim',
        '    b1C1{{"C1 Lose<br/>(nothing serves it)"}}:::obstacle',
        "    b1R1 --> b1G1",
        "    b1U1 -. caution .-> b1G1",
        "    b1C1 -. in the way .-> b1G1",
        "  end",
        "  class b1U1 caution",
        "  class b1C1 orphan",
    ]


def test_groups_do_not_share_names() -> None:
    group = Group("same", (GraphNode("G1", "same", "aim"),), ())

    assert re.findall(r"\bb\dG1\b", to_mermaid(Graph("Title", (group, group)))) == ["b1G1", "b2G1"]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_only_ever_a_label(text: str) -> None:
    diagram = to_mermaid(graph(text))

    assert labels(diagram) == [f"G0 {' '.join(text.split())}"]
    assert not SPECIAL & set("".join(re.findall(r'"([^"]*)"', diagram)))


def test_a_title_that_looks_like_a_list_or_is_empty() -> None:
    titles = to_mermaid(Graph("Title", tuple(Group(title, (), ()) for title in ("1. item", "- item", "Item", ""))))

    assert re.findall("subgraph b.(.*)", titles) == ['["#8203;1. item"]', '["#8203;- item"]', '["Item"]', '["#160;"]']


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_no_text_leaves_its_label(texts: list[str]) -> None:
    diagram = to_mermaid(graph(*texts))

    assert labels(diagram) == [
        f"G{i} {' '.join(text.split())}".rstrip().replace("\u200b", "") for i, text in enumerate(texts)
    ]
    assert len(diagram.split("\n")) == len(to_mermaid(graph(*("" for _ in texts))).split("\n"))
    assert not SPECIAL & set("".join(re.findall(r'"([^"]*)"', diagram)))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a://b", "a#58;#8203;//b"),
        ("a@b", "a#8203;#64;b"),
        ("fa:fa-x", "fa#58;#8203;fa-x"),
        ("$$", "#36;#8203;#36;"),
        ("C:\\new", "C#58;#92;#8203;new"),
    ],
)
def test_what_codes_do_not_hide_is_kept_apart(text: str, written: str) -> None:
    """Mermaid looks for links, icons, math and line breaks when it has read the codes."""
    assert f'"G0 {written}"' in to_mermaid(graph(text))


class Drawn(TypedDict):
    """What the real Mermaid made of a diagram."""

    config: dict[str, object]
    nodes: dict[str, str]
    classes: dict[str, list[str]]
    groups: list[str]
    edges: list[list[str]]
    scripts: int


def drawn(*diagrams: str) -> list[Drawn]:
    """Parse and render diagrams with the real Mermaid."""
    node = shutil.which("node")
    if node is None or not all((ROOT / "node_modules" / name).is_dir() for name in ("mermaid", "jsdom")):
        pytest.skip("Mermaid is not there: needs node and `npm install --no-save mermaid jsdom`")
    result = subprocess.run(
        [node, Path(__file__).with_name("mermaid_check.mjs")],
        input=json.dumps(diagrams),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stderr[-2000:]
    return cast("list[Drawn]", json.loads(result.stdout))


@pytest.mark.external
def test_the_real_mermaid_draws_the_founding_library() -> None:
    view = api.trace(api.open_library(ROOT / "briefs"))
    assert view.graph is not None
    points = [(i, group, node) for i, group in enumerate(view.graph.groups, 1) for node in group.nodes]
    (found,) = drawn(to_mermaid(view.graph))

    assert sorted(found["groups"]) == sorted(group.title for group in view.graph.groups)
    assert found["nodes"] == {
        f"b{i}{node.label}": f"{node.label} {node.text}" + (f"\n({node.remark})" if node.remark else "")
        for i, _, node in points
    }
    assert found["classes"] == {f"b{i}{node.label}": [node.kind, *filter(None, [node.mark])] for i, _, node in points}
    assert len(found["edges"]) == sum(len(group.edges) for group in view.graph.groups)
    assert {(stroke, text) for _, _, stroke, text in found["edges"]} <= {
        ("normal", ""),
        ("dotted", "caution"),
        ("dotted", "in the way"),
    }


@pytest.mark.external
def test_the_real_mermaid_shows_hostile_text_as_it_is() -> None:
    nodes = tuple(GraphNode(f"G{i}", text, "aim", "orphan", text) for i, text in enumerate(HOSTILE))
    groups = (Group("all", nodes, ()), *(Group(text, nodes[:1], ()) for text in [*HOSTILE, ""]))
    (found,) = drawn(to_mermaid(Graph("Title", groups)))
    shown = {name: label.replace("\u200b", "") for name, label in found["nodes"].items() if name.startswith("b1G")}
    texts = [" ".join(clean(text).split()) for text in HOSTILE]

    assert found["config"] == {}
    assert found["scripts"] == 0
    assert shown == {f"b1G{i}": f"G{i} {text}\n({text})" for i, text in enumerate(texts)}
    assert sorted(title.replace("\u200b", "") for title in found["groups"]) == sorted(["all", "\xa0", *texts])
