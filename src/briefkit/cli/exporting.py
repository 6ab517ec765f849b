"""Where exports go: to the screen, to a file, or one file a brief to a folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefkit import api
from briefkit.checks.parsed import ParsedBrief
from briefkit.cli import terminal
from briefkit.cli.options import EXPORT, EXPORTED_AS
from briefkit.cli.present import choose_format
from briefkit.cli.progress import bar
from briefkit.library import Library
from briefkit.library.workers import usable_cores
from briefkit.publish import write
from briefkit.publish.format import BRIEF, DOCUMENT, LIBRARY, Given, by_suffix, find, for_libraries
from briefkit.text.errors import OutputError, UsageError


@dataclass(frozen=True)
class Job:
    """What was asked of an export; `given` are the options of the format."""

    library: Library
    format: str | None
    output: Path | None
    given: Given
    access_dates: bool
    force: bool

    def chosen(self, output: Path | None) -> str:
        """Return the format to write. Raises UsageError for an unknown one and for an option that it does not have."""
        name = choose_format(self.format, output, EXPORTED_AS, EXPORT)
        if name in LIBRARY.names:
            raise for_libraries(name)
        find(name, EXPORT).check(self.given)
        if self.access_dates and name in BRIEF.names:
            raise UsageError(f"--access-dates says nothing about {name}", hint="leave it out: data has all dates")
        return name

    @property
    def whole(self) -> str | None:
        """The format that was asked for, by name or suffix, if it is one of whole libraries."""
        if self.format is not None or self.output is None or self.output.is_dir():
            return self.format if self.format in LIBRARY.names else None
        return by_suffix(self.output.suffix, (LIBRARY,))


def export_library(job: Job, chosen: str) -> None:
    """Export all briefs and the volume as one file, in a format of whole libraries.

    Raises UsageError when the output is a folder or an option says nothing, OutputError when it cannot be written,
    InvalidBriefError when a brief or the volume has errors.
    """
    found = LIBRARY.find(chosen)
    found.check(job.given)
    if job.access_dates:
        raise UsageError(f"--access-dates says nothing about {chosen}", hint="leave it out: data has all dates")
    _refuse_nothing(job, job.library.names)
    if job.output is not None and job.output.is_dir():
        raise UsageError(f"{job.output.as_posix()} is a folder; the library is one file", hint="name a file with -o")
    _deliver(job, found.render(api.holdings(job.library), job.given))


def export_volume(job: Job) -> None:
    """Export the volume as one document, or with its briefs as data."""
    if job.output is not None and job.output.is_dir():
        raise UsageError(f"{job.output.as_posix()} is a folder; the volume is one file", hint="name a file with -o")
    chosen = job.chosen(job.output)
    if chosen in BRIEF.names:
        _deliver(job, BRIEF.find(chosen).render(api.book(job.library), job.given))
        return
    document = api.volume(job.library, access_dates=job.access_dates).document
    _deliver(job, DOCUMENT.find(chosen).render(document, job.given))


def export_briefs(job: Job, names: Sequence[str], *, several: bool) -> None:
    """Export briefs; all of them are checked before the first file is written.

    Raises UsageError when the output does not fit, OutputError when it cannot be written, InvalidBriefError when a
    brief has errors.
    """
    _refuse_nothing(job, names)
    if several and (job.output is None or _looks_like_a_file(job.output)):
        raise UsageError("several briefs need a folder to go to", hint="name one with -o FOLDER/")
    if job.output is not None and (several or _is_folder(job.output)):
        _export_into(job, names, job.output)
        return
    chosen = job.chosen(job.output)
    _deliver(job, _content(job, job.library.parsed_briefs(names[:1])[0], chosen))


def _refuse_nothing(job: Job, names: Sequence[str]) -> None:
    if not names:
        raise UsageError(
            f"there is nothing to export: {job.library.shown} has no brief",
            hint="a brief is a file with the suffix .yaml or .yml",
        )


def _is_folder(output: Path) -> bool:
    return output.is_dir() or (not output.suffix and not output.exists())


def _looks_like_a_file(output: Path) -> bool:
    return not output.is_dir() and by_suffix(output.suffix, EXPORT) is not None


def _export_into(job: Job, names: Sequence[str], folder: Path) -> None:
    chosen = job.chosen(None)
    if folder.is_file():
        raise UsageError(
            f"{folder.as_posix()} is a file, and several briefs need a folder", hint="name a folder with -o"
        )
    if not folder.parent.is_dir():
        raise OutputError(f"there is no folder {folder.parent.as_posix()}", hint="make it first")
    suffix = find(chosen, EXPORT).suffix
    targets = [folder / f"{Path(job.library.shown_file(name)).stem}{suffix}" for name in names]
    if not job.force and (there := next((target for target in targets if target.exists()), None)):
        raise OutputError(f"{there.as_posix()} is already there", hint="use --force to replace it; nothing was written")
    write.refuse_links_out(folder, targets)
    with bar("exporting") as watch:
        contents = job.library.made(
            names, lambda brief: _content(job, brief, chosen), processes=usable_cores(), watch=watch
        )
    write.make_folder(folder)
    for content, target in zip(contents, targets, strict=True):
        write.write_file(target, content, replace=job.force, is_one_of_many=True)
    write.settle(folder)
    count = f"{len(targets)} briefs" if len(targets) > 1 else targets[0].name
    terminal.tell(f"wrote {count} to {folder.as_posix()}/")


def _deliver(job: Job, content: str | bytes) -> None:
    if job.output is None:
        terminal.emit(content)
    else:
        write.write_file(job.output, content, replace=True)


def _content(job: Job, parsed: ParsedBrief, chosen: str) -> str | bytes:
    if chosen in BRIEF.names and parsed.brief:
        return BRIEF.find(chosen).render(parsed.brief, job.given)
    view = api.view_of(parsed, access_dates=job.access_dates)
    return DOCUMENT.find(chosen).render(view.document, job.given)
