"""Documents and records as text or bytes, and the one place that writes files."""
