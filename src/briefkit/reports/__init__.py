"""Reports of findings as text."""

from typing import TYPE_CHECKING

from briefkit.publish.format import Family

if TYPE_CHECKING:  # names of formats are asked for at every start
    from briefkit.source.finding import Report

FINDINGS: "Family[Report]" = Family("briefkit.reports.reporters")
