"""Addresses of links as Word takes them: one that is no valid URI makes it call the whole file damaged."""

import re
from urllib.parse import quote, urlsplit

_HOST = re.compile(r"(?:[\w.~%!$&'()*+,;=:-]*@)?[\w-]+(?:\.[\w-]+)*\.?(?::\d{1,5})?")
_ORDINARY = re.compile(
    r"https?://[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+(?:/[a-zA-Z0-9/._~=&;+,-]*)?(?:\?[a-zA-Z0-9/._~=&+-]*)?"
)
"""An address that is a URI as it stands, as nearly all are."""
_LONGEST = 255
"""Letters that the name of a host may have."""
_SAFE = "%/:?@!$&'()*+,;=~"


def address(url: str) -> str:
    """Return the address as a URI; empty for one that is none, or that is not for the web or for mail."""
    if len(url) < _LONGEST and _ORDINARY.fullmatch(url):
        return url
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    scheme, host = parts.scheme.lower(), parts.netloc
    if scheme == "mailto":
        return f"mailto:{_quoted(url.partition(':')[2])}" if "@" in url else ""
    if scheme not in ("http", "https") or len(host) > _LONGEST or not _HOST.fullmatch(host):
        return ""
    query = f"?{_quoted(parts.query)}" if parts.query else ""
    fragment = f"#{_quoted(parts.fragment)}" if parts.fragment else ""
    return f"{scheme}://{host}{_quoted(parts.path)}{query}{fragment}"


def _quoted(part: str) -> str:
    return quote(re.sub("%(?![0-9A-Fa-f]{2})", "%25", part), safe=_SAFE, errors="replace")
