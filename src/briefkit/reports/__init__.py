"""Reports of findings as text."""
