"""The one clock of the commands: a new brief gets the month in which it is begun."""

from collections.abc import Mapping
from datetime import UTC, datetime


def this_month(environment: Mapping[str, str]) -> str:
    """Return the month as a partial date, of `SOURCE_DATE_EPOCH` (seconds since 1970) where that is set."""
    fixed = environment.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(fixed), UTC) if fixed.isdecimal() else datetime.now(UTC)
    return now.strftime("%Y-%m")
