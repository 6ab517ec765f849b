"""What the format and its rules are: schemas, fields, rules and question sets explained."""

from typing import TYPE_CHECKING

from briefkit.api.rules import rule_name
from briefkit.library import Library
from briefkit.text.suggest import unknown

if TYPE_CHECKING:
    from briefkit.format.questions import QuestionSet
    from briefkit.format.schema import Form
    from briefkit.views.view import View


def schema(kind: str = "brief", library: Library | None = None) -> str:
    """Return the JSON Schema of briefs, of a `volume`, or of `questions`, the form of question sets.

    That of briefs and volume is made for the questions of the library, the five without one. Raises UsageError for an
    unknown kind, InvalidBriefError when the library's question set has errors.
    """
    from briefkit.format.schema import schema_text

    return schema_text(_form(kind, library))


def fields(kind: str = "brief", library: Library | None = None) -> "View":
    """Return the fields of briefs, of a `volume`, or of `questions`, each with what it says and an example.

    Those of briefs and volume are those of the library's question set. Raises what `schema` raises.
    """
    from briefkit.views import fields as page

    return page.view(_form(kind, library))


def _form(kind: str, library: Library | None) -> "Form":
    from typing import get_args

    from briefkit.format import shipped
    from briefkit.format.schema import FileKind, Form

    known: tuple[FileKind, ...] = get_args(FileKind)
    if kind not in known:
        raise unknown("schema", kind, list(known))
    questions = library.questions if library else shipped.default()
    return Form(next(one for one in known if one == kind), questions)


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
        return explanation.rule(all_rules()[rule_name(rule, _SETS)])
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
