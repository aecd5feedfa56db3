"""Tables in a text that has none of its own: found in how the lines stand."""
