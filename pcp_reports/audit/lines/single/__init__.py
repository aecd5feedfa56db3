"""A line or sentence with one payment: who gets it and what for."""
