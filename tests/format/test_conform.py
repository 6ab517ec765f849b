"""What conform says of every kind of fault, and that its quick yes agrees with jsonschema."""

import json
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefkit.format.conform import RULES, conform
from briefkit.format.conform.acceptor import acceptor
from briefkit.format.conform.faults import MOST
from briefkit.format.conform.violations import violations
from briefkit.format.schema import FileKind, Form
from briefkit.format.shipped import default
from briefkit.reading import read_bytes
from briefkit.source.draft import Draft, Json
from briefkit.source.finding import Finding, Rule
from briefkit.source.place import Place

QUESTIONS = default().questions

BRIEF = """\
title: Japan–Australia relations
subject: Japan
partner: Australia
authors:
  - name: Tomohiko Satake
date: 2015-03
summary: A short summary.
goals:
  points:
    - id: open-order
      statement: Sustain an open order
context:
  points:
    - id: us-shift
      statement: Washington turns to Asia
challenges:
  points:
    - id: china-gap
      statement: Threat perceptions differ
us_cooperation:
  stance: helps
  because: Both are allies
  points:
    - id: bilateral
      statement: Two is easier than three
recommendations:
  points:
    - id: consult
      statement: Consult on China
      themes: [trade, energy]
references:
  - id: garnaut-2014
    type: book
"""

VOLUME = """\
title: Japan's Global Diplomacy
briefs: [australia, india]
themes:
  energy:
    name: Energy
actors:
  Japan:
    kind: state
checks:
  severity:
    todo-marker: warning
  limits:
    summary-words: 150
conclusion:
  points:
    - id: china-unspoken
      statement: China shapes every relationship
      evidence: [australia:china-gap]
      scope: some
"""

DATA = Path(__file__).parents[1] / "data"


class ParsedBrief(NamedTuple):
    """A row of the table of faults."""

    kind: FileKind
    old: str
    new: str
    rule: str
    message: str
    hint: str | None


def draft_of(text: str) -> Draft:
    reading = read_bytes(text.encode(), "brief.yaml")
    assert reading.draft is not None, reading.findings
    return reading.draft


def check(text: str, kind: FileKind = "brief") -> tuple[Finding, ...]:
    return conform(draft_of(text), Form(kind, default())).findings


def changed(old: str, new: str, text: str = BRIEF) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


def reference(line: str) -> str:
    return BRIEF + f"    {line}\n"


def author(line: str) -> str:
    return changed("  - name: Tomohiko Satake", f"  - name: Tomohiko Satake\n    {line}")


def top(lines: str) -> str:
    return changed("summary:", f"{lines}\nsummary:")


def pointed(finding: Finding) -> str:
    """Return the text that the finding underlines in its first line."""
    end = finding.end_column - 1 if finding.end_line == finding.line else None
    return finding.excerpt[finding.column - 1 : end]


def only(text: str, kind: FileKind = "brief") -> Finding:
    found = check(text, kind)
    assert len(found) == 1, [finding.message for finding in found]
    return found[0]


# What conforms


def test_a_conforming_brief_has_no_findings() -> None:
    assert check(BRIEF) == ()


def test_a_conforming_volume_has_no_findings() -> None:
    assert check(VOLUME, "volume") == ()


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[2] / "briefs").glob("*.yaml")), ids=lambda p: p.stem)
def test_the_founding_library_conforms(path: Path) -> None:
    kind: FileKind = "volume" if path.stem == "volume" else "brief"

    assert check(path.read_text(encoding="utf-8"), kind) == ()


@pytest.mark.parametrize(
    "text",
    [
        changed("date: 2015-03", "date: 2015"),
        changed("date: 2015-03", "date: 2016-02-29"),
        reference("issued: n.d."),
        reference("issued: 2008-03/2008-04"),
        reference("issued: {date-parts: [[2014, 10, 26]]}"),
        reference('issued: {date-parts: [["2014", 10], [2015, 1]], circa: true}'),
        reference("volume: 48"),
        reference("URL: https://www.stimson.org/a%20b?c=d#e"),
        reference("DOI: 10.1093/ia/iix220"),
        author("orcid: 0000-0002-1825-0097"),
        author("orcid: 0000-0002-1694-233X"),
        *(top(f"language: {tag}") for tag in ("en", "no", "en-AU", "zh-Hant-TW", "de-1996", "en-x-draft")),
    ],
)
def test_every_form_that_the_format_allows_is_accepted(text: str) -> None:
    assert check(text) == ()


