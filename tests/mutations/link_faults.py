"""Faults of links and of the points, themes and actors that they lead to."""

from collections.abc import Iterator

from mutations.consequences import Library
from mutations.document import Document, Path
from mutations.mutant import MEASURES, Hit, Mutant, mutant, on_any, on_brief, on_volume

UNSERVED = "unaddressed-point unaddressed-point"
LOST = f"""{UNSERVED} broken-link undefined-citation unused-reference unused-abbreviation abbreviation-before-expansion
    unused-theme unused-waiver undefined-figure unmentioned-figure bad-figure note-at-nothing"""


def entries(document: Document, *names: str) -> Iterator[Path]:
    """Yield the entries of the lists of these names that points have."""
    for point in document.points():
        for name in names:
            if (path := (*point, name)) in document.slots:
                yield from document.children(path)


def waived(document: Document) -> set[str]:
    """Return the names of the points and references that a waiver names."""
    at = (path for path in document.slots if path[:1] == ("waivers",) and path[2:3] == ("at",))
    return {document.text_at(path).removeprefix("ref:") for path in at}


def misspelt(word: str) -> str:
    """Return a word with its last letter doubled."""
    return word + word[-1]


def _set(document: Document, path: Path, value: str, rule: str, follows: str = "") -> Mutant:
    return mutant((*path, value), document.with_value(path, value), Hit(rule, document.line(path)), follows=follows)


@on_brief
def misspelt_link(document: Document, _: Library) -> Iterator[Mutant]:
    for path in entries(document, "addresses", "obstructs"):
        yield _set(document, path, misspelt(document.text_at(path)), "broken-link")


@on_brief
def link_to_nothing(document: Document, _: Library) -> Iterator[Mutant]:
    for path in entries(document, "addresses", "obstructs"):
        yield _set(document, path, "qqq-zzz", "broken-link", UNSERVED)


@on_brief
def link_to_another_question(document: Document, _: Library) -> Iterator[Mutant]:
    stranger = document.text_at((*document.points("context")[0], "id"))
    for path in entries(document, "addresses", "obstructs"):
        yield _set(document, path, stranger, "broken-link", UNSERVED)


@on_brief
def challenge_that_obstructs_a_challenge(document: Document, _: Library) -> Iterator[Mutant]:
    for path in entries(document, "obstructs"):
        other = document.text_at((*document.points("challenges")[0], "id"))
        yield _set(document, path, other, "broken-link")


@on_any
def misspelt_source(document: Document, _: Library) -> Iterator[Mutant]:
    path = ("based_on", "cite")
    yield _set(document, path, misspelt(document.text_at(path)), "broken-link")


@on_any
def unknown_source(document: Document, _: Library) -> Iterator[Mutant]:
    yield _set(document, ("based_on", "cite"), "qqq-1900", "broken-link", "unused-reference")


@on_volume
def misspelt_point_in_evidence(document: Document, _: Library) -> Iterator[Mutant]:
    for path in entries(document, "evidence"):
        yield _set(document, path, misspelt(document.text_at(path)), "broken-link")


@on_volume
def misspelt_brief_in_evidence(document: Document, _: Library) -> Iterator[Mutant]:
    for path in entries(document, "evidence"):
        brief, _colon, point = document.text_at(path).partition(":")
        yield _set(document, path, f"{misspelt(brief)}:{point}", "broken-link")


@on_brief
def id_of_another_point(document: Document, _: Library) -> Iterator[Mutant]:
    first, *others = document.points("goals", "context", "challenges")
    for point in others:
        path = (*point, "id")
        if document.text_at(path) not in waived(document):
            yield _set(document, path, document.text_at((*first, "id")), "duplicate-id", LOST)


@on_volume
def id_of_another_claim(document: Document, _: Library) -> Iterator[Mutant]:
    first, *others = document.points()
    for point in others:
        path = (*point, "id")
        if document.text_at(path) not in waived(document):
            yield _set(document, path, document.text_at((*first, "id")), "duplicate-id", "note-at-nothing")


