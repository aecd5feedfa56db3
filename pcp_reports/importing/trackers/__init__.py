"""A grant tracker or a 360Giving package as awards and rounds, and what they change in the entries."""
