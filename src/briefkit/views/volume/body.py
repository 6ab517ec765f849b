"""What frames the briefs: introduction and conclusion."""

from collections.abc import Iterator, Mapping, Sequence

from briefkit.checks.parsed import ParsedBrief
from briefkit.document import blocks as b
from briefkit.format.model import Brief, Claim, Volume
from briefkit.views import editorial
from briefkit.views.volume.chapter import chapter


def introduction(parsed: ParsedBrief, volume: Volume) -> b.SourceChapter:
    """Return the introduction, after the epigraph; empty where there is none."""
    blocks = parsed.blocks("introduction")
    opening = tuple(_epigraph(parsed, volume)) if blocks else ()
    marks = editorial.marks(volume, *(("epigraph",) if opening else ()), "introduction")
    signed = volume.bylines.get("introduction", ())
    return chapter("introduction", "Introduction", (*opening, *blocks), "body", signed, marks)


def _epigraph(parsed: ParsedBrief, volume: Volume) -> Iterator[b.SourceBlock]:
    if volume.epigraph:
        inner: b.SourceBlocks = parsed.blocks("epigraph", "text")
        if volume.epigraph.source:
            inner = (*inner, b.Paragraph(b.text(f"— {volume.epigraph.source}"), "remark"))
        yield b.Section("epigraph", (b.Quote(inner),))


def conclusion(parsed: ParsedBrief, volume: Volume, briefs: Sequence[Brief]) -> b.SourceChapter:
    """Return the conclusion: its overview, then its claims with their evidence."""
    known = {brief.name.lower(): brief for brief in briefs}
    claims = (b.Section("claim", tuple(_claim(parsed, volume, claim, known))) for claim in volume.claims)
    blocks = (*parsed.blocks("conclusion", "overview"), *claims)
    signed = volume.bylines.get("conclusion", ())
    return chapter("conclusion", "Conclusion", blocks, "body", signed, editorial.marks(volume, "conclusion"))


def _claim(parsed: ParsedBrief, volume: Volume, claim: Claim, briefs: Mapping[str, Brief]) -> Iterator[b.SourceBlock]:
    yield b.Heading(2, b.text(f"{claim.number}. {claim.statement}"), f"volume-conclusion-{claim.id}")
    yield from parsed.blocks(*claim.place.path, "detail")
    facts: list[tuple[b.Inlines, b.Blocks]] = []
    if claim.evidence:
        facts.append(((b.Text("Evidence"),), (b.Paragraph(tuple(_evidence(claim, briefs))),)))
    if marks := editorial.marks(volume, claim.id):
        facts.append(((b.Text("See"),), (b.Paragraph(marks),)))
    if facts:
        yield b.Section("facts", (b.DefinitionList(tuple(facts)),))


def _evidence(claim: Claim, briefs: Mapping[str, Brief]) -> Iterator[b.Inline]:
    """Yield the points on which a claim rests, brief by brief."""
    before = ""
    for name, point_id in claim.evidence:
        brief = briefs[name.lower()]
        point = brief.by_id[point_id]
        if brief.name != before:
            yield b.Text(f"{'; ' if before else ''}{b.clean(brief.called)} ")
        else:
            yield b.Text(", ")
        before = brief.name
        yield b.CrossReference(f"{brief.name}-{point.id}", b.text(point.label), b.text(point.statement))
