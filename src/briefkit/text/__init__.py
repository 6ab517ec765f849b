"""What knows nothing of briefs: words, dates, names, errors, registries."""
