"""Files: a snapshot in, a file out; no Qt."""
