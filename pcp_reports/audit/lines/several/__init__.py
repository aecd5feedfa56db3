"""A line or sentence that tells of several grants at once."""
