"""The check page: screens, keys and the library, tried before the room comes in."""
