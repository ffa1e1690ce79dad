"""The bench: what ARCHITECTURE.md promises about speed, measured; `python -m tests.bench`."""
