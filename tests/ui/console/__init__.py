"""Tests of ui/console."""
