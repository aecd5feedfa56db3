"""Which pieces of a paper make a round of grants, with its lead and its strands."""
