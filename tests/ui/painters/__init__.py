"""Tests of ui/painters."""
