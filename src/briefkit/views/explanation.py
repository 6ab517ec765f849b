"""The rules explained: the catalogue as a table, one rule, or all of them as a reference page."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from briefkit.checks import ruledoc
from briefkit.document import blocks as b
from briefkit.source.finding import Rule
from briefkit.views.rows import Fields, Rows
from briefkit.views.view import View, contents

STAGES = {
    "BK0": "Reading",
    "BK1": "Format",
    "BK2": "Links",
    "BK3": "Points",
    "BK4": "Citations and notes",
    "BK5": "Abbreviations",
    "BK6": "Volume",
    "BK7": "Prose",
    "BK9": "Housekeeping",
}
"""What the rules of one hundred codes are about."""


class RuleRow(NamedTuple):
    """A rule with its documentation."""

    rule: Rule
    doc: ruledoc.RuleDoc


FIELDS: Fields[RuleRow] = {
    "rule": lambda row: row.rule.name,
    "code": lambda row: row.rule.code,
    "severity": lambda row: row.rule.severity,
    "summary": lambda row: row.doc.summary,
    "what": lambda row: row.doc.what,
    "why": lambda row: row.doc.why,
    "bad": lambda row: row.doc.bad or None,
    "good": lambda row: row.doc.good or None,
}


def catalogue(rules: Sequence[Rule]) -> View:
    """Return the rules as tables, a table for each hundred of codes."""
    return _view("Rules", rules, lambda: _tables(rules))


def rule(wanted: Rule) -> View:
    """Return what a rule finds, why, and an example of the bad and the good."""
    return _view(wanted.name, [wanted], lambda: tuple(_explained(wanted)))


def reference(rules: Sequence[Rule]) -> View:
    """Return the tables and then every rule in full."""
    return _view("Rules", rules, lambda: (*_tables(rules), *map(_rule, rules)))


def _view(title: str, rules: Sequence[Rule], blocks: Callable[[], b.Blocks]) -> View:
    rows = Rows("rules", FIELDS, tuple(RuleRow(item, ruledoc.parse(item)) for item in rules))
    return View(lambda: b.Document(b.Meta(title), (b.Chapter("rules", blocks(), title=b.text(title)),)), rows)


def _tables(rules: Sequence[Rule]) -> b.Blocks:
    stages = {prefix: [item for item in rules if item.code.startswith(prefix)] for prefix in STAGES}
    return contents("contents", "chapter"), *(_stage(prefix, chosen) for prefix, chosen in stages.items() if chosen)


def _stage(prefix: str, rules: Sequence[Rule]) -> b.Section:
    fixed, text = b.ColumnHint(fixed=True), b.ColumnHint()
    table = b.Table(
        columns=(fixed, fixed, fixed, text),
        header=tuple(b.Cell((b.paragraph(name),)) for name in ("Code", "Rule", "Severity", "Finds")),
        groups=(b.RowGroup(tuple(tuple(b.Cell((block,)) for block in _row(item)) for item in rules)),),
    )
    return b.Section("part", (b.Heading(2, b.text(STAGES[prefix]), f"stage-{prefix.lower()}"), table))


def _row(item: Rule) -> Iterator[b.Paragraph]:
    yield b.paragraph(item.code)
    yield b.Paragraph((b.Code(item.name),))
    yield b.paragraph(item.severity)
    yield b.Paragraph(_marked(ruledoc.parse(item).summary))


def _rule(item: Rule) -> b.Section:
    return b.Section("part", (b.Heading(2, b.text(item.name), item.name), *_explained(item)))


def _explained(item: Rule) -> Iterator[b.Block]:
    doc = ruledoc.parse(item)
    yield b.Paragraph((b.Strong(b.text(f"{item.code} · {item.severity}")),))
    yield b.Paragraph(_marked(doc.summary))
    for name, prose in (("What", doc.what), ("Why", doc.why)):
        for paragraph in filter(None, prose.split("\n\n")):
            yield b.Paragraph((b.Strong(b.text(f"{name}.")), b.Text(" "), *_marked(paragraph)))
    for name, fragment in (("Bad", doc.bad), ("Good", doc.good)):
        if fragment:
            yield b.Paragraph((b.Strong(b.text(f"{name}:")),))
            yield b.Preformatted(fragment)


def _marked(text: str) -> b.Inlines:
    """Return inlines for text in which words between backticks are code."""
    parts = text.split("`")
    return tuple(b.Code(part) if i % 2 else b.Text(part) for i, part in enumerate(parts) if part)
