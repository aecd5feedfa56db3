"""The sums of a line: where each stands, what it is for, and what became of it."""
