"""The rules of the schema, as data."""

from briefkit.source.finding import Rule, Severity

MISSING_FIELD = Rule(
    "missing-field",
    "BK101",
    Severity.ERROR,
    """A field that must be there is not.

What:
    A brief needs `title`, `subject`, `partner`, `authors`, `date`, `summary` and an answer to each of the five
    questions; a point needs `id` and `statement`; a reference needs `id` and `type`.

Why:
    Lists, comparisons and exports rely on these fields. A question without an answer is a gap in the volume.

Bad:
    challenges:
      points:
        - id: china-gap

Good:
    challenges:
      points:
        - id: china-gap
          statement: Threat perceptions of China differ
""",
)

UNKNOWN_FIELD = Rule(
    "unknown-field",
    "BK102",
    Severity.ERROR,
    """A field that the format does not have.

What:
    The name is misspelled, stands at the wrong level, or belongs to nothing that briefkit knows. Inside `{ }` a comma
    starts a new field, so a text with a comma breaks in two.

Why:
    An unknown field would be dropped without a word, and what was written in it lost.

Bad:
    subtitel: Toward regional order

Good:
    subtitle: Toward regional order
""",
)

WRONG_TYPE = Rule(
    "wrong-type",
    "BK103",
    Severity.ERROR,
    """A value of another kind than the field takes.

What:
    Text where a list belongs, a list where text belongs, or a number that should be text. YAML reads `2024` as a
    number and `true` as a truth value; with quotes around them they are text.

Why:
    What is read must be what was meant: `1.10` without quotes is the number 1.1.

Bad:
    audience: Government of Japan, Parliament of Australia

Good:
    audience: [Government of Japan, Parliament of Australia]
""",
)

EMPTY_VALUE = Rule(
    "empty-value",
    "BK104",
    Severity.ERROR,
    """A field or an entry with nothing in it.

What:
    A field name with no value, an empty list, or text of blanks alone.

Why:
    An empty field looks answered and is not. A field that may be absent is better left out.

Bad:
    subtitle:

Good:
    subtitle: Toward regional order
""",
)

BAD_FORMAT = Rule(
    "bad-format",
    "BK105",
    Severity.ERROR,
    """Text in a form that the field does not take.

What:
    Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and the day exists. Ids are lower-case words joined by dashes. Web
    addresses, DOIs, ORCIDs and language tags are whole and well formed.

Why:
    Dates are compared and printed in words, ids are linked to, addresses are followed.

Bad:
    date: March 2015

Good:
    date: 2015-03
""",
)

NOT_ALLOWED = Rule(
    "not-allowed",
    "BK106",
    Severity.ERROR,
    """A value outside the list of those that the field takes.

What:
    `stance`, `horizon`, `scope`, the `type` of a reference, the `kind` of an actor and severities each have a fixed
    list of values.

Why:
    Briefs can only be compared where they use the same words.

Bad:
    us_cooperation:
      stance: perhaps

Good:
    us_cooperation:
      stance: conditional
""",
)

REPEATED_ENTRY = Rule(
    "repeated-entry",
    "BK107",
    Severity.ERROR,
    """The same entry twice in one list.

What:
    A theme, an actor, a link or an audience is listed again. Two points with one id are another fault: `duplicate-id`.

Why:
    Counts and tables would show it twice; often another entry was meant.

Bad:
    audience: [Government of Japan, Government of Japan]

Good:
    audience: [Government of Japan, Parliament of Australia]
""",
)

TOO_LONG = Rule(
    "too-long",
    "BK108",
    Severity.ERROR,
    """A value over the maximum of its field.

What:
    A text with more characters, a list with more entries, or a number higher than the schema allows.

Why:
    The limits are wide: what exceeds them stands in the wrong field, such as reasoning in a `statement`, and would
    break tables and headings.

Bad:
    challenges:
      points:
        - id: threat-perceptions-of-china-differ-between-japan-and-australia-and-have-for-years
          statement: Threat perceptions of China differ

Good:
    challenges:
      points:
        - id: china-gap
          statement: Threat perceptions of China differ
""",
)

OTHER_QUESTION_SET = Rule(
    "other-question-set",
    "BK109",
    Severity.ERROR,
    """A brief answers the questions of another set.

What:
    The fields of the brief are questions of a set that comes with briefkit, but not of the one that the library has.

Why:
    The briefs of a library are compared question by question. Which set they have is said once, under `question_set`
    in `volume.yaml`; without it they answer the five questions.
""",
)

BAD_QUESTION_SET = Rule(
    "bad-question-set",
    "BK110",
    Severity.ERROR,
    """A question set contradicts itself.

What:
    Two questions have one key or letter, or the key of another field; a link, `answered_by` or `expects` names what
    is not there; questions answer each other in a circle; or a point may say what no list of choices explains.

Why:
    Labels, links and checks are made from the set. Until it is sound the briefs cannot be checked.
""",
)

UNKNOWN_QUESTION_SET = Rule(
    "unknown-question-set",
    "BK111",
    Severity.ERROR,
    """The volume names a question set that is not there.

What:
    `question_set.name` in `volume.yaml` is neither a set that comes with briefkit nor a file beside `volume.yaml`.

Why:
    Without its questions no brief of the library can be checked.

Bad:
    --- volume.yaml
    title: A volume
    question_set:
      name: six-questions

Good:
    --- volume.yaml
    title: A volume
    question_set:
      name: five-questions
""",
)

RULES = (
    MISSING_FIELD,
    UNKNOWN_FIELD,
    WRONG_TYPE,
    EMPTY_VALUE,
    BAD_FORMAT,
    NOT_ALLOWED,
    REPEATED_ENTRY,
    TOO_LONG,
    OTHER_QUESTION_SET,
    BAD_QUESTION_SET,
    UNKNOWN_QUESTION_SET,
)
