"""The library's screen, a file for each of its parts."""
