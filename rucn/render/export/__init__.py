"""All records as tables for other programs: one module a form."""
