"""The projector: the window and screen that carry the wall."""
