"""A computed value as a record of its own, with the chain of what it rests on down to the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rucn.analysis.currency import Converter, Dated, of_figure, of_project, of_reference
from rucn.model.amounts import amount, as_json, computed_money, in_doubt, money, number, value_words
from rucn.model.currencies import CURRENCY_CODES
from rucn.model.phrases import figure_phrase, period_phrase, reference_phrase, speaker_line
from rucn.model.vocabulary import COUNTRIES
from rucn.queries import as_records
from rucn.queries.links import project_of
from rucn.queries.provenance import doubt_behind
from rucn.store.rates import ADDRESS, SOURCE, Rate

if TYPE_CHECKING:
    from collections.abc import Callable

    from rucn.analysis.implied import Implied
    from rucn.analysis.inference import Inference
    from rucn.model.records import Computed, Figure, Link, Project, Reference
    from rucn.store.dataset import Dataset
    from rucn.store.rates import Rates
    from rucn.store.references import References

NAMES = {
    "earlier_volume": "trade volume of {region} with {partner}, {period}",
    "later_volume": "trade volume of {region} with {partner}, {period}",
    "overall_volume": "trade volume of {region} with all partners, {period}",
    "national_share": "part of {region} in the trade of the two countries, {period}",
}


class Base(NamedTuple):
    """What is converted: the amount of a figure, project or reference, or one that follows from figures."""

    name: str
    region: str | None
    region_name: str | None
    dated: Dated
    formula: str
    rests_on: list[str]
    chain: list[Link]


class Lineage:
    """Computed values by id: `f01.earlier`, `f20.later`, `f14.national`, `f21.usd`, `p05.cny`, `f01.earlier.cny`.

    `inference` makes what follows from figures, where that is asked for.
    """

    def __init__(
        self, dataset: Dataset, references: References, rates: Rates, inference: Callable[[], Inference]
    ) -> None:
        self._dataset = dataset
        self._references = references
        self._rates = rates
        self._inference = inference

    def computed(self, key: str) -> Computed | None:
        """The computed value with an id; None where nothing follows that is called so."""
        base, _, what = key.rpartition(".")
        if what.upper() in CURRENCY_CODES:
            return self._conversion(base, what.upper())
        found = self._inference().implied(key)
        return found and self._inferred(found)

    def _inferred(self, implied: Implied) -> Computed:
        base = self._inferred_base(implied)
        return {
            "id": implied.key,
            "rule": implied.rule,
            "name": base.name,
            "region": base.region,
            "region_name": base.region_name,
            "value": as_json(implied.amount.value),
            "unit": implied.amount.unit,
            "qualifier": implied.amount.qualifier,
            "period": implied.period,
            "period_inferred": base.dated.inferred,
            "formula": base.formula,
            "rests_on": base.rests_on,
            "chain": base.chain,
            "note": implied.note,
            "doubt": doubt_behind(self._dataset, base.rests_on),
        }

    def _conversion(self, key: str, currency: str) -> Computed | None:
        base = self._base(key)
        if base is None:
            return None
        done = Converter(self._dataset, self._rates, currency).convert(base.dated)
        if done.amount is None or done.rate is None:
            return None
        return {
            "id": f"{key}.{currency.lower()}",
            "rule": "conversion",
            "name": f"{base.name}, in {currency}",
            "region": base.region,
            "region_name": base.region_name,
            "value": as_json(done.amount.value),
            "unit": currency,
            "qualifier": done.amount.qualifier,
            "period": base.dated.period,
            "period_inferred": base.dated.inferred,
            "formula": f"{base.formula} {done.rate} {computed_money(done.amount)}",
            "rests_on": base.rests_on,
            "chain": [*base.chain, _rate_link(done.rate)],
            "note": done.note,
            "doubt": doubt_behind(self._dataset, base.rests_on),
        }

    def _base(self, key: str) -> Base | None:
        if key in self._dataset.projects:
            project = as_records.project(self._dataset, self._dataset.projects[key])
            name = f"investment in {project['name']}"
            return self._stated_base(key, name, project, of_project(self._dataset, project))
        if key in self._dataset.figures:
            figure = as_records.figure(self._dataset, self._dataset.figures[key])
            about = project_of(self._dataset, self._dataset.figures[key])
            name = _about(figure["region_name"], about["name"] if about else None, figure_phrase(figure))
            dated = ", ".join(filter(None, (name, period_phrase(figure["period"], figure["period_inferred"]))))
            return self._stated_base(key, dated, figure, of_figure(figure))
        reference = self._references.reference(key)
        if reference is not None:
            name = _about(reference["region_name"], reference["subject"], reference_phrase(reference))
            dated = ", ".join(filter(None, (name, reference["period"])))
            return self._stated_base(key, dated, reference, of_reference(reference))
        implied = self._inference().implied(key)
        return self._inferred_base(implied) if implied else None

    def _stated_base(self, key: str, name: str, record: Figure | Project | Reference, dated: Dated) -> Base:
        formula = f"{in_doubt(money(dated.amount), doubt_behind(self._dataset, [key]))} [{key}]"
        return Base(name, record["region"], record["region_name"], dated, formula, [key], [self._link(key)])

    def _inferred_base(self, implied: Implied) -> Base:
        figure = self._dataset.figures[implied.rests_on[0]]
        region = self._dataset.region_name(figure["region"])
        partner = COUNTRIES.get(figure["partner"] or "", "all partners")
        period = period_phrase(implied.period, figure["period_inferred"])
        name = NAMES[implied.rule].format(region=region, partner=partner, period=period)
        chain = [*map(self._link, implied.rests_on), *([_rate_link(implied.rate)] if implied.rate else [])]
        dated = implied.dated(figure["quote"], figure["period_inferred"])
        return Base(name, figure["region"], region, dated, implied.formula, implied.rests_on, chain)

    def _link(self, key: str) -> Link:
        """What one record says, and the words that say it."""
        if key in self._dataset.figures:
            figure = self._dataset.figures[key]
            value = in_doubt(value_words(of_figure(figure).amount, figure["measure"]), figure["doubt"])
            period = period_phrase(figure["period"], figure["period_inferred"])
            says = _said(figure_phrase(as_records.figure(self._dataset, figure)), value, period)
            return self._stated(
                key, says, figure["evidence"], figure["quote"], _with_doubt(figure["note"], figure["doubt"])
            )
        if key in self._dataset.projects:
            project = self._dataset.projects[key]
            cost = money(amount(project["investment"], project["currency"], project["investment_qualifier"]))
            cost = in_doubt(cost, doubt_behind(self._dataset, [key]))
            says, words = _said(project["name"], cost, None), " … ".join(project["evidence"])
            return self._stated(key, says, words, project["quote"], project["note"])
        reference = self._references.reference(key)
        if reference is None:
            raise KeyError(key)
        about = _about(reference["region_name"], reference["subject"], reference_phrase(reference))
        value = value_words(of_reference(reference).amount, reference["measure"])
        return {
            "id": key,
            "says": _said(about, value, reference["period"]),
            "words": None,
            "by": reference["publisher"],
            "address": reference["address"],
            "note": reference["note"],
        }

    def _stated(self, key: str, says: str, words: str, quote: str, note: str | None) -> Link:
        whole = as_records.quote(self._dataset, self._dataset.quotes[quote])
        by = f"{speaker_line(whole)} ({quote})"
        address = self._dataset.sources[whole["source"]]["address"]
        return {"id": key, "says": says, "words": words, "by": by, "address": address, "note": note}


def _with_doubt(note: str | None, doubt: str | None) -> str | None:
    """What has to be known of a figure, its doubt last."""
    return " ".join(filter(None, (note, doubt and f"Doubt: {doubt}"))) or None


def _about(region_name: str | None, subject: str | None, what: str) -> str:
    """Of what region or project a figure or reference is, and what it measures."""
    return f"{': '.join(filter(None, (region_name, subject))) or 'no region named'}: {what}"


def _said(what: str, value: str, period: str | None) -> str:
    return ", ".join(filter(None, (f"{what}: {value}", period)))


def _rate_link(rate: Rate) -> Link:
    says = f"{number(rate.value)} {rate.unit}, the mean of the daily rates of {rate.period}"
    return {"id": None, "says": says, "words": None, "by": SOURCE, "address": ADDRESS, "note": None}
