"""A citation whose source is in no list of references.

What:
    `[@key]` names a source that neither the brief nor the volume lists under `references`.

Why:
    The note would be empty.

Bad:
    summary: Trade doubled in a decade.[@mofa-2014]

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

from briefkit.checks.hidden import NAMES
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity
from briefkit.text.printable import quoted


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each citation key that names no source."""
    for link in parsed.links.citations:
        if link.kind == "citation" and link.state != "found":
            hint = f"did you mean {quoted(f'@{link.target}')}?" if link.target else "add the source under `references`"
            yield Fault(link.path, f"no reference has the id {quoted(link.written)}", hint, link.part)


RULE = FileRule(
    "undefined-citation",
    "BK401",
    Severity.ERROR,
    __doc__,
    check=check,
    absence=(("references", NAMES),),
    needs_volume=True,
)
