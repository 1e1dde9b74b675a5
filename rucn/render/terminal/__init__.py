"""What a person reads at a terminal: tables and pages."""
