"""LibreOffice opens Word files and prints every word, note and page of them."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from briefkit import api
from briefkit.document import blocks as b
from briefkit.library import open_library
from briefkit.publish.formats.documents.docx import write

pytestmark = [
    pytest.mark.external,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"),
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler (pdftotext) is not installed"),
]

LIBRARY = open_library(Path(__file__).parents[3] / "briefs")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of the pages of some documents, by name, and of their PDFs' pages, one after the other."""
    folder = tmp_path_factory.mktemp("word")
    views = {"brief": api.show(LIBRARY, "australia"), "compared": api.compare(LIBRARY), "book": api.volume(LIBRARY)}
    for name, view in views.items():
        (folder / f"{name}.docx").write_bytes(write(view.document))
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    files = [str(folder / f"{name}.docx") for name in views]
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name: _text(folder / f"{name}.pdf") for name in views}


def _text(path: Path) -> str:
    command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def letters(text: str) -> str:
    """Return the letters of a text: lines are broken and words parted as the page wants it."""
    return re.sub(r"\W", "", text)


def test_all_notes_are_printed(printed: dict[str, str]) -> None:
    for name, view in (("brief", api.show(LIBRARY, "australia")), ("book", api.volume(LIBRARY))):
        pages = letters(printed[name])
        notes = [note for chapter in view.document.chapters for note in chapter.notes]
        assert len(notes) > 20
        for note in notes:
            (block, *_) = note.blocks
            assert isinstance(block, b.Paragraph)
            # Where a note goes over to the next page, what stands at its foot is between its parts.
            assert letters(b.plain(block.children))[:30] in pages


def test_notes_are_numbered(printed: dict[str, str]) -> None:
    for name, least in (("brief", 20), ("book", 80)):
        numbers = set(map(int, re.findall(r"^ *(\d{1,3})$", printed[name], re.MULTILINE)))
        assert set(range(1, least)) <= numbers
        assert 0 not in numbers


def test_tables_repeat_their_header_on_every_page(printed: dict[str, str]) -> None:
    pages = [page for page in printed["compared"].split("\f") if re.search(r"\b[GXCUR]\d ", page)]

    assert len(pages) > 1
    assert all("Satake · March 2015" in page for page in pages)


def test_pages_are_numbered_and_say_whose_they_are(printed: dict[str, str]) -> None:
    pages = printed["book"].split("\f")

    assert "Japan’s Global Diplomacy" in pages[0]
    assert re.search(r"^iv$", pages[3], re.MULTILINE)
    assert any("Tomohiko Satake" in page and "Japan’s Global Diplomacy" in page for page in pages[9:25])
