"""Puts the figures on one region's trade with one partner in one period side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from rucn.model.periods import chronological
from rucn.model.vocabulary import InferredOfTradeRow
from rucn.queries.criteria import FigureCriteria
from rucn.queries.lookup import is_sought

if TYPE_CHECKING:
    from rucn.model.records import TradeRow
    from rucn.model.rows import FigureRow, QuoteRow
    from rucn.store.dataset import Dataset

# The field of a row that has the value of each measure.
FIELDS = {
    "trade_volume": "volume",
    "trade_growth": "growth_percent",
    "trade_share": "share_percent",
    "partner_rank": "partner_rank",
}
TRADE_MEASURES = tuple(FIELDS)
EVERYTHING = FigureCriteria()
SCOPES = ("bilateral", "all_partners", "unclear")


def trade_rows(dataset: Dataset, sought: FigureCriteria = EVERYTHING) -> list[TradeRow]:
    """One row per region, partner, scope, period, source and speaker, with the volume, growth, share and rank.

    Two speakers never share a row, nor do one's own words and reported ones, nor two figures of one measure: what they
    state is set side by side, not merged.
    Regions come in the order in which the sources speak of them, their periods in time, rows without a period last.
    """
    rows: dict[tuple[object, ...], dict[str, FigureRow]] = {}
    for figure in dataset.figures.values():
        code = figure["region"]
        if code is None or figure["measure"] not in TRADE_MEASURES or not is_sought(dataset, figure, sought):
            continue
        quote = dataset.quotes[figure["quote"]]
        key = (code, figure["partner"], figure["scope"], *_when(figure), quote["official"], *_whose(dataset, quote))
        again = 0
        while figure["measure"] in rows.setdefault((*key, again), {}):
            again += 1
        rows[*key, again][figure["measure"]] = figure
    answered = [_row(dataset, measured) for measured in rows.values()]
    order = {code: number for number, code in enumerate(dict.fromkeys(row["region"] for row in answered))}
    return sorted(
        answered,
        key=lambda row: (order[row["region"]], SCOPES.index(row["scope"]), *chronological(row["period"])),
    )


def _whose(dataset: Dataset, quote: QuoteRow) -> tuple[str, str, str]:
    """What figures of one row share of their quotes: who speaks, in whose words, in which source."""
    return dataset.said_by(quote["id"]), quote["kind"], quote["source"]


def _when(figure: FigureRow) -> tuple[object, ...]:
    """What figures of one row share: the period, inferred or not, or the words where there is no period."""
    return figure["period"], figure["period_inferred"], None if figure["period"] else figure["period_as_stated"]


def _row(dataset: Dataset, measured: dict[str, FigureRow]) -> TradeRow:
    stated = [measured[measure] for measure in TRADE_MEASURES if measure in measured]
    first = stated[0]
    volume, growth, share, rank = (measured.get(measure) for measure in TRADE_MEASURES)
    code = first["region"] or ""
    region = dataset.regions[code]
    return {
        "region": code,
        "region_name": region["names"]["en"],
        "country": region["country"],
        "partner": first["partner"],
        "scope": first["scope"],
        "period": first["period"],
        "period_as_stated": first["period_as_stated"],
        "period_inferred": first["period_inferred"],
        "volume": volume["value"] if volume else None,
        "currency": volume["unit"] if volume else None,
        "volume_qualifier": volume["qualifier"] if volume else None,
        "volume_doubt": volume["doubt"] if volume else None,
        "growth_percent": growth["value"] if growth else None,
        "growth_qualifier": growth["qualifier"] if growth else None,
        "growth_doubt": growth["doubt"] if growth else None,
        # A hedged share is left to its figure: a row has no field for its hedge.
        "share_percent": share["value"] if share and share["qualifier"] is None else None,
        "share_doubt": share["doubt"] if share else None,
        "partner_rank": _rank(rank),
        "rank_qualifier": rank["qualifier"] if rank else None,
        "rank_doubt": rank["doubt"] if rank else None,
        "official_name": dataset.official_name(first["quote"]),
        "quotes": list(dict.fromkeys(figure["quote"] for figure in stated)),
        "figures": [figure["id"] for figure in stated],
        "source": dataset.quotes[first["quote"]]["source"],
        "inferred": _inferred(measured),
        "said_by": dataset.said_by(first["quote"]),
        "quote_kind": dataset.quotes[first["quote"]]["kind"],
    }


def _inferred(measured: dict[str, FigureRow]) -> list[InferredOfTradeRow]:
    """What of a row comes from the context.

    Region, partner and period are the row's own where all of its figures infer them; else it is the value that does.
    """
    shared = set.intersection(*(_context(figure) for figure in measured.values()))
    own = {FIELDS[measure] for measure, figure in measured.items() if _context(figure) - shared}
    units = {"currency"} if any("unit" in figure["inferred"] for figure in measured.values()) else set()
    return [field for field in get_args(InferredOfTradeRow) if field in {*shared, *own, *units}]


def _context(figure: FigureRow) -> set[str]:
    """Which of region, partner and period a figure takes from the context."""
    return {*figure["inferred"], *(("period",) if figure["period_inferred"] else ())} - {"unit"}


def _rank(rank: FigureRow | None) -> int | None:
    return int(rank["value"]) if rank and rank["value"] is not None else None
