"""The frame of a page: it asks for nothing, and nothing in it runs but what its policy names by its hash."""

import base64
from hashlib import sha256

from briefkit.document import blocks as b
from briefkit.publish.web.language import spoken
from briefkit.publish.web.markup import attributes, element, escaped

MAIN = "main"
"""The id of the text, to which the first link of a page leads."""
UNTITLED = "Untitled"
"""What a page is called that has no title."""


def page(meta: b.Meta, body: str, style: str, script: str = "") -> str:
    """Return a whole page: what it says of itself, a style sheet, and a body, which is HTML.

    The browser is told to load nothing but pictures in the page itself, and to run no script but the given one.
    """
    language = spoken(meta.language, " ") or ' lang="en"'
    title = f"{meta.title}: {meta.subtitle}" if meta.subtitle else meta.title
    head = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy"{attributes(content=_policy(style, script))}>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="generator" content="briefkit">',
        *_said("author", meta.authors),
        *_said("description", (meta.description,)),
        *_said("keywords", (", ".join(meta.keywords),)),
        *_said("dcterms.date", (meta.date,)),
        *_said("dcterms.publisher", (meta.publisher,)),
        f"<title>{escaped(' '.join(title.split())) or UNTITLED}</title>",
        f"<style>{style}</style>",
    ]
    skip = element("a", "Skip to the text", class_="skip", href=f"#{MAIN}")
    shown = [skip, body, *([f"<script>{script}</script>"] if script else [])]
    lines = ["<!DOCTYPE html>", f"<html{language}>", "<head>", *head, "</head>", "<body>", *shown, "</body>", "</html>"]
    return "".join(f"{line}\n" for line in lines)


def _said(name: str, values: tuple[str, ...]) -> list[str]:
    return [f"<meta{attributes(name=name, content=' '.join(value.split()))}>" for value in values if value.strip()]


def _policy(style: str, script: str) -> str:
    allowed = ["default-src 'none'", f"style-src {_hash(style)}", "img-src data:", "base-uri 'none'"]
    if script:
        allowed.append(f"script-src {_hash(script)}")
    return "; ".join([*allowed, "form-action 'none'"])


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"
