"""Which questions the briefs of a library answer: the set that its volume names, the five without one."""

from pathlib import Path, PurePosixPath
from typing import NamedTuple

from briefkit.checks.opened import Opened
from briefkit.format import shipped
from briefkit.format.conform.schema_rules import UNKNOWN_QUESTION_SET
from briefkit.format.questions import QuestionSet
from briefkit.format.schema import Form
from briefkit.reading import Reading, read
from briefkit.source.draft import Draft, Json
from briefkit.source.finding import Fault, Finding
from briefkit.source.locate import locate
from briefkit.text.english import listed
from briefkit.text.printable import quoted
from briefkit.text.suggest import did_you_mean

_SUFFIXES = (".yaml", ".yml")


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
        return _missing(volume.draft, message, "", "write `name:` below it with a set of briefkit or a file", ())
    if not written.lower().endswith(_SUFFIXES) and "/" not in written and "\\" not in written:
        if written in shipped.names():
            return Chosen(shipped.shipped(written))
        own = next(
            (beside for suffix in _SUFFIXES if _is_file(beside := Path(folder or "", f"{written}{suffix}"))), None
        )
        if own:
            return _missing(
                volume.draft, f"there is no question set {quoted(written)}", "", f"did you mean `{own.name}`?"
            )
        otherwise = f"there are {listed(shipped.names(), 'and')}; a file of your own ends in .yaml"
        return _missing(volume.draft, f"there is no question set {quoted(written)}", written, otherwise)
    relative = PurePosixPath(written)
    if relative.is_absolute() or ".." in relative.parts or "\\" in written or ":" in written:
        hint = "put the file beside volume.yaml, or into a folder there, and name it as seen from there"
        return _missing(volume.draft, f"{quoted(written)} lies outside the library", "", hint)
    path = Path(folder or "", written)
    if not _is_file(path):
        hint = f"it is looked for beside volume.yaml; sets of briefkit: {listed(shipped.names(), 'and')}"
        return _missing(volume.draft, f"there is no file {quoted(written)}", "", hint)
    file = (PurePosixPath(volume.draft.source.name).parent / relative).as_posix()
    opened = open_set(path, file)
    if opened.draft and not (isinstance(opened.draft.data, dict) and "questions" in opened.draft.data):
        hint = "name a file that has `questions`, a list; see briefkit schema questions"
        return _missing(volume.draft, f"{quoted(written)} is no question set", "", hint)
    return Chosen(opened.questions, path, opened)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long for the system
        return False


def open_set(path: Path, file: str) -> Opened:
    """Open a question set as far as possible; messages call it `file`."""
    return Opened(read(path, file), file, Form("questions", shipped.default()))


def _name(data: Json) -> str | None:
    entry = data.get("question_set") if isinstance(data, dict) else None
    name = entry.get("name") if isinstance(entry, dict) else None
    return name if isinstance(name, str) and name.strip() else None


def _missing(draft: Draft, message: str, written: str, otherwise: str, below: tuple[str, ...] = ("name",)) -> Chosen:
    hint = did_you_mean(written, shipped.names(), otherwise) if written else otherwise
    fault = Fault(("question_set", *below), message, hint, on="value" if below else "key")
    return Chosen(None, finding=locate(draft, UNKNOWN_QUESTION_SET, fault))
