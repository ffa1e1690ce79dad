"""The faces: each reads scenes and calls the live workshop."""
