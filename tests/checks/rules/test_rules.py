"""Every rule shows itself: Bad fires it and nothing unrelated, Good fires nothing that Bad did not."""

from pathlib import Path

import pytest
import yaml

from briefkit.checks import ruledoc
from briefkit.checks.rules import unsupported_reference_type
from briefkit.checks.ruleset import all_rules
from briefkit.document.cite import SUPPORTED_TYPES
from briefkit.library import open_library
from briefkit.source.finding import Report, Rule, Severity
from briefkit.text import registry

BASE = """\
title: Japan–Australia relations
subject: Japan
partner: Australia
authors:
  - name: Tomoko Sato
date: 2015-03
summary: Japan and Australia are close partners.
goals:
  points:
    - id: open-order
      statement: Sustain an open order
context:
  points:
    - id: power-shift
      statement: Power is shifting
challenges:
  points:
    - id: china-gap
      statement: Views of China differ
      obstructs: [open-order]
us_cooperation:
  stance: helps
  because: Both are allies of the United States
  points:
    - id: exercises
      statement: Exercises build trust
      addresses: [open-order]
recommendations:
  points:
    - id: consult
      statement: Consult before acting
      addresses: [open-order, china-gap]
      actors: [Japan]
      horizon: short-term
"""


class Decimals(yaml.SafeLoader):
    """Takes all for text but decimal numbers."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, form) for tag, form in known if tag == "tag:yaml.org,2002:float"]
        for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


EXPECTED_ON_BASE = {"point-count"}
"""What a brief as small as the base has anyway."""

TIMES = {"point-count": 3, "untagged-point": 4}
"""Rules that the fragment fires at several points of the base."""

RULES = {name: rule for name, rule in all_rules().items() if ruledoc.parse(rule).bad}


def run(folder: Path, fragment: str, asked: Rule) -> Report:
    """Check the base library with a fragment merged onto it."""
    folder.mkdir(parents=True)
    for name, text in ruledoc.files(fragment).items():
        (folder / name).write_text(whole(name, text, asked), encoding="utf-8")
    return open_library(folder).validate()


def whole(name: str, fragment: str, asked: Rule) -> str:
    """Return the file of which a fragment shows a part."""
    if asked.code < "BK1" and name == "brief.yaml":
        return replace_keys(BASE, fragment)
    # Schema rules are about types; elsewhere all but decimals is text, so that dates stay as they are typed.
    loader = yaml.SafeLoader if asked.code < "BK2" else Decimals
    base = {} if name == "volume.yaml" else yaml.safe_load(BASE)
    return yaml.dump(merge(base, yaml.load(fragment, Loader=loader) or {}), allow_unicode=True, sort_keys=False)  # noqa: S506


def replace_keys(base: str, fragment: str) -> str:
    """Replace the top-level keys of the base by those of a fragment, as text, so that faults of spelling survive."""
    heads = [line.partition(":")[0] for line in fragment.splitlines() if line[:1].isalpha()]
    kept: list[str] = []
    dropping = False
    for line in base.splitlines():
        if line[:1].isalpha():
            dropping = line.partition(":")[0] in heads
        if not dropping:
            kept.append(line)
    return "\n".join(kept) + "\n" + fragment


def merge(base: object, change: object) -> object:
    """Merge mappings; lists and scalars replace."""
    if isinstance(base, dict) and isinstance(change, dict):
        return {**base, **{key: merge(base.get(key), value) for key, value in change.items()}}
    return change


def test_the_base_is_clean(tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_text(BASE, encoding="utf-8")

    assert {finding.rule for finding in open_library(tmp_path).validate().findings} <= EXPECTED_ON_BASE


@pytest.mark.parametrize("name", RULES)
def test_bad_fires_the_rule_and_nothing_unrelated(name: str, tmp_path: Path) -> None:
    report = run(tmp_path / "bad", ruledoc.parse(RULES[name]).bad, RULES[name])

    fired = [finding.rule for finding in report.findings if finding.rule not in EXPECTED_ON_BASE - {name}]
    assert fired == [name] * TIMES.get(name, 1), "\n".join(f"{f.rule}: {f.line}: {f.message}" for f in report.findings)


@pytest.mark.parametrize("name", RULES)
def test_good_fires_nothing(name: str, tmp_path: Path) -> None:
    good = ruledoc.parse(RULES[name]).good
    assert good, "a rule with Bad has Good"

    report = run(tmp_path / "good", good, RULES[name])

    assert {finding.rule for finding in report.findings} <= EXPECTED_ON_BASE - {name}


def test_every_rule_is_documented() -> None:
    for rule in all_rules().values():
        doc = ruledoc.parse(rule)
        assert doc.summary.endswith("."), rule.name
        assert doc.what, rule.name
        assert doc.why, rule.name


def test_names_and_codes_are_unique_and_match_the_files() -> None:
    rules = list(all_rules().values())

    assert len({rule.code for rule in rules}) == len({rule.name for rule in rules}) == len(rules)
    by_file = {name: module.RULE for name, module in registry.modules("briefkit.checks.rules").items()}
    assert {name.replace("_", "-"): rule.name for name, rule in by_file.items()} == {
        rule.name: rule.name for rule in by_file.values()
    }


def test_severities_keep_to_the_all_rules() -> None:
    errors = [rule.name for rule in all_rules().values() if rule.severity is Severity.ERROR and rule.code > "BK2"]

    assert errors == [
        "duplicate-id",
        "broken-link",
        "undefined-figure",
        "bad-figure",
        "note-at-nothing",
        "markup-in-statement",
        "todo-marker",
        "undefined-citation",
        "bare-citation",
        "undefined-footnote",
        "impossible-date",
        "conflicting-abbreviation",
        "brief-not-in-volume",
        "missing-brief",
        "unknown-theme",
        "unsupported-markup",
        "unknown-rule",
    ]


def test_the_types_with_a_citation_form_are_those_that_are_cited() -> None:
    """The rule stands below `cite` in the architecture and so has a list of its own."""
    assert sorted(unsupported_reference_type.TYPES) == sorted(SUPPORTED_TYPES)
