"""Did you mean: the nearest known word to an unknown one."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property

from briefkit.text.errors import UsageError
from briefkit.text.printable import quoted

THRESHOLD = 0.72
"""Likeness from which a word is suggested; tried on 3,800 typing errors: 99 % right, 0.1 % wrong."""

MANY = 20
"""Known names from which a message no longer lists them all."""

EFFORT = 2_500_000
"""Pairs of letters that may be compared before no more guesses are made: half a second, 100 misspelt among 1,000."""

_LOOK = 3
"""What a look at the letters of a known word costs, in pairs of letters."""
_COMPARE = 60
"""What a comparison of two words costs besides its pairs of letters."""


_DASHES_AND_BLANKS = {ord(sign): None for sign in "-_ "}


def squeezed(word: str) -> str:
    """Return a word without what people write in many ways: in lower case, without dashes, underscores and blanks."""
    return word.lower().translate(_DASHES_AND_BLANKS)


class Effort:
    """How much guessing is left for one file: hostile files have thousands of unknown names, real ones a few."""

    def __init__(self) -> None:
        """Begin with all of it."""
        self.left = EFFORT


class Vocabulary(Collection[str]):
    """Known words, made ready for many questions.

    A question asked again costs nothing. When the effort is spent, which no real file comes near, unknown words get no
    guess any more, so that time grows with the questions plus the known words, not with their product. Vocabularies of
    one file may share an effort.
    """

    def __init__(self, known: Iterable[str], effort: Effort | None = None) -> None:
        """Take the known words."""
        self._known = dict.fromkeys(known)
        self._effort = effort or Effort()
        self._answers: dict[str, str | None] = {}

    def __contains__(self, word: object) -> bool:
        """Tell whether a word is known, letter by letter."""
        return word in self._known

    def __iter__(self) -> Iterator[str]:
        """Yield the known words."""
        return iter(self._known)

    def __len__(self) -> int:
        """Return how many words are known."""
        return len(self._known)

    def nearest(self, word: str) -> str | None:
        """Return the known word that is nearest to `word`, or None when none is near enough.

        Case, dashes, underscores and blanks do not count. Of two equally near words the first wins.
        """
        if word not in self._answers:
            self._answers[word] = self._search(squeezed(word))
        return self._answers[word]

    @cached_property
    def _words(self) -> list[tuple[int, int, str, str]]:
        """Length and letters, which are looked at first, the squeezed word and the word."""
        forms = ((squeezed(word), word) for word in self._known)
        return [(len(form), _letters(form), form, word) for form, word in forms]

    def _search(self, asked: str) -> str | None:
        from difflib import SequenceMatcher  # only needed where something is wrong

        effort = self._effort
        if effort.left < 0:
            return None
        effort.left -= _LOOK * len(self)
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(asked)
        likely = []
        for i, form, word in self._candidates(asked):
            effort.left -= _COMPARE
            matcher.set_seq1(form)
            if (bound := matcher.quick_ratio()) >= THRESHOLD:
                likely.append((-bound, i, form, word))
        best, place, score = None, 0, THRESHOLD
        for negative, i, form, word in sorted(likely):
            effort.left -= len(form) * len(asked) + _COMPARE
            if -negative < score or effort.left < 0:
                break
            matcher.set_seq1(form)
            ratio = matcher.ratio()
            if ratio > score or (ratio == score and (best is None or i < place)):
                best, place, score = word, i, ratio
        return best

    def _candidates(self, asked: str) -> Iterator[tuple[int, str, str]]:
        """Yield the words that can be near by their length and letters: each letter of one alone is a difference."""
        size, letters = len(asked), _letters(asked)
        for i, (length, own, form, word) in enumerate(self._words):
            common = min(length - (own & ~letters).bit_count(), size - (letters & ~own).bit_count())
            if 2.0 * common >= THRESHOLD * (length + size):
                yield i, form, word


def _letters(word: str) -> int:
    """Return the letters of a word as bits; letters that share a bit make words seem nearer, never farther."""
    found = 0
    for letter in set(word):
        found |= 1 << (ord(letter) & 63)
    return found


def suggest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is nearest to `word`, or None: one question to a vocabulary."""
    return (known if isinstance(known, Vocabulary) else Vocabulary(known)).nearest(word)


def did_you_mean(word: str, known: Iterable[str], otherwise: str | None = None) -> str | None:
    """Return the hint for an unknown word: the nearest known one as a question, else what `otherwise` says."""
    guess = suggest(word, known)
    return f"did you mean {quoted(guess)}?" if guess else otherwise


def unknown(
    kind: str, written: str, known: Sequence[str], *, shown: Sequence[str] | None = None, see: str | None = None
) -> UsageError:
    """Return the error for a name that is not among the known ones, with did-you-mean.

    Where nothing is near, the hint lists `shown` (else the known names) if they are few, and says `see` if not.
    """
    shown = known if shown is None else shown
    otherwise = f"known: {', '.join(shown)}" if 0 < len(shown) < MANY else see
    return UsageError(f"there is no {kind} {quoted(written)}", hint=did_you_mean(written, known, otherwise))
