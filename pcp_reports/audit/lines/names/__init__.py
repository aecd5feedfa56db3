"""Who a line is about: names told apart, and where each begins and ends."""
