"""Prepare: the screen where a workshop is made ready, before its day."""
