"""The files of a database, and their rows in memory."""
