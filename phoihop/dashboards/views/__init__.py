"""Views of dashboards, one page a file."""
