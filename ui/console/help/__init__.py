"""The manual on the screen: its contents at the left, a chapter at the right, and the search."""
