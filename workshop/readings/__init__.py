"""Readings: one consistent read of the library -> facts. Here alone votes become counts.

Statements are built once and bound at each reading: building them anew costs more than SQLite.
"""
