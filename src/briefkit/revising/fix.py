"""Findings whose hint is certain → the changes that mend them."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path as File

from briefkit.editing import EditRefusedError, Operation, RenameKey, Replace, ReplacePart, edit
from briefkit.format.conform.schema_rules import RULES as SCHEMA_RULES
from briefkit.library import VOLUME, Library
from briefkit.reading.reading_rules import RULES as READING_RULES
from briefkit.revising.change import Change, counts
from briefkit.revising.names import KINDS, NamedFile
from briefkit.source.draft import Draft, Path, Span
from briefkit.source.finding import Finding
from briefkit.text.suggest import squeezed

_MEANT = re.compile(r"did you mean `(?P<name>[^`…]+)`\?")
_TEXT = re.compile(r'put quotes around it: "[^"…]*"')
_NUMBER = re.compile(r"remove the quotes: [0-9]+")

_OF_FORMAT = frozenset(rule.name for rule in (*READING_RULES, *SCHEMA_RULES))
_LIKE = 0.85
"""How like the name must be that is meant."""
_MARGIN = 0.1
"""By how much the second likeliest name must be less like the written one."""
_NOT_CERTAIN = frozenset({"missing-brief", "author-without-contributor", "bad-look"})
"""Rules whose hint may as well mean that the other side is wrong: a file, a person."""


@dataclass(frozen=True)
class Fixed:
    """The findings that are mended, and the changes of the files that do it."""

    findings: tuple[Finding, ...]
    changes: tuple[Change, ...]


def fix(library: Library, findings: Sequence[Finding]) -> Fixed:
    """Plan to mend the findings whose hint is certain; nothing is written.

    A fix is taken only if a check of the library with it shows its finding gone and no other there.
    """
    names = {library.shown_file(name): name for name in library.names}
    if library.opened_volume:
        names[library.opened_volume.file] = VOLUME
    mended: list[Finding] = []
    changes: list[Change] = []
    edited: dict[str, bytes] = {}
    for file in dict.fromkeys(finding.file for finding in findings if finding.file in names):
        own = [finding for finding in findings if finding.file == file]
        done, change = _of_file(library, names[file], own, edited)
        if change:
            edited[change.path.stem.lower() if change.path else ""] = change.after
            mended += done
            changes.append(change)
    return Fixed(tuple(mended), tuple(changes))


def _of_file(
    library: Library, name: str, findings: Sequence[Finding], edited: dict[str, bytes]
) -> tuple[list[Finding], Change | None]:
    opened = library.opened_volume if name == VOLUME else library.open(name)
    draft = opened.draft if opened else None
    if draft is None or library.folder is None:
        return [], None
    known = _names(library)
    likely = [(finding, one) for finding in findings for one in _operations(draft, finding, known)]
    path = library.folder / File(draft.source.name).name
    before = _count(library, edited)
    taken: list[tuple[Finding, Operation]] = []
    text: bytes | None = None
    for trial in (likely, *([one] for one in likely)):  # all together, else as many as go together
        if text is not None and trial[0] in taken:
            break
        wanted = [*taken, *trial]
        if trial and (tried := _tried(library, path, draft, wanted, before, edited)):
            taken, text = wanted, tried
    if text is None:
        return [], None
    return [finding for finding, _ in taken], Change(
        draft.source.name, path, path.read_bytes(), text, places=len(taken)
    )


def _tried(
    library: Library,
    path: File,
    draft: Draft,
    wanted: Sequence[tuple[Finding, Operation]],
    before: "dict[tuple[str, str], int]",
    edited: dict[str, bytes],
) -> bytes | None:
    """Return the file with the fixes; None if a finding stays, or comes that was not hidden before."""
    try:
        text = edit(draft, [one for _, one in wanted]).encode("utf-8", "surrogatepass")
    except (EditRefusedError, LookupError):
        return None
    after = _count(library, edited | {path.stem.lower(): text})
    rules = [(finding.file, finding.rule) for finding, _ in wanted]
    gone = all(after.get(rule, 0) <= before.get(rule, 0) - rules.count(rule) for rule in rules)
    # behind a misspelled field may be faults that could not be seen, but they are not of the format
    reveals = any(isinstance(one, RenameKey) for _, one in wanted)
    more = {rule for (file, rule), count in after.items() if count > before.get((file, rule), 0)}
    return text if gone and not (more & _OF_FORMAT if reveals else more) else None


def _count(library: Library, edited: dict[str, bytes]) -> dict[tuple[str, str], int]:
    return dict(counts(Library(library.folder, edited=edited), all_severities=True))


def _operations(draft: Draft, finding: Finding, known: Collection[str]) -> Iterator[Operation]:
    """Yield the one operation that the hint of a finding asks for, if it is certain."""
    hint = finding.hint or ""
    span = Span(
        draft.source.offset(finding.line, finding.column), draft.source.offset(finding.end_line, finding.end_column)
    )
    path = draft.path_at(span.start)
    if not path:
        return
    if match := _MEANT.fullmatch(hint):
        if finding.rule not in _NOT_CERTAIN:
            yield from _meant(draft, path, span, match["name"], known)
    elif _TEXT.fullmatch(hint) and draft.span(path) == span:
        yield Replace(path, draft.source.text[slice(*span)])
    elif _NUMBER.fullmatch(hint) and draft.span(path) == span:
        yield Replace(path, int(str(draft.value(path))))


def _meant(draft: Draft, path: Path, span: Span, meant: str, known: Collection[str]) -> Iterator[Operation]:
    value = draft.value(path)
    if draft.node(path).key_start >= 0 and draft.key_span(path) == span:
        yield RenameKey(path, meant)
    elif isinstance(value, str) and draft.span(path) == span:
        if _is_certain(value, meant, known):
            yield Replace(path, meant)
    elif isinstance(value, str) and (part := _part(draft, path, value, span)):
        written = value[slice(*part)].strip("@{}")
        yield from [ReplacePart(path, part, meant)] if _is_certain(written, meant.strip("@{}"), known) else []


def _part(draft: Draft, path: Path, value: str, span: Span) -> tuple[int, int] | None:
    """Return the stretch of a text that stands at a span of the file."""
    word = draft.source.text[slice(*span)]
    starts = (match.start() for match in re.finditer(re.escape(word), value))
    return next(((at, at + len(word)) for at in starts if draft.span(path, (at, at + len(word))) == span), None)


def _is_certain(written: str, meant: str, known: Collection[str]) -> bool:
    """Tell whether what is written can only be a slip: nearly the name, with its digits, and no other is as near.

    A number that differs is another year or another part, and its source may be what is missing.
    """
    like = _likeness(written, meant)
    if like < _LIKE or re.findall(r"[0-9]", written) != re.findall(r"[0-9]", meant):
        return False
    return all(_likeness(written, other) <= like - _MARGIN for other in known if other not in (meant, written))


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, squeezed(one), squeezed(other), autojunk=False).ratio()


def _names(library: Library) -> set[str]:
    """Return all names that the files of the library declare."""
    opened = [(VOLUME, library.opened_volume), *((name, library.open(name)) for name in library.names)]
    files: Iterable[NamedFile] = (
        NamedFile(name, one.draft, library.questions) for name, one in opened if one and one.draft
    )
    return {name for file in files for kind in KINDS for name in file.declared(kind)}
