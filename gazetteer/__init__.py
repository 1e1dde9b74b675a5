"""How the gazetteer in `data/` is made: collected from public data sets, then generated."""
