"""The entries behind a changed passage, and how its words go back into them."""
