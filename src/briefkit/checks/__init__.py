"""Parsed briefs, their links, the rules and what they find."""
