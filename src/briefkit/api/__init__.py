"""What the commands call and the package exports: a library in; reports, views and documents out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefkit.api.changes import fix as fix
from briefkit.api.changes import rename as rename
from briefkit.api.imports import import_bibliography as import_bibliography
from briefkit.api.imports import import_word as import_word
from briefkit.api.reference import explain as explain
from briefkit.api.reference import fields as fields
from briefkit.api.reference import schema as schema
from briefkit.api.rules import policy as policy
from briefkit.api.rules import severity as severity
from briefkit.library import Library, open_library
from briefkit.source.finding import Report
from briefkit.text.errors import UsageError
from briefkit.text.suggest import unknown as unknown

if TYPE_CHECKING:  # `validate` needs none of them, and its start counts
    from briefkit.checks.parsed import ParsedBrief
    from briefkit.document.blocks import Document
    from briefkit.format.model import Book, Point
    from briefkit.format.questions import Question, QuestionSet
    from briefkit.publish.holdings import Holdings
    from briefkit.views.view import View

__all__ = [
    "compare",
    "diff",
    "explain",
    "export",
    "fields",
    "fix",
    "import_bibliography",
    "import_word",
    "list_items",
    "open_library",
    "rename",
    "render",
    "schema",
    "search",
    "show",
    "site",
    "trace",
    "validate",
    "volume",
]


def validate(
    library: Library, names: Sequence[str] = (), *, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> Report:
    """Check the named briefs, or the whole library when none is named.

    `select` and `ignore` name rules, by name or code. Raises UsageError for an unknown name. What is wrong inside a
    file is a finding in the report.
    """
    return library.validate(names, policy=policy(select, ignore))


def list_items(
    library: Library,
    what: str = "briefs",
    *,
    briefs: Sequence[str] = (),
    themes: Sequence[str] = (),
    actors: Sequence[str] = (),
    authors: Sequence[str] = (),
    sort: Sequence[str] = (),
    columns: Sequence[str] = (),
    narrow: bool = True,
) -> "View":
    """Return what a library holds of one kind: `briefs`, the points of a question by its name, `themes`, …

    `briefs`, `themes`, `actors` and `authors` limit the list; of several names in one of them one must fit. `sort` are
    columns, `-column` for the other way round; `columns` are those that the document shows, `a+b` for b below a;
    without them `narrow` chooses those that fit a page. Records always have all fields. Unfinished briefs are listed
    as briefs; otherwise files with errors are left out and named in the view's remarks. Raises UsageError for an
    unknown name, for a filter that says nothing about the kind and for a library without themes to list.
    """
    from briefkit.views import listing
    from briefkit.views.listing.filters import Filters

    filters = Filters(briefs, themes, actors, authors)
    return _in_house(library, listing.view(library, what, filters, sort=sort, columns=columns, narrow=narrow))


def show(library: Library, name: str, question: str | None = None, *, access_dates: bool = False) -> "View":
    """Return one brief, or its answer to one question (its key, name on the command line or letter).

    `australia:R1` names a point, by its label or id, which is shown alone with what links to it.
    Notes give the day on which an address was read for undated sources, with `access_dates` for all. Raises
    UsageError for an unknown name or question, InvalidBriefError when the brief has errors.
    """
    name, _, point = name.partition(":")
    wanted = _question(library.questions, question) if question else None
    parsed = library.parsed_briefs([name])[0]
    if not point:
        return view_of(parsed, wanted, access_dates=access_dates)
    if wanted:
        raise UsageError("a point is of one question already", hint="leave --question out")
    from briefkit.views import brief as brief_view

    return _in_house(library, brief_view.point_view(parsed, _point(parsed, point), access_dates=access_dates))


def view_of(parsed: "ParsedBrief", question: "Question | None" = None, *, access_dates: bool = False) -> "View":
    """Return an open brief, or its answer to one question."""
    from briefkit.views import brief as brief_view
    from briefkit.views.look import in_house

    view = brief_view.view(parsed, question, access_dates=access_dates)
    return in_house(view, lambda: parsed.volume, lambda: parsed.pictures or {})


def compare(
    library: Library,
    names: Sequence[str] = (),
    *,
    by: str = "question",
    questions: Sequence[str] = (),
    themes: Sequence[str] = (),
    only: str = "",
    detail: bool = False,
    transpose: bool = False,
) -> "View":
    """Return briefs side by side; the whole library when none is named.

    `by` is question, theme or actor; `questions` and `themes` limit what is shown; `only` is shared, distinct or gaps
    (rows by theme or actor). `detail` adds the first paragraph of each point's detail, `transpose` puts the briefs
    into rows. Raises UsageError for an unknown name, for fewer than two different briefs and for what does not go
    together, InvalidBriefError when a brief has errors.
    """
    from briefkit.views import comparison
    from briefkit.views.listing.filters import find_theme

    for kind, written, known in (
        ("comparison by", by, list(comparison.MATRICES)),
        ("kind of row", only, comparison.ONLY),
    ):
        if written and written not in known:
            raise unknown(kind, written, known)
    wanted = {_question(library.questions, question) for question in questions}
    parsed_briefs = library.parsed_briefs(names)
    briefs = tuple(parsed.brief for parsed in parsed_briefs if parsed.brief)
    seen = [brief.name for brief in briefs]
    if twice := next((name for name in seen if seen.count(name) > 1), None):
        raise UsageError(f"`{twice}` is named twice", hint="name each brief once")
    if len(briefs) < 2:
        raise UsageError("a comparison takes two briefs or more", hint="to read one, use briefkit show")
    used = [theme for brief in briefs for point in brief.points for theme in point.themes]
    view = comparison.view(
        comparison.Asked(
            files=parsed_briefs,
            by=by,
            only_questions=tuple(question for question in library.questions.questions if question in wanted),
            themes=tuple(find_theme(theme, library, used) for theme in themes),
            only=only,
            detail=detail,
            transpose=transpose,
        )
    )
    return _in_house(library, view)


def diff(old: Library, new: Library, names: tuple[str, str] | None = None, *, tracked: bool = False) -> "View":
    """Return what changed from one library to another, or from one brief to another: `names` are the two.

    An empty name stands for a brief that is not there. The document shows what changed; `tracked` makes it that of the
    new briefs, whole, with all that is gone and all that is new marked in it. Briefs of two libraries belong together
    by their names, else by the ids of their points. Raises UsageError for an unknown name and for briefs of different
    question sets, InvalidBriefError when a brief has errors.
    """
    from briefkit.views import difference as difference_view

    if names:
        olds, news = (
            library.parsed_briefs([name]) if name else () for library, name in zip((old, new), names, strict=True)
        )
        pairs = [(olds[0] if olds else None, news[0] if news else None)]
    else:
        olds, news = (library.parsed_briefs() if library.names else () for library in (old, new))
        pairs = difference_view.same(olds, news)
    found = [difference_view.difference(was.brief if was else None, now.brief if now else None) for was, now in pairs]
    if not tracked:
        return difference_view.view(found)
    documents = [(view_of(was).document if was else None, view_of(now).document if now else None) for was, now in pairs]
    return difference_view.tracked_view(found, documents)


def trace(library: Library, names: Sequence[str] = ()) -> "View":
    """Return what should be answered against what serves it, a matrix a brief; the whole library when none is named.

    A brief that is named twice counts once. Raises UsageError for an unknown name and for a library without briefs,
    InvalidBriefError when a brief has errors.
    """
    from briefkit.views import trace as trace_view

    briefs = {parsed.subject.place.file: parsed for parsed in library.parsed_briefs(names)}
    if not briefs:
        raise UsageError(
            f"there is nothing to trace: {library.shown} has no brief",
            hint="a brief is a file with the suffix .yaml or .yml",
        )
    return _in_house(library, trace_view.view(tuple(briefs.values())))


def search(library: Library, words: str, names: Sequence[str] = ()) -> "View":
    """Return the places of the named briefs, or of the whole library with its volume, that have all of the words.

    Words in double quotes are a phrase; case and accents do not matter. Raises UsageError for an unknown name,
    InvalidBriefError when a brief has errors.
    """
    from briefkit.views import search as found

    files = library.parsed_briefs(names)
    volume = library.parsed_volume if not names else None
    return _in_house(library, found.view((*files, *((volume,) if volume else ())), words))


def volume(library: Library, *, access_dates: bool = False) -> "View":
    """Return the whole volume as one document: front matter, the briefs in order, conclusion, annexes, back matter.

    Raises UsageError when the library has no `volume.yaml` or the volume has no briefs, InvalidBriefError when a brief
    or the volume has errors.
    """
    from briefkit.views import brief as brief_view
    from briefkit.views import volume as volume_view

    _, volume, parsed_briefs = _book(library)
    views = (brief_view.view(parsed, in_book=True, access_dates=access_dates) for parsed in parsed_briefs)
    chapters = [view.document.chapters[0] for view in views]
    return _in_house(library, volume_view.view(volume, parsed_briefs, chapters, access_dates=access_dates))


def _in_house(library: Library, view: "View") -> "View":
    from briefkit.views.look import in_house

    return in_house(view, lambda: library.volume, lambda: library.pictures)


def book(library: Library) -> "Book":
    """Return the volume with its briefs, in order. Raises what `volume` raises."""
    return _book(library)[0]


def holdings(library: Library) -> "Holdings":
    """Return all briefs and the volume, if there is one, for formats of whole libraries.

    Raises InvalidBriefError when a brief or the volume has errors.
    """
    from briefkit.publish.holdings import Holdings

    return Holdings(library.parsed_briefs(), library.questions, library.parsed_volume)


def site(library: Library) -> dict[str, str]:
    """Return the files of a site of the whole library, by their names in its folder.

    Raises UsageError when a brief has the name of another page, InvalidBriefError when a file has errors.
    """
    from briefkit.site.build import MOST_COMPARED, Material, build
    from briefkit.views.listing.references import ReferenceRow

    found = holdings(library)
    cited = list_items(library, "references").rows
    several = 2 <= len(found.briefs) <= MOST_COMPARED
    return build(
        Material(
            found,
            {one.brief.name: view_of(one).document for one in found.parsed_briefs if one.brief},
            compare(library).document if several else None,
            tuple((row.reference, tuple(row.cited_by)) for row in cited.rows if isinstance(row, ReferenceRow)),
        )
    )


def _book(library: Library) -> "tuple[Book, ParsedBrief, tuple[ParsedBrief, ...]]":
    from briefkit.format.model import Book

    parsed_briefs = library.parsed_briefs(as_volume=True)
    parsed = library.parsed_volume
    if library.volume is None or parsed is None:
        raise UsageError(
            f"{library.shown} has no volume.yaml, which says what belongs into the book",
            hint="write one with at least a title and the order of the briefs",
        )
    briefs = tuple(parsed.brief for parsed in parsed_briefs if parsed.brief)
    return Book(library.volume, briefs), parsed, parsed_briefs


def export(
    library: Library,
    name: str,
    format: str = "markdown",  # noqa: A002
    *,
    access_dates: bool = False,
    **options: object,
) -> str | bytes:
    """Return one brief in a format of documents, or with all that its file says as `json`.

    Text for text formats, bytes for binary ones. `options` are those of the format, such as `width` of text. Raises
    UsageError for an unknown name or format and for an option that the format does not have, InvalidBriefError when
    the brief has errors.
    """
    from briefkit.publish.format import BRIEF

    if format in BRIEF.names:
        return BRIEF.find(format).render(library.brief(name), options)
    return render(show(library, name, access_dates=access_dates).document, format, **options)


def render(document: "Document", format: str, **options: object) -> str | bytes:  # noqa: A002
    """Return a document in a format. Raises UsageError for an unknown format or option."""
    from briefkit.publish.format import DOCUMENT

    return DOCUMENT.find(format).render(document, options)


def _point(parsed: "ParsedBrief", name: str) -> "Point":
    """Return the point of a brief by its id or its label, in any case. Raises UsageError for an unknown one."""
    for point in parsed.points:
        if name.lower() in (point.id, point.label.lower()):
            return point
    raise unknown("point", name, [point.id for point in parsed.points], see="briefkit show BRIEF prints all of them")


def _question(questions: "QuestionSet", name: str) -> "Question":
    if found := questions.named(name):
        return found
    raise unknown("question", name, [question.slug for question in questions.questions])
