"""The notes of a chapter at its end, each with links back to its marks."""

from briefkit.document import blocks as b
from briefkit.publish.web.anchors import identifier
from briefkit.publish.web.blocks import Body
from briefkit.publish.web.markup import attributes, element, hidden
from briefkit.publish.web.story import Story

_HELD = "\N{NO-BREAK SPACE}"
NOTES = "Notes"
"""What they are called."""


def endnotes(chapter: b.Chapter, body: Body) -> str:
    """Return the notes of a chapter under a heading of their own; empty without notes."""
    if not chapter.notes:
        return ""
    story = body.story
    called = " ".join(b.plain(chapter.short or chapter.title).split())
    label = f"{NOTES}: {called}" if called else NOTES
    heading = element(f"h{body.level(2)}", NOTES)
    items = "".join(_note(note, body, story) for note in chapter.notes)
    place = attributes(id=place_of_notes(chapter, story), aria_label=label)
    return f'\n<section class="notes" role="doc-endnotes"{place}>\n{heading}\n<ol>{items}</ol>\n</section>'


def place_of_notes(chapter: b.Chapter, story: Story) -> str:
    """Return the id of the notes of a chapter."""
    return story.once(f"{identifier(chapter.anchor)}--notes")


def _note(note: b.NoteText, body: Body, story: Story) -> str:
    text = body.item(note.blocks)
    marks = story.notes[note.anchor].marks
    many = len(marks) > 1
    backs = "".join(_back(mark, note.number, i if many else 0) for i, mark in enumerate(marks, 1))
    text = f"{text[: -len('</p>')]}{_HELD}{backs}</p>" if text.endswith("</p>") else f"{text}{_HELD}{backs}"
    return f"<li{attributes(id=story.anchors.place(note.anchor), value=str(note.number))}>{text}</li>\n"


def _back(mark: str, number: int, which: int) -> str:
    """Return the link back to a mark; `which` counts them where there are several."""
    told = f"Back to mark {which} of note {number}" if which else f"Back to the mark of note {number}"
    sign = f'<span aria-hidden="true">↩{f"<sup>{which}</sup>" if which else ""}</span>'
    return f'<a class="to-mark" role="doc-backlink"{attributes(href=f"#{mark}")}>{sign}{hidden(told)}</a>'
