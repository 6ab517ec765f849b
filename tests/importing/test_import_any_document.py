"""Whatever a document is made of: the draft is YAML that briefkit reads, and no word of the document is lost."""

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from imports import Read
from word_files import File, field_of, note, p, run, table

from briefkit import api
from briefkit.importing.briefs import Imported
from briefkit.reading import read_bytes

WORDS = st.sampled_from(
    (
        "Goals Recommendations Methodology Background First, Second, Finally, 1. 2. (1) (2) [1] [2] ¹ ² I. II. A. B.1 "
        "• - ports ice. open! why? Who: Norland, Themes: trade; *a* _b_ `c` [x](y) <b> & @key # > | \\ ~~~ --- "
        "::: {y: z} 'q' Summary: Notes References Abbreviations EU: union — – : ; 2026 March 冬の海。 الموانئ "
        "é ﬁ \u200b \u00a0 \u2028"
    ).split(" ")
)
TEXTS = st.lists(WORDS, min_size=0, max_size=14).map(" ".join)
LOOKS = st.sampled_from(["", "", "", "b", "i", "u", "bi", "s", "c", "32", "b32"])
RUNS = st.builds(run, TEXTS, LOOKS)
CHANGES = st.builds(lambda inner: f'<w:ins w:id="1" w:author="A">{inner}</w:ins>', RUNS) | st.builds(
    lambda text: (
        f'<w:del w:id="1" w:author="A">{run(text).replace("w:t", "w:delText").replace("w:delTextab", "w:tab")}</w:del>'
    ),
    st.sampled_from(["gone", "left out", ""]),
)
FIELDS = st.builds(
    field_of, st.sampled_from(["REF x", "PAGE", "TOC", 'HYPERLINK "https://e.org/(a"', "CITATION A1 \\p 3"]), TEXTS
)
PIECES = st.lists(RUNS | RUNS | CHANGES | FIELDS | st.integers(1, 3).map(note), min_size=0, max_size=5).map("".join)
STYLES = st.sampled_from(["", "", "", "Title", "Subtitle", "Heading1", "Heading2", "Heading3", "Mine"])
PARAGRAPHS = st.builds(
    lambda inner, style, number, depth: p(inner or run(""), style, number=number, depth=depth),
    *(PIECES, STYLES, st.sampled_from([0, 0, 0, 1, 2, 3]), st.integers(0, 1)),
)
CELLS = st.lists(PARAGRAPHS, min_size=1, max_size=2).map("".join)
TABLES = st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=3).map(lambda rows: table(*rows))
BODIES = st.lists(PARAGRAPHS | PARAGRAPHS | PARAGRAPHS | TABLES, min_size=0, max_size=14).map("".join)
NOTES = st.fixed_dictionaries({n: TEXTS.map(lambda text: p(run(text or "x"))) for n in (1, 2)})


def imported(body: str, notes: dict[int, str], tracked: str) -> Imported:
    """Import a document that is a brief at least in one line."""
    file = File(p("A title", "Title") + p("Goals", "Heading1") + p("Keep ports open", "Heading2") + body, notes=notes)
    return api.import_word(file.data(), tracked="accept" if tracked == "accept" else "reject")


# no shrinking: what is left of a document of random pieces is still of random pieces, and costs minutes
@settings(
    max_examples=60,
    phases=[Phase.generate],
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example],
)
@given(BODIES, NOTES, st.sampled_from(["accept", "reject"]))
def test_the_draft_is_sound_and_no_word_is_lost(body: str, notes: dict[int, str], tracked: str) -> None:
    found = imported(body, notes, tracked)
    reading = read_bytes(found.text.encode(), "draft.yaml")

    assert reading.draft is not None
    assert not reading.findings
    assert found.account.lost == ()
    assert Read(found).points("goals")
