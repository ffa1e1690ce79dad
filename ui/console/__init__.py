"""The console: the window of the facilitator."""
