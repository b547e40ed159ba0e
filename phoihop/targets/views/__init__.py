"""Pages of targets: the list of an edition, a target opened into its facts, and what is done with them."""
