"""Tests of the charts on the console."""
