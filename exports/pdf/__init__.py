"""PDF files, on one set of styles."""
