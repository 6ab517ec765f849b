"""What is made of many briefs: in several processes, and of none that has an error."""

import os
import sys
from pathlib import Path

import pytest

from briefkit.checks.parsed import ParsedBrief
from briefkit.library import InvalidBriefError, open_library

NAMES = [f"copy-{i:02d}" for i in range(40)]


@pytest.fixture
def many(good: Path) -> Path:
    """A library of more than forty briefs, which is enough for several processes."""
    text = (good / "estia.yaml").read_text(encoding="utf-8")
    for name in NAMES:
        (good / f"{name}.yaml").write_text(text, encoding="utf-8")
    return good


def made(library: Path) -> list[str]:
    """Return of each brief its name and the process in which that was found out."""

    def work(parsed: ParsedBrief) -> str:
        assert parsed.brief
        return f"{parsed.brief.name} {os.getpid()}"

    return open_library(library).made(NAMES, work, processes=2, watch=lambda done, total: seen.append((done, total)))


seen: list[tuple[int, int]] = []


@pytest.mark.skipif(sys.platform != "linux", reason="only here processes are forked")
def test_many_briefs_are_opened_in_other_processes(many: Path) -> None:
    seen.clear()
    found = made(many)

    assert [one.partition(" ")[0] for one in found] == NAMES
    assert str(os.getpid()) not in {one.partition(" ")[2] for one in found}
    assert seen == [(done, len(NAMES)) for done in range(1, len(NAMES) + 1)]


def test_nothing_is_made_where_one_has_an_error(many: Path) -> None:
    (many / "copy-07.yaml").write_bytes(b"title: [\n")
    text = (many / "copy-21.yaml").read_text(encoding="utf-8")
    (many / "copy-21.yaml").write_text(text.replace("obstructs: [open-ports]", "obstructs: [open-port]"), "utf-8")

    with pytest.raises(InvalidBriefError) as raised:
        made(many)
    assert {Path(finding.file).stem for finding in raised.value.report.findings} == {"copy-07", "copy-21"}
