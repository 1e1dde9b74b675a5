"""What makes the files in data/, and what measures the program; it is not shipped."""
