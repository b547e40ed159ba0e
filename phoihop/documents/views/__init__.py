"""Pages of files and registers."""
