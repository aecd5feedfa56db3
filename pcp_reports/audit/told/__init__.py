"""Grants told paragraph by paragraph under words that say what they come to, or how many they are: news, notices, minutes."""
