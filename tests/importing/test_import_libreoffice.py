"""LibreOffice opens and saves Word files, also by way of its own format, and what is imported stays the same."""

import shutil
import subprocess
from pathlib import Path

import pytest
from brief_forms import FORMS, KEYS, SAID
from imports import read

from briefkit import api
from briefkit.library import open_library
from briefkit.publish.formats.documents.docx import write

pytestmark = [
    pytest.mark.external,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"),
]
GOOD = open_library(Path(__file__).parents[1] / "libraries" / "good")


@pytest.fixture(scope="module", params=["docx", "odt"])
def saved(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every form and a file of briefkit's own, saved again by LibreOffice, straight or through ODT."""
    folder = tmp_path_factory.mktemp("libre")
    for name, make in FORMS.items():
        (folder / f"{name}.docx").write_bytes(make().data())
    (folder / "own.docx").write_bytes(write(api.show(GOOD, "estia").document))
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    for step, kind in enumerate([request.param, "docx"] if request.param == "odt" else ["docx"]):
        source = folder if step == 0 else folder / "0"
        files = [str(path) for path in sorted(source.glob("*.*")) if path.is_file()]
        command = ["soffice", home, "--headless", "--convert-to", kind, "--outdir", str(folder / str(step)), *files]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / ("1" if request.param == "odt" else "0")


def test_every_point_of_every_form_is_still_found(saved: Path) -> None:
    missing = []
    for name in FORMS:
        found = read((saved / f"{name}.docx").read_bytes())
        for key, said in zip(KEYS, SAID, strict=True):
            if [one.lower() for one in found.statements(key)] != [one.statement.lower() for one in said]:
                missing.append((name, key, found.statements(key)))

    assert missing == []


def test_no_word_is_lost(saved: Path) -> None:
    for path in sorted(saved.glob("*.docx")):
        assert read(path.read_bytes()).account.lost == (), path.name


def test_a_file_of_briefkit_keeps_ids_links_and_stances(saved: Path) -> None:
    found = read((saved / "own.docx").read_bytes(), library=GOOD)

    for answer in GOOD.brief("estia").answers:
        points = found.points(answer.question.key)
        assert [point["id"] for point in points] == [point.id for point in answer.points]
        for point, original in zip(points, answer.points, strict=True):
            assert {kind: tuple(point.get(kind, ())) for kind in original.links} == dict(original.links)
            assert tuple(point.get("themes", ())) == original.themes
