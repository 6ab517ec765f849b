"""Formats of rows, for machines."""
