"""Facts of a point that stand beside its prose: `Who: …`, `By when: …`, `Themes: …`, `Addresses: G1, C2`."""

import re
from collections.abc import Mapping, Sequence

from briefkit.format.questions import LINKS, Question, QuestionSet
from briefkit.importing.content import Block, Paragraph
from briefkit.importing.draft import DraftPoint
from briefkit.importing.evening import text_of
from briefkit.importing.inlines import lead, marks, raw
from briefkit.importing.log import Log, shown
from briefkit.text.dates import MONTHS, parse_date

_FIELDS: Mapping[str, tuple[str, ...]] = {
    "actors": (
        "who",
        "actor",
        "actors",
        "responsible",
        "responsibility",
        "responsible party",
        "responsible parties",
        "lead",
        "owner",
        "responsible actor",
        "responsible actors",
        "lead actor",
        "lead agency",
        "by whom",
        "addressee",
        "addressees",
        "responsible entity",
        "stakeholders",
        "lead institution",
        "implementer",
    ),
    "horizon": (
        "when",
        "by when",
        "timeframe",
        "time frame",
        "timeline",
        "horizon",
        "timing",
        "term",
        "deadline",
        "due",
        "due date",
        "time",
        "target date",
        "time horizon",
        "period",
    ),
    "themes": ("themes", "theme", "topics", "tags"),
    "stance": ("stance",),
}
_HORIZONS = {
    "immediate": "immediate",
    "immediately": "immediate",
    "now": "immediate",
    "at once": "immediate",
    "short": "short-term",
    "short term": "short-term",
    "near term": "short-term",
    "short run": "short-term",
    "medium": "medium-term",
    "medium term": "medium-term",
    "mid term": "medium-term",
    "midterm": "medium-term",
    "long": "long-term",
    "long term": "long-term",
    "long run": "long-term",
    "ongoing": "ongoing",
    "continuous": "ongoing",
    "continuously": "ongoing",
    "permanent": "ongoing",
}
_DAY = re.compile(
    r"(?:(?:by|until|before|no later than) )?(?:(?:the )?end of |end )?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? )?"
    r"(?:(?P<month>[a-z]{3,9}),? )?(?:(?P<day2>\d{1,2})(?:st|nd|rd|th)?,? )?(?P<year>(?:19|20)\d\d)"
)
_NAME = re.compile(r"\s*([^\n:]{2,30}?)\s*:\s*(?=\S)")
_LABEL = re.compile(r"\b([A-Z])(\d{1,2})\b")


def field(name: str) -> str:
    """Return the field that a name in the document stands for: `actors` for who; empty for none."""
    plain = " ".join(name.lower().replace("-", " ").strip(" ?.:").split())
    return next((field for field, names in _FIELDS.items() if plain in names), "")


def read(kind: str, words: str, question: Question) -> dict[str, object]:
    """Return what words say in a field, if they can be read and points of the question have the field; else nothing."""
    if kind == "actors" and "actors" in question.fields:
        names = [name.strip(" .") for name in re.split(r"[,;/\n•]", words)]
        return (
            {"actors": list(dict.fromkeys(name for name in names if name))} if all(len(n) <= 80 for n in names) else {}
        )
    if kind == "horizon":
        return _time(words, question)
    if kind == "stance" and question.verdict:
        known = {choice.name.lower(): key for key, choice in question.verdict.point.items()}
        return {"stance": known[words.lower()]} if words.lower() in known else {}
    return {}


def _time(words: str, question: Question) -> dict[str, object]:
    found: dict[str, object] = {}
    for part in re.split(r"[;,(]| by (?=[A-Z0-9])", words):
        plain = " ".join(part.lower().replace("-", " ").strip(" ().").split())
        if not plain:
            continue
        if plain in _HORIZONS and "horizon" in question.fields and "horizon" not in found:
            found["horizon"] = _HORIZONS[plain]
        elif (day := date(plain)) and "deadline" in question.fields and "deadline" not in found:
            found["deadline"] = day
        else:
            return {}
    return found


