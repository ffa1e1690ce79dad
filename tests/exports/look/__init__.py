"""Tests of exports/look."""
