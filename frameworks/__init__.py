"""Frameworks: what a published model is as a pack; knows no workshop and no storage."""
