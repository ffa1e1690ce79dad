"""Tests of ui/console/widgets."""
