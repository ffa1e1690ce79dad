"""Tests of the screen of actions."""
