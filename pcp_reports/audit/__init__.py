"""What any paper says about grants, found and judged: grant lines, rounds, and the totals and counts stated of them."""
