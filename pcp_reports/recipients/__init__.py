"""Recipients of grants: their names, what they are, their numbers in registers, and what grants are for. Pure."""
