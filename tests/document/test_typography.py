"""One kind of apostrophe and quotation mark in a document."""

import pytest

from briefkit.document.typography import set_marks


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Japan's way", "Japan’s way"),
        ("allies' forces", "allies’ forces"),
        ("'s gains", "’s gains"),
        ("the '90s", "the ’90s"),
        ('a "free" sea', "a “free” sea"),
        ("\"the 'arc' of freedom\"", "“the ‘arc’ of freedom”"),
        ('("quoted")', "(“quoted”)"),
        ("already ’curly’ “marks”", "already ’curly’ “marks”"),
        ("https://example.org/it's", "https://example.org/it's"),
        ('"', "”"),
    ],
)
def test_straight_marks_become_curly_ones(typed: str, printed: str) -> None:
    assert set_marks(typed) == printed
