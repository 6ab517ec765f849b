"""Formats of a whole library, a module each."""
