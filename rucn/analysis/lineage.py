"""A computed value as a record of its own, with the chain of what it rests on down to the words."""

from typing import TYPE_CHECKING, Any, NamedTuple

from rucn.analysis.currency import Amount, Converter, of_figure, of_project, of_reference
from rucn.model import phrases
from rucn.model.amounts import computed_money, measured, money
from rucn.model.words import COUNTRIES, CURRENCIES
from rucn.queries import lookup
from rucn.queries.projects import project_of
from rucn.store.rates import ADDRESS, SOURCE, Rate

if TYPE_CHECKING:
    from collections.abc import Callable

    from rucn.analysis.implied import Implied
    from rucn.analysis.inference import Inference
    from rucn.model.records import Computed, Link
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
    amount: Amount
    formula: str
    rests_on: list[str]
    chain: "list[Link]"


class Chains:
    """Computed values by id: `f01.earlier`, `f20.later`, `f14.national`, `f21.usd`, `p05.cny`, `f01.earlier.cny`.

    `inference` makes what follows from figures, where that is asked for.
    """

    def __init__(
        self, dataset: "Dataset", references: "References", rates: "Rates", inference: "Callable[[], Inference]"
    ) -> None:
        self._dataset = dataset
        self._references = references
        self._rates = rates
        self._inference = inference

    def computed(self, key: str) -> "Computed | None":
        """The computed value with an id; None where nothing follows that is called so."""
        base, _, what = key.rpartition(".")
        if what.upper() in CURRENCIES:
            return self._conversion(base, what.upper())
        found = self._implied(key)
        return found and self._inferred(found)

    def _implied(self, key: str) -> "Implied | None":
        return next((one for one in self._inference().all() if one.key == key), None)

    def _inferred(self, implied: "Implied") -> "Computed":
        base = self._inferred_base(implied)
        return {
            "id": implied.key,
            "rule": implied.rule,
            "name": base.name,
            "region": base.region,
            "region_name": base.region_name,
            "value": implied.value,
            "unit": implied.unit,
            "qualifier": implied.qualifier,
            "period": implied.period,
            "period_inferred": base.amount.inferred,
            "formula": base.formula,
            "rests_on": base.rests_on,
            "chain": base.chain,
            "note": implied.note,
        }

    def _conversion(self, key: str, currency: str) -> "Computed | None":
        base = self._base(key)
        if base is None:
            return None
        amount = base.amount
        done = Converter(self._dataset, self._rates, currency).convert(amount)
        if done.value is None or done.rate is None:
            return None
        result = computed_money(done.value, currency, amount.qualifier)
        return {
            "id": f"{key}.{currency.lower()}",
            "rule": "conversion",
            "name": f"{base.name}, in {currency}",
            "region": base.region,
            "region_name": base.region_name,
            "value": done.value,
            "unit": currency,
            "qualifier": amount.qualifier,
            "period": amount.period,
            "period_inferred": amount.inferred,
            "formula": f"{base.formula} {done.rate} {result}",
            "rests_on": base.rests_on,
            "chain": [*base.chain, _rate_link(done.rate)],
            "note": done.note,
        }

    def _base(self, key: str) -> Base | None:
        if key in self._dataset.projects:
            project = lookup.project(self._dataset, self._dataset.projects[key])
            amount = of_project(self._dataset, project)
            name = f"investment in {project['name']}"
            return self._stated_base(key, name, project, amount)
        if key in self._dataset.figures:
            figure = lookup.figure(self._dataset, self._dataset.figures[key])
            about = project_of(self._dataset, self._dataset.figures[key])
            name = _about({**figure, "subject": about["name"] if about else None})
            return self._stated_base(key, name, figure, of_figure(figure))
        reference = self._references.reference(key)
        if reference is not None:
            return self._stated_base(key, _about(reference), reference, of_reference(reference))
        implied = self._implied(key)
        return self._inferred_base(implied) if implied else None

    def _stated_base(self, key: str, name: str, record: Any, amount: Amount) -> Base:
        formula = f"{money(amount.value, amount.unit, amount.qualifier)} [{key}]"
        return Base(name, record["region"], record["region_name"], amount, formula, [key], [self._link(key)])

    def _inferred_base(self, implied: "Implied") -> Base:
        figure = self._dataset.figures[implied.rests_on[0]]
        region = self._dataset.region_name(figure["region"])
        partner = COUNTRIES.get(figure["partner"] or "", "all partners")
        period = phrases.period_told(implied.period, figure["period_inferred"])
        name = NAMES[implied.rule].format(region=region, partner=partner, period=period)
        chain = [*map(self._link, implied.rests_on), *([_rate_link(implied.rate)] if implied.rate else [])]
        amount = implied.amount._replace(quote=figure["quote"], inferred=figure["period_inferred"])
        return Base(name, figure["region"], region, amount, implied.formula, implied.rests_on, chain)

    def _link(self, key: str) -> "Link":
        """What one record says, and the words that say it."""
        if key in self._dataset.figures:
            figure = lookup.figure(self._dataset, self._dataset.figures[key])
            words = figure["evidence"]
            says = measured(figure["value"], figure["unit"], figure["qualifier"], figure["measure"])
            says = _said(phrases.measure_of(figure), says, phrases.when(figure))
            return self._stated(key, says, words, figure["quote"], figure["note"])
        if key in self._dataset.projects:
            project = lookup.project(self._dataset, self._dataset.projects[key])
            cost = money(project["investment"], project["currency"], project["investment_qualifier"])
            return self._stated(
                key,
                _said(project["name"], cost, None),
                " … ".join(project["evidence"]),
                project["quote"],
                project["note"],
            )
        reference = self._references.reference(key)
        if reference is None:
            raise KeyError(key)
        value = measured(reference["value"], reference["unit"], reference["qualifier"], reference["measure"])
        return {
            "id": key,
            "says": _said(_about(reference, dated=False), value, reference["period"]),
            "words": None,
            "by": reference["publisher"],
            "address": reference["address"],
            "note": reference["note"],
        }

    def _stated(self, key: str, says: str, words: str, quote: str, note: str | None) -> "Link":
        whole = lookup.quote(self._dataset, self._dataset.quotes[quote])
        by = f"{whole['official_name']}, {whole['title']} ({quote})"
        address = self._dataset.sources[whole["source"]]["address"]
        return {"id": key, "says": says, "words": words, "by": by, "address": address, "note": note}


def _about(record: Any, dated: bool = True) -> str:
    """Of what region or project a figure or reference is, what it measures, and when."""
    where = ": ".join(filter(None, (record["region_name"], record.get("subject")))) or "no region named"
    return ", ".join(filter(None, (f"{where}: {phrases.measure_of(record)}", phrases.when(record) if dated else "")))


def _said(what: str, value: str, period: str | None) -> str:
    return ", ".join(filter(None, (f"{what}: {value}", period)))


def _rate_link(rate: Rate) -> "Link":
    says = f"{rate.value} {rate.unit}, the mean of the daily rates of {rate.period}"
    return {"id": None, "says": says, "words": None, "by": SOURCE, "address": ADDRESS, "note": None}
