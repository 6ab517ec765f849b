"""What is known of a file, and reports, as bytes: from a worker to the library, and for the cache; data, never code."""

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, TypeVar, cast, overload

from briefkit.checks.examined import Examined
from briefkit.checks.summary import Head, Summary
from briefkit.checks.waivers import Located, PlacedWaiver
from briefkit.source.draft import Json
from briefkit.source.finding import Finding, Report
from briefkit.source.finding_list import FindingList, finding_json, pack, read_finding, unpack
from briefkit.source.site import read_site

DAMAGE = (TypeError, ValueError, KeyError, IndexError, zlib.error, RecursionError)
"""What is raised by data that is not what was packed."""

_T = TypeVar("_T")


def pack_examined(one: Examined) -> bytes:
    """Return what is known of a file, without the file's own name."""
    findings = pack([[finding_json(found), None if at is None else list(at)] for found, at in one.findings])
    waivers = pack([_waiver_json(waiver) for waiver in one.waivers])
    facts = {rule: pack(value) for rule, value in one.facts.items()}
    lengths: Json = [len(findings), len(waivers), {rule: len(blob) for rule, blob in facts.items()}]
    counts: Json = [len(one.findings), len(one.waivers)]
    summary = cast("Json", one.summary and [list(one.summary.head), *one.summary[1:]])
    head = pack([one.kind, one.name, one.is_guest, [*sorted(one.quiet)], summary, counts, lengths])
    return b"".join((len(head).to_bytes(4), head, findings, waivers, *facts.values()))


def unpack_examined(data: bytes, file: str) -> Examined:
    """Return what was known of a file, which is now called so; its parts are unpacked when they are asked for.

    Raises one of DAMAGE when the data is not what was packed.
    """
    end = 4 + int.from_bytes(data[:4])
    kind, name, is_guest, quiet, summary, counts, lengths = unpack(data[4:end])
    findings, end = data[end : end + lengths[0]], end + lengths[0]
    waivers, end = data[end : end + lengths[1]], end + lengths[1]
    facts: dict[str, bytes] = {}
    for rule, length in lengths[2].items():
        facts[rule], end = data[end : end + length], end + length
    if end != len(data):
        raise ValueError("the data is cut off")
    return Examined(
        file=file,
        name=name,
        is_guest=is_guest,
        findings=_Packed(findings, counts[0], lambda one: Located(read_finding(one[0], file), _names(one[1]))),
        facts=_Facts(facts),
        waivers=_Packed(waivers, counts[1], _read_waiver),
        quiet=frozenset(quiet),
        summary=Summary(Head(*map(_tupled, summary[0])), *map(_tupled, summary[1:])) if summary else None,
        kind=kind,
    )


def _waiver_json(waiver: PlacedWaiver) -> Json:
    sites: list[Json] = [site.json() for site in waiver.sites]
    return [waiver.rule, waiver.reason, list(waiver.at), waiver.site.json(), sites, waiver.is_spared]


def _read_waiver(data: Any) -> PlacedWaiver:
    rule, reason, at, site, sites, is_spared = data
    return PlacedWaiver(rule, reason, tuple(at), read_site(site), tuple(map(read_site, sites)), is_spared)


def _names(data: Any) -> tuple[str, ...] | None:
    return None if data is None else tuple(data)


def _tupled(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


class _Facts(Mapping[str, Json]):
    """The facts of one file by rule, each unpacked when it is asked for."""

    def __init__(self, packed: Mapping[str, bytes]) -> None:
        self._packed = packed

    def __getitem__(self, rule: str) -> Json:
        facts: Json = unpack(self._packed[rule])
        return facts

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


class _Packed(Sequence[_T]):
    """A list that is unpacked each time it is looked at."""

    def __init__(self, data: bytes, count: int, read: Callable[[Any], _T]) -> None:
        self._data = data
        self._count = count
        self._read = read

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[_T]:
        return map(self._read, unpack(self._data)) if self._count else iter(())

    @overload
    def __getitem__(self, index: int) -> _T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[_T]: ...
    def __getitem__(self, index: int | slice) -> _T | Sequence[_T]:
        return tuple(self)[index]


def pack_report(report: Report) -> bytes:
    """Return a report as bytes."""
    lists: list[Json] = []
    blobs: list[bytes] = []
    for findings in (report.findings, report.waived):
        parts = _listed(findings).parts()
        rows: list[Json] = []
        for file, count, blob in parts:
            rows.append([file, count, len(blob)])
            blobs.append(blob)
        lists.append(rows)
    head = pack([*lists, list(report.files), list(report.remarks)])
    return b"".join((len(head).to_bytes(4), head, *blobs))


def unpack_report(data: bytes) -> Report:
    """Return a packed report. Raises one of DAMAGE when the data is not what was packed."""
    end = 4 + int.from_bytes(data[:4])
    *lists, files, remarks = unpack(data[4:end])
    found = []
    for rows in lists:
        findings = FindingList()
        for file, count, length in rows:
            findings.add_part(file, count, data[end : end + length])
            end += length
        found.append(findings)
    if end != len(data):
        raise ValueError("the data is cut off")
    standing, waived = found
    sum(1 for _ in standing)  # what cannot be read is found out here
    return Report(standing, tuple(files), waived, tuple(remarks))


def _listed(findings: Sequence[Finding]) -> FindingList:
    if isinstance(findings, FindingList):
        return findings
    listed = FindingList()
    for _, group in groupby(findings, key=lambda finding: finding.file):
        listed.add(list(group), packed=False)
    return listed
