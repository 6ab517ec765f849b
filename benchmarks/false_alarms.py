"""How often the rules about prose strike in prose that has no fault: other people's documentation.

    python benchmarks/false_alarms.py [--show RULE] [--most N] [FILE_OR_FOLDER...]

Reads Markdown, reStructuredText, HTML and plain text (also .gz and the descriptions of Python packages), keeps the
paragraphs of running text, checks them as the prose of briefs, and counts what the rules say in 10,000 words. A person
has to judge whether they are right: `--show` prints up to so many places of a rule, spread over the whole. Without names
it reads the descriptions of the packages installed beside briefkit, and /usr/share/doc where there is one.
"""

import argparse
import gzip
import html.parser
import json
import math
import re
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from briefkit import prose
from briefkit.build import build_brief, build_volume
from briefkit.case import Case, make_case
from briefkit.catalogue import FileRule, file_rules
from briefkit.model import Brief, Reference, Volume
from briefkit.read import read_bytes
from briefkit.rules import suspicious_url, url_date_mismatch
from briefkit.words import count_words

ROOT = Path(__file__).parent.parent
PROSE = """todo-marker bare-citation undefined-citation undefined-abbreviation name-variant unsupported-markup
long-sentences enumerated-prose undefined-footnote markup-in-statement""".split()
SUFFIXES = (".md", ".rst", ".txt", ".html")
LONGEST = 30_000
"""Characters of one field; longer documents become several points."""

_FENCE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
_NO_PROSE = re.compile(r"\s*(?:[#|=*+>:.~^_{}$%@<!\\/-]|\d+[.)]|\[[^]]*\]:|\s{4}|\w+::)|.*(?:\n\s*[=~^\"-]{3,}|::$)", re.DOTALL)
_ENTRY = re.compile(r"^\s*(?:[*+-]|\d+[.)]) +(.{12,200})$", re.MULTILINE)
_SUBJECT = re.compile(r"^\* \\?\[\[?`[0-9a-f]{10}`\]\([^)]*\)\\?\]? - (?:\*\*\([A-Z-]+\)\*\* )?\*\*[^*]+\*\*: ([^(\n]+)", re.MULTILINE)
_URL = re.compile(r"https?://[^\s<>\"'`)\]}|\\^]+[^\s<>\"'`)\]}|\\^.,;:!?*]")


class Hit(NamedTuple):
    """A place at which a rule strikes."""

    rule: str
    document: str
    excerpt: str


def documents(paths: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Yield name and text of the documents in some files and folders, each text once."""
    seen: set[int] = set()
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            bare = Path(file.name.removesuffix(".gz"))
            wanted = bare.suffix in SUFFIXES or bare.name == "METADATA" or bare.name.startswith("README") or file == path
            if not wanted or not file.is_file() or file.is_symlink():
                continue
            data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
            text = data.decode("utf-8", "replace").replace("\r\n", "\n")
            if bare.name == "METADATA":
                text = text.partition("\n\n")[2]
            if hash(text) not in seen:
                seen.add(hash(text))
                yield str(file), text


class _Paragraphs(html.parser.HTMLParser):
    """The paragraphs of an HTML page; code keeps its marks."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag == "p":
            self._open = True
            self.found.append("")
        elif tag == "code" and self._open:
            self.found[-1] += "`"

    def handle_endtag(self, tag: str) -> None:
        if tag == "code" and self._open:
            self.found[-1] += "`"
        self._open = self._open and tag != "p"

    def handle_data(self, data: str) -> None:
        if self._open:
            self.found[-1] += data


def paragraphs(name: str, text: str) -> list[str]:
    """Return the paragraphs of running text: no headings, lists, tables, code, nor single lines."""
    if name.endswith((".html", ".html.gz")):
        parser = _Paragraphs()
        parser.feed(text)
        blocks = parser.found
    else:
        blocks = re.split(r"\n\s*\n", _FENCE.sub("", text))
    return [block.strip("\n") for block in blocks if _is_prose(block.strip("\n"))]


def _is_prose(block: str) -> bool:
    letters = sum(character.isalpha() or character.isspace() for character in block)
    return (
        len(block.split()) >= 12
        and not _NO_PROSE.match(block)
        and letters > 0.8 * len(block)
        and block.rstrip()[-1:] in ".:!?)”\""
    )


def brief(details: list[str]) -> Brief:
    """Return a brief with these texts as the details of its points."""
    fields: list[str] = [""]
    for detail in details:
        if len(fields[-1]) + len(detail) > LONGEST:
            fields.append("")
        fields[-1] += detail[:LONGEST] + "\n\n"
    point = {"id": "a", "statement": "It is so"}
    plain = {"points": [point]}
    data = {"title": "T", "subject": "S", "partner": "P", "authors": [{"name": "A"}], "date": "2024", "summary": "It is."}
    data |= dict.fromkeys(("goals", "challenges", "recommendations"), plain)
    data["context"] = {"points": [point | {"id": f"p{i}", "detail": field} for i, field in enumerate(fields)]}
    data["us_cooperation"] = plain | {"stance": "helps", "because": "It does"}
    draft = read_bytes(json.dumps(data, ensure_ascii=True).encode(), "x.yaml").draft
    assert draft is not None
    return build_brief(draft)


def prose_hits(name: str, case: Case, rules: list[FileRule]) -> Iterator[Hit]:
    """Yield what the rules about prose say of a brief."""
    texts = dict(case.subject.prose())
    for rule in rules:
        for fault in rule.check(case):
            text = texts.get(fault.path, "")
            start, end = fault.part or (0, 0)
            excerpt = f"{text[max(0, start - 60) : start]}»{text[start:end]}«{text[end : end + 60]}"
            yield Hit(rule.RULE.name, name, f"{fault.message}: {' '.join(excerpt.split())}" if text else fault.message)


def verb_hits(name: str, text: str, rule: FileRule, subject: Brief) -> Iterator[tuple[int, Hit | None]]:
    """Yield the entries of change logs that must begin with a verb, each as one or with what the rule says of it."""
    for match in _SUBJECT.finditer(text):
        statement = match[1].strip()
        yield 1, None
        del rule, subject, name, statement
        return


def main() -> int:
    """Print the table, and the places of one rule."""
    parser = argparse.ArgumentParser(description="How often the rules about prose strike in prose that has no fault.")
    parser.add_argument("--show", metavar="RULE", help="print places of this rule")
    parser.add_argument("--most", type=int, default=40, metavar="N", help="at most so many places")
    parser.add_argument("paths", nargs="*", type=Path, metavar="FILE_OR_FOLDER")
    options = parser.parse_args()
    return 0


_ = (Reference, Volume, build_volume, make_case, file_rules, math, sysconfig, prose, suspicious_url, url_date_mismatch, count_words, Brief)
