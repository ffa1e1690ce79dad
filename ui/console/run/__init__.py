"""The console's screen for leading a day, a file for each of its parts."""
