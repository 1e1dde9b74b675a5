"""A computed value as a record of its own, with the chain of what it rests on down to the words."""

from typing import TYPE_CHECKING, NamedTuple

from rucn import queries
from rucn.amounts import computed_money, measured, money
from rucn.computing.conversion import CURRENCIES, Converter
from rucn.rates import ADDRESS, SOURCE, Rate
from rucn.words import COUNTRIES, MEASURES

if TYPE_CHECKING:
    from rucn.computing.implied import Implied
    from rucn.computing.rows import Inference
    from rucn.dataset import Dataset
    from rucn.rates import Rates
    from rucn.records import Computed, Link
    from rucn.references import References
    from rucn.vocabulary import Qualifier

NAMES = {
    "earlier_volume": "trade volume of {region} with {partner}, {period}",
    "later_volume": "trade volume of {region} with {partner}, {period}",
    "overall_volume": "trade volume of {region} with all partners, {period}",
    "national_share": "part of {region} in the trade of the two countries, {period}",
}


class Amount(NamedTuple):
    """What can be converted: the amount of a figure, a project or a reference."""

    name: str
    region: str | None
    region_name: str | None
    value: int | float | None
    unit: str | None
    qualifier: "Qualifier | None"
    period: str | None
    quote: str | None
    evidence: str


class Chains:
    """Computed values by id: `f01.earlier`, `f20.later`, `f14.national`, `f21.usd`, `p05.cny`, `r007.eur`."""

    def __init__(self, dataset: "Dataset", references: "References", rates: "Rates", inference: "Inference") -> None:
        self._dataset = dataset
        self._references = references
        self._rates = rates
        self._inference = inference

    def computed(self, key: str) -> "Computed | None":
        """The computed value with an id; None where nothing follows that is called so."""
        base, _, what = key.partition(".")
        if what.upper() in CURRENCIES:
            return self._conversion(base, what.upper())
        return next((self._inferred(one) for one in self._inference.all() if one.key == key), None)

    def _inferred(self, implied: "Implied") -> "Computed":
        figure = self._dataset.figures[implied.rests_on[0]]
        region = self._dataset.region_name(figure["region"])
        links = [self._link(one) for one in implied.rests_on]
        partner = COUNTRIES.get(figure["partner"] or "", "all partners")
        name = NAMES[implied.rule].format(region=region, partner=partner, period=implied.period)
        return {
            "id": implied.key,
            "rule": implied.rule,
            "name": name,
            "region": figure["region"],
            "region_name": region,
            "value": implied.value,
            "unit": implied.unit,
            "qualifier": implied.qualifier,
            "period": implied.period,
            "formula": implied.formula,
            "rests_on": implied.rests_on,
            "chain": [*links, *([_rate_link(implied.rate)] if implied.rate else [])],
            "note": implied.note,
        }

    def _conversion(self, base: str, currency: str) -> "Computed | None":
        converter = Converter(self._dataset, self._rates, currency)
        amount = self._amount(base, converter)
        if amount is None:
            return None
        done = converter.amount(amount.value, amount.unit, amount.period, amount.quote, amount.evidence)
        if done.value is None or done.rate is None:
            return None
        result = computed_money(done.value, currency, amount.qualifier)
        return {
            "id": f"{base}.{currency.lower()}",
            "rule": "conversion",
            "name": f"{amount.name}, in {currency}",
            "region": amount.region,
            "region_name": amount.region_name,
            "value": done.value,
            "unit": currency,
            "qualifier": amount.qualifier,
            "period": amount.period,
            "formula": f"{money(amount.value, amount.unit, amount.qualifier)} [{base}] {done.rate} {result}",
            "rests_on": [base],
            "chain": [self._link(base), _rate_link(done.rate)],
            "note": done.note,
        }

    def _amount(self, base: str, converter: Converter) -> Amount | None:
        if base in self._dataset.projects:
            project = queries.project(self._dataset, self._dataset.projects[base])
            return Amount(
                name=f"investment in {project['name']}",
                region=project["region"],
                region_name=project["region_name"],
                value=project["investment"],
                unit=project["currency"],
                qualifier=project["investment_qualifier"],
                period=converter.period_of(project),
                quote=project["quote"],
                evidence=" ".join(project["evidence"]),
            )
        stated = self._dataset.figures.get(base)
        figure = queries.figure(self._dataset, stated) if stated else self._references.reference(base)
        if figure is None:
            return None
        about = figure["region_name"] or figure.get("subject") or "no region named"
        return Amount(
            name=f"{MEASURES[figure['measure']]} of {about}",
            region=figure["region"],
            region_name=figure["region_name"],
            value=figure["value"],
            unit=figure["unit"],
            qualifier=figure["qualifier"],
            period=figure["period"],
            quote=stated["quote"] if stated else None,
            evidence=stated["evidence"] if stated else "",
        )

    def _link(self, key: str) -> "Link":
        """What one record says, and the words that say it."""
        if key in self._dataset.figures:
            figure = queries.figure(self._dataset, self._dataset.figures[key])
            words = figure["evidence"]
            says = measured(figure["value"], figure["unit"], figure["qualifier"], figure["measure"])
            says = _said(MEASURES[figure["measure"]], says, figure["period"])
            return self._stated(key, says, words, figure["quote"])
        if key in self._dataset.projects:
            project = queries.project(self._dataset, self._dataset.projects[key])
            cost = money(project["investment"], project["currency"], project["investment_qualifier"])
            return self._stated(
                key, _said(project["name"], cost, None), " … ".join(project["evidence"]), project["quote"]
            )
        reference = self._references.reference(key)
        if reference is None:
            raise KeyError(key)
        value = measured(reference["value"], reference["unit"], reference["qualifier"], reference["measure"])
        about = f"{MEASURES[reference['measure']]} of {reference['region_name'] or reference['subject']}"
        return {
            "id": key,
            "says": _said(about, value, reference["period"]),
            "words": None,
            "by": reference["publisher"],
            "address": reference["address"],
        }

    def _stated(self, key: str, says: str, words: str, quote: str) -> "Link":
        whole = queries.quote(self._dataset, self._dataset.quotes[quote])
        by = f"{whole['official_name']}, {whole['title']} ({quote})"
        address = self._dataset.sources[whole["source"]]["address"]
        return {"id": key, "says": says, "words": words, "by": by, "address": address}


def _said(what: str, value: str, period: str | None) -> str:
    return ", ".join(filter(None, (f"{what}: {value}", period)))


def _rate_link(rate: Rate) -> "Link":
    says = f"{rate.value} {rate.unit}, the mean of the daily rates of {rate.period}"
    return {"id": None, "says": says, "words": None, "by": SOURCE, "address": ADDRESS}
