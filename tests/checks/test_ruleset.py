"""Rules as they are declared: complete, under their own names, with limits that a volume can set."""

import re
import types
from dataclasses import fields

import pytest

from briefkit.checks import ruleset
from briefkit.checks.rule import FileRule
from briefkit.checks.rules import todo_marker
from briefkit.format.limits import share_limit, word_limit
from briefkit.format.schema import Form, schema
from briefkit.format.shipped import default
from briefkit.text import registry


def test_the_limits_of_the_rules_are_those_that_a_volume_may_set() -> None:
    known = schema(Form("volume", default()))["properties"]["checks"]["properties"]["limits"]["properties"]
    written = {name: re.findall(r"Default ([0-9]+)\.", part["description"]) for name, part in known.items()}

    declared = {name: [str(most)] for rule in ruleset.checking_rules() for name, most in rule.limits.items()}
    for question in default().questions:
        if most := question.limits["statement-words"]:
            declared[word_limit(question)] = [str(most)]
        for bound in {"most-share", "least-share"} & question.limits.keys():
            declared[share_limit(question, bound)] = [str(question.limits[bound])]

    assert declared == written


@pytest.mark.parametrize(
    "attributes",
    [{}, {"RUEL": todo_marker.RULE}, {"RULE": todo_marker.RULE}, {"RULE": "a rule"}],
    ids=["none", "misspelt", "another's", "text"],
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
