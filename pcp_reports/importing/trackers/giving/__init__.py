"""A 360Giving package -> its awards, and what it falls short of."""
