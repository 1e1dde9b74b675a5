"""Tables of others: a column is read, and columns are added; all else stays as it is."""
