"""Which questions the briefs of a library answer: the set that its volume names, the five without one."""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from briefkit.checks.combine import Reach, combine
from briefkit.checks.examine import examine
from briefkit.checks.opened import Opened
from briefkit.checks.policy import Policy
from briefkit.format import shipped
from briefkit.format.conform.schema_rules import UNKNOWN_QUESTION_SET
from briefkit.format.questions import QuestionSet
from briefkit.format.schema import Form
from briefkit.library.files import SUFFIXES
from briefkit.reading import Reading, read
from briefkit.source.draft import Draft, Json
from briefkit.source.finding import Fault, Finding, Report
from briefkit.source.locate import locate
from briefkit.text.english import listed
from briefkit.text.printable import quoted
from briefkit.text.suggest import did_you_mean


class Chosen(NamedTuple):
    """The questions of a library, or why they are not known.

    `path` is the set's own file where the volume names one, `opened` what is in it, `finding` says that the volume
    names what is not there. Without `questions` no brief can be checked.
    """

    questions: QuestionSet | None
    path: Path | None = None
    opened: Opened | None = None
    finding: Finding | None = None


def chosen(volume: Reading | None, folder: Path | None) -> Chosen:
    """Return the questions that a volume names; a set's file is read."""
    data = volume.draft.data if volume and volume.draft else None
    if volume is None or volume.draft is None or not isinstance(data, dict) or "question_set" not in data:
        return Chosen(shipped.default())
    written = _name(data)
    if written is None:
        message = "`question_set` does not say which question set the library has"
        return _missing(volume.draft, message, "write `name:` below it with a set of briefkit or a file", ())
    is_path = written.lower().endswith(SUFFIXES) or "/" in written or "\\" in written
    return (_of_file if is_path else _of_name)(volume.draft, written, folder or Path())


def _of_name(volume: Draft, written: str, folder: Path) -> Chosen:
    if written in shipped.names():
        return Chosen(shipped.shipped(written))
    message = f"there is no question set {quoted(written)}"
    for suffix in SUFFIXES:
        if _is_file(folder / f"{written}{suffix}"):
            return _missing(volume, message, f"did you mean `{written}{suffix}`?")
    otherwise = f"there are {listed(shipped.names(), 'and')}; a file of your own ends in .yaml"
    return _missing(volume, message, did_you_mean(written, shipped.names(), otherwise))


def _of_file(volume: Draft, written: str, folder: Path) -> Chosen:
    relative = PurePosixPath(written)
    if relative.is_absolute() or ".." in relative.parts or "\\" in written or ":" in written:
        hint = "put the file beside volume.yaml, or into a folder there, and name it as seen from there"
        return _missing(volume, f"{quoted(written)} lies outside the library", hint)
    path = folder / written
    if not _is_file(path):
        hint = f"it is looked for beside volume.yaml; sets of briefkit: {listed(shipped.names(), 'and')}"
        return _missing(volume, f"there is no file {quoted(written)}", hint)
    opened = open_set(path, (PurePosixPath(volume.source.name).parent / relative).as_posix())
    if opened.draft and not (isinstance(opened.draft.data, dict) and "questions" in opened.draft.data):
        hint = "name a file that has `questions`, a list; see briefkit schema questions"
        return _missing(volume, f"{quoted(written)} is no question set", hint)
    return Chosen(opened.questions, path, opened)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long for the system
        return False


def open_set(path: Path, file: str) -> Opened:
    """Open a question set as far as possible; messages call it `file`."""
    return Opened(read(path, file), file, Form("questions", shipped.default()))


def report_on(opened: Sequence[Opened], policy: Policy, remarks: tuple[str, ...] = ()) -> Report:
    """Return the report on files alone: a question set, or a volume that names none."""
    files = {one.file for one in opened}
    return combine([examine(one, None, policy) for one in opened], None, policy, Reach(files, remarks))


def _name(data: Json) -> str | None:
    entry = data.get("question_set") if isinstance(data, dict) else None
    name = entry.get("name") if isinstance(entry, dict) else None
    return name if isinstance(name, str) and name.strip() else None


def _missing(volume: Draft, message: str, hint: str | None, below: tuple[str, ...] = ("name",)) -> Chosen:
    fault = Fault(("question_set", *below), message, hint, on="value" if below else "key")
    return Chosen(None, finding=locate(volume, UNKNOWN_QUESTION_SET, fault))
