"""Where a part of a scalar's value stands in the source text."""
