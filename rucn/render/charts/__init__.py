"""Pictures of numbers: what is drawn, and how it is drawn in a terminal and in a file."""
