"""What changes the files of a library: names, and what findings ask for."""

from typing import TYPE_CHECKING

from briefkit.library import Library
from briefkit.source.finding import Report

if TYPE_CHECKING:  # `validate` needs none of them, and its start counts
    from briefkit.revising.fix import Fixed
    from briefkit.revising.rename import Renaming


def rename(library: Library, old: str, new: str, *, kind: str = "", write: bool = True) -> "Renaming":
    """Give a name another form everywhere, in all files or none; see `briefkit.revising.rename` for what is raised.

    `old` may begin with its brief, as in `australia:regional-order`; `kind` is needed where a name is several things.
    With `write=False` the changes are only returned. Raises OutputError, too, when a file cannot be written.
    """
    from briefkit.revising import change, rename

    planned = rename.rename(library, old, new, kind)
    change.write(planned.changes if write else ())
    return planned


def fix(library: Library, report: Report, *, write: bool = True) -> "Fixed":
    """Mend the findings whose hint is certain, in all files or none; raises OutputError when one cannot be written."""
    from briefkit.revising import change, fix

    planned = fix.fix(library, report.findings)
    change.write(planned.changes if write else ())
    return planned
