"""The five questions, in their fixed order."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """One of the five questions that every brief answers."""

    key: str
    """Name of the field in the file: `us_cooperation`."""
    slug: str
    """Name on the command line: `us-cooperation`."""
    letter: str
    """First character of the labels of its points: `U` in `U1`."""
    name: str
    """Short name in tables: `US cooperation`."""
    wording: str
    """The question itself, unless the volume words it otherwise."""
    point: str
    """What one point of the answer is called: `cooperation point`."""


QUESTIONS: tuple[Question, ...] = (
    Question("goals", "goals", "G", "Goals", "What are the policy goals?", "goal"),
    Question("context", "context", "X", "Context", "In what context were they formed?", "context point"),
    Question("challenges", "challenges", "C", "Challenges", "What challenges stand in the way?", "challenge"),
    Question(
        "us_cooperation",
        "us-cooperation",
        "U",
        "US cooperation",
        "Can cooperation with the United States help?",
        "cooperation point",
    ),
    Question(
        "recommendations",
        "recommendations",
        "R",
        "Recommendations",
        "What does the author recommend?",
        "recommendation",
    ),
)

BY_KEY: dict[str, Question] = {question.key: question for question in QUESTIONS}
