"""The document tree, what makes it (prose, citations, notes), and walks over it."""
