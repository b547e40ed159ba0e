"""What pages of reporting read."""
