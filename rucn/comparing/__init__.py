"""Claims of the quotes beside what other sources report."""

from rucn.comparing.comparison import Comparer

__all__ = ["Comparer"]
