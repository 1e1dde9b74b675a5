"""Claims of the quotes beside what other sources report."""

from __future__ import annotations

from rucn.analysis.compare.comparison import Comparer

__all__ = ["Comparer"]
