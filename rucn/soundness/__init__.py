"""Whether a database is sound: its rows in shape, its references whole, every number in its quote."""
