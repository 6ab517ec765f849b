"""Of one rule a file has no more findings than somebody mends at once, and the last says how many more there are."""

from pathlib import Path

import pytest

from briefkit.checks.examined import MOST_FINDINGS
from briefkit.library import open_library
from briefkit.source.finding import Finding


def found(library: Path, rule: str) -> list[Finding]:
    return [finding for finding in open_library(library).validate().findings if finding.rule == rule]


@pytest.mark.parametrize(("count", "more"), [(MOST_FINDINGS - 1, 0), (MOST_FINDINGS, 0), (MOST_FINDINGS + 7, 7)])
def test_of_a_rule_over_one_file(count: int, more: int, good: Path) -> None:
    path = good / "estia.yaml"
    words = "".join(f"        TODO {i}\n" for i in range(count))
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(
            "    - id: open-ports\n",
            f"    - id: other\n      statement: It is\n      detail: |\n{words}    - id: open-ports\n",
        ),
        encoding="utf-8",
    )

    _hints(found(good, "todo-marker"), count, more)


@pytest.mark.parametrize(("count", "more"), [(MOST_FINDINGS - 1, 0), (MOST_FINDINGS, 0), (MOST_FINDINGS + 7, 7)])
def test_of_a_rule_over_the_library(count: int, more: int, good: Path) -> None:
    path = good / "volume.yaml"
    themes = "".join(f"  nobody-{i}:\n    name: Nobody {i}\n" for i in range(count))
    text = path.read_text(encoding="utf-8")
    assert "\nthemes:\n" in text
    path.write_text(text.replace("\nthemes:\n", f"\nthemes:\n{themes}"), encoding="utf-8")

    _hints(found(good, "unused-theme"), count, more)


def _hints(findings: list[Finding], count: int, more: int) -> None:
    assert len(findings) == min(count, MOST_FINDINGS)
    wanted = f"mend those above first: {more} more of these follow in the file"
    assert [finding.hint == wanted for finding in findings] == [False] * (len(findings) - 1) + [more > 0]
