"""Who still owes what for a paper, and when: what the command `status` tells."""
