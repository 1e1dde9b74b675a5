"""Looks up what is stated and reported: filters, lists, profiles, series, search. Nothing here is computed."""
