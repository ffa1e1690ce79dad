"""The domain and its storage: no Qt, no HTTP, no PDF."""
