"""Sums within a list that no claim gives: the columns of a table beside the awards, and the parts that an award is made of."""
