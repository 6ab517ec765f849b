"""How the time of the rules grows with hostile input: exponents, each from sizes of one run.

    python benchmarks/growth.py [--all]

Twice the size is to take twice the time: exponent 1. First each file rule over text that repeats one hostile piece,
then whole checks of libraries with two sides of one size, such as unknown citations and references. Prints what is
over the budget, with `--all` everything. Exit status 1 when something is. A line under 50 ms counts as no time.
"""

import argparse
import gc
import json
import math
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

from briefkit import api
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.checks.ruleset import checking_rules
from briefkit.document.prose import Prose
from briefkit.format.build import build_brief, build_volume
from briefkit.format.shipped import default
from briefkit.library import open_library
from briefkit.reading import read_bytes
from briefkit.source.draft import Json
from briefkit.source.finding import Report

BUDGET = 1.3
SIZES = (16_000, 32_000, 64_000)
"""Characters of a hostile text."""
COUNTS = (500, 1_000, 2_000)
"""Names on each side of a pair."""
NO_TIME = 0.05

PIECES = (
    *("[", "]", "*", "_", "“", '"', "`", "<", "(", "-", ".", "1", "o", " ", "\n", "\t", "A", "a", "a-", "A/", "X&"),
    *(
        "A. ",
        "A.",
        "a. ",
        "aaa.",
        ". ",
        '." ',
        ".” “",
        "1,",
        "1 ",
        "1.",
        "1,000",
        "$",
        "2015",
        "201503",
        "2015/",
        "00o",
    ),
    *("First, a\n\n", " \n", "\n ", "\n\n\t", "[a](", "[^a", "[@a", "[a]", "<a", "</a", "*a", "*a ", "**a", "_a", "`a"),
    *(
        "TODO ",
        "lorem ipsum ",
        "XIV ",
        "AB ",
        "AB/",
        "abc ",
        "Burma",
        "Burma ",
        "Mr. A ",
        "a”",
        "“a",
        "%",
        "per",
        "a\n",
    ),
    *(
        "ab-cd",
        "ab-",
        "-ab",
        "/ab",
        "aaaaaaaa",
        "deadbeef",
        "mar",
        "e.g. A ",
        "AB1",
        "ab o",
        "_o.a",
        "a…",
        "日",
        "\xa0",
    ),
)
PLAIN: dict[str, Json] = {"points": [{"id": "a", "statement": "It is so"}]}
TERMS: dict[str, Json] = {"Myanmar": ["Burma", "Burmese"], "Strait": ["Straits of"], "AB": ["A. B."]}

Files = Mapping[str, dict[str, Json]]
"""The files of a library by name, as data."""


def brief(**fields: Json) -> dict[str, Json]:
    """Return a brief that has what every brief has, and these fields."""
    data: dict[str, Json] = {"title": "T", "subject": "S", "partner": "P", "authors": [{"name": "A"}], "date": "2020"}
    data |= dict.fromkeys(("goals", "context", "challenges", "recommendations"), PLAIN) | {"summary": "It is."}
    return data | {"us_cooperation": PLAIN | {"stance": "helps", "because": "It does"}} | fields


def hostile(text: str) -> ParsedBrief:
    """Return a brief in which a text stands everywhere, its prose as if it were plain text."""
    address: Json = {"id": "a", "type": "webpage", "issued": "2015-03-04", "URL": text, "title": text}
    points: Json = {"points": [{"id": "b", "statement": text}]}
    data = brief(title=text, recommendations=points, references=[address])
    draft = read_bytes(json.dumps(data).encode(), "a.yaml").draft
    around = read_bytes(json.dumps({"title": "V", "checks": {"terms": TERMS}}).encode(), "volume.yaml").draft
    if draft is None or around is None:
        raise ValueError(text[:20])
    parsed = ParsedBrief(draft, build_brief(draft, default()), build_volume(around, default()))
    parsed.prose = {("summary",): Prose((), text, (), tuple)}
    return parsed


def _names(kind: str, count: int) -> list[str]:
    return [f"{kind}-{i * 7919 % 100_003:05}" for i in range(count)]


def _context(text: str) -> Json:
    return {"overview": text, "points": [{"id": "x", "statement": "It is so"}]}


def _points(names: Iterable[str]) -> Json:
    return {"points": [{"id": name, "statement": "It is so"} for name in names]}


def _source(key: str) -> Json:
    return {"id": key, "type": "webpage", "title": key, "issued": "2015", "URL": f"https://a.org/{key}"}


def citations(count: int) -> Files:
    """Unknown citations, and sources that nobody cites."""
    text = " ".join(f"[@{name}]" for name in _names("mofa", count))
    return {"a": brief(context=_context(text), references=[_source(name) for name in _names("nofa", count)])}


def links(count: int) -> Files:
    """Recommendations that address unknown goals."""
    goals = _points(_names("goal", count))
    tasks: list[Json] = [
        {"id": f"r{i}", "statement": "Do", "addresses": [n]} for i, n in enumerate(_names("gaol", count))
    ]
    return {"a": brief(goals=goals, recommendations={"points": tasks})}


def served(count: int) -> Files:
    """Recommendations that each address a goal."""
    goals = _points(_names("goal", count))
    tasks: list[Json] = [
        {"id": f"r{i}", "statement": "Do", "addresses": [n]} for i, n in enumerate(_names("goal", count))
    ]
    return {"a": brief(goals=goals, recommendations={"points": tasks})}


