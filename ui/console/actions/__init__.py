"""Actions: what was agreed in all workshops, followed up in one table."""
