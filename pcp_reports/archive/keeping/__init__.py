"""What is kept as a version, and whether it may be: the built paper and everything it was made from."""
