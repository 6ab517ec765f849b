"""Titles, their quotation marks, and the punctuation after them."""

import pytest

from briefkit.document.cite import typeset
from csl_samples import marked


@pytest.mark.parametrize(
    ("typed", "quoted", "printed"),
    [
        ("Rivers", True, "“Rivers”"),
        ("Rivers", False, "*Rivers*"),
        ("The 'Blue' Banana", True, "“The ‘Blue’ Banana”"),
        ("The ‘Blue’ Banana", False, "*The “Blue” Banana*"),
        ('The "Blue" Banana', True, "“The ‘Blue’ Banana”"),
        ("“A ‘b’ c” d", True, "“‘A “b” c’ d”"),
        ("Europe's 'Don't Know' Vote", True, "“Europe’s ‘Don’t Know’ Vote”"),
        ("The Dogs' Bone", True, "“The Dogs’ Bone”"),
        ("'Tis Late", True, "“’Tis Late”"),
        ("Rock 'n' Roll", True, "“Rock ‘n’ Roll”"),
        ("Say 'Yes', Then 'No'.", True, "“Say ‘Yes,’ Then ‘No.’”"),
        ("5 o'clock", False, "*5 o’clock*"),
        ("", True, ""),
    ],
)
def test_quotation_marks_follow_from_their_level(typed: str, quoted: bool, printed: str) -> None:
    assert printed == marked(typeset.title(typed, quoted=quoted))


@pytest.mark.parametrize(
    ("title", "quoted", "comma", "period"),
    [
        ("Rivers", True, "“Rivers,”", "“Rivers.”"),
        ("Rivers", False, "*Rivers*,", "*Rivers*."),
        ("Why?", True, "“Why?”", "“Why?”"),
        ("Why?", False, "*Why?*,", "*Why?*"),
        ("Say 'Yes'", True, "“Say ‘Yes,’”", "“Say ‘Yes.’”"),
        ("Say 'Why?'", True, "“Say ‘Why?’”", "“Say ‘Why?’”"),
        ("Say 'Yes'", False, "*Say “Yes,”*", "*Say “Yes.”*"),
        ("The 'Bone' of the Dogs'", True, "“The ‘Bone’ of the Dogs’,”", "“The ‘Bone’ of the Dogs’.”"),
        ("Rereading <i>Emma</i>", True, "“Rereading *Emma*,”", "“Rereading *Emma*.”"),
    ],
)
def test_punctuation_stands_once_and_before_quotation_marks(title: str, quoted: bool, comma: str, period: str) -> None:
    inlines = typeset.title(title, quoted=quoted)

    assert (comma, period) == (marked(typeset.ended(inlines, ",")), marked(typeset.ended(inlines, ".")))


def test_bold_in_a_title_stays() -> None:
    assert marked(typeset.title("Say <b>no</b> twice", quoted=True)) == "“Say **no** twice”"
