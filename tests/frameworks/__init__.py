"""Tests of the frameworks room."""
