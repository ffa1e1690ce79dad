"""The look that wall, console and files share: tokens and fonts."""
