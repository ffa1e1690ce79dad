"""Tests of the wall: its stage, its painters, its window and its screens."""
