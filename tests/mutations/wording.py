"""Where the words of a document stand, and where it uses its abbreviations: a plain second reading of raw text."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from mutations.document import QUESTIONS, Document, Path, is_prose

_LINES = ("because", "statement")
_OF_FIGURES = ("title", "unit", "alt")


class Use(NamedTuple):
    """A use of an abbreviation: the chapter, the field and the line."""

    chapter: Path
    path: Path
    line: int


@lru_cache(maxsize=16)
def words(document: Document) -> list[tuple[Path, str]]:
    """Return the texts in which words count, as they are written: the lines first, then the prose.

    Editorial notes are none of them; they quote what the file does not say.
    """
    lines: list[Path] = [("title",), ("subtitle",)]
    prose: list[Path] = [("summary",), ("preface",), ("introduction",)]
    for path in document.slots:
        of_figure = path[:1] == ("figures",) and len(path) == 3 and path[-1] in _OF_FIGURES
        if of_figure or (path[-1:] and path[-1] in _LINES) or path == ("epigraph", "source"):
            lines.append(path)
        elif is_prose(path) and path not in prose and path[0] != "editorial_notes":
            prose.append(path)
    return [(path, document.raw(path)) for path in (*lines, *prose) if path in document.slots]


@lru_cache(maxsize=16)
def chapters(document: Document) -> Mapping[Path, list[tuple[Path, str]]]:
    """Return the texts of each chapter in the order in which they are printed; a brief is one chapter."""
    texts = [one for one in words(document) if one[0][0] not in ("title", "subtitle", "figures")]
    found: dict[Path, list[tuple[Path, str]]] = {}
    for path, raw in sorted(texts, key=lambda one: _rank(one[0])):
        chapter = () if document.name != "volume" else path[: 2 if path[0] == "contributors" else 1]
        found.setdefault(chapter, []).append((path, raw))
    return found


def _rank(path: Path) -> tuple[int, int, bool]:
    question = QUESTIONS.index(str(path[0])) + 1 if path[0] in QUESTIONS else 0
    point = int(path[2]) + 1 if path[1:2] == ("points",) else 0
    return question, point, path[-1] not in ("statement", "because", "overview")


def find_use(word: str, raw: str) -> re.Match[str] | None:
    """Return the first use of an abbreviation in a text."""
    return re.search(rf"(?<![\w@-]){re.escape(word)}(?=s?(?!\w))", raw)


def early_uses(document: Document, word: str, long: str) -> Iterator[Use]:
    """Yield the first use of an abbreviation in each chapter that has not said its words by then."""
    for chapter, texts in chapters(document).items():
        for path, raw in texts:
            use = find_use(word, raw)
            if long.lower() in _in_one_line(raw[: use.start()] if use else raw):
                break
            if use:
                if not _in_one_line(raw[use.end() :]).startswith(f"({long.lower()}"):
                    yield Use(chapter, path, document.line_of(document.slots[path].start + use.start()))
                break


def _in_one_line(raw: str) -> str:
    return " ".join(raw.split()).lower()
