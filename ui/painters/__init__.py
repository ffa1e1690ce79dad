"""Painters: functions that draw a frozen model into a rectangle."""
