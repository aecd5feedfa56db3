"""What a funding round says it comes to, in its text and under `stated`, and what that is worth against its grants."""
