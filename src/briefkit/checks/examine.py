"""One file checked: what is wrong with it, and what the rules over the library need to know of it.

Pure: a file and the volume in, plain data out, which may cross to another process or lie on a disk.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from briefkit.checks import waivers
from briefkit.checks.examined import MOST_FINDINGS, SUMMARY, Examined, hint_of_last
from briefkit.checks.opened import Opened
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.picture import Picture
from briefkit.checks.policy import Policy
from briefkit.checks.rule import FileRule, LibraryRule
from briefkit.checks.ruleset import all_rules, checking_rules, codes, library_rules
from briefkit.checks.summary import summarize
from briefkit.checks.waivers import Located, PlacedWaiver
from briefkit.format.model import Volume, Waiver
from briefkit.source.draft import Draft, Json
from briefkit.source.finding import Fault, Rule, Severity, sort_findings
from briefkit.source.locate import locate
from briefkit.source.site import Site


def examine(
    opened: Opened, volume: Volume | None, policy: Policy, pictures: Mapping[str, Picture] | None = None
) -> Examined:
    """Check one file by the rules of a policy.

    `volume` is the library's, if it is valid; `pictures` are those beside it, of which none is read.
    """
    is_volume = opened.kind == "volume"
    name = "" if is_volume else opened.name
    if opened.kind == "questions":
        return Examined(opened.file, name, opened.guest, sort_findings(opened.findings), kind=opened.kind)
    parsed = opened.parsed(volume, pictures)
    details = {} if is_volume or policy.errors_only else {SUMMARY: summarize(opened, parsed).json()}
    if parsed is None:
        found, quiet = sort_findings(opened.findings), _misses_anything()
        return Examined(opened.file, name, opened.guest, found, details=details, quiet=quiet, kind=opened.kind)
    placed = (*(_placed(opened, parsed, waiver) for waiver in parsed.subject.waivers), *_torn_waivers(opened))
    standing, waived, used = waivers.apply(_findings(opened, parsed, policy), placed, codes())
    has_facts = opened.is_sound or not is_volume
    return Examined(
        file=opened.file,
        name=name,
        is_guest=opened.guest,
        standing=sort_findings(standing),
        waived=sort_findings(waived),
        waivers=placed,
        used=used,
        has_idle=waivers.has_idle(placed, used),
        facts=_by_rule(parsed, policy, lambda rule: rule.collect) if has_facts else {},
        details=details | (_by_rule(parsed, policy, lambda rule: rule.keep) if has_facts else {}),
        quiet=frozenset(rule.name for rule in library_rules() if opened.hidden.has(rule.absence)),
        kind=opened.kind,
    )


def _findings(opened: Opened, parsed: ParsedBrief, policy: Policy) -> Iterator[Located]:
    """Yield the findings of reading, of the schema and of the rules over one file."""
    yield from (Located(finding, None) for finding in opened.findings)
    for rule in checking_rules():
        yield from _located(opened, parsed, rule, policy)
    yield from _unknown_rules(parsed, policy)


def _located(opened: Opened, parsed: ParsedBrief, rule: FileRule, policy: Policy) -> Iterator[Located]:
    """Yield the findings of a rule, no more than the limit; the last says so."""
    severity = policy.of(rule)
    if severity is Severity.OFF:
        return
    faults = rule.check(parsed)
    if not opened.is_sound:
        faults = (fault for fault in faults if not _is_doubtful(opened, rule, fault, severity))
    for number, fault in enumerate(islice(faults, MOST_FINDINGS), 1):
        more = sum(1 for _ in faults) if number == MOST_FINDINGS else 0
        yield _one(parsed.draft, rule, fault, severity, hint_of_last(fault.hint, more))


def _is_doubtful(opened: Opened, rule: FileRule, fault: Fault, severity: Severity) -> bool:
    """Tell whether faults of the format may hide what a rule misses, or the id by which a waiver accepts it."""
    if severity is not Severity.ERROR and opened.hidden.is_nameless(fault.path):
        return True
    return opened.hidden.has(rule.absence, fault.path)


def _one(draft: Draft, rule: Rule, fault: Fault, severity: Severity, hint: str | None) -> Located:
    names = waivers.names_at(draft.data, fault.path) | frozenset(fault.at)
    finding = locate(draft, rule, fault, severity, hint)
    return Located(finding, tuple(sorted(names)))


def _misses_anything() -> frozenset[str]:
    return frozenset(rule.name for rule in library_rules() if rule.absence)


def _by_rule(
    parsed: ParsedBrief, policy: Policy, work: Callable[[LibraryRule], Callable[[ParsedBrief], Json]]
) -> dict[str, Json]:
    """Return what the rules over the library that are on find in a file, by their names."""
    rules = (rule for rule in library_rules() if policy.of(rule) is not Severity.OFF)
    return {rule.name: found for rule in rules if (found := work(rule)(parsed)) is not None}


def _unknown_rules(parsed: ParsedBrief, policy: Policy) -> Iterator[Located]:
    """Yield a finding for each waiver, and each severity that the volume sets, that names no rule."""
    severity = policy.of(waivers.UNKNOWN_RULE)
    if severity is Severity.OFF:
        return
    for waiver in parsed.subject.waivers:
        if waiver.rule not in codes():
            fault = waivers.unknown_rule((*waiver.place.path, "rule"), waiver.rule, codes())
            yield Located(locate(parsed.draft, waivers.UNKNOWN_RULE, fault, severity), None)
    for name in parsed.subject.checks.severity if isinstance(parsed.subject, Volume) else ():
        if name not in all_rules():
            fault = waivers.unknown_rule(("checks", "severity", name), name, all_rules(), on_key=True)
            yield _one(parsed.draft, waivers.UNKNOWN_RULE, fault, severity, fault.hint)


def _placed(opened: Opened, parsed: ParsedBrief, waiver: Waiver) -> PlacedWaiver:
    path = waiver.place.path
    if parsed.is_torn(path):  # what is left of its places would be too few, or mean the whole file
        return PlacedWaiver(waiver.rule, waiver.reason, (), parsed.site((*path, "rule")), (), is_spared=True)
    sites = tuple(parsed.site((*path, "at", i)) for i in range(len(waiver.at)))
    is_spared = _is_spared(opened, parsed, waiver)
    return PlacedWaiver(waiver.rule, waiver.reason, waiver.at, parsed.site((*path, "rule")), sites, is_spared)


def _is_spared(opened: Opened, parsed: ParsedBrief, waiver: Waiver) -> bool:
    """Tell whether faults may hide what a waiver accepts: an absence, or something in an entry that has a fault.

    What a point lacks is not told as long as it has no statement.
    """
    if parsed.unwritten and (not waiver.at or not parsed.unwritten.isdisjoint(waiver.at)):
        return True
    if opened.is_sound or opened.kind == "volume":
        return not opened.is_sound
    hidden = opened.hidden
    rule = all_rules().get(codes().get(waiver.rule, ""))
    if isinstance(rule, FileRule) and hidden.has(rule.absence):
        return True
    torn = {name for path in hidden.paths for name in waivers.names_at(parsed.draft.data, path)}
    if not torn.isdisjoint(waiver.at):
        return True
    may_be_gone = bool(hidden.dropped or hidden.nameless) or any(len(path) < 3 for path in hidden.paths)
    return may_be_gone and not parsed.known_names.issuperset(waiver.at)


def _torn_waivers(opened: Opened) -> Iterator[PlacedWaiver]:
    """Yield the waivers that depart from the format, as far as they say what they accept; `*` is any rule."""
    if ("waivers",) in opened.hidden.paths:
        yield PlacedWaiver("*", "", (), _NOWHERE, (), is_spared=True)
    for path in opened.hidden.dropped:
        value = opened.draft.value(path) if opened.draft and path[0] == "waivers" and len(path) == 2 else None
        if isinstance(value, dict):
            rule, at, reason = value.get("rule"), value.get("at"), value.get("reason")
            names = tuple(name for name in at if isinstance(name, str)) if isinstance(at, list) else ()
            known = rule if isinstance(rule, str) and rule in codes() else "*"
            yield PlacedWaiver(known, reason if isinstance(reason, str) else "", names, _NOWHERE, (), is_spared=True)


_NOWHERE = Site(1, 1, 1, 1, "")
