"""The gallery: every screen, scene and page in pictures, and a check on all of them."""
