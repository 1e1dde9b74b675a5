"""What is worked out from facts: conversions, what follows, comparisons. Nothing here is stated."""
