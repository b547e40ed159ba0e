"""Pages of reporting: load, check, ask the action, answer."""
