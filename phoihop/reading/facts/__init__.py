"""From a text to its facts: zone first, then each zone by its own rules."""
