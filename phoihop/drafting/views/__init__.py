"""Pages of reading and review: put a paper in, look at each fact beside the text, confirm."""
