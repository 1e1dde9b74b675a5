"""Reads numbers, units, hedges and dates in texts."""
