"""Several processes: what they give is what one gives, whatever happens to them."""

import multiprocessing
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefkit.checks.policy import Policy
from briefkit.format.shipped import default
from briefkit.library import Library, examination, open_library, workers
from briefkit.library.cache import ResultCache
from briefkit.library.files import Item
from briefkit.library.workers import Setting


@pytest.fixture
def many(good: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of forty briefs, some of which have faults, which is enough for several processes."""
    monkeypatch.setattr(examination, "FROM_FILES", 8)
    monkeypatch.setattr(workers, "_CHUNK", 3)
    text = (good / "estia.yaml").read_text(encoding="utf-8")
    for i in range(40):
        faulty = text.replace("obstructs: [open-ports]", "obstructs: [open-port]") if i % 5 == 0 else text
        (good / f"copy-{i:02d}.yaml").write_text(faulty, encoding="utf-8")
    (good / "copy-07.yaml").write_bytes(b"title: [\n")
    (good / "copy-08.yaml").write_bytes(b"\xff\xfe\xfa")
    (good / "copy-09.yaml").unlink()
    (good / "copy-09.yaml").mkdir()
    return good


def said(library: Library) -> object:
    report = library.validate()
    assert report.findings
    return list(report.findings), list(report.waived), report.files, report.remarks


def test_several_processes_say_what_one_says(many: Path) -> None:
    alone = open_library(many)

    assert said(replace(alone, processes=2)) == said(alone)


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_it_does_not_matter_how_a_process_begins(method: str, many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing, "get_context", lambda _: _context(method))

    assert said(replace(open_library(many), processes=2)) == said(open_library(many))


_context = multiprocessing.get_context


def _items(folder: Path) -> Iterator[Item]:
    for path in sorted(folder.glob("copy-1*.yaml")):
        yield Item(path.name, path.read_bytes())


@pytest.mark.skipif(sys.platform != "linux", reason="the worker is told to end by what it inherits")
def test_a_process_that_is_killed_takes_nothing_with_it(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    setting = Setting(None, Policy(), default(), {})
    whole = [data for _, data in workers.examined(_items(many), setting, processes=2)]
    home = os.getpid()
    examine_all = workers._examine_all

    def fall(items: list[Item]) -> list[bytes]:
        if os.getpid() != home and any(item.file == "copy-14.yaml" for item in items):
            os.kill(os.getpid(), signal.SIGKILL)
        return examine_all(items)

    fall.__module__, fall.__qualname__ = workers.__name__, "_examine_all"
    monkeypatch.setattr(workers, "_examine_all", fall)
    results = list(workers.examined(_items(many), setting, processes=2))

    assert [item.file for item, _ in results] == [f"copy-1{i}.yaml" for i in range(10)]
    assert [data for _, data in results] == whole


def test_nothing_is_left_running_when_the_asker_leaves(many: Path) -> None:
    results = workers.examined(_items(many), Setting(None, Policy(), default(), {}), processes=2)
    next(results)
    results.close()  # type: ignore[attr-defined]

    assert not multiprocessing.active_children()


def test_findings_of_one_process_and_of_several_are_kept_alike(many: Path, tmp_path: Path) -> None:
    alone = said(open_library(many))
    cached = replace(open_library(many), processes=2, cache=ResultCache(tmp_path / "cache"))

    assert said(cached) == alone
    shutil.copy(many / "estia.yaml", many / "copy-03.yaml")
    assert said(replace(open_library(many), processes=2, cache=cached.cache)) == said(open_library(many))
