"""The numbering of lists: bullets, and a numbered list for each that begins anew."""

from collections.abc import Sequence

from briefkit.publish.formats.documents.docx.where import LISTED
from briefkit.publish.formats.documents.docx.xml import HEAD, MAIN

_LEVELS = 9
_BULLETS = "•–·"


def numbering_xml(lists: Sequence[tuple[int, int]]) -> str:
    """Return the part; `lists` are the level and the first number of each numbered list, which has the id of its place.

    The first id is that of lists with bullets.
    """
    bullets = "".join(_level(level, "bullet", _BULLETS[level % len(_BULLETS)]) for level in range(_LEVELS))
    numbers = "".join(_level(level, "decimal", f"%{level + 1}.") for level in range(_LEVELS))
    each = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/>'
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        for number, (level, start) in enumerate(lists, 2)
    )
    return (
        f"{HEAD}<w:numbering {MAIN}>"
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>{bullets}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>{numbers}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{each}</w:numbering>'
    )


def _level(level: int, kind: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{LISTED * (level + 1)}" w:hanging="{LISTED}"/></w:pPr></w:lvl>'
    )