def footnotes(count: int) -> Files:
    """Footnote marks without a text, and texts without a mark; a field has room for a thousand."""
    marks = " ".join(f"a[^{name}]" for name in _names("n", 500))
    texts = "".join(f"\n\n[^{name}]: I." for name in _names("m", 500))
    details: list[Json] = [
        {"id": f"x{i}", "statement": "It is so", "detail": marks + texts} for i in range(count // 500)
    ]
    return {"a": brief(context={"points": details})}


def actors(count: int) -> Files:
    """Unknown actors."""
    known: Json = {name: {"kind": "office"} for name in _names("office", count)}
    tasks: list[Json] = [
        {"id": f"r{i}", "statement": "Do", "actors": [n]} for i, n in enumerate(_names("offcie", count))
    ]
    return {"a": brief(recommendations={"points": tasks}), "volume": {"title": "V", "actors": known}}


def themes(count: int) -> Files:
    """Unknown themes."""
    known: Json = {name: {"name": "It"} for name in _names("theme", count)}
    goals: list[Json] = [{"id": f"g{i}", "statement": "Do", "themes": [n]} for i, n in enumerate(_names("teme", count))]
    return {"a": brief(goals={"points": goals}), "volume": {"title": "V", "themes": known}}


def files(count: int) -> Files:
    """Files that the volume does not name, and names without a file."""
    names: list[Json] = [*_names("country", count // 4)]
    return {name: brief() for name in _names("county", count // 4)} | {"volume": {"title": "V", "briefs": names}}


def contributors(count: int) -> Files:
    """Authors who are no contributors."""
    authors: list[Json] = [{"name": name} for name in _names("Anna", count)]
    listed: list[Json] = [{"name": name} for name in _names("Ana", count)]
    return {"a": brief(authors=authors), "volume": {"title": "V", "contributors": listed}}


def evidence(count: int) -> Files:
    """Evidence that names unknown points."""
    claim: Json = {"id": "c", "statement": "It is so", "evidence": [f"a:{name}" for name in _names("gaol", count)]}
    return {
        "a": brief(goals=_points(_names("goal", count))),
        "volume": {"title": "V", "conclusion": {"points": [claim]}},
    }


def abbreviations(count: int) -> Files:
    """Abbreviations that are not listed, and others with a name."""
    capitals = ["".join(chr(65 + i // 26**k % 26) for k in range(4)) for i in range(2 * count)]
    return {
        "a": brief(context=_context(" ".join(capitals[:count])), abbreviations=dict.fromkeys(capitals[count:], "It is"))
    }


def variants(count: int) -> Files:
    """Variants of names, and a text of other names."""
    terms: Json = {"Myanmar": [*_names("Burma", count)]}
    return {
        "a": brief(context=_context(" ".join(_names("Bhutan", count)))),
        "volume": {"title": "V", "checks": {"terms": terms}},
    }


def sources(count: int) -> Files:
    """Sources with nearly one title."""
    return {"a": brief(references=[_source(name) for name in _names("the", count)])}


PAIRS = (
    *(citations, links, served, footnotes, actors, themes, files, contributors, evidence),
    *(abbreviations, variants, sources),
)


def _write(folder: Path, library: Files) -> Path:
    folder.mkdir()
    for name, data in library.items():
        (folder / f"{name}.yaml").write_text(json.dumps(data), encoding="utf-8")
    return folder


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def exponent(works: Sequence[Callable[[], object]]) -> tuple[float, float]:
    """Return the exponent between works of which each is twice as large, and the seconds of the last.

    What is over the budget is measured again: on a busy machine a single run may be slow.
    """
    power, seconds = _exponent(works)
    return min((power, seconds), _exponent(works)) if power > BUDGET else (power, seconds)


def _exponent(works: Sequence[Callable[[], object]]) -> tuple[float, float]:
    times = [max(min(_seconds(work) for _ in range(3)), 1e-4) for work in works]
    power = math.log2(times[-1] / times[0]) / (len(times) - 1)
    return (power if times[-1] > NO_TIME else 0.0), times[-1]


def of_rules() -> Iterator[tuple[str, float, float]]:
    """Yield the worst piece of each rule, its exponent and its time."""
    cases = {piece: [hostile(piece * (size // len(piece))) for size in SIZES] for piece in PIECES}
    for rule in checking_rules():
        found = []
        for piece, parsed in cases.items():
            works = [partial(_all, rule, one) for one in parsed]
            found.append((*exponent(works), piece))
        power, seconds, piece = max(found)
        yield f"{rule.name} over {piece!r}", power, seconds


def _all(rule: FileRule, parsed: ParsedBrief) -> int:
    return sum(1 for _ in rule.check(parsed))


def of_pairs() -> Iterator[tuple[str, float, float]]:
    """Yield each pair, its exponent and its time."""
    for pair in PAIRS:
        with tempfile.TemporaryDirectory() as folder:
            libraries = [_write(Path(folder, str(count)), pair(count)) for count in COUNTS]
            yield pair.__name__, *exponent([partial(_check, library) for library in libraries])


def _check(folder: Path) -> Report:
    report = api.validate(open_library(folder))
    if any(finding.rule == "too-long" for finding in report.findings):
        raise ValueError(f"the files of {folder} are not checked as a whole")
    return report


def main() -> int:
    """Print the exponents."""
    parser = argparse.ArgumentParser(description="How the time of the rules grows with hostile input.")
    parser.add_argument("--all", action="store_true", help="print what is within the budget, too")
    options = parser.parse_args()
    gc.disable()
    missed = 0
    print(f"{'what':60}{'exponent':>10}{'seconds':>10}")
    for name, power, seconds in chain(of_rules(), of_pairs()):
        missed += power > BUDGET
        if options.all or power > BUDGET:
            print(
                f"{name:60}{power:>10.2f}{seconds:>10.3f}" + ("  over the budget" if power > BUDGET else ""), flush=True
            )
    print(f"{missed} over {BUDGET}")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
