"""Paged text really printed: one page of text is one page of paper, in programs that people print with."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from briefkit import api
from briefkit.library import open_library

FOUNDING = Path(__file__).parents[2] / "briefs"

pytestmark = pytest.mark.external


def needs(*programs: str) -> None:
    """Skip the test, saying why, where a program is absent."""
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not there")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The volume as paged text."""
    written = api.render(api.volume(open_library(FOUNDING)).document, "text")
    assert isinstance(written, str)
    path = tmp_path_factory.mktemp("print") / "book.txt"
    path.write_text(written, encoding="utf-8")
    return path


def pages_of(pdf: Path) -> int:
    """Return the number of pages of a PDF."""
    told = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, check=True, text=True).stdout
    found = re.search(r"(?m)^Pages:\s+([0-9]+)$", told)
    assert found
    return int(found[1])


def test_libreoffice_prints_page_for_page(book: Path, tmp_path: Path) -> None:
    needs("soffice", "pdfinfo")
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf"]
    encoding = "--infilter=Text (encoded):UTF8,LF,DejaVu Sans Mono,en-US"
    subprocess.run([*command, encoding, "--outdir", str(tmp_path), str(book)], capture_output=True, check=True)

    assert pages_of(tmp_path / "book.pdf") == book.read_text(encoding="utf-8").count("\f") + 1


def test_paps_prints_page_for_page(book: Path, tmp_path: Path) -> None:
    needs("paps", "ps2pdf", "pdfinfo")
    printed = subprocess.run(["paps", "--font=DejaVu Sans Mono 9.6", str(book)], capture_output=True, check=True).stdout
    (tmp_path / "book.ps").write_bytes(printed)
    subprocess.run(["ps2pdf", "book.ps", "book.pdf"], capture_output=True, check=True, cwd=tmp_path)

    assert pages_of(tmp_path / "book.pdf") == book.read_text(encoding="utf-8").count("\f") + 1
