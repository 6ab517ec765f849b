"""What the commands call and the package exports: a library in; reports, views and documents out."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from briefkit.checks.policy import Policy
from briefkit.library import Library, open_library
from briefkit.source.finding import Report, Severity
from briefkit.text.errors import UsageError
from briefkit.text.suggest import unknown as unknown

if TYPE_CHECKING:  # `validate` needs none of them, and its start counts
    from briefkit.checks.parsed import ParsedBrief
    from briefkit.document.blocks import Document
    from briefkit.format.model import Book
    from briefkit.format.questions import Question, QuestionSet
    from briefkit.importing.briefs import Imported
    from briefkit.importing.word import Tracked
    from briefkit.views.view import View

__all__ = [
    "compare",
    "explain",
    "export",
    "import_word",
    "list_items",
    "open_library",
    "render",
    "schema",
    "show",
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

    Notes give the day on which an address was read for undated sources, with `access_dates` for all. Raises
    UsageError for an unknown name or question, InvalidBriefError when the brief has errors.
    """
    wanted = _question(library.questions, question) if question else None
    return view_of(library.parsed_briefs([name])[0], wanted, access_dates=access_dates)


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


def import_word(
    data: bytes,
    library: Library | None = None,
    *,
    mapped: "Mapping[str, str] | None" = None,
    tracked: "Tracked" = "accept",
) -> "Imported":
    """Return the draft of a brief that a Word file makes, with every decision and the account of its words.

    The questions are those of the library, the five without one. `mapped` leads from the text of a heading to a
    question, by its key, name on the command line or letter, to `summary` or to `none`; `tracked` says what becomes of
    tracked changes. Raises InputError for a file that is no Word file or is dangerous, UsageError for an unknown
    question or heading.
    """
    from briefkit.format import shipped
    from briefkit.importing.of_word import imported

    questions = library.questions if library else shipped.default()
    return imported(data, questions, library.volume if library else None, mapped or {}, tracked)


def schema(kind: str = "brief", library: Library | None = None) -> str:
    """Return the JSON Schema of briefs, of a `volume`, or of `questions`, the form of question sets.

    That of briefs and volume is made for the questions of the library, the five without one. Raises UsageError for an
    unknown kind, InvalidBriefError when the library's question set has errors.
    """
    from typing import get_args

    from briefkit.format import shipped
    from briefkit.format.schema import FileKind, Form, schema_text

    known: tuple[FileKind, ...] = get_args(FileKind)
    if kind not in known:
        raise unknown("schema", kind, list(known))
    questions = library.questions if library else shipped.default()
    return schema_text(Form(next(one for one in known if one == kind), questions))


def explain(rule: str | None = None, *, everything: bool = False, library: Library | None = None) -> "View":
    """Return a rule explained, by name or code, or a question set, by name: a shipped one, or that of the library.

    A question set may also be named by its file, a path that ends in `.yaml` or `.yml`.

    Without a name the catalogue of rules, with `everything` all rules in full. Raises UsageError for an unknown name.
    """
    from briefkit.checks.ruleset import all_rules, codes
    from briefkit.views import explanation, question_set

    if rule is not None:
        # a set that cannot be read must not keep anybody from reading what is wrong with it
        known = rule.lower() in codes() or rule.upper() in codes()
        if not known and (found := _question_set(rule, library)):
            return question_set.view(found)
        return explanation.rule(all_rules()[_rule(rule, _SETS)])
    rules = list(all_rules().values())
    return explanation.reference(rules) if everything else explanation.catalogue(rules)


_SETS = "`briefkit explain` lists them; a question set goes by its name or its file"


def _question_set(name: str, library: Library | None) -> "QuestionSet | None":
    """Return the question set of a name or in a file. Raises InvalidBriefError, with the findings, if it has errors."""
    from briefkit.format import shipped
    from briefkit.library import SUFFIXES, open_question_set

    if name in shipped.names():
        return shipped.shipped(name)
    if name.lower().endswith(SUFFIXES):
        return open_question_set(name)
    return library.questions if library and name == library.questions.name else None


def policy(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Policy:
    """Return which rules run: only the selected ones, or all that are on, less the ignored ones.

    Names and codes may be given with commas between them. Raises UsageError for an unknown rule.
    """
    return Policy(select=_rules(select), ignore=_rules(ignore))


def _rules(names: Sequence[str]) -> frozenset[str]:
    return frozenset(_rule(part.strip()) for joined in names for part in joined.split(","))


def _rule(written: str, see: str = "`briefkit explain` lists them") -> str:
    """Return the name of a rule by its name or code, in any case. Raises UsageError for an unknown one."""
    from briefkit.checks.ruleset import codes

    for spelling in (written.lower(), written.upper()):
        if found := codes().get(spelling):
            return found
    raise unknown("rule", written, list(codes()), see=see)


def _question(questions: "QuestionSet", name: str) -> "Question":
    if found := questions.named(name):
        return found
    raise unknown("question", name, [question.slug for question in questions.questions])


def severity(name: str) -> Severity:
    """Return the severity of a name. Raises UsageError for an unknown one."""
    known = [level for level in Severity if level is not Severity.OFF]
    if name not in known:
        raise unknown("severity", name, known)
    return Severity(name)
