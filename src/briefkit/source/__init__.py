"""Texts with positions, and what is said of places in them: drafts, faults, findings."""