def test_conforming_files_never_import_jsonschema() -> None:
    script = (
        "import sys; from briefkit.format.conform import conform; from briefkit.format.schema import Form;"
        "from briefkit.format.shipped import default; from briefkit.reading import read_bytes;"
        "found = conform(read_bytes(sys.stdin.buffer.read(), 'brief.yaml').draft, Form('brief', default())).findings;"
        "sys.exit(bool(found) or 'jsonschema' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", script], input=BRIEF.encode(), check=False).returncode == 0


# What does not


def cases() -> Iterator[ParsedBrief]:
    """Read the table of faults; its first paragraph says how it is written."""
    for block in (DATA / "schema_faults.txt").read_text(encoding="utf-8").split("\n\n")[1:]:
        kind: FileKind = "volume" if block.startswith("volume\n") else "brief"
        lines = block.removeprefix("volume\n").strip("\n").split("\n")
        if lines[0].startswith("# "):
            continue
        edit = [line for line in lines if line[:1] in set("-+ ")]
        rule, message, *hint = lines[len(edit) :]
        old, new = ("\n".join(line[1:] for line in edit if line[0] in marks) for marks in ("- ", "+ "))
        yield ParsedBrief(kind, old, new, rule, message, hint[0].removeprefix("= ") if hint else None)


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.rule} {case.message}")
def test_a_fault_is_one_finding_with_its_place_and_a_way_out(case: ParsedBrief) -> None:
    base = BRIEF if case.kind == "brief" else VOLUME
    assert f"\n{base}".count(f"\n{case.old}\n") == 1

    finding = only(f"\n{base}".replace(f"\n{case.old}\n", f"\n{case.new}\n")[1:], case.kind)

    assert finding.message == case.message
    assert finding.hint == case.hint
    assert f"{finding.rule} at: {pointed(finding)}".rstrip() == case.rule


def test_an_empty_file_of_fields_lacks_all_that_is_required() -> None:
    found = check("subtitle: x\n")

    assert {finding.rule for finding in found} == {"missing-field"}
    assert len(found) == 6 + len(QUESTIONS)


def test_of_many_free_fields_only_the_first_are_shown() -> None:
    hint = only(reference("zzz: 1")).hint

    assert hint is not None
    assert hint.startswith("fields allowed here: `author`, `chair`")
    assert hint.endswith(" more")


def test_a_wrong_type_silences_the_other_faults_of_the_value() -> None:
    assert [finding.rule for finding in check(changed("[trade, energy]", "[3, 3]"))] == ["wrong-type", "wrong-type"]


def test_a_repeated_entry_is_shown_at_its_second_place_with_the_first() -> None:
    finding = only(changed("[trade, energy]", "[trade, energy, trade]"))

    assert finding.rule == "repeated-entry"
    assert finding.message == "`trade` is listed twice in `themes` of point `consult`"
    assert (finding.line, finding.column) == (30, 31)
    assert [related.place for related in finding.related] == [
        Place("brief.yaml", 30, 16, ("recommendations", "points", 0, "themes", 0))
    ]


# All together


def test_findings_are_sorted_and_carry_their_line() -> None:
    text = (
        changed("partner: Australia", "partner: 3").replace("stance: helps", "stance: x").replace("title:", "titel:", 1)
    )

    found = check(text)

    assert [(finding.line, finding.excerpt) for finding in found] == [
        (1, "titel: Japan–Australia relations"),
        (3, "partner: 3"),
        (21, "  stance: x"),
    ]


def test_a_file_of_faults_is_cut_off() -> None:
    assert len(check("".join(f"k{i}: 1\n" for i in range(2 * MOST)))) == MOST


def test_only_text_counts_as_repeated() -> None:
    """jsonschema would compare each entry of a mixed list with each other: minutes for 40,000 of them."""
    data = draft_of(changed("trade, energy", "trade, 3, 3")).data

    assert {violation.keyword for violation in violations(Form("brief", default()), data)} == {"type"}


def merged(base: Json, fragment: Json) -> Json:
    if isinstance(base, dict) and isinstance(fragment, dict):
        return base | {key: merged(base.get(key), value) for key, value in fragment.items()}
    return fragment


def example(doc: str, section: str) -> Json:
    after = doc.partition(f"\n{section}:\n")[2].splitlines()
    lines = [line for i, line in enumerate(after) if all(not x or x.startswith("    ") for x in after[: i + 1])]
    return draft_of(textwrap.dedent("\n".join(lines))).data


