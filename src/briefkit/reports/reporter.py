"""What several formats of reports say in the same words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import PurePosixPath

from briefkit.library import VOLUME
from briefkit.source.finding import Finding, Report, Severity, sort_findings, tally
from briefkit.text.printable import visible


def summary(report: Report) -> str:
    """Return the counts as one line: `3 errors, 2 warnings in 2 of 4 briefs; 14 waived`."""
    waived = f"; {len(report.waived)} waived" if report.waived else ""
    return f"{_in_words(report.counts())} in {_reach(report)}{waived}"


def counts(findings: Iterable[Finding]) -> str:
    """Return the number of findings by severity: `3 errors, 1 info`, or `no findings`."""
    return _in_words(Counter(finding.severity for finding in findings))


def _in_words(numbers: Counter[Severity]) -> str:
    return ", ".join(_counted(numbers[level], level) for level in Severity if numbers[level]) or "no findings"


def _reach(report: Report) -> str:
    has_volume = any(PurePosixPath(file).stem.lower() == VOLUME for file in report.files)
    files = _counted(len(report.files), "file" if has_volume else "brief")
    found = len({file for file, _ in tally(report.findings)})
    return f"{found} of {files}" if found and len(report.files) > 1 else files


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def one_line(finding: Finding) -> str:
    """Return a finding as `line:column: code severity[name] message`, safe for a terminal."""
    kind = f"{finding.severity}[{finding.rule}]"
    return visible(f"{finding.line}:{finding.column}: {finding.code} {kind} {finding.message}")


def with_hint(finding: Finding) -> str:
    """Return message and hint as one line, safe for a terminal."""
    return visible(f"{finding.message}; {finding.hint}" if finding.hint else finding.message)


def statistics(report: Report) -> str:
    """Return a line for each rule that has findings, with their number; the most first, then by code."""
    numbers = Counter((finding.code, finding.severity, finding.rule) for finding in report.findings)
    rows = sorted(numbers.items(), key=lambda row: (-row[1], row[0]))
    digits = max((len(str(number)) for _, number in rows), default=0)
    return "".join(f"{number:>{digits}}  {code}  {severity:<7}  {rule}\n" for (code, severity, rule), number in rows)


MARKDOWN_LIMIT = 60_000
"""Characters of a summary in Markdown; GitHub refuses a comment of more than 65,536."""
FOLD_FROM = 20
"""Findings from which the tables of a summary are folded."""

_MARKUP = re.compile(r"[&<>\\`*_\[\]()|~$:@#]|(?<=www)\.")
_CALL = re.compile("&#(?:64|35);")


def markdown_summary(report: Report) -> str:
    """Return the report as Markdown for a pull request: the counts, the remarks, a table for each file with findings.

    The tables are folded when they are long. Where there is too much for a comment, errors go in first.
    """
    parts = [f"## briefkit: {_markdown(summary(report))}\n"]
    parts += [f"Note: {_markdown(remark)}\n" for remark in report.remarks]
    shown = sort_findings(_that_fit(report.findings, MARKDOWN_LIMIT - sum(map(len, parts))))
    fold = len(report.findings) >= FOLD_FROM
    parts += [_table(file, list(findings), fold) for file, findings in groupby(shown, key=lambda finding: finding.file)]
    if hidden := len(report.findings) - len(shown):
        parts.append(f"{_counted(hidden, 'more finding')} not shown here.\n")
    return "\n".join(parts)


def _that_fit(findings: Iterable[Finding], room: int) -> Iterator[Finding]:
    files: set[str] = set()
    for finding in sorted(findings, key=lambda finding: finding.severity.rank):
        room -= len(_row(finding))
        if finding.file not in files:
            files.add(finding.file)
            room -= len(_table(finding.file, [], fold=True))
        if room < 0:
            return
        yield finding


def _table(file: str, findings: list[Finding], fold: bool) -> str:
    name = f"<code>{_entities(visible(file))}</code>"
    rows = "".join(("| line | severity | rule | message |\n| ---: | --- | --- | --- |\n", *map(_row, findings)))
    if not fold:
        return f"### {name}\n\n{rows}"
    return f"<details>\n<summary>{name}: {counts(findings)}</summary>\n\n{rows}\n</details>\n"


def _row(finding: Finding) -> str:
    return f"| {finding.line} | {finding.severity} | {_markdown(finding.rule)} | {_markdown(with_hint(finding))} |\n"


def _markdown(text: str) -> str:
    """Return plain text, with code words in backticks, as Markdown that can be nothing else.

    Outside code a zero-width space keeps `@name` and `#1` from calling people and issues.
    """
    parts = visible(text).split("`")
    if len(parts) % 2 == 0:  # the last backtick has no partner
        parts[-2:] = ["`".join(parts[-2:])]
    return "".join(
        f"<code>{_entities(part)}</code>" if odd % 2 else _CALL.sub(r"\g<0>&#8203;", _entities(part))
        for odd, part in enumerate(parts)
    )


def _entities(text: str) -> str:
    return _MARKUP.sub(lambda match: f"&#{ord(match[0])};", text)
