"""Tests of the Prepare screen and its parts."""
