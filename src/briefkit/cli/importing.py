"""What `briefkit import` does: reads a file, writes the draft, prints the report."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from briefkit import api
from briefkit.cli import terminal
from briefkit.cli.app import Exit
from briefkit.library import SUFFIXES, VOLUME, Library, find_library, nearest_library
from briefkit.publish import write
from briefkit.text.errors import InputError, OutputError, UsageError
from briefkit.text.printable import visible
from briefkit.text.suggest import unknown

if TYPE_CHECKING:
    from briefkit.importing.briefs import Imported
    from briefkit.importing.word import Tracked

_TRACKED: "tuple[Tracked, ...]" = ("accept", "reject")
_FORMATS = "text json".split()


class Job(NamedTuple):
    """What was asked for on the command line."""

    file: Path
    name: str | None
    output: Path | None
    force: bool
    tracked: str
    mapped: tuple[str, ...]
    format: str
    library: Path | None


def word(job: Job) -> None:
    """Import a Word file. Raises what `api.import_word` raises, OutputError for a file that is already there."""
    if job.format not in _FORMATS:
        raise unknown("format", job.format, _FORMATS)
    tracked = next((one for one in _TRACKED if one == job.tracked), None)
    if tracked is None:
        raise unknown("way with tracked changes", job.tracked, _TRACKED)
    library = find_library(job.library, os.environ, Path.cwd()) if job.name else nearest_library(job.library)
    target = _target(job, library)
    data = _bytes(job.file)
    try:
        imported = api.import_word(data, library, mapped=_mapped(job.mapped), tracked=tracked)
    except InputError as error:
        raise InputError(f"{job.file.as_posix()} {error.message}", hint=error.hint) from None
    if imported.is_brief:
        if target is None:
            terminal.emit(imported.text)
        else:
            write.write_file(target, imported.text, replace=job.force)
    _report(job, imported, target if imported.is_brief else None, on_screen=target is not None or not imported.is_brief)
    _end(imported, target)


def bibliography(job: Job) -> None:
    """Import a bibliography. Raises what `api.import_bibliography` raises, OutputError for a file already there."""
    from briefkit.importing import bibliography_report
    from briefkit.publish.printed_json import cleaned, dump_kind

    if job.format not in _FORMATS:
        raise unknown("format", job.format, _FORMATS)
    if job.name or job.mapped or job.tracked != "accept":
        raise UsageError("--as, --map and --tracked are for Word files", hint="write the references to a file with -o")
    target = _target(job, None)
    data = _bytes(job.file)
    source, shown = job.file.as_posix(), target.as_posix() if target else ""
    try:
        made = api.import_bibliography(data, job.file.name, nearest_library(job.library))
    except InputError as error:
        raise InputError(f"{source} {error.message}", hint=error.hint) from None
    if target is None:
        terminal.emit(made.text)
    else:
        write.write_file(target, made.text, replace=job.force)
    if job.format == "json":
        text = dump_kind("import", cleaned(bibliography_report.record(made, source, shown)))
    else:
        text = "".join(f"{visible(line)}\n" for line in bibliography_report.text(made, source, shown).splitlines())
    (sys.stdout if target else sys.stderr).write(text)


def _target(job: Job, library: Library | None) -> Path | None:
    """Return the file to write to, None for the screen."""
    if job.name is None:
        target = job.output
    elif job.output is not None:
        raise UsageError("--as and -o both say where the draft goes", hint="give one of the two")
    elif library is None or library.folder is None:  # find_library has raised for none
        raise UsageError("there is no library for --as", hint="name it with --library DIR")
    else:
        stem = job.name
        for suffix in SUFFIXES:
            stem = stem.removesuffix(suffix)
        if not stem or stem != Path(stem).name or stem.startswith(".") or stem.lower() == VOLUME:
            raise UsageError(f"a brief cannot be called `{job.name}`", hint="give a plain name, such as canada")
        same = next((known for known in library.stems if known.lower() == stem.lower()), None)
        target = library.file(same) if same else library.folder / f"{stem}.yaml"
    if target is not None and target.exists() and not job.force:
        raise OutputError(f"{target.as_posix()} is already there", hint="use --force to replace it")
    return target


def _bytes(path: Path) -> bytes:
    """Read a file, but no more of it than an import takes."""
    from briefkit.importing.word.package import LARGEST

    if path.is_dir():
        raise UsageError(f"{path.as_posix()} is a folder", hint="name a file in it")
    with path.open("rb") as stream:
        return stream.read(LARGEST + 1)


def _mapped(options: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for option in options:
        text, sign, question = option.rpartition("=")
        if not sign or not text.strip() or not question.strip():
            raise UsageError(f"--map takes TEXT=QUESTION, not `{option}`", hint='for instance --map "Our view=summary"')
        found[text.strip()] = question.strip()
    return found


def _report(job: Job, imported: "Imported", target: Path | None, *, on_screen: bool) -> None:
    from briefkit.importing import report
    from briefkit.publish.printed_json import cleaned, dump_kind

    source, shown = job.file.as_posix(), target.as_posix() if target else ""
    if job.format == "json":
        text = dump_kind("import", cleaned(report.record(imported, source, shown)))
    else:
        text = "".join(f"{visible(line)}\n" for line in report.text(imported, source, shown).splitlines())
    (sys.stdout if on_screen else sys.stderr).write(text)


def _end(imported: "Imported", target: Path | None) -> None:
    """Say what comes next, or why nothing was written."""
    if not imported.is_brief:
        named = f"its headings are: {'; '.join(imported.headings[:12])}" if imported.headings else "it has no headings"
        terminal.tell(f"briefkit: nothing in the file answers a question, so nothing was written; {named}")
        terminal.tell('  say which is which with --map "HEADING=QUESTION"')
        raise typer.Exit(Exit.FINDINGS)
    if imported.account.lost:
        raise typer.Exit(Exit.FINDINGS)
    if target is not None:
        terminal.tell(f"wrote {target.as_posix()}; `briefkit validate {target.as_posix()}` says what is still missing")
