"""Charts in files: each kind as a drawing, and the pictures made of it."""
