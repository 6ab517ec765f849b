"""Contents as a field: what it lists is there, linked, at once; Word adds the numbers of pages when asked to."""

import re
from collections.abc import Sequence

from briefkit.document import blocks as b
from briefkit.document import walk
from briefkit.publish.formats.documents.docx.story import Story
from briefkit.publish.formats.documents.docx.xml import (
    FIELD_END,
    bookmark,
    escaped,
    field_begin,
    paragraph,
    run,
)

_NO_NAME = re.compile(r"[^\w .,’'&()–-]")
"""What is left out of names in the code of a field, where a quotation mark or a backslash would end the name."""

_GALLERY = '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
"""Says that a part of the text is contents, beside which Word then offers to bring them up to date."""


def lines(contents: b.Contents, chapters: Sequence[b.Chapter], story: Story) -> list[str]:
    """Return contents that stand in the first of the chapters, under their title; none where they list nothing."""
    listed = walk.listed(contents, chapters, contents.in_print)
    if not listed:
        return []
    whole = contents.scope == "document"
    top = min(heading.level for heading in listed)
    entries = [line for heading in listed for line in _entry(heading, heading.level - top + 1)]
    authors = "\\f " if story.file.lists_authors else ""
    code = f'TOC \\o "{1 if whole else 2}-{contents.in_print}" {authors}\\h \\z'
    style, words = entries[0]
    entries[0] = (style, field_begin(code) + words)
    style, words = entries[-1]
    entries[-1] = (style, words + FIELD_END)
    place, name = story.file.next_id(), bookmark(contents.anchor)
    begin = f'<w:bookmarkStart w:id="{place}" w:name="{name}"/>'
    title = f'{begin}{run(b.plain(contents.title))}<w:bookmarkEnd w:id="{place}"/>'
    content = [paragraph("TOCHeading" if whole else "ContentsTitle", title)]
    content += [paragraph(style, words) for style, words in entries]
    return [
        f"<w:sdt><w:sdtPr><w:docPartObj>{_GALLERY}</w:docPartObj></w:sdtPr><w:sdtContent>",
        *content,
        "</w:sdtContent></w:sdt>",
    ]


def _entry(heading: b.Heading, level: int) -> list[tuple[str, str]]:
    """Return the lines of an entry, each with its style: the heading, linked, and its authors below it."""
    words = run(" ".join(b.plain(heading.children).split()))
    linked = f'<w:hyperlink w:anchor="{bookmark(heading.anchor)}">{words}</w:hyperlink>'
    found = [(f"TOC{level}", linked if heading.anchor else words)]
    if heading.authors:
        found.append((f"TOC{level + 1}", run(", ".join(heading.authors))))
    return found


def entry(heading: b.Heading, story: Story) -> str:
    """Return a hidden field that tells Word to list the authors of a heading below it."""
    if not heading.authors or not story.file.lists_authors:
        return ""
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    level = heading.level + 1
    names = _NO_NAME.sub("", ", ".join(heading.authors))
    return (
        f'<w:r>{hidden}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{hidden}<w:instrText xml:space="preserve"> TC "{escaped(names)}" \\l {level} </w:instrText></w:r>'
        f'<w:r>{hidden}<w:fldChar w:fldCharType="end"/></w:r>'
    )
