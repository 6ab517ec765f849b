"""Formats of reports, one module each with a FORMAT; a new module here is a new format."""
