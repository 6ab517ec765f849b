"""Types and fields of BibTeX and BibLaTeX → those of CSL; what is not named here has no place and is listed."""

TYPES = {
    **dict.fromkeys(
        "book mvbook collection mvcollection proceedings mvproceedings reference mvreference manual".split(), "book"
    ),
    **dict.fromkeys("inbook incollection bookinbook suppbook suppcollection".split(), "chapter"),
    **dict.fromkeys("inproceedings conference".split(), "paper-conference"),
    **dict.fromkeys("report techreport".split(), "report"),
    **dict.fromkeys("thesis phdthesis mastersthesis".split(), "thesis"),
    **dict.fromkeys("online electronic www".split(), "webpage"),
    **dict.fromkeys("misc document".split(), "document"),
    **dict.fromkeys("movie video".split(), "motion_picture"),
    "article": "article-journal",
    "booklet": "pamphlet",
    "unpublished": "manuscript",
    "inreference": "entry-encyclopedia",
    "periodical": "periodical",
    "patent": "patent",
    "software": "software",
    "dataset": "dataset",
    "standard": "standard",
    "letter": "personal_communication",
    "jurisdiction": "legal_case",
    "legislation": "legislation",
    "review": "review",
    "image": "graphic",
    "artwork": "graphic",
}
NAMES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "bookauthor": "container-author",
}
DATES = {"urldate": "accessed", "eventdate": "event-date", "origdate": "original-date"}
FIELDS = {
    "shorttitle": "title-short",
    "shortjournal": "container-title-short",
    "series": "collection-title",
    "issue": "issue",
    "volume": "volume",
    "pages": "page",
    "publisher": "publisher",
    "institution": "publisher",
    "school": "publisher",
    "organization": "publisher",
    "location": "publisher-place",
    "address": "publisher-place",
    "edition": "edition",
    "isbn": "ISBN",
    "issn": "ISSN",
    "type": "genre",
    "note": "note",
    "howpublished": "medium",
    "chapter": "chapter-number",
    "eventtitle": "event-title",
    "venue": "event-place",
    "pagetotal": "number-of-pages",
    "volumes": "number-of-volumes",
    "version": "version",
    "language": "language",
    "langid": "language",
    "pubstate": "status",
    "abstract": "abstract",
    "annotation": "annote",
    "annote": "annote",
    "keywords": "keyword",
    "library": "call-number",
}


def months() -> dict[str, str]:
    """Return the strings that BibTeX knows by itself: the months, as numbers."""
    names = "jan feb mar apr may jun jul aug sep oct nov dec".split()
    return {name: str(number) for number, name in enumerate(names, 1)}
