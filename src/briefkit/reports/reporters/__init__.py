"""Formats for reports, one module each; a new module here is a new format."""
