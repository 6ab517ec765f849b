"""Findings as plain data: for another process, for a disk, and for reports of many files."""

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Protocol, overload

from briefkit.source.draft import Json
from briefkit.source.finding import Finding, Findings, Related, Severity
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


def pack(data: Json, *, small: bool = True) -> bytes:
    """Return JSON data as bytes; not `small` is what will be read often."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return zlib.compress(text, 1) if small and len(text) > _SMALL else text


def unpack(data: bytes) -> Any:
    """Return packed JSON data, whose shape its reader makes sure of. Raises ValueError or zlib.error if it is none."""
    text = (zlib.decompress(data) if data.startswith(_ZLIB) else data).decode("utf-8", "surrogatepass")
    value, end = _DECODER.raw_decode(text)
    if end != len(text):
        raise ValueError("there is more than what was packed")
    return value


_DECODER = json.JSONDecoder()  # `json.loads` looks for blanks before and after, which takes it longer than most values
_SMALL = 256
"""Bytes that are not worth the time to make them fewer."""
_ZLIB = b"x"
"""With this zlib begins, and JSON never."""


class Bytes(Protocol):
    """Bytes of which stretches are asked for, wherever they are."""

    def __len__(self) -> int:
        """Return their number."""

    def __getitem__(self, part: slice, /) -> bytes:
        """Return those from a place to another."""


class PackedFindings(Sequence[Finding]):
    """The findings of one file, packed: each is made anew when it is looked at. Their numbers are known by severity."""

    __slots__ = ("_data", "counts", "file")

    def __init__(self, file: str, counts: Iterable[int], data: Bytes) -> None:
        """Take what `of` has packed. Raises TypeError or ValueError when the counts are none."""
        self.file = file
        errors, warnings, infos = map(int, counts)
        self.counts = (errors, warnings, infos)
        self._data = data

    @classmethod
    def of(cls, findings: Sequence[Finding]) -> "PackedFindings":
        """Return the findings of a file packed; those that are packed as they are."""
        if isinstance(findings, cls):
            return findings
        severities = Counter(finding.severity for finding in findings)
        data = pack([finding_json(finding) for finding in findings]) if findings else b""
        return cls(findings[0].file if findings else "", (severities[severity] for severity in _LEVELS), data)

    @property
    def data(self) -> bytes:
        """The findings as they are packed."""
        return self._data[:]

    def __len__(self) -> int:
        """Return the number of findings."""
        return sum(self.counts)

    def __iter__(self) -> Iterator[Finding]:
        """Yield the findings."""
        return (read_finding(one, self.file) for one in unpack(self.data)) if len(self) else iter(())

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Finding]: ...
    def __getitem__(self, index: int | slice) -> Finding | Sequence[Finding]:
        """Return findings by their place."""
        return tuple(self)[index]


_LEVELS = (Severity.ERROR, Severity.WARNING, Severity.INFO)


class FindingList(Findings):
    """Findings in order, added a file at a time."""

    def __init__(self) -> None:
        """Start empty."""
        self._parts: list[Sequence[Finding]] = []

    def add(self, findings: Sequence[Finding], *, packed: bool) -> None:
        """Add the findings of one file, as they are or packed."""
        if findings:
            self._parts.append(PackedFindings.of(findings) if packed else findings)

    def parts(self) -> Iterator[PackedFindings]:
        """Yield the findings of each file, packed."""
        return map(PackedFindings.of, self._parts)

    def tally(self) -> Counter[tuple[str, Severity]]:
        """Return the number of findings by file and severity."""
        found: Counter[tuple[str, Severity]] = Counter()
        for part in self._parts:
            if isinstance(part, PackedFindings):
                found.update({(part.file, level): n for level, n in zip(_LEVELS, part.counts, strict=True) if n})
            else:
                found.update((finding.file, finding.severity) for finding in part)
        return found

    def __len__(self) -> int:
        """Return the number of findings, packed or not."""
        return sum(map(len, self._parts))

    def __iter__(self) -> Iterator[Finding]:
        """Yield the findings, of one packed file at a time."""
        return chain.from_iterable(self._parts)

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
