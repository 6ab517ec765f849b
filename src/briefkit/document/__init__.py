"""The document tree and what makes it: prose, citations, notes."""
