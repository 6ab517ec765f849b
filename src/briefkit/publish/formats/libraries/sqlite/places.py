"""Where in a file something is said, in columns: the brief, the point, the name of the place, the line."""

from collections.abc import Mapping

from briefkit.checks.parsed import ParsedBrief
from briefkit.format.model import Point
from briefkit.publish.formats.libraries.sqlite.row import Value, brief_of
from briefkit.source.draft import Path
from briefkit.views.places import place_name


class Places:
    """The places of one file."""

    def __init__(self, parsed: ParsedBrief) -> None:
        """Look up the points once."""
        self._parsed = parsed
        self._points = {point.place.path: point for point in parsed.points}

    def point(self, path: Path) -> Point | None:
        """Return the point in which a path lies, None outside of points."""
        return self._points.get(path[:3])

    def at(self, path: Path, part: tuple[int, int] | None = None) -> Mapping[str, Value]:
        """Return the columns of the value at a path, or of a part of it."""
        draft, subject = self._parsed.draft, self._parsed.subject
        point = self.point(path)
        return {
            "brief": brief_of(subject),
            "point": f"{brief_of(subject)}:{point.id}" if point else None,
            "place": place_name(subject, path),
            "file": subject.place.file,
            "line": draft.source.position(draft.span(path, part).start).line,
        }
