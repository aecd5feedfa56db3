"""Sums that a paper says are made up of others: a whole with all of its parts, held against what they come to."""
