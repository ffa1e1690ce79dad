"""The tests mirror the rooms; their names read as the specification."""
