"""A sheet or text of awards, row by row: what each row holds, and which rows are totals."""
