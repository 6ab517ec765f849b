"""What is known of a file, and reports, as bytes: from a worker to the library, and for the cache; data, never code."""

import zlib
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, groupby, pairwise
from typing import Any, TypeVar, overload

from briefkit.checks.examined import Examined
from briefkit.checks.summary import Summary, read_summary
from briefkit.checks.waivers import PlacedWaiver, Use
from briefkit.library.shelf import Shelved
from briefkit.source.draft import Json
from briefkit.source.finding import Finding, Report
from briefkit.source.finding_list import Bytes, FindingList, PackedFindings, pack, unpack
from briefkit.source.site import read_site

DAMAGE = (AttributeError, TypeError, ValueError, KeyError, IndexError, zlib.error, RecursionError)
"""What is raised by data that is not what was packed."""

_T = TypeVar("_T")


def pack_examined(one: Examined) -> bytes:
    """Return what is known of a file, without the file's own name."""
    facts = {rule: pack(value, small=False) for rule, value in one.facts.items()}
    details = {rule: pack(value) for rule, value in one.details.items()}
    standing, waived = PackedFindings.of(one.standing), PackedFindings.of(one.waived)
    waivers, used = pack([_waiver_json(waiver) for waiver in one.waivers]), pack([list(use) for use in one.used])
    blobs = (standing.data, waived.data, waivers, used, *facts.values(), *details.values())
    known: list[Json] = [one.kind, one.name, one.is_guest, one.has_idle, [*sorted(one.quiet)]]
    counts: list[Json] = [list(standing.counts), list(waived.counts), len(one.waivers), len(one.used)]
    head = pack([known, counts, list(facts), list(details), list(map(len, blobs))], small=False)
    return b"".join((len(head).to_bytes(4), head, *blobs))


def unpack_examined(data: Bytes, file: str) -> Examined:
    """Return what was known of a file, which is now called so; its parts are unpacked when they are asked for.

    Raises one of DAMAGE when the data is not what was packed.
    """
    start = 4 + int.from_bytes(data[:4])
    known, counts, facts, details, lengths = unpack(data[4:start])
    kind, name, is_guest, has_idle, quiet = known
    ends = array("I", accumulate(lengths, initial=start))
    if ends[-1] != len(data):
        raise ValueError("the data is cut off")
    standing, waived, waivers, used = (_stretch(data, start, end) for start, end in pairwise(ends[:5]))
    return Examined(
        file=file,
        name=name,
        is_guest=is_guest,
        standing=PackedFindings(file, counts[0], standing),
        waived=PackedFindings(file, counts[1], waived),
        waivers=_Packed(waivers, counts[2], _read_waiver),
        used=_Packed(used, counts[3], _read_use),
        has_idle=has_idle,
        facts=_Parts(data, ends, 4, _places(tuple(facts))),
        details=_Parts(data, ends, 4 + len(facts), _places(tuple(details))),
        quiet=frozenset(quiet),
        kind=kind,
    )


def _stretch(data: Bytes, start: int, end: int) -> Bytes:
    return data.stretch(start, end) if isinstance(data, Shelved) else data[start:end]


def _waiver_json(waiver: PlacedWaiver) -> Json:
    sites: list[Json] = [site.json() for site in waiver.sites]
    return [waiver.rule, waiver.reason, list(waiver.at), waiver.site.json(), sites, waiver.is_spared]


def _read_waiver(data: Any) -> PlacedWaiver:
    rule, reason, at, site, sites, is_spared = data
    return PlacedWaiver(rule, reason, tuple(at), read_site(site), tuple(map(read_site, sites)), is_spared)


def _read_use(data: Any) -> Use:
    number, name = data
    return number, name


@lru_cache(maxsize=100)
def _places(names: tuple[str, ...]) -> Mapping[str, int]:
    """Return the place of each name; most files have the same names, and share them."""
    return {name: place for place, name in enumerate(names)}


class _Parts(Mapping[str, Json]):
    """Parts of what is known of one file, by name, each unpacked when it is asked for."""

    __slots__ = ("_data", "_ends", "_first", "_places")

    def __init__(self, data: Bytes, ends: "array[int]", first: int, places: Mapping[str, int]) -> None:
        self._data = data
        self._ends = ends
        self._first = first
        self._places = places

    def __getitem__(self, name: str) -> Json:
        i = self._first + self._places[name]
        part: Json = unpack(self._data[self._ends[i] : self._ends[i + 1]])
        return part

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class _Packed(Sequence[_T]):
    """A list that is unpacked each time it is looked at."""

    __slots__ = ("_count", "_data", "_read")

    def __init__(self, data: Bytes, count: int, read: Callable[[Any], _T]) -> None:
        self._data = data
        self._count = count
        self._read = read

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[_T]:
        return map(self._read, unpack(self._data[:])) if self._count else iter(())

    @overload
    def __getitem__(self, index: int) -> _T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[_T]: ...
    def __getitem__(self, index: int | slice) -> _T | Sequence[_T]:
        return tuple(self)[index]


def pack_report(report: Report) -> bytes:
    """Return a report as bytes."""
    parts = [list(_listed(findings).parts()) for findings in (report.findings, report.waived)]
    rows: list[Json] = [[[part.file, list(part.counts), len(part.data)] for part in some] for some in parts]
    head = pack([*rows, list(report.files), list(report.remarks)])
    return b"".join((len(head).to_bytes(4), head, *(part.data for some in parts for part in some)))


def unpack_report(data: bytes) -> Report:
    """Return a packed report. Raises one of DAMAGE when the data is not what was packed."""
    end = 4 + int.from_bytes(data[:4])
    *lists, files, remarks = unpack(data[4:end])
    found = []
    for rows in lists:
        findings = FindingList()
        for file, counts, length in rows:
            findings.add(PackedFindings(file, counts, data[end : end + length]), packed=True)
            end += length
        found.append(findings)
    if end != len(data):
        raise ValueError("the data is cut off")
    standing, waived = found
    for _ in standing:  # what cannot be read is found out here
        pass
    return Report(standing, tuple(files), waived, tuple(remarks))


def pack_summaries(summaries: Mapping[str, Summary]) -> bytes:
    """Return the summaries of the briefs of a library as bytes."""
    return pack({name: summary.json() for name, summary in summaries.items()})


def unpack_summaries(data: bytes) -> dict[str, Summary]:
    """Return packed summaries. Raises one of DAMAGE when the data is not what was packed."""
    return {name: read_summary(summary) for name, summary in unpack(data).items()}


def _listed(findings: Sequence[Finding]) -> FindingList:
    if isinstance(findings, FindingList):
        return findings
    listed = FindingList()
    for _, group in groupby(findings, key=lambda finding: finding.file):
        listed.add(list(group), packed=False)
    return listed
