"""Pages in Chromium: valid, open to everybody, wide and narrow, light and dark, and asking for nothing."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import TypeAlias

import pytest
from test_html_agreement import SHOWN
from test_html_hostile import HOSTILE, filled

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.html import write

ROOT = Path(__file__).parents[3]
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

CHECKED = ("brief", "comparison", "trace", "list", "volume", "forty columns")

Found: TypeAlias = dict[str, dict[str, list[str] | dict[str, object]]]

_STICKY = """(() => {
  scrollTo(0, document.querySelector("tbody tr:nth-child(2)").getBoundingClientRect().bottom - 200);
  const top = (place) => Math.round(document.querySelector(place).getBoundingClientRect().top);
  return [top("thead th"), top("tbody tr:nth-child(2)") < 0, top("tbody tr:nth-child(2) th > *")];
})()"""
PROBES = {
    "comparison": {
        1200: {"heads": _STICKY},
        360: {
            "cards": 'getComputedStyle(document.querySelector("tbody tr")).display',
            "label": 'getComputedStyle(document.querySelector("td"), "::before").content',
        },
    },
    "brief": {
        1200: {
            "preview": """(() => {
              const mark = document.querySelector("sup.mark a");
              const shown = () => getComputedStyle(mark, "::after").content.includes(mark.dataset.preview.slice(0, 20));
              const before = shown();
              mark.focus({ focusVisible: true });
              return [before, shown()];
            })()""",
            "beside": """(() => {
              const [said, facts] = document.querySelector(".point:has(> .facts)").children;
              return facts.getBoundingClientRect().left > said.getBoundingClientRect().right;
            })()""",
            "measure": """(() => {
              const text = [...document.querySelectorAll(".said > p")].find((p) => p.textContent.length > 400);
              const lines = text.getBoundingClientRect().height / parseFloat(getComputedStyle(text).lineHeight);
              return Math.round(text.textContent.length / lines);
            })()""",
        },
        360: {"letters": 'parseFloat(getComputedStyle(document.querySelector("svg text")).fontSize)'},
    },
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """What one browser finds in all pages."""
    folder = tmp_path_factory.mktemp("pages")
    cells = tuple(b.Cell((b.paragraph(f"column {i}"),)) for i in range(40))
    wide = b.Table((b.ColumnHint(),) * 40, cells, (b.RowGroup((cells,)),), row_heads=True)
    documents = {name: show().document for name, show in SHOWN.items()}
    documents["forty columns"] = b.Document(b.Meta("Forty"), (b.Chapter("c", (wide,), title=b.text("Forty")),))
    chapters = tuple(chapter for text in HOSTILE for chapter in filled(text).chapters)
    documents["hostile"] = b.Document(b.Meta("Hostile"), chapters)
    given = {}
    for name, document in documents.items():
        file = folder / f"{name}.html"
        file.write_text(write(document), encoding="utf-8")
        given[name] = {"file": str(file), "probes": PROBES.get(name, {}), "checked": name in CHECKED}
    done = subprocess.run(
        [str(NODE), str(Path(__file__).with_name("html_check.mjs")), str(CHROMIUM)],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    answer: Found = json.loads(done.stdout)
    return answer


@pytest.mark.parametrize("name", CHECKED)
def test_a_page_is_valid_and_open_to_everybody(found: Found, name: str) -> None:
    assert found[name]["invalid"] == []
    assert found[name]["axe"] == []


def test_a_page_asks_for_nothing_says_nothing_and_is_not_too_wide(found: Found) -> None:
    assert {name: one["said"] for name, one in found.items() if one["said"]} == {}


def test_the_heads_of_a_comparison_stay_and_a_narrow_screen_has_cards(found: Found) -> None:
    assert found["comparison"]["probes"] == {
        "heads": [0, True, 92],
        "cards": "block",
        "label": '"Australia · Satake · March 2015" / ""',
    }


def test_a_brief_shows_notes_at_their_marks_and_facts_beside_the_text(found: Found) -> None:
    probes = found["brief"]["probes"]

    assert isinstance(probes, dict)
    assert probes["preview"] == [False, True]
    assert probes["beside"] is True
    assert 60 <= int(str(probes["measure"])) <= 72
    assert float(str(probes["letters"])) > 12
