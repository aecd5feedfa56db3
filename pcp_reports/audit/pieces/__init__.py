"""A paper taken apart, as far as lists of grants go: grant lines, tables, headings, totals, and the text between them."""
