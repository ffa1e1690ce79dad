"""Tests of the check of the room."""
