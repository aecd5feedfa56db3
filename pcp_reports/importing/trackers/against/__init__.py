"""A tracker held against the entries that are there: which row is which grant, and what it changes."""
