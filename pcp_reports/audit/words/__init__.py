"""The words round lists of grants: what they name, whose money they speak of, what became of a bid."""
