"""What is told of tables before any is read."""

# Excel files by how their names end.
EXCEL_ENDINGS = (".xlsx", ".xlsm")
# The form of a table of text is told from so many bytes.
SAMPLE = 65_536
