"""Tests of the domain and its storage."""
