"""The words of the trade: lines, labels, numbers, days, units, parties; same-length forms of a text."""
