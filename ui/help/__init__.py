"""The manual: its chapters as plain values. The screen that shows them is ui/console/help."""