OF_SETS = ("other-question-set", "bad-question-set", "unknown-question-set")
"""Rules that a fragment of one brief cannot show."""


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.name not in OF_SETS], ids=lambda rule: rule.name)
def test_the_examples_of_a_rule_show_it_and_nothing_else(rule: Rule) -> None:
    base = draft_of(BRIEF).data
    bad, good = merged(base, example(rule.doc, "Bad")), merged(base, example(rule.doc, "Good"))

    assert {finding.rule for finding in check(in_json(bad))} == {rule.name}
    assert check(in_json(good)) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_is_documented(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    parts = [line for line in rule.doc.splitlines() if line[:1].isupper() and line.endswith(":")]
    assert parts == ["What:", "Why:", "Bad:", "Good:"] or (rule.name in OF_SETS and parts == ["What:", "Why:"])


def test_codes_follow_the_catalogue() -> None:
    assert [(rule.name, rule.code) for rule in RULES] == [
        ("missing-field", "BK101"),
        ("unknown-field", "BK102"),
        ("wrong-type", "BK103"),
        ("empty-value", "BK104"),
        ("bad-format", "BK105"),
        ("not-allowed", "BK106"),
        ("repeated-entry", "BK107"),
        ("too-long", "BK108"),
        ("other-question-set", "BK109"),
        ("bad-question-set", "BK110"),
        ("unknown-question-set", "BK111"),
    ]


# The quick yes against the reference engine


def in_json(data: Json) -> str:
    """Return data as JSON, which is YAML in flow style."""
    return json.dumps(data, ensure_ascii=False, indent=1)


VALUES: list[Json] = [
    None, True, 3, -1, 2.5, 2.0, 99999, "", " ", "text", "Two Words", "2015-02-30", "2015", "n.d.", "helps", "x" * 400,
    [], {}, ["a", "a"], ["a", 1], [None], {"id": "a"}, {"points": []}, {"date-parts": [[2015, 2]]}, {"a": None},
]  # fmt: skip
NAMES = ["id", "titel", "title", "points", "statement", "themes", "issued", "URL", "zebra", "Two Words", "a.b", ""]


def mutate(data: Json, choose: st.DrawFn) -> Json:
    """Change one place of the data, chosen at random from the root downward."""
    deeper = isinstance(data, list | dict) and data and choose(st.integers(0, 5))
    if not deeper:
        return choose(st.sampled_from(VALUES))
    if isinstance(data, list):
        place = choose(st.integers(0, len(data) - 1))
        action = choose(st.sampled_from(["repeat", "drop", "into", "into"]))
        if action == "repeat":
            return [*data, data[place]]
        tail = data[place + 1 :]
        return data[:place] + ([mutate(data[place], choose)] if action == "into" else []) + tail
    assert isinstance(data, dict)
    key = choose(st.sampled_from(sorted(data)))
    action = choose(st.sampled_from(["add", "drop", "rename", "into", "into", "into"]))
    if action == "into":
        return data | {key: mutate(data[key], choose)}
    if action == "add":
        return data | {choose(st.sampled_from(NAMES)): choose(st.sampled_from(VALUES))}
    rest = {name: value for name, value in data.items() if name != key}
    return rest if action == "drop" else rest | {choose(st.sampled_from(NAMES)): data[key]}


@st.composite
def mutants(draw: st.DrawFn) -> tuple[FileKind, Json]:
    kind: FileKind = draw(st.sampled_from(["brief", "volume"]))
    data: Json = draft_of(BRIEF if kind == "brief" else VOLUME).data
    for _ in range(draw(st.integers(0, 3))):
        data = mutate(data, draw)
    return kind, data


@settings(max_examples=400, deadline=None)
@given(mutants())
def test_the_quick_yes_agrees_with_jsonschema(mutant: tuple[FileKind, Json]) -> None:
    kind, data = mutant

    assert acceptor(Form(kind, default()))(data) == (not list(violations(Form(kind, default()), data)))


@settings(max_examples=200, deadline=None)
@given(mutants())
def test_whatever_is_refused_gets_findings_fit_to_print(mutant: tuple[FileKind, Json]) -> None:
    kind, data = mutant
    if not isinstance(data, dict):
        return
    found = check(in_json(data), kind)

    assert bool(found) == (not acceptor(Form(kind, default()))(data))
    for finding in found:
        text = f"{finding.message}\n{finding.hint}"
        assert len(finding.message) < 250
        assert len(text.splitlines()) == 2
        assert not any(mark in text for mark in ("^[", "]+$", "\\", "None of", "Violation"))
        assert finding.message[0] in "`abcdefghijklmnopqrstuvwxyz"
        assert not finding.message.endswith(".")
