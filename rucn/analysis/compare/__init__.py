"""Claims of the quotes beside what other sources report."""

from rucn.analysis.compare.comparison import Comparer

__all__ = ["Comparer"]
