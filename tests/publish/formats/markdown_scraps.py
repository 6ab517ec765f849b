"""Pieces of text that mean something to one reader of Markdown or another."""

SCRAPS = [
    *"aZ19 .,:;!?-+*_~^`'\"()[]{}<>#=|$%&@/\\\n\té“”日€\u00a0—",
    *(
        "  ",
        "    ",
        "(1) ",
        "1. ",
        "1) ",
        "a) ",
        "iv. ",
        "A. ",
        "- ",
        "+ ",
        "* ",
        "# ",
        "> ",
        "| ",
        ": ",
        ":: ",
        "--- ",
    ),
    *("=== ", "[^1]: ", "[^1]", "@key", "&amp;", "&#35;", "<b>", "<!-- ", "http://x.y", "www.a.b", "me@x.org", "```"),
    *("~~~", "![", "](", "\\alpha", "snake_case", "Table: ", "$x$", "^[n]", ":smile:", "U.S.", "Japan-Australia"),
]