@on_brief
def changed_id(document: Document, _: Library) -> Iterator[Mutant]:
    """The links that lead to the point are as many faults."""
    for point in document.points("goals", "challenges"):
        path = (*point, "id")
        text = document.with_value(path, "qqq-" + document.text_at(path)[::-1])
        yield mutant(path, text, follows=LOST)


@on_brief
def delete_goal_or_challenge(document: Document, _: Library) -> Iterator[Mutant]:
    for question in ("goals", "challenges"):
        for path in document.points(question):
            follows = f"{LOST} unsupported-claim"
            yield mutant(path, document.without(path), follows=follows, measures=MEASURES)


@on_brief
def delete_point_between(document: Document, _: Library) -> Iterator[Mutant]:
    """Of the context, or of cooperation."""
    for path in document.points("context", "us_cooperation"):
        # A waiver of the answer's share or actors may be of no use for what is left.
        if path[0] not in waived(document):
            follows = f"{LOST} unsupported-claim"
            yield mutant(path, document.without(path), follows=follows, measures=MEASURES)


@on_volume
def delete_claim(document: Document, _: Library) -> Iterator[Mutant]:
    for path in document.points():
        yield mutant(path, document.without(path), follows=LOST)


@on_brief
def delete_recommendation(document: Document, _: Library) -> Iterator[Mutant]:
    for path in document.points("recommendations"):
        yield mutant(path, document.without(path), follows=LOST, measures=MEASURES)


@on_brief
def delete_links_of_recommendation(document: Document, _: Library) -> Iterator[Mutant]:
    for point in document.points("recommendations"):
        yield from _absent(document, (*point, "addresses"), "unlinked-point", UNSERVED)


@on_brief
def delete_links_of_cooperation(document: Document, _: Library) -> Iterator[Mutant]:
    for point in document.points("us_cooperation"):
        yield from _absent(document, (*point, "addresses"), "unlinked-argument")


@on_brief
def delete_themes(document: Document, _: Library) -> Iterator[Mutant]:
    for point in document.points("goals", "challenges", "us_cooperation", "recommendations"):
        yield from _absent(document, (*point, "themes"), "untagged-point", "unused-theme")


@on_brief
def delete_actors(document: Document, _: Library) -> Iterator[Mutant]:
    for point in document.points("recommendations"):
        yield from _absent(document, (*point, "actors"), "point-without-actor")


@on_brief
def delete_horizon(document: Document, _: Library) -> Iterator[Mutant]:
    for point in document.points("recommendations"):
        yield from _absent(document, (*point, "horizon"), "point-without-horizon")


def _absent(document: Document, path: Path, rule: str, follows: str = "") -> Iterator[Mutant]:
    if path in document.slots:
        yield mutant(path, document.without(path), Hit(rule, document.line(path[:-1])), follows=follows)


@on_any
def misspelt_theme(document: Document, _: Library) -> Iterator[Mutant]:
    for path in entries(document, "themes"):
        yield _set(document, path, misspelt(document.text_at(path)), "unknown-theme")


@on_any
def theme_outside_the_vocabulary(document: Document, _: Library) -> Iterator[Mutant]:
    for path in entries(document, "themes"):
        yield _set(document, path, "qqq-zzz", "unknown-theme", "unused-theme")


@on_brief
def misspelt_actor(document: Document, _: Library) -> Iterator[Mutant]:
    for path in entries(document, "actors"):
        yield _set(document, path, misspelt(document.text_at(path)), "unknown-actor")


@on_brief
def actor_that_nobody_listed(document: Document, _: Library) -> Iterator[Mutant]:
    for path in entries(document, "actors"):
        yield _set(document, path, "Ministry of Fish", "unknown-actor")


