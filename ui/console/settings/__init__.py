"""The settings: what this machine remembers, changed as it is chosen."""
