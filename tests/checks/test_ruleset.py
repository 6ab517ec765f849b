"""Rules as they are declared: complete, under their own names, with limits that a volume can set."""

import re
import types
from dataclasses import fields

import pytest

from briefkit.checks import ruleset
from briefkit.checks.rule import FileRule
from briefkit.checks.rules import todo_marker
from briefkit.format.schema import schema
from briefkit.text import registry


def test_the_limits_of_the_rules_are_those_that_a_volume_may_set() -> None:
    known = schema("volume")["properties"]["checks"]["properties"]["limits"]["properties"]
    written = {name: re.findall(r"Default ([0-9]+)\.", part["description"]) for name, part in known.items()}

    declared = {name: [str(default)] for rule in ruleset.checking_rules() for name, default in rule.limits.items()}

    assert declared == written


@pytest.mark.parametrize(
    "attributes", [{}, {"RUEL": todo_marker.RULE}, {"RULE": todo_marker.RULE}, {"RULE": "a rule"}], ids=str
)
def test_a_module_without_a_rule_of_its_name_is_refused(
    attributes: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    module = types.ModuleType("briefkit.checks.rules.other_name")
    vars(module).update(attributes)
    monkeypatch.setattr(registry, "modules", lambda _: {"other_name": module})

    with pytest.raises(TypeError, match="other_name has to declare RULE"):
        ruleset.checking_rules.__wrapped__()


@pytest.mark.parametrize("part", [field.name for field in fields(FileRule)])
def test_a_misspelt_part_of_a_rule_is_refused(part: str) -> None:
    rule = todo_marker.RULE
    parts = {field.name: getattr(rule, field.name) for field in fields(FileRule)}
    parts[f"{part}x"] = parts.pop(part)

    with pytest.raises(TypeError, match=f"{part}x"):
        FileRule(**parts)
