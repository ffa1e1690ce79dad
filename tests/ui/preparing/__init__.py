"""Tests of a workshop on its Prepare screen."""
