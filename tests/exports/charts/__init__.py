"""Tests of the charts in files."""
