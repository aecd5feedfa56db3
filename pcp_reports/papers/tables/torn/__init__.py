"""Tables that came apart into a line for each cell, put together again where only one way comes right."""
