"""What the program speaks of: records, measures, currencies, periods, amounts and errors. It knows no file."""
