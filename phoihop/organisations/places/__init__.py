"""The nation's places: a compact copy of the official lists, and what loads it."""
