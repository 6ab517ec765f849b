"""A citation key without brackets.

What:
    `@key` stands in the prose without brackets. Only inside a footnote does a bare key cite.

Why:
    It would be printed as it stands.

Bad:
    summary: Trade doubled in a decade, says @mofa-2014 in its report.

Good:
    summary: Trade doubled in a decade.[@mofa-2014]
    references:
      - id: mofa-2014
        type: webpage
        title: Trade with Australia
        issued: 2014
        publisher: Ministry of Foreign Affairs of Japan
        URL: https://www.mofa.go.jp/trade
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each citation key that stands bare outside a footnote."""
    for path, field in parsed.prose.items():
        for fault in field.faults:
            if fault.kind == "bare-citation":
                yield Fault(
                    path,
                    f"`{fault.text}` has no brackets",
                    f"write `[{fault.text}]`; for an @ that cites nothing write `\\@`",
                    fault.span,
                )


RULE = FileRule(
    "bare-citation",
    "BK402",
    Severity.ERROR,
    __doc__,
    check=check,
)
