"""Word: one file of named styles, real footnotes, contents, heads and feet; nothing but the standard library.

What a part looks like is said in its style alone, so that whoever edits the file restyles it there.
"""

from dataclasses import replace

from briefkit.document import blocks as b
from briefkit.document import walk
from briefkit.publish.format import plain_format
from briefkit.publish.formats.documents.docx import figures, theme
from briefkit.publish.formats.documents.docx.body import Body
from briefkit.publish.formats.documents.docx.notes import by_anchor, footnotes_xml
from briefkit.publish.formats.documents.docx.numbering import numbering_xml
from briefkit.publish.formats.documents.docx.package import WORD, Package
from briefkit.publish.formats.documents.docx.properties import APP, CORE, app_xml, changed, core_xml
from briefkit.publish.formats.documents.docx.sections import LYING, UPRIGHT, Sections, numberings
from briefkit.publish.formats.documents.docx.settings import settings_xml
from briefkit.publish.formats.documents.docx.story import File, Story
from briefkit.publish.formats.documents.docx.styles import styles_xml
from briefkit.publish.formats.documents.docx.where import Where
from briefkit.publish.formats.documents.docx.xml import HEAD, MAIN, bookmark


def write(document: b.Document) -> bytes:
    """Return the document as a Word file; the same document gives the same bytes."""
    chapters = document.chapters or (b.Chapter("document", ()),)
    document = replace(document, chapters=chapters)
    file = File(
        anchors=frozenset(walk.anchors(chapters)) | _contents(chapters),
        notes=by_anchor(chapters),
        language=document.meta.language,
        changed=changed(document.meta.date),
        lists_authors=any(_lists_chapters(chapter) for chapter in chapters),
    )
    story = Story(file)
    main = _main(document, story)
    notes = Story(file, is_notes=True)
    languages = {note.anchor: _language(chapter, file) for chapter in chapters for note in chapter.notes}
    footnotes = footnotes_xml(notes, languages)
    package = file.package
    for name in ("styles", "settings", "numbering", "footnotes", "fontTable", "theme"):
        story.relationships.to(name, f"{name}.xml")
    package.add("word/theme.xml", theme.TYPE, theme.dressed(theme.theme_xml(), document.look))
    package.add("word/fontTable.xml", f"{WORD}.fontTable+xml", theme.dressed(theme.fonts_xml(), document.look))
    package.add("word/footnotes.xml", f"{WORD}.footnotes+xml", footnotes, notes.relationships)
    package.add("word/styles.xml", f"{WORD}.styles+xml", theme.dressed(styles_xml(file.language), document.look))
    package.add("word/settings.xml", f"{WORD}.settings+xml", settings_xml())
    package.add("word/numbering.xml", f"{WORD}.numbering+xml", numbering_xml(file.lists))
    package.add("word/document.xml", f"{WORD}.document.main+xml", main, story.relationships)
    _describe(document.meta, package)
    return package.zipped()


def _describe(meta: b.Meta, package: Package) -> None:
    package.add("docProps/core.xml", CORE, core_xml(meta))
    package.add("docProps/app.xml", APP, app_xml(meta))
    package.relationships.to("officeDocument", "word/document.xml")
    package.relationships.to("core", "docProps/core.xml")
    package.relationships.to("extended-properties", "docProps/app.xml")


def _contents(chapters: tuple[b.Chapter, ...]) -> frozenset[str]:
    """Return the anchors of contents."""
    found = (block for chapter in chapters for block in chapter.blocks if isinstance(block, b.Contents))
    return frozenset(contents.anchor for contents in found)


def _lists_chapters(chapter: b.Chapter) -> bool:
    return any(isinstance(block, b.Contents) and block.scope == "document" for block in chapter.blocks)


def _language(chapter: b.Chapter, file: File) -> str:
    """Return the language of a chapter where it is not that of the document."""
    return chapter.language if chapter.language != file.language else ""


def _main(document: b.Document, story: Story) -> str:
    """Return the part with the text, a section of pages or more for each chapter."""
    chapters = document.chapters
    parts: list[str] = []
    for i, (chapter, numbering) in enumerate(zip(chapters, numberings(chapters), strict=True)):
        sections = Sections(document, chapters[i:], story, numbering)
        body = Body(story, sections)
        if len(chapters) == 1 or _is_title(chapter):
            body.parts += figures.logo(document.look, story)
        _chapter(
            chapter, body, Where(UPRIGHT if sections.is_upright else LYING, language=_language(chapter, story.file))
        )
        parts += body.parts
        lies = not sections.is_upright
        is_last = i == len(chapters) - 1
        parts.append(sections.properties(lies=lies) if is_last else sections.end(lies=lies))
    return f"{HEAD}<w:document {MAIN}><w:body>{''.join(parts)}</w:body></w:document>"


def _is_title(chapter: b.Chapter) -> bool:
    return any(isinstance(block, b.Section) and block.role == "title-page" for block in chapter.blocks)


def _chapter(chapter: b.Chapter, body: Body, where: Where) -> None:
    if chapter.heading:
        body.heading(chapter.heading, where, "Title" if _is_title(chapter) else "")
    elif chapter.anchor:
        place, name = body.story.file.next_id(), bookmark(chapter.anchor)
        body.parts.append(f'<w:bookmarkStart w:id="{place}" w:name="{name}"/><w:bookmarkEnd w:id="{place}"/>')
    body.blocks(chapter.blocks, where)


FORMAT = plain_format("docx", ".docx", write, has_width=True)
