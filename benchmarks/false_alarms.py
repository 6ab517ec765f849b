"""How often the rules about prose strike in prose that has no fault: other people's documentation.

    python benchmarks/false_alarms.py [--show RULE] [--most N] [FILE_OR_FOLDER...]

Reads Markdown, reStructuredText, HTML and plain text (also .gz and the descriptions of Python packages), keeps the
paragraphs of running text, checks them as the prose of briefs, and counts what the rules say in 10,000 words. A person
has to judge whether they are right: `--show` prints up to so many places of a rule, spread over the whole. Without
names it reads the descriptions of the packages installed beside briefkit, and /usr/share/doc where there is one.
"""

import argparse
import gzip
import html.parser
import json
import re
import sysconfig
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileFacts
from briefkit.checks.rules import statement_without_verb, suspicious_url, url_date_mismatch
from briefkit.checks.ruleset import checking_rules
from briefkit.format.build import build_brief, build_volume
from briefkit.format.model import Volume
from briefkit.format.shipped import default
from briefkit.reading import Reading, read, read_bytes
from briefkit.source.draft import Draft, Json
from briefkit.source.finding import Fault

ROOT = Path(__file__).parent.parent
OF_PROSE = frozenset(
    """todo-marker bare-citation undefined-citation undefined-footnote undefined-abbreviation name-variant
    unsupported-markup long-sentences enumerated-prose""".split()
)
SUFFIXES = (".md", ".rst", ".txt", ".html")
LONGEST = 30_000
"""Characters of one field; a longer document becomes several points."""
MANY = 4_000
"""Addresses, or entries of a change log, in one brief."""

_FENCE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
_NO_PROSE = re.compile(
    r"\s*(?:[#|=*+>:.~^_{}$%@<!\\/-]|\d+[.)]|\[[^]]*\]:|\s{4}|\w+::)|.*(?:\n\s*[=~^\"-]{3,}|::$)", re.DOTALL
)
_ENTRY = re.compile(
    r"^\* \\?\[\[?`[0-9a-f]{10}`\]\([^)]*\)\\?\]? - (?:\*\*\([A-Z-]+\)\*\* )?\*\*[^*]+\*\*: ([^(\n]{8,})", re.MULTILINE
)
"""A commit in the change logs of Node.js, where the project asks for a verb in the base form first."""
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
            wanted = (
                bare.suffix in SUFFIXES or bare.name == "METADATA" or bare.name.startswith("README") or file == path
            )
            if not wanted or not file.is_file() or file.is_symlink():
                continue
            data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
            text = data.decode("utf-8", "replace").replace("\r\n", "\n")
            if bare.name == "METADATA":
                text = text.partition("\n\n")[2]
            if hash(text) not in seen:
                seen.add(hash(text))
                yield str(file), "".join(c if c.isprintable() or c == "\n" else " " for c in text)


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
        and block.rstrip()[-1:] in '.:!?)”"'
    )


def draft(name: str, **fields: Json) -> Draft:
    """Return a brief that has what every brief has, and these fields."""
    point: dict[str, Json] = {"id": "a", "statement": "It is so"}
    plain: dict[str, Json] = {"points": [point]}
    data: dict[str, Json] = {"title": "T", "subject": "S", "partner": "P", "authors": [{"name": "A"}], "date": "2020"}
    data |= dict.fromkeys(("goals", "context", "challenges", "recommendations"), plain) | {"summary": "It is."}
    data |= {"us_cooperation": plain | {"stance": "helps", "because": "It does"}} | fields
    return drafted(read_bytes(json.dumps(data, ensure_ascii=False).encode(), name))


def drafted(reading: Reading) -> Draft:
    """Return the draft of a file that can be read."""
    if reading.draft is None:
        raise ValueError(reading.findings[0].message)
    return reading.draft


def points(texts: Iterable[str], field: str) -> Json:
    """Return an answer with a point for each text, which stands in a field of it."""
    return {"points": [{"id": f"p{i}", "statement": "It is so", field: text} for i, text in enumerate(texts)]}


def fields(parts: Iterable[str]) -> list[str]:
    """Put paragraphs together to fields of at most the longest length."""
    found = [""]
    for part in parts:
        if len(found[-1]) + len(part) > LONGEST:
            found.append("")
        found[-1] += part[:LONGEST] + "\n\n"
    return found


