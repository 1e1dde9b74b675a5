"""Claims of the quotes beside what independent sources report."""

from rucn.comparing.comparison import Comparer

__all__ = ["Comparer"]
