"""Formats, one module each with a FORMAT. A folder holds those that take the same; a new module is a new format."""
