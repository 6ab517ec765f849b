"""The order in which tables and schemas have the fields of points."""

from briefkit.format.questions import LINKS, Question


def fields_in_order(question: Question) -> tuple[str, ...]:
    """Return the fields and links of the points of a question in the order of tables: links stand before themes."""
    links = [kind for kind in LINKS if kind in question.links]
    place = question.fields.index("themes") if "themes" in question.fields else len(question.fields)
    return (*question.fields[:place], *links, *question.fields[place:])
