"""What the claims of a paper are worth against the lines that were read, and how that is told."""
