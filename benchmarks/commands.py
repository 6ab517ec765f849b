"""Speed of the commands beside `validate`, and how the time of each grows with the library."""

import math
import pickle
import shutil
import statistics
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench import BRIEFS, ROOT, Bench, Result, bare, briefkit, briefs, run

from briefkit import api
from briefkit.library import open_library

_FLAT = 0.05
"""Seconds; what the largest library takes more is too little to tell how it grows."""


def start(bench: Bench) -> Iterator[Result]:
    """Start and leave, by the shortest of the scripts that installers write; that of older ones imports `re` first."""
    script = bench.folder / "briefkit"
    script.write_text("import sys\nfrom briefkit.__main__ import main\nsys.exit(main())\n", encoding="utf-8")
    ours = partial(run, sys.executable, script, "--version")
    yield bench.ratio("start: briefkit --version / python -c pass", 1.3, ours, bare, runs=31)


def listing(bench: Bench) -> Iterator[Result]:
    """List a library of which nothing has changed."""
    count = bench.size(1000)
    ours = briefkit("list", "--library", bench.library(count))
    ours()
    yield bench.above(f"list: {count:,} briefs unchanged, above a bare start", 0.5, ours, bare)


def single(bench: Bench) -> Iterator[Result]:
    """Ask for little in a large library."""
    count = bench.size(1000)
    library = bench.library(count)
    name = briefs(library)[count // 2].stem
    names = briefkit("list", "-f", "names", "--library", library)
    names()
    line = {"_BRIEFKIT_COMPLETE": "complete_bash", "COMP_WORDS": f"briefkit show {name[:8]}", "COMP_CWORD": "2"}
    works = {
        "list -f names": names,
        "show ONE": briefkit("show", name, "--library", library),
        "show ONE -q goals": briefkit("show", name, "-q", "goals", "--library", library),
        "completion of a brief": briefkit(BRIEFKIT_LIBRARY=str(library), **line),
    }
    for what, work in works.items():
        yield bench.above(f"{what}: in {count:,} briefs, above --help", 0.15, work, briefkit("--help"), runs=11)


def compare(bench: Bench) -> Iterator[Result]:
    """Lay many briefs side by side."""
    count = bench.size(100)
    ours = briefkit("compare", "--all", "--by", "theme", "--library", bench.library(count))
    yield bench.absolute(f"compare: {count} briefs by theme", 1.0, ours, runs=5)


def pages(bench: Bench) -> Iterator[Result]:
    """Render the founding volume as paged text."""
    from briefkit import api
    from briefkit.library import open_library

    document = api.volume(open_library(BRIEFS)).document
    yield bench.absolute("pages: rendering the volume as text", 0.15, lambda: api.render(document, "text"))


def export(bench: Bench) -> Iterator[Result]:
    """Write a library as Markdown, and let pandoc read and write the same files, a process a file."""
    pandoc = _pandoc()
    if pandoc is None:
        print("export: skipped, there is no pandoc")
        return
    count, sample = bench.size(1000), bench.size(40, 4)
    out = bench.folder / "exported"
    ours = briefkit("export", "--all", "--library", bench.library(count), "-o", out, "--force")
    (mine,) = bench.seconds(ours, runs=3)
    files = sorted(out.glob("*.md"))[:sample]
    works = [partial(run, pandoc, "-f", "markdown", "-t", "markdown", file) for file in files]
    theirs = statistics.fmean(bench.seconds(*works, runs=1)) * count
    detail = f"{mine:.2f} s / {theirs:.2f} s, from {len(files)} files"
    yield Result(f"export: {count:,} briefs to Markdown / pandoc", mine / theirs, "×", 1 / 9, detail)


def html(bench: Bench) -> Iterator[Result]:
    """Write a brief and the volume as pages, and let pandoc make pages of the Markdown, a process a file."""
    return _beside_pandoc(bench, "html", "html", "--standalone")


def word(bench: Bench) -> Iterator[Result]:
    """Write a brief and the volume as Word files, and let pandoc make Word files of the Markdown, a process a file."""
    return _beside_pandoc(bench, "word", "docx")


def _beside_pandoc(bench: Bench, part: str, format_name: str, *options: str) -> Iterator[Result]:
    pandoc = _pandoc()
    if pandoc is None:
        print(f"{part}: skipped, there is no pandoc")
        return
    library = open_library(ROOT / "briefs")
    for name, view in (("a brief", api.show(library, "australia")), ("the volume", api.volume(library))):
        document, file = view.document, bench.folder / "shown.md"
        file.write_text(str(api.render(document, "markdown")), encoding="utf-8")
        written = bench.folder / f"shown.{format_name}"
        theirs = partial(run, pandoc, *options, "-f", "markdown", "-o", written, file)
        ours = partial(api.render, document, format_name)
        yield bench.ratio(f"{part}: {name}, rendering / pandoc's process", 1 / 20, ours, theirs)


def pdf(bench: Bench) -> Iterator[Result]:
    """Render the volume as PDF, and let pandoc and Typst do so from its Markdown, each a process of its own."""
    from briefkit import api
    from briefkit.library import open_library

    pandoc = _pandoc()
    if pandoc is None:
        print("pdf: skipped, there is no pandoc")
        return
    document = api.volume(open_library(BRIEFS)).document
    written, source = bench.folder / "volume.md", bench.folder / "volume.typ"
    written.write_text(str(api.render(document, "markdown")), encoding="utf-8")
    compiling = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"

    def theirs() -> None:
        run(pandoc, "--standalone", "-f", "markdown", "-t", "typst", "-o", source, written)
        run(sys.executable, "-c", compiling, source, bench.folder / "volume.pdf")

    # each time a process of its own, or Typst would remember what it set
    rendering = "import pickle, sys; from briefkit import api; api.render(pickle.load(open(sys.argv[1], 'rb')), 'pdf')"
    kept = bench.folder / "volume.pickle"
    kept.write_bytes(pickle.dumps(document))
    ours = partial(run, sys.executable, "-c", rendering, kept)
    yield bench.ratio("pdf: rendering the volume / pandoc, then Typst", 0.5, ours, theirs, runs=5)


def growth(bench: Bench) -> Iterator[Result]:
    """Run each command over libraries of growing size and fit the exponent of what they take above a tiny one."""
    sizes = (4, 8) if bench.smoke else (50, 100, 200, 400)
    commands: dict[str, tuple[str, ...]] = {
        "validate": ("validate", "--no-cache"),
        "list": ("list", "--no-cache"),
        "list recommendations": ("list", "recommendations", "--no-cache"),
        "list -f names": ("list", "-f", "names", "--no-cache"),
        "compare --by question": ("compare", "--all"),
        "compare --by theme": ("compare", "--all", "--by", "theme"),
        "compare --by actor": ("compare", "--all", "--by", "actor"),
        "trace": ("trace",),
        "export": ("export", "--all", "--force", "-o", str(bench.folder / "grown")),
    }
    for name, words in commands.items():
        works = [briefkit(*words, "--library", bench.library(size)) for size in (2, *sizes)]
        tiny, *taken = bench.seconds(*works, runs=3)
        detail = ", ".join(f"{size}: {seconds:.2f} s" for size, seconds in zip(sizes, taken, strict=True))
        yield Result(f"growth: {name}", _exponent(sizes, [seconds - tiny for seconds in taken]), "exp", 1.1, detail)


def _exponent(sizes: tuple[int, ...], seconds: list[float]) -> float:
    """Return the power of the size with which the seconds grow: the slope of the line through their logarithms."""
    if seconds[-1] < _FLAT:
        return 0.0
    logarithms = [math.log(max(taken, 0.001)) for taken in seconds]
    return statistics.linear_regression([math.log(size) for size in sizes], logarithms).slope


def _pandoc() -> Path | None:
    try:
        import pypandoc  # type: ignore[import-untyped]

        return Path(pypandoc.get_pandoc_path())
    except (ImportError, OSError):
        found = shutil.which("pandoc")
        return Path(found) if found else None
