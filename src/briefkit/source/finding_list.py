"""Findings as plain data: for another process, for a disk, and for reports of many files."""

import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, overload

from briefkit.source.draft import Json
from briefkit.source.finding import Finding, Related, Severity
from briefkit.source.place import Place


def finding_json(finding: Finding) -> list[Json]:
    """Return a finding as JSON data, without the name of its file."""
    related: list[Json] = [
        [one.place.file if one.place.file != finding.file else None, one.place.line, one.place.column, one.message]
        for one in finding.related
    ]
    place: list[Json] = [finding.line, finding.column, finding.end_line, finding.end_column]
    words: list[Json] = [
        finding.message,
        finding.hint,
        related,
        finding.excerpt,
        finding.waived,
        finding.excerpt_column,
    ]
    return [finding.rule, finding.code, str(finding.severity), *place, *words]


def read_finding(data: Any, file: str) -> Finding:
    """Return the finding of a file from its JSON data. Raises TypeError or ValueError when the data is none."""
    rule, code, severity, line, column, end_line, end_column, message, hint, related, *rest = data
    excerpt, waived, excerpt_column = rest
    return Finding(
        rule=rule,
        code=code,
        severity=Severity(severity),
        file=file,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        message=message,
        hint=hint,
        related=tuple(_related(one, file) for one in related),
        excerpt=excerpt,
        waived=waived,
        excerpt_column=excerpt_column,
    )


def _related(data: Any, file: str) -> Related:
    where, line, column, message = data
    return Related(Place(where if where is not None else file, line, column), message)


def pack(data: Json) -> bytes:
    """Return JSON data in little room."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def unpack(data: bytes) -> Any:
    """Return packed JSON data, whose shape its reader makes sure of. Raises ValueError or zlib.error if it is none."""
    return json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))


class FindingList(Sequence[Finding]):
    """Findings in order, added a file at a time; those that are packed are made anew each time they are looked at."""

    def __init__(self) -> None:
        """Start empty."""
        self._parts: list[tuple[str, int, Sequence[Finding] | bytes]] = []
        self._count = 0

    def add(self, findings: Sequence[Finding], *, packed: bool) -> None:
        """Add the findings of one file, as they are or packed."""
        if findings:
            kept = pack([finding_json(finding) for finding in findings]) if packed else findings
            self.add_part(findings[0].file, len(findings), kept)

    def add_part(self, file: str, count: int, findings: Sequence[Finding] | bytes) -> None:
        """Add so many findings of a file, as they are or packed before."""
        self._parts.append((file, count, findings))
        self._count += count

    def parts(self) -> Iterator[tuple[str, int, bytes]]:
        """Yield the findings of each file, packed, with their number."""
        for file, count, kept in self._parts:
            yield file, count, kept if isinstance(kept, bytes) else pack([finding_json(one) for one in kept])

    def __len__(self) -> int:
        """Return the number of findings, packed or not."""
        return self._count

    def __iter__(self) -> Iterator[Finding]:
        """Yield the findings, of one packed file at a time."""
        for file, _, kept in self._parts:
            yield from _unpacked(file, kept)

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Finding]: ...
    def __getitem__(self, index: int | slice) -> Finding | Sequence[Finding]:
        """Return findings by their place in the list."""
        return tuple(self)[index]

    def __eq__(self, other: object) -> bool:
        """Tell whether another sequence has the same findings."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]


def _unpacked(file: str, kept: Sequence[Finding] | bytes) -> Sequence[Finding]:
    if not isinstance(kept, bytes):
        return kept
    return [read_finding(one, file) for one in unpack(kept)]
