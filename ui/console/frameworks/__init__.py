"""The frameworks: all packs that a workshop can start from, and what is in them."""
