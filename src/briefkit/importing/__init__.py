"""Files of other programs → drafts of briefs, with every decision on the way."""
