"""Formats of a brief or a volume with all that its file says."""
