"""Two documents → one with all that either says.

Without what is inserted it is the old one, without what is deleted the new one.
Contents are left out, since what they list would be tracked, too. A figure that changed stands as its words.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import zip_longest
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from briefkit.document import blocks as b
from briefkit.document import walk
from briefkit.text.alignment import matches
from briefkit.text.words import words
from briefkit.views.difference.pieces import merged_inlines

_LIKE = 0.4
"""The share of words in common from which a block is taken for another one reworded."""

Mark: TypeAlias = Callable[[b.Inlines], b.Inline]


class Documents(NamedTuple):
    """Two documents of one brief; `anchors` are the new names of those that are called otherwise now."""

    old: b.Document | None
    new: b.Document | None
    anchors: Mapping[str, str] = MappingProxyType({})


def _deleted(children: b.Inlines) -> b.Inline:
    return b.Deleted(children)


def _inserted(children: b.Inlines) -> b.Inline:
    return b.Inserted(children)


def merged(pairs: Sequence[Documents]) -> b.Document:
    """Return pairs of resolved documents as one; the chapters of a pair belong together in order."""
    chapters: list[b.Chapter] = []
    for pair in pairs:
        for was, now in zip_longest(*(one.chapters if one else () for one in (pair.old, pair.new))):
            anchors = {was.anchor: now.anchor, **pair.anchors} if was and now else {}
            chapters.append(_chapter(_renamed(was, anchors) if was else None, _renamed(now, {}) if now else None))
    meta = next((one.meta for pair in pairs for one in (pair.new, pair.old) if one), b.Meta(""))
    return b.Document(meta, tuple(chapters))


def _chapter(old: b.Chapter | None, new: b.Chapter | None) -> b.Chapter:
    chapter = new or old
    if chapter is None:
        raise ValueError("a chapter needs one side")
    olds, news = (one.blocks if one else () for one in (old, new))
    title = merged_inlines(old.title if old else (), new.title if new else ())
    notes = {note.anchor: note for one in (old, new) if one for note in reversed(one.notes)}
    blocks = merged_blocks(olds, news)
    taken = frozenset(walk.anchors((new,))) if new else frozenset()
    blocks = _anchored(
        blocks, lambda heading: "" if _is_deleted(heading) and heading.anchor in taken else heading.anchor
    )
    blocks, numbered = _numbered(blocks, notes)
    return replace(chapter, blocks=blocks, title=title, notes=numbered)


def _renamed(chapter: b.Chapter, anchors: Mapping[str, str]) -> b.Chapter:
    """Return a chapter whose notes are called by what they say, and whose links lead to the new names of anchors.

    So what is equal in two chapters is equal in every respect.
    """
    names: dict[str, str] = {}

    def change(run: b.Inlines) -> b.Inlines:
        return tuple(map(renamed, run))

    def renamed(inline: b.Inline) -> b.Inline:
        match inline:
            case b.NoteMark(_, anchor):
                return b.NoteMark(0, names.get(anchor, anchor))
            case b.CrossReference():
                return replace(inline, anchor=_now(inline.anchor, chapter.anchor, anchors))
            case _:
                return _inside(inline, change)

    notes = [replace(note, blocks=walk.each_run(note.blocks, change)) for note in chapter.notes]
    names |= {note.anchor: f"note-{sha256(repr(note.blocks).encode()).hexdigest()[:16]}" for note in notes}
    blocks = _anchored(
        walk.each_run(_without_contents(chapter.blocks), change),
        lambda heading: _now(heading.anchor, chapter.anchor, anchors),
    )
    return replace(chapter, blocks=blocks, notes=tuple(replace(note, anchor=names[note.anchor]) for note in notes))


def _is_deleted(heading: b.Heading) -> bool:
    return all(isinstance(inline, b.Deleted) for inline in heading.children)


def _now(anchor: str, chapter: str, anchors: Mapping[str, str]) -> str:
    """Return what an anchor is called now: it has a name of its own, or begins with that of its chapter."""
    if anchor in anchors:
        return anchors[anchor]
    is_inside = chapter in anchors and anchor.startswith(f"{chapter}-")
    return anchors[chapter] + anchor.removeprefix(chapter) if is_inside else anchor


def _anchored(blocks: b.Blocks, anchor: Callable[[b.Heading], str]) -> b.Blocks:
    """Return blocks whose headings have other anchors."""
    found: list[b.Block] = []
    for block in blocks:
        match block:
            case b.Section():
                found.append(replace(block, blocks=_anchored(block.blocks, anchor)))
            case b.Heading():
                found.append(replace(block, anchor=anchor(block)))
            case _:
                found.append(block)
    return tuple(found)


def _inside(inline: b.Inline, change: Callable[[b.Inlines], b.Inlines]) -> b.Inline:
    if isinstance(inline, b.Text | b.Code | b.LineBreak | b.CrossReference | b.NoteMark):
        return inline
    return replace(inline, children=change(inline.children))


def _without_contents(blocks: b.Blocks) -> b.Blocks:
    return tuple(block for block in blocks if not isinstance(block, b.Contents))


def _numbered(blocks: b.Blocks, notes: dict[str, b.NoteText]) -> tuple[b.Blocks, tuple[b.NoteText, ...]]:
    """Return blocks with their notes numbered as they come."""
    numbers: dict[str, int] = {}

    def change(run: b.Inlines) -> b.Inlines:
        return tuple(map(numbered, run))

    def numbered(inline: b.Inline) -> b.Inline:
        if isinstance(inline, b.NoteMark) and inline.anchor in notes:
            return b.NoteMark(numbers.setdefault(inline.anchor, len(numbers) + 1), inline.anchor)
        return _inside(inline, change)

    found = walk.each_run(blocks, change)
    return found, tuple(replace(notes[anchor], number=number) for anchor, number in numbers.items())


def merged_blocks(old: b.Blocks, new: b.Blocks) -> b.Blocks:
    """Return blocks as one: what stands in both, what is only old, what is only new."""
    return tuple(block for was, now in _pairs(old, new) for block in _merged(was, now))


def _merged(old: b.Block | None, new: b.Block | None) -> b.Blocks:
    if old is None or new is None:
        return (*(_marked((old,), _deleted) if old else ()), *(_marked((new,), _inserted) if new else ()))
    if _key(old) == _key(new):
        return (new,)
    match old, new:
        case b.Section(), b.Section():
            return (replace(new, blocks=merged_blocks(old.blocks, new.blocks)),)
        case b.Heading(), b.Heading():
            return (replace(new, children=merged_inlines(old.children, new.children)),)
        case b.Paragraph(), b.Paragraph():
            return (replace(new, children=merged_inlines(old.children, new.children)),)
        case b.BulletList(), b.BulletList():
            return (replace(new, items=_items(old.items, new.items)),)
        case b.OrderedList(), b.OrderedList():
            return (replace(new, items=_items(old.items, new.items)),)
        case b.DefinitionList(), b.DefinitionList():
            return (_definitions(old, new),)
        case b.Quote(), b.Quote():
            return (b.Quote(merged_blocks(old.blocks, new.blocks)),)
        case _:
            return (*_marked((old,), _deleted), *_marked((new,), _inserted))


def _items(old: Sequence[b.Blocks], new: Sequence[b.Blocks]) -> tuple[b.Blocks, ...]:
    olds: b.Blocks = tuple(b.Section("part", item) for item in old)
    news: b.Blocks = tuple(b.Section("part", item) for item in new)
    return tuple(block.blocks for block in merged_blocks(olds, news) if isinstance(block, b.Section))


def _definitions(old: b.DefinitionList, new: b.DefinitionList) -> b.DefinitionList:
    """Merge terms with what is said of them, each as a part whose first paragraph is the term."""

    def parts(listed: b.DefinitionList) -> b.Blocks:
        return tuple(b.Section("part", (b.Paragraph(term, "name"), *said)) for term, said in listed.items)

    return b.DefinitionList(
        tuple(
            (part.blocks[0].children, part.blocks[1:])
            for part in merged_blocks(parts(old), parts(new))
            if isinstance(part, b.Section) and isinstance(part.blocks[0], b.Paragraph)
        )
    )


def _marked(blocks: b.Blocks, mark: Mark) -> b.Blocks:
    """Return blocks as deleted or inserted as a whole."""
    found: list[b.Block] = []
    for block in blocks:
        match block:
            case b.Section():
                title = (mark(block.title),) if block.title else ()
                found.append(replace(block, blocks=_marked(block.blocks, mark), title=title))
            case b.Heading():
                found.append(replace(block, children=(mark(block.children),)))
            case b.Figure() | b.Preformatted():
                found.append(b.Paragraph((mark(walk.flat((block,))),)))
            case b.Divider() | b.PageBreak():
                pass
            case _:
                found += walk.each_run((block,), lambda run: (mark(run),) if run else ())
    return tuple(found)


def _key(block: b.Block) -> tuple[object, ...]:
    """Return what a block is and all that it says; a section is also where its parts begin and end."""
    match block:
        case b.Section():
            return (*_kind(block), *map(_key, block.blocks))
        case b.Figure():
            return (*_kind(block), repr(replace(block, anchor="")))
        case b.Table() | b.Preformatted():
            return (*_kind(block), repr(block))
        case _:
            return (*_kind(block), *walk.runs((block,)))


def _kind(block: b.Block) -> tuple[object, ...]:
    match block:
        case b.Section() | b.Paragraph():
            return (type(block), block.role)
        case b.Heading():
            return (type(block), block.level)
        case _:
            return (type(block),)


def _pairs(old: b.Blocks, new: b.Blocks) -> Iterator[tuple[b.Block | None, b.Block | None]]:
    """Yield what belongs together, in order: equal blocks, and between them those of one kind with the same words."""
    i = j = 0
    found = matches([*map(_key, old)], [*map(_key, new)])
    for at, to, length in (*((match.old, match.new, match.length) for match in found), (len(old), len(new), 0)):
        yield from _near(old[i:at], new[j:to])
        yield from zip(old[at : at + length], new[to : to + length], strict=True)
        i, j = at + length, to + length


def _near(old: b.Blocks, new: b.Blocks) -> Iterator[tuple[b.Block | None, b.Block | None]]:
    bags = [_bag(block) for block in old]
    begin = 0
    for now in new:
        own = _bag(now)
        shares = [(_share(bags[i], own) if _kind(old[i]) == _kind(now) else 0.0, -i) for i in range(begin, len(old))]
        share, place = max(shares, default=(0.0, 0))
        alone = [i for i in range(begin, len(old)) if _kind(old[i]) == _kind(now)]
        is_only = len(alone) == 1 and sum(_kind(one) == _kind(now) for one in new) == 1
        at = -place if share >= _LIKE else alone[0] if is_only else -1
        if at < 0:
            yield None, now
            continue
        yield from ((was, None) for was in old[begin:at])
        yield old[at], now
        begin = at + 1
    yield from ((was, None) for was in old[begin:])


def _bag(block: b.Block) -> Counter[str]:
    return Counter(word for run in walk.runs((block,)) for word in words(b.plain(run)))


def _share(old: Counter[str], new: Counter[str]) -> float:
    """Return the share of words in common, Dice's coefficient."""
    total = old.total() + new.total()
    return 2 * (old & new).total() / total if total else 0.0
