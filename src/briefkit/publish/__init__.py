"""Documents, rows, graphs and whole briefs as text or bytes, and the one place that writes files."""
