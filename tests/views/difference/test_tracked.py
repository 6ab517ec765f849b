"""Old and new in one Word file: taking all changes gives the new text, refusing them the old, elsewhere, too."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit import api
from briefkit.document import blocks as b
from briefkit.document import walk
from briefkit.library import open_library
from briefkit.publish.formats.documents.docx import write
from briefkit.views.difference.pieces import merged_inlines
from briefkit.views.difference.tracked import merged_blocks

ROOT = Path(__file__).parents[3]
LIBRARY = open_library(ROOT / "briefs")


def side(inlines: b.Inlines, gone: type) -> str:
    """Return the words of inlines without those that are gone from one side, markup and all."""
    found = []
    for inline in inlines:
        match inline:
            case b.Inserted(children) | b.Deleted(children):
                found.append("" if isinstance(inline, gone) else side(children, gone))
            case b.Emphasis(children):
                found.append(f"<{side(children, gone)}>")
            case b.Text(text):
                found.append(text)
            case _:
                found.append(repr(inline))
    return re.sub("><", "", "".join(found))


WORDS = st.lists(st.sampled_from(["one", " ", "two", ". ", "red"]), min_size=1).map(
    lambda words: b.Text("".join(words))
)
INLINES = st.lists(st.one_of(WORDS, WORDS.map(lambda text: b.Emphasis((text,))))).map(tuple)


@given(INLINES, INLINES)
def test_both_sides_can_be_had_back_with_their_markup(old: b.Inlines, new: b.Inlines) -> None:
    told = merged_inlines(old, new)

    assert side(told, b.Inserted) == side(old, b.Inserted)
    assert side(told, b.Deleted) == side(new, b.Deleted)


PARAGRAPHS = st.lists(st.sampled_from(["a b c", "a b d", "x y", "z"])).map(lambda texts: tuple(map(b.paragraph, texts)))


@given(PARAGRAPHS, PARAGRAPHS)
def test_paragraphs_come_and_go(old: b.Blocks, new: b.Blocks) -> None:
    told = merged_blocks(old, new)

    for blocks, gone in ((old, b.Inserted), (new, b.Deleted)):
        left = [side(block.children, gone) for block in told if isinstance(block, b.Paragraph)]
        assert [text for text in left if text] == [b.plain(run) for run in walk.runs(blocks)]


def test_what_is_the_same_is_not_tracked() -> None:
    view = api.diff(LIBRARY, LIBRARY, ("europe", "europe"), tracked=True)

    assert b"w:author" not in write(view.document)
    assert not [
        inline
        for chapter in view.document.chapters
        for run in walk.runs(chapter.blocks)
        for inline in walk.inlines(run)
        if isinstance(inline, b.Inserted | b.Deleted)
    ]


def without_contents(document: b.Document) -> b.Document:
    def shorter(chapter: b.Chapter) -> b.Chapter:
        return replace(chapter, blocks=tuple(block for block in chapter.blocks if not isinstance(block, b.Contents)))

    return replace(document, chapters=tuple(map(shorter, document.chapters)))


def plain(path: Path, changes: str) -> str:
    command = ["pandoc", f"--track-changes={changes}", "-f", "docx", "-t", "plain", "--wrap=none", str(path)]
    text = subprocess.run(command, check=True, capture_output=True, timeout=120).stdout.decode()
    return re.sub(" +", " ", text)  # numbers of notes are set flush


def files(folder: Path, names: Sequence[str]) -> tuple[Path, ...]:
    """Write two briefs without contents, and both in one, as Word files; the briefs have no figures, which differ."""
    old, new = (without_contents(api.show(LIBRARY, name).document) for name in names)
    both = api.diff(LIBRARY, LIBRARY, (names[0], names[1]), tracked=True).document
    paths = tuple(folder / f"{name}.docx" for name in ("old", "new", "both"))
    for path, document in zip(paths, (old, new, both), strict=True):
        path.write_bytes(write(document))
    return paths


@pytest.mark.external
@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("names", [("europe", "india"), ("india", "europe")], ids="-".join)
def test_taking_all_changes_gives_the_new_text_and_refusing_them_the_old(
    names: tuple[str, str], tmp_path: Path
) -> None:
    old, new, both = files(tmp_path, names)

    assert plain(both, "accept") == plain(new, "accept")
    assert plain(both, "reject") == plain(old, "accept")


@pytest.mark.external
@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_keeps_the_changes(tmp_path: Path) -> None:
    """LibreOffice opens the file and saves it again; what is taken and refused then is what it has understood."""
    old, new, both = files(tmp_path, ("europe", "india"))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "saved"), str(both)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    saved = tmp_path / "saved" / both.name

    assert words(plain(saved, "accept")) == words(plain(new, "accept"))
    # LibreOffice 7.4 puts a deleted paragraph before a deleted note into that note, so that only the order is another
    assert sorted(words(plain(saved, "reject"))) == sorted(words(plain(old, "accept")))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)
