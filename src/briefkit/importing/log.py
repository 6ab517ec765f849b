"""What an import decides, as it decides it: every decision, what found no place, what was left out."""

from dataclasses import dataclass, field
from typing import NamedTuple

from briefkit.importing.content import Left
from briefkit.text.printable import quoted


class Decision(NamedTuple):
    """A decision: about which part, in a sentence, and the words that were used up by it and are not in the draft."""

    about: str
    says: str
    words: str = ""


class Unplaced(NamedTuple):
    """A part that found no place: its heading, if it has one, why, and its text."""

    heading: str
    why: str
    text: str


@dataclass
class Log:
    """The decisions of one import."""

    decisions: list[Decision] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)

    def decide(self, about: str, says: str, words: str = "") -> None:
        """Keep a decision; `words` are those that it used up."""
        self.decisions.append(Decision(about, says, words))

    def leave(self, heading: str, why: str, text: str) -> None:
        """Keep a part that found no place."""
        if text.strip() or heading:
            self.unplaced.append(Unplaced(heading, why, text))


def shown(text: str) -> str:
    """Return a piece of the document as decisions name it."""
    return quoted(text, 60).replace("`", "“", 1).replace("`", "”")
