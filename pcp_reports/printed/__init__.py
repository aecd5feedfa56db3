"""How figures are printed in English and Welsh papers, and what each form says; `claims` is the way in."""
