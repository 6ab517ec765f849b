"""A site in Chromium: used with clicks and keys, valid, and open to everybody."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from briefkit import api
from briefkit.library import open_library
from briefkit.publish.write import write_folder
from briefkit.site.build import MANIFEST

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NODE = shutil.which("node")
MODULES = ROOT / "node_modules"
HAS_ALL = (
    CHROMIUM and NODE and all((MODULES / name).is_dir() for name in ("axe-core", "puppeteer-core", "html-validate"))
)
pytestmark = [
    pytest.mark.external,
    pytest.mark.skipif(
        not HAS_ALL, reason="chromium, node, axe-core, puppeteer-core or html-validate is not installed"
    ),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the library of the tutorial."""
    folder = tmp_path_factory.mktemp("site") / "site"
    write_folder(folder, api.site(open_library(ROOT / "docs" / "neighbors")), MANIFEST, replace=False)
    return folder


def node(script: Path, *arguments: str, given: object = None) -> dict[str, object]:
    done = subprocess.run(
        [str(NODE), str(script), str(CHROMIUM), *arguments],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def test_a_reader_searches_filters_sorts_and_comes_back(site: Path) -> None:
    found = node(Path(__file__).with_name("site_check.mjs"), str(site))

    assert found == {
        "all": [19, "19 points"],
        "nothing": [0, "0 of 19 points"],
        "searched": [6, "6 of 19 points", "#q=fish"],
        "chosen": [3, "#brief=estia&theme=trade"],
        "skipped": [3, "#brief=estia&theme=trade"],
        "again": [3, "trade"],
        "up": ["U2", "ascending"],
        "down": ["C2", "descending", "#sort=-2"],
        "led": ["sudmark.html", True],
        "said": [],
        "plain": [19, False],
    }


def test_the_pages_are_valid_and_open_to_everybody(site: Path) -> None:
    names = ("index.html", "tracker.html", "sources.html", "comparison.html", "estia.html")
    given = {name: {"file": str(site / name), "probes": {}, "checked": True} for name in names}
    found = node(ROOT / "tests" / "publish" / "formats" / "html_check.mjs", given=given)

    assert found == {name: {"said": [], "probes": {}, "invalid": [], "axe": []} for name in names}
