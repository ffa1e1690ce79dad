"""Widgets that several console screens use."""
