"""The manual: its texts, its pictures, and the screen that shows it."""
