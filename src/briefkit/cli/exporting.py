"""Where exported documents go: to the screen, to a file, or one file a brief to a folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefkit import api
from briefkit.cli import terminal
from briefkit.cli.present import choose_format
from briefkit.library import Library
from briefkit.publish import records, write
from briefkit.publish.writer import WriteOptions
from briefkit.text.errors import OutputError, UsageError
from briefkit.views.view import View


@dataclass(frozen=True)
class Job:
    """What was asked of an export."""

    library: Library
    format: str | None
    output: Path | None
    options: WriteOptions
    access_dates: bool
    force: bool

    def chosen(self, output: Path | None) -> str:
        """Return the format to write. Raises UsageError for an unknown one."""
        return choose_format(self.format, output, "markdown", [*api.document_formats(), "json"])


def export_volume(job: Job) -> None:
    """Export the volume as one document."""
    if job.output is not None and job.output.is_dir():
        raise UsageError(f"{job.output.as_posix()} is a folder; the volume is one file", hint="name a file with -o")
    chosen = job.chosen(job.output)
    _deliver(job, _content(api.volume(job.library, access_dates=job.access_dates), chosen, job.options))


def export_briefs(job: Job, names: Sequence[str], *, several: bool) -> None:
    """Export briefs; all of them are checked before the first file is written.

    Raises UsageError when the output does not fit, OutputError when it cannot be written, InvalidBriefError when a
    brief has errors.
    """
    if not names:
        raise UsageError(
            f"there is nothing to export: {job.library.shown} has no brief",
            hint="a brief is a file with the suffix .yaml or .yml",
        )
    if several and (job.output is None or _looks_like_a_file(job.output)):
        raise UsageError("several briefs need a folder to go to", hint="name one with -o FOLDER/")
    if job.output is not None and (several or _is_folder(job.output)):
        _export_into(job, names, job.output)
        return
    chosen = job.chosen(job.output)
    _deliver(job, _content(api.show(job.library, names[0], access_dates=job.access_dates), chosen, job.options))


def _is_folder(output: Path) -> bool:
    return output.is_dir() or (not output.suffix and not output.exists())


def _looks_like_a_file(output: Path) -> bool:
    suffixes = {".json", *(api.writer_for(name).suffix for name in api.document_formats())}
    return not output.is_dir() and output.suffix.lower() in suffixes


def _export_into(job: Job, names: Sequence[str], folder: Path) -> None:
    chosen = job.chosen(None)
    if folder.is_file():
        raise UsageError(
            f"{folder.as_posix()} is a file, and several briefs need a folder", hint="name a folder with -o"
        )
    if not folder.parent.is_dir():
        raise OutputError(f"there is no folder {folder.parent.as_posix()}", hint="make it first")
    briefs = job.library.briefs(names)
    suffix = ".json" if chosen == "json" else api.writer_for(chosen).suffix
    targets = [folder / f"{brief.name}{suffix}" for brief in briefs]
    if not job.force and (there := next((target for target in targets if target.exists()), None)):
        raise OutputError(f"{there.as_posix()} is already there", hint="use --force to replace it; nothing was written")
    write.make_folder(folder)
    for brief, target in terminal.progress(list(zip(briefs, targets, strict=True)), "exporting"):
        view = api.view_of(brief, job.library.volume, access_dates=job.access_dates)
        content = _content(view, chosen, job.options)
        write.write_file(target, content, replace=job.force)
    count = f"{len(targets)} briefs" if len(targets) > 1 else targets[0].name
    terminal.tell(f"wrote {count} to {folder.as_posix()}/")


def _deliver(job: Job, content: str | bytes) -> None:
    if job.output is None:
        terminal.emit(content)
    else:
        write.write_file(job.output, content, replace=True)


def _content(view: View, format: str, options: WriteOptions) -> str | bytes:  # noqa: A002
    return records.to_json(view.rows) if format == "json" else api.render(view.document, format, options)
