"""What a paper says that a round comes to, and where it says so."""
