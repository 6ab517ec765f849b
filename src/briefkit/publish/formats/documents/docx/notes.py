"""Notes at the foot of the page, as Word numbers and moves them itself."""

from collections.abc import Iterable

from briefkit.document import blocks as b
from briefkit.publish.formats.documents.docx.body import Body
from briefkit.publish.formats.documents.docx.sections import UPRIGHT
from briefkit.publish.formats.documents.docx.story import Story
from briefkit.publish.formats.documents.docx.where import Where
from briefkit.publish.formats.documents.docx.xml import HEAD, MAIN, paragraph, run

STYLE = "FootnoteText"
_MARK = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
_OPENING = f'<w:p><w:pPr><w:pStyle w:val="{STYLE}"/></w:pPr>'


def by_anchor(chapters: Iterable[b.Chapter]) -> dict[str, tuple[int, b.NoteText]]:
    """Return the notes of all chapters by their anchors, each with its id in the file."""
    notes = (note for chapter in chapters for note in chapter.notes)
    return {note.anchor: (number, note) for number, note in enumerate(notes, 1)}


def footnotes_xml(story: Story, languages: dict[str, str]) -> str:
    """Return the part with all notes that have a mark; `languages` are those of their chapters, by anchor."""
    found = [_line(-1, "separator"), _line(0, "continuationSeparator")]
    for number, note in story.file.notes.values():
        body = Body(story)
        body.blocks(note.blocks, Where(UPRIGHT, text=STYLE, language=languages.get(note.anchor, "")))
        parts = body.parts
        if parts and parts[0].startswith(_OPENING):
            parts[0] = f"{_OPENING}{_MARK}{run(' ')}{parts[0].removeprefix(_OPENING)}"
        else:
            parts.insert(0, paragraph(STYLE, _MARK))
        found.append(f'<w:footnote w:id="{number}">{"".join(parts)}</w:footnote>')
    return f"{HEAD}<w:footnotes {MAIN}>{''.join(found)}</w:footnotes>"


def _line(number: int, kind: str) -> str:
    """Return what parts notes from the text above them."""
    return f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