def excerpt(about: Draft, fault: Fault) -> str:
    """Return what the rule says and the place, marked by angles."""
    value = about.value(fault.path)
    if fault.part is None or not isinstance(value, str):
        return f"{fault.message}: {value if isinstance(value, str) else ''}"
    start, end = fault.part
    around = f"{value[max(0, start - 60) : start]}»{value[start:end]}«{value[end : end + 60]}"
    return f"{fault.message}: {' '.join(around.split())}"


def of_prose(name: str, parts: Sequence[str], volume: Volume) -> Iterator[Hit]:
    """Yield what the rules about prose say of paragraphs."""
    about = draft(name, context=points(fields(parts), "detail"))
    case = ParsedBrief(about, build_brief(about, default()), volume)
    for rule in checking_rules():
        for fault in rule.check(case) if rule.name in OF_PROSE else ():
            yield Hit(rule.name, name, excerpt(about, fault))


def of_entries(entries: Sequence[str]) -> Iterator[Hit]:
    """Yield the entries of change logs that are said not to begin with a verb."""
    for start in range(0, len(entries), MANY):
        about = draft("change logs", recommendations=points(entries[start : start + MANY], "statement"))
        for fault in statement_without_verb.check(ParsedBrief(about, build_brief(about, default()), None)):
            yield Hit("statement-without-verb", "change logs", excerpt(about, fault))


def _facts(name: str, case: ParsedBrief) -> FileFacts:
    rule = suspicious_url.RULE.name
    return FileFacts(name, name, rule, {rule: suspicious_url.collect(case)}, {rule: suspicious_url.keep(case)})


def of_addresses(addresses: Sequence[str]) -> Iterator[Hit]:
    """Yield the addresses that are called damaged, and those in which another date than 2020 is seen."""
    facts: list[FileFacts] = []
    for start in range(0, len(addresses), MANY):
        references: list[Json] = [
            {"id": f"r{i}", "type": "webpage", "issued": "2020-01-01", "URL": url}
            for i, url in enumerate(addresses[start : start + MANY])
        ]
        about = draft(f"addresses from {start}", references=references)
        case = ParsedBrief(about, build_brief(about, default()), None)
        facts.append(_facts(about.source.name, case))
        for rule, check in (("url-date-mismatch", url_date_mismatch.check), ("suspicious-url", suspicious_url.check)):
            for fault in check(case):
                yield Hit(rule, "addresses", excerpt(about, fault))
    for found in suspicious_url.combine(facts, None):
        yield Hit("suspicious-url", "addresses", f"{found.message}: {' '.join(found.site.excerpt.split())}")


def defaults() -> list[Path]:
    """Return the folders to read when none is named."""
    folders = [Path(sysconfig.get_path("purelib")), Path("/usr/share/doc")]
    return [folder for folder in folders if folder.is_dir()]


def main() -> int:
    """Print the table, and places of the rule that is asked for."""
    parser = argparse.ArgumentParser(description="How often the rules about prose strike in prose that has no fault.")
    parser.add_argument("--show", metavar="RULE", help="print places of this rule")
    parser.add_argument("--most", type=int, default=40, metavar="N", help="at most so many places")
    parser.add_argument("paths", nargs="*", type=Path, metavar="FILE_OR_FOLDER")
    options = parser.parse_args()
    volume = build_volume(drafted(read(ROOT / "briefs" / "volume.yaml")), default())
    words, hits, entries, addresses = 0, list[Hit](), dict[str, None](), dict[str, None]()
    for name, text in documents(options.paths or defaults()):
        parts = paragraphs(name, text)
        words += sum(len(part.split()) for part in parts)
        hits += of_prose(name, parts, volume) if parts else ()
        entries |= dict.fromkeys(_ENTRY.findall(text))
        addresses |= dict.fromkeys(_URL.findall(text))
    hits += [*of_entries(list(entries)), *of_addresses(list(addresses))]
    print(f"{words:,} words of prose, {len(entries):,} entries of change logs, {len(addresses):,} addresses")
    for rule, count in sorted(Counter(hit.rule for hit in hits).items()):
        print(f"{rule:32}{count:>8}" + (f"{10_000 * count / words:>10.2f} in 10,000 words" if rule in OF_PROSE else ""))
    shown = [hit for hit in hits if hit.rule == options.show]
    for hit in islice(shown, 0, None, max(1, len(shown) // options.most)):
        print(f"{Path(hit.document).name:24.24} {hit.excerpt}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
