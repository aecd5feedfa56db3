"""What is typed under `evidence`: sums and sources behind the words of a text."""
