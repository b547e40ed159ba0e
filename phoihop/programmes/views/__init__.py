"""Pages of programmes: the list, the text, its draft, what was read from it."""
