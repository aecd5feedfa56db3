"""Words set beside words: what differs, which figures changed, and how a typed text is retyped."""