def date(words: str) -> str:
    """Return a date as files write it from `March 2026`, `by 2026` or `31 March 2026`; empty where it is none."""
    plain = " ".join(words.strip().lower().strip(".").split())
    try:
        return str(parse_date(plain.removeprefix("by ")))
    except ValueError:
        pass
    match = _DAY.fullmatch(plain)
    if not match:
        return ""
    month = next(
        (
            i
            for i, name in enumerate(MONTHS, 1)
            if match["month"]
            and name.lower().startswith(match["month"][:3])
            and name.lower().startswith(match["month"])
        ),
        0,
    )
    if match["month"] and not month:
        return ""
    day = match["day"] or match["day2"]
    text = match["year"] + (f"-{month:02d}" if month else "") + (f"-{int(day):02d}" if month and day else "")
    try:
        return str(parse_date(text))
    except ValueError:
        return ""


def take(point: DraftPoint, question: Question, questions: QuestionSet, themes: Mapping[str, str], log: Log) -> None:
    """Move facts from the paragraphs of a point into its fields; what cannot be read whole stays where it is.

    `themes` are the names of the volume's themes, in lower case, with their ids.
    """
    kept: list[Block] = []
    for block in point.detail:
        found = _found(block, question, questions, themes) if isinstance(block, Paragraph) and not block.item else None
        if found is None or any(name in point.facts for name in found[0]):
            kept.append(block)
            continue
        point.facts |= found[0]
        log.decide(question.name, f"{shown(text_of(block))} is read as a fact of its point", found[1])
    point.detail = kept


def _found(
    block: Paragraph, question: Question, questions: QuestionSet, themes: Mapping[str, str]
) -> tuple[dict[str, object], str] | None:
    """Return the fields that a paragraph gives, and the words that they use up."""
    text = raw(block.inlines)
    match = _NAME.match(text)
    if not match or marks(block.inlines) or "\n" in text.strip():
        return None
    is_set_off = bool(lead(block.inlines)) or block.style == "facts"
    name, words = match[1], text[match.end() :].strip()
    if link := next((link for link, said in LINKS.items() if said.lower() == name.lower()), None):
        labels = _LABEL.findall(words)
        rest = _LABEL.sub("", words).strip(" ,;.")
        if link in question.links and labels and not rest.replace("and", "").strip(" ,;"):
            return {link: [f"{letter}{number}" for letter, number in labels]}, text
        return None
    for key, choices in questions.choices.items():
        if name.lower() == choices.name.lower() and key in question.fields:
            value = next((k for k, choice in choices.values.items() if choice.name.lower() == words.lower()), "")
            return ({key: value}, text) if value else None
    kind = field(name)
    if not kind or not is_set_off:
        return None
    if kind == "themes" and "themes" in question.fields:
        return {"themes": [themes.get(theme_key(one)) or one.strip() for one in _themes(words, themes)]}, text
    values = read(kind, words, question)
    return (values, name if "actors" in values else text) if values else None


def theme_key(name: str) -> str:
    """Return the name of a theme as names are compared."""
    return " ".join(name.lower().replace("’", "'").split())


def is_fact(text: str) -> bool:
    """Tell whether a paragraph begins like a fact of a point."""
    match = _NAME.match(text)
    return match is not None and (
        bool(field(match[1])) or match[1].lower() in {said.lower() for said in LINKS.values()}
    )


def _themes(words: str, themes: Mapping[str, str]) -> Sequence[str]:
    """Return the names of themes in a list; one with a comma in it is known by the volume."""
    found: list[str] = []
    left = words.split(",")
    while left:
        size = next((n for n in range(len(left), 0, -1) if theme_key(",".join(left[:n])) in themes), 1)
        found.append(",".join(left[:size]).strip())
        left = left[size:]
    return [name for name in found if name]
