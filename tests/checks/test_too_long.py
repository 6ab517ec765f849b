"""Prose that is too long is a finding, and is not read on: that would take as long as it pleases who wrote it."""

from pathlib import Path

import pytest

from briefkit.checks import parsed
from briefkit.document import prose
from briefkit.library import open_library


def test_prose_that_is_too_long_is_not_parsed(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brief = good / "estia.yaml"
    text = brief.read_text(encoding="utf-8")
    brief.write_text(text.replace("The pact was signed", "*a* " * 20_000 + "The pact was signed"), encoding="utf-8")
    lengths: list[int] = []

    def parse(value: str) -> prose.Prose:
        lengths.append(len(value))
        return prose.parse(value)

    monkeypatch.setattr(parsed, "prose", type("Prose", (), {"parse": staticmethod(parse)}))
    found = [finding.rule for finding in open_library(good).validate(["estia"]).findings]

    assert "too-long" in found
    assert not {"unused-reference", "unused-footnote", "broken-link", "internal-error"} & set(found)
    assert lengths
    assert max(lengths) < 40_000
