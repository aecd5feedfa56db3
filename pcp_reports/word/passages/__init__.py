"""Any Word paper as passages in order, with the numbers that Word prints, tracked changes taken as accepted."""
