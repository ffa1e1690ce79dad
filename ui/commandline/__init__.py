"""The command line: the face without a window; no Qt."""
