"""Random YAML for property tests: scalars in all styles, whole documents, and rubbish."""

from hypothesis import strategies as st

from briefkit.source.draft import Path

WORDS = st.text(st.sampled_from("abzXY09éß中😀—.,;()/"), min_size=1, max_size=6).map("w".__add__)
ESCAPES = {
    r"\n": "\n",
    r"\t": "\t",
    r"\\": "\\",
    r"\"": '"',
    r"\/": "/",
    r"\_": "\xa0",
    r"\x41": "A",
    r"\u00e9": "é",
    r"\U0001F600": "😀",
}
LINES = ["key: value\n", "a: |\n  text\n", "a: 'it''s'\n", 'b: "x\\n"\n', "c: [x, y]\n", "---\n", "...\n"]
MARKS = ": |:|- |a|b: |no|010|~|1e999|é|😀|\"|'|[|]|{|}|,| #|#1|&a |*a|>|%|@|`|<<: |? |\\|\\x1b|\\ud83d".split("|")
RUBBISH = st.lists(st.sampled_from([*LINES, *MARKS, "|", "|2-", "\n", "\n  ", "\r\n", " ", "\t"]), max_size=14).map(
    "".join
)
"""Pieces of YAML in any order; tags are left out, on whose characters the two parsers do not agree."""


def fold(line_break: str, margin: str) -> st.SearchStrategy[str]:
    """Return blanks within a line, or a way to go to the next."""
    breaks = st.tuples(st.sampled_from(["", " ", "\t"]), st.integers(1, 3), st.sampled_from(["", " ", "   "]))
    folds = breaks.map(lambda parts: parts[0] + parts[1] * line_break + margin + parts[2])
    return st.sampled_from([" ", "  ", " \t"]) | folds


@st.composite
def flow_scalars(draw: st.DrawFn, style: str, line_break: str, margin: str) -> str:
    """Return a plain or quoted scalar; its further lines begin with the margin."""
    between = fold(line_break, margin)
    words = WORDS
    if style == "'":
        words |= st.sampled_from(["''", "''s", "#", '"'])
    if style == '"':
        words |= st.sampled_from([*ESCAPES, "#", "'"])
        between |= st.sampled_from(["", f"\\{line_break}{margin}", f" \\{line_break}{line_break}{margin} "])
    body = draw(words)
    for _ in range(draw(st.integers(0, 6))):
        body += draw(between) + draw(words)
    return style + body + style


@st.composite
def block_scalars(draw: st.DrawFn, style: str, line_break: str, margin: str) -> str:
    """Return a block scalar, its lines indented by one blank more than the margin or as the indicator says."""
    texts = st.lists(WORDS | st.sampled_from(["# w", "- w", "w:  w", "w\t"]), min_size=1, max_size=4).map(" ".join)
    line = st.tuples(st.sampled_from(["", "", "", " ", "   ", "\t"]), texts).map("".join) | st.just("")
    lines = [*draw(st.lists(st.just(""), max_size=2)), *draw(st.lists(line, max_size=6)), ""]
    first = next(filter(None, lines), "")
    indicator = "2" if first[:1].isspace() or draw(st.booleans()) else ""
    header = style + indicator + draw(st.sampled_from(["", "-", "+"])) + draw(st.sampled_from(["", "  # note"]))
    own = margin[:-1] + " " * 2 if indicator else margin
    return line_break.join([header, *(own + line if line else "" for line in lines)])


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, list[Path]]:
    """Return a document and the paths of its scalars."""
    line_break = draw(st.sampled_from(["\n", "\r\n"]))
    text = ""
    paths: list[Path] = []
    for number in range(draw(st.integers(1, 3))):
        path: Path
        if draw(st.booleans()):
            path, lead, margin = (f"k{number}",), f"k{number}:", " "
        else:
            path, lead, margin = (f"k{number}", 0, "é"), f"k{number}:{line_break}  - é:", "     "
        style = draw(st.sampled_from(["|", ">", '"', "'", ""]))
        scalars = block_scalars if style in ("|", ">") else flow_scalars
        text += f"{lead} {draw(scalars(style, line_break, margin))}{line_break}"
        paths.append(path)
    return text, paths
