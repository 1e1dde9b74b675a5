"""All that is shown or written out: tables, pages, charts, JSON, CSV, Markdown."""
