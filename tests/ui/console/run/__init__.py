"""Tests of leading a day on the console."""
