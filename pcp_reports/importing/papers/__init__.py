"""A paper that exists already as the first draft of its entries."""
