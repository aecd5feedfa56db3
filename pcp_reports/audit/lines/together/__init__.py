"""Lines of a list that are read with those beside them."""