@on_volume
def group_that_nobody_listed(document: Document, _: Library) -> Iterator[Mutant]:
    for actor in document.children(("actors",)):
        if (path := (*actor, "part_of")) in document.slots:
            yield _set(document, path, misspelt(document.text_at(path)), "unknown-actor")


@on_brief
def misspelt_author(document: Document, _: Library) -> Iterator[Mutant]:
    path = ("authors", 0, "name")
    yield _set(document, path, misspelt(document.text_at(path)), "author-without-contributor")


@on_brief
def other_author(document: Document, library: Library) -> Iterator[Mutant]:
    path, volume = ("authors", 0, "name"), library["volume"]
    for contributor in volume.children(("contributors",)):
        name = (*contributor, "name")
        if volume.text_at(name) == document.text_at(path):
            hits = (
                Hit("author-without-contributor", document.line(path)),
                Hit("contributor-without-brief", volume.line(name), "volume"),
            )
            yield mutant(path, document.with_value(path, "Qiu Zhen"), *hits)


# What the volume lists.


@on_volume
def delete_theme(document: Document, _: Library) -> Iterator[Mutant]:
    for path in document.children(("themes",)):
        yield mutant(path, document.without(path), follows="unknown-theme")


@on_volume
def delete_actor(document: Document, _: Library) -> Iterator[Mutant]:
    for path in document.children(("actors",)):
        yield mutant(path, document.without(path), follows="unknown-actor unused-waiver")


@on_volume
def theme_without_points(document: Document, _: Library) -> Iterator[Mutant]:
    line = document.line(("themes",)) + 1
    text = document.with_lines_before(line, "  fisheries:", "    name: Fisheries")
    yield mutant("themes", text, Hit("unused-theme", line))


@on_volume
def misspelt_brief(document: Document, _: Library) -> Iterator[Mutant]:
    for path in document.children(("briefs",)):
        yield _set(document, path, misspelt(document.text_at(path)), "missing-brief")


@on_volume
def delete_brief_from_list(document: Document, _: Library) -> Iterator[Mutant]:
    for path in document.children(("briefs",)):
        yield mutant(path, document.without(path), Hit("brief-not-in-volume", 1, document.text_at(path)))


@on_volume
def brief_that_is_not_there(document: Document, _: Library) -> Iterator[Mutant]:
    line = document.line(("briefs",)) + 1
    yield mutant("briefs", document.with_lines_before(line, "  - canada"), Hit("missing-brief", line))


@on_volume
def pale_color(document: Document, _: Library) -> Iterator[Mutant]:
    line = document.line(("briefs",))
    look = 'look:\n  colors:\n    accent: "#ffcc00"'
    yield mutant("look", document.with_lines_before(line, look), Hit("bad-look", line + 2))


@on_volume
def delete_contributor(document: Document, library: Library) -> Iterator[Mutant]:
    authors = {brief.text_at(("authors", 0, "name")): brief for brief in library.values()}
    for path in document.children(("contributors",)):
        if brief := authors.get(document.text_at((*path, "name"))):
            hit = Hit("author-without-contributor", brief.line(("authors", 0, "name")), brief.name)
            yield mutant(path, document.without(path), hit)


@on_volume
def contributor_who_wrote_nothing(document: Document, _: Library) -> Iterator[Mutant]:
    line = document.line(("contributors",)) + 1
    text = document.with_lines_before(line, "  - name: Qiu Zhen")
    yield mutant("contributors", text, Hit("contributor-without-brief", line))


@on_volume
def claim_about_all_without_evidence(document: Document, library: Library) -> Iterator[Mutant]:
    for point in document.points():
        path = (*point, "scope")
        if document.text_at(path) == "some":
            named = {document.text_at(entry).partition(":")[0] for entry in document.children((*point, "evidence"))}
            if len(named) < len(library) - 1:
                yield _set(document, path, "all", "unsupported-claim")
