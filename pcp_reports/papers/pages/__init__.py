"""Pages of a text: what stands at their edges, and is no part of the paper."""
