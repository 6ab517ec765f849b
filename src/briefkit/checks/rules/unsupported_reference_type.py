"""A reference of a type for which there is no citation form.

What:
    The type of a reference is a CSL type outside the list: article, article-journal, article-magazine,
    article-newspaper, book, broadcast, chapter, dataset, document, entry-encyclopedia, figure, hearing, interview,
    legal_case, legislation, motion_picture, paper-conference, personal_communication, post, post-weblog, report,
    review-book, speech, standard, thesis, treaty, webpage.

Why:
    It is cited by its fields, in the form of a document, which may not put first what matters for its kind.

Bad:
    summary: The band toured both countries.[@song-2010]
    references:
      - id: song-2010
        type: song
        title: Across the Sea
        issued: 2010
        publisher: Harbor Records

Good:
    summary: The band toured both countries.[@song-2010]
    references:
      - id: song-2010
        type: document
        title: Across the Sea
        issued: 2010
        publisher: Harbor Records
"""

from collections.abc import Iterator

from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.rule import FileRule
from briefkit.source.finding import Fault, Severity

TYPES = frozenset(
    """article article-journal article-magazine article-newspaper book broadcast chapter dataset document
    entry-encyclopedia figure hearing interview legal_case legislation motion_picture paper-conference
    personal_communication post post-weblog report review-book speech standard thesis treaty webpage""".split()
)


def check(parsed: ParsedBrief) -> Iterator[Fault]:
    """Yield a fault at the type of each reference outside the list."""
    for reference in parsed.subject.references:
        if reference.type not in TYPES:
            yield Fault(
                (*reference.place.path, "type"),
                f"`{reference.id}` is cited in the form of a document: `{reference.type}` has none of its own",
                "choose the nearest type that has a form, see briefkit explain unsupported-reference-type",
            )


RULE = FileRule(
    "unsupported-reference-type",
    "BK407",
    Severity.WARNING,
    __doc__,
    check=check,
)
