"""What the pages of dashboards read; each page costs the same queries for three places or three thousand."""
