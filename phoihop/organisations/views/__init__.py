"""Pages of places and bodies."""
