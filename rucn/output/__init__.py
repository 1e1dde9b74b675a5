"""The only rooms that print: a result becomes a table, a page, JSON, CSV or Markdown."""
