"""Proving that every version is still what it was, and telling in words what is not."""
