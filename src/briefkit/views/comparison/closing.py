"""The sentences that close a comparison: what is shared, what only one brief has, the stances, common sources."""

from collections import Counter
from collections.abc import Iterator

from briefkit.document import blocks as b
from briefkit.document import cite
from briefkit.format.model import Reference, wording
from briefkit.format.questions import Question
from briefkit.text.english import article, listed
from briefkit.views.comparison import by_theme
from briefkit.views.comparison.asked import Asked, Matrix
from briefkit.views.view import answer_stance, theme_name


def blocks(asked: Asked, matrix: Matrix) -> Iterator[b.Block]:
    """Yield a paragraph for each thing that is to be said; who asks for a part hears of that part only."""
    yield from _themes(asked)
    if asked.by == "theme":
        yield from _gaps(asked, matrix)
    if asked.only_questions or asked.themes:
        return
    if asked.by != "question":  # by question they stand in the matrix
        for question in asked.question_set.questions:
            if question.verdict:
                yield from _stances(asked, question)
    yield from _sources(asked)


def _themes(asked: Asked) -> Iterator[b.Block]:
    sets = [dict.fromkeys(theme for point in asked.points(brief) for theme in point.themes) for brief in asked.briefs]
    if not any(sets):
        return
    shared = [theme for theme in sets[0] if all(theme in other for other in sets)]
    yield _said("Shared themes", _words(asked, shared) if shared else "none")
    having = Counter(theme for themes in sets for theme in themes)
    for name, themes in zip(asked.names, sets, strict=True):
        if own := [theme for theme in themes if having[theme] == 1]:
            yield _said(f"Only {name}", _words(asked, own))


def _words(asked: Asked, themes: list[str]) -> str:
    return ", ".join(theme_name(asked.volume, theme) for theme in themes)


def _gaps(asked: Asked, matrix: Matrix) -> Iterator[b.Block]:
    gaps = [row.name for row in matrix.rows if by_theme.is_gap(asked, row)]
    if gaps:
        served = asked.question_set.served
        keys = dict.fromkeys(key for question in served for key in question.answered_by)
        answers = listed([asked.question_set.by_key[key].point for key in keys], "and no")
        subject = article(listed([question.point for question in served], "or"))
        yield _said(f"{subject[:1].upper()}{subject[1:]}, but no {answers}", ", ".join(gaps))


def _stances(asked: Asked, question: Question) -> Iterator[b.Block]:
    yield b.Paragraph((b.Strong(b.text(wording(asked.volume, question))),))
    items = []
    for name, brief in zip(asked.names, asked.briefs, strict=True):
        answer = brief.answer(question.key)
        stance = b.Styled(b.text(answer_stance(answer)), "strong")
        items.append((b.Paragraph((*b.text(f"{name}: "), stance, *b.text(f". {answer.because.rstrip('.')}."))),))
    yield b.BulletList(tuple(items))


def _sources(asked: Asked) -> Iterator[b.Block]:
    """Name the sources that two or more of the briefs cite."""
    citing: dict[str, list[str]] = {}
    known: dict[str, Reference] = {}
    for name, file, brief in zip(asked.names, asked.files, asked.briefs, strict=True):
        for reference in file.cited_sources():
            if reference.id != brief.based_on:
                key = cite.identity(reference)
                known.setdefault(key, reference)
                citing.setdefault(key, []).append(name)
    common = {key: names for key, names in citing.items() if len(names) > 1}
    if common:
        yield b.Paragraph((b.Strong((b.Text("Sources cited in two or more briefs:"),)),))
        yield b.BulletList(tuple(_source(known[key], names) for key, names in common.items()))


def _source(reference: Reference, names: list[str]) -> b.Blocks:
    title = reference.fields.get("title", reference.id)
    return (b.Paragraph((b.Emphasis(b.text(title)), *b.text(f" ({', '.join(names)})"))),)


def _said(lead: str, words: str) -> b.Paragraph:
    return b.Paragraph((b.Strong(b.text(f"{lead}:")), *b.text(f" {words}")))
