"""An author without a biography.

What:
    The volume has `contributors`, and an author of a brief is not among them. Names are joined letter by letter.

Why:
    The book has a page about its contributors.

Bad:
    --- volume.yaml
    title: A volume
    contributors:
      - name: Ada Berg
    editors:
      - name: Ada Berg

Good:
    --- volume.yaml
    title: A volume
    contributors:
      - name: Tomoko Sato
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity
from briefkit.text.printable import quoted
from briefkit.text.suggest import Vocabulary, did_you_mean


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at each author who is not among the contributors."""
    listed = parsed.volume.contributors if parsed.volume else ()
    known = Vocabulary(contributor.name for contributor in listed)
    if not known or not parsed.brief:
        return
    for i, author in enumerate(parsed.brief.authors):
        if author.name not in known:
            hint = did_you_mean(author.name, known, "add the author under `contributors` in volume.yaml")
            yield Fault(("authors", i, "name"), f"volume.yaml has no contributor {quoted(author.name)}", hint)


RULE = FileRule(
    "author-without-contributor",
    "BK606",
    Severity.WARNING,
    __doc__,
    check=check,
    needs_volume=True,
)
