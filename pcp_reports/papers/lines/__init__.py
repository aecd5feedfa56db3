"""Lines of a text: their labels, and which of them are one paragraph."""
