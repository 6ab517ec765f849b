"""Parsed briefs, their links, the rules, and what they find: one file is examined, all are combined."""
