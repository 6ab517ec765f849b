"""What only files of briefkit's own have: verdicts, facts under points, figures, the remark that points are counted."""

import re
from collections.abc import Sequence

from briefkit.importing.content import Block, Paragraph, Table
from briefkit.importing.draft import DraftAnswer, DraftPoint
from briefkit.importing.evening import text_of
from briefkit.importing.inlines import words_only
from briefkit.importing.log import Log

_SEE = re.compile(r"See: (?:Ed\. \d+(?:, )?)+")
COUNTED = "The author numbers these points."


def take(answer: DraftAnswer, log: Log) -> None:
    """Move the verdict and the remark from the overview into their fields."""
    kept: list[Block] = []
    for block in answer.overview:
        text = words_only(block.inlines) if isinstance(block, Paragraph) else ""
        if text.startswith(COUNTED) or _SEE.fullmatch(text):
            answer.counted = answer.counted or text.startswith(COUNTED)
            rest = text.removeprefix(COUNTED).strip()
            if text.startswith(COUNTED):
                log.decide(answer.question.name, "the points are counted", COUNTED)
            log.leave("", "names editorial notes", rest) if rest else None
        elif not (isinstance(block, Paragraph) and _verdict(answer, text, block.style == "verdict", log)):
            kept.append(block)
    answer.overview = kept


def _verdict(answer: DraftAnswer, text: str, is_styled: bool, log: Log) -> bool:
    """Read `Helps, with conditions. The reason.`; tell whether it was one."""
    verdict = answer.question.verdict
    if not verdict or answer.stance:
        return False
    for key, choice in verdict.answer.items():
        first = text[: len(choice.name)]
        if first.lower() == choice.name.lower() and text[len(choice.name) :].startswith(". "):
            because = text[len(choice.name) + 2 :].strip()
            if not is_styled and because.count(". "):
                return False
            answer.stance, answer.because = key, because.removesuffix(".")
            log.decide(answer.question.name, f"the verdict is {key}", first)
            return True
    return False


def without_facts(point: DraftPoint, log: Log) -> None:
    """Take the facts that no field has, such as marks of editorial notes, out of the detail of a point."""
    for block in list(point.detail):
        if isinstance(block, Paragraph) and block.style == "facts":
            point.detail.remove(block)
            log.leave("", "a fact of a point that no field has", text_of(block))


def without_figures(blocks: Sequence[Block], log: Log) -> list[Block]:
    """Return blocks without the captions of figures and, in files of briefkit's own, the tables with their values."""
    kept: list[Block] = []
    in_figure = False
    for i, block in enumerate(blocks):
        text = text_of(block)
        if (
            isinstance(block, Paragraph)
            and block.style in ("caption", "image caption")
            and text.lower().startswith("fig")
        ):
            log.leave("", "the caption of a figure, which is to be made", text)
            in_figure = any(isinstance(one, Paragraph) and one.style == "figure source" for one in blocks[i : i + 3])
        elif in_figure and (isinstance(block, Table) or block.style == "figure source"):
            log.leave("", "belongs to a figure, which is to be made", text)
            in_figure = isinstance(block, Table)
        else:
            kept.append(block)
            in_figure = False
    return kept
