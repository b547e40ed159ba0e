"""What is measured on this machine. `make bench` runs all of it; nothing here is asserted."""
