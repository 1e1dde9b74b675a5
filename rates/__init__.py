"""How the table of average exchange rates in `data/` is made."""
