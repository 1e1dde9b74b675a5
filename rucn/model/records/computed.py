"""What is worked out from other records, and stated nowhere."""

from typing import Annotated, TypedDict

from rucn.model.records.reported import Reference
from rucn.model.records.stated import Figure, Project, TradeRow
from rucn.model.vocabulary import (
    Basis,
    Country,
    Currency,
    Hindrance,
    InferredOfFigure,
    Qualifier,
    QuoteKind,
    Rule,
    Scope,
    TargetCurrency,
    Unit,
    Verdict,
)


class Rated(TypedDict):
    """How an amount was converted; all null where it was not."""

    converted_currency: Annotated[TargetCurrency | None, "ISO 4217"]
    rate: Annotated[float | None, "null where the amount is stated in this currency"]
    rate_unit: Annotated[str | None, "CNY per USD"]
    rate_period: Annotated[str | None, "the period that the rate is the average of"]
    rate_period_inferred: Annotated[bool, "true where the amount has no period: the year of its source is taken"]
    rate_source: Annotated[str | None, "ECB average 2017"]
    conversion_note: Annotated[str | None, "why an amount is not converted, and what was taken for granted"]
    conversion: Annotated[str | None, "id of the computed amount, for `show`"]


class InCurrency(TypedDict):
    """The amount of a figure or reference in another currency."""

    converted_value: Annotated[int | float | None, "computed; in units of the currency"]


class VolumeInCurrency(TypedDict):
    """The volume of a trade row in another currency."""

    converted_volume: Annotated[int | float | None, "computed; in units of the currency"]


class InvestmentInCurrency(TypedDict):
    """The investment in a project in another currency."""

    converted_investment: Annotated[int | float | None, "computed; in units of the currency"]


class ConvertedFigure(Figure, InCurrency, Rated):
    """A figure, with its amount in the currency asked for."""


class ConvertedTradeRow(TradeRow, VolumeInCurrency, Rated):
    """A trade row, with its volume in the currency asked for."""


class ImpliedTradeRow(ConvertedTradeRow):
    """A trade row, with what follows from its figures; everything added is computed, and null where nothing follows."""

    implied_volume: Annotated[int | float | None, "the volume of another period, from a volume and a growth rate"]
    implied_currency: Annotated[Currency | None, "ISO 4217"]
    implied_period: Annotated[str | None, "SDMX"]
    implied_qualifier: Qualifier | None
    implied_doubt: Annotated[str | None, "doubts of what it rests on"]
    implied_formula: Annotated[str | None, "with the ids it rests on"]
    implied_from: Annotated[list[str], "ids"]
    implied_id: Annotated[str | None, "for `show`"]
    implied_converted_volume: Annotated[int | float | None, "in the currency asked for, at the implied period's rate"]
    implied_converted_currency: Annotated[TargetCurrency | None, "ISO 4217"]
    implied_rate: Annotated[float | None, "of that conversion"]
    implied_rate_unit: Annotated[str | None, "CNY per USD"]
    implied_rate_source: Annotated[str | None, "ECB average 2016"]
    implied_conversion_note: Annotated[str | None, "why it is not converted"]
    implied_conversion: Annotated[str | None, "id of the computed amount, for `show`"]
    overall_converted_volume: Annotated[int | float | None, "in the currency asked for, at the rate of the row"]
    overall_conversion: Annotated[str | None, "id of the computed amount, for `show`"]
    overall_volume: Annotated[int | float | None, "the region's trade with all partners, from a volume and a share"]
    overall_currency: Annotated[Currency | None, "ISO 4217"]
    overall_qualifier: Qualifier | None
    overall_doubt: Annotated[str | None, "doubts of what it rests on"]
    overall_formula: Annotated[str | None, "with the ids it rests on"]
    overall_from: Annotated[list[str], "ids"]
    overall_id: Annotated[str | None, "for `show`"]
    national_share_percent: Annotated[float | None, "of the volume in the trade of the two countries in the period"]
    national_share_qualifier: Qualifier | None
    national_share_doubt: Annotated[str | None, "doubts of what it rests on"]
    national_share_formula: Annotated[str | None, "with the ids it rests on"]
    national_share_from: Annotated[list[str], "ids"]
    national_share_id: Annotated[str | None, "for `show`"]
    national_share_publisher: Annotated[str | None, "who reports the trade of the two countries"]


class ConvertedProject(Project, InvestmentInCurrency, Rated):
    """A project, with its investment in the currency asked for."""


class ConvertedReference(Reference, InCurrency, Rated):
    """A reference, with its amount in the currency asked for."""


class Placed(TypedDict):
    """What tells figures of the quotes and references apart in a series of both."""

    basis: Annotated[Basis, "stated: a figure of a quote, its speaker in the place of the publisher"]
    period_inferred: Annotated[bool, "true where the year is not printed in the words of a figure"]
    doubt: Annotated[str | None, "why a figure is doubted"]
    inferred: Annotated[list[InferredOfFigure], "the fields of a figure that come from the context"]
    quote_kind: Annotated[QuoteKind | None, "whose words a figure rests on; null for a reference"]


class SeriesPoint(Reference, Placed):
    """A reference, or a figure that the quotes state, in a series of both."""


class ConvertedSeriesPoint(SeriesPoint, InCurrency, Rated):
    """A point of a series, with its amount in the currency asked for."""


class Comparison(TypedDict):
    """A claim of a quote beside what another source reports, or beside nothing."""

    claim: Annotated[str, "id of the figure, or of the project"]
    region: Annotated[str | None, "ISO 3166-2"]
    region_name: str | None
    subject: Annotated[str | None, "the project that it is about"]
    official_name: Annotated[str | None, "null for an institution"]
    measure: Annotated[str, "of the figure; of a project start, completion or status"]
    partner: Country | None
    scope: Scope | None
    commodity: str | None
    claim_value: int | float | None
    claim_unit: Unit | None
    claim_qualifier: Qualifier | None
    claim_doubt: Annotated[str | None, "why the number of the claim is doubted"]
    claim_period: Annotated[str | None, "SDMX; of a project the date"]
    claim_period_inferred: Annotated[bool, "true where the year is not printed in the words"]
    claim_words: Annotated[str, "as stated"]
    reference: Annotated[str | None, "id; null where there is none"]
    reference_measure: Annotated[str | None, "of a project event what happened"]
    reference_value: int | float | None
    reference_unit: Unit | None
    reference_qualifier: Qualifier | None
    reference_period: Annotated[str | None, "of a project event its date"]
    publisher: str | None
    address: str | None
    same_speaker: Annotated[bool, "true where the official who makes the claim says the reference too"]
    project_inferred: Annotated[bool, "true where the reference is only taken to be on the same project"]
    ratio: Annotated[float | None, "computed: the claim by the reference; null where they are not comparable"]
    verdict: Verdict
    reason: Annotated[str | None, "why, in words"]
    hindrances: Annotated[list[Hindrance], "what hinders the comparison; no_number where the claim states none"]
    other_verdicts: Annotated[list[Verdict], "what other references that it can be compared with lead to instead"]
    question: Annotated[str | None, "what an editor would ask about the claim"]
    question_from: Annotated[list[str], "ids that the question rests on"]
    inferred: Annotated[list[InferredOfFigure], "the fields of the claim that come from the context"]
    source: Annotated[str, "id of that of the claim"]
    said_by: Annotated[str, "the official or institution"]
    quote_kind: Annotated[QuoteKind, "whose words the claim rests on: the speaker's own, or the source's"]


class ConvertedComparison(Comparison):
    """A comparison, with both amounts in the currency asked for."""

    converted_currency: Annotated[TargetCurrency | None, "ISO 4217"]
    converted_claim_value: Annotated[int | float | None, "computed"]
    claim_rate: float | None
    claim_rate_unit: Annotated[str | None, "CNY per USD"]
    claim_rate_period: Annotated[str | None, "the period that the rate is the average of"]
    claim_rate_period_inferred: Annotated[bool, "true where the claim has no period: the year of its source is taken"]
    claim_rate_source: Annotated[str | None, "ECB average 2017"]
    claim_conversion_note: Annotated[str | None, "why it is not converted, and what was taken for granted"]
    claim_conversion: Annotated[str | None, "id of the computed amount, for `show`"]
    converted_reference_value: Annotated[int | float | None, "computed"]
    reference_rate: float | None
    reference_rate_unit: Annotated[str | None, "CNY per USD"]
    reference_rate_period: Annotated[str | None, "the period that the rate is the average of"]
    reference_rate_period_inferred: Annotated[bool, "never true: a reference without a period is not converted"]
    reference_rate_source: Annotated[str | None, "ECB average 2017"]
    reference_conversion_note: Annotated[str | None, "why it is not converted"]
    reference_conversion: Annotated[str | None, "id of the computed amount, for `show`"]


class Link(TypedDict):
    """One of the things that a computed value rests on, down to the words."""

    id: Annotated[str | None, "of a figure, project or reference; null for a rate of exchange"]
    says: Annotated[str, "what it says: measure, value, period"]
    words: Annotated[str | None, "exact words, of what is stated"]
    by: Annotated[str, "who says it"]
    address: str
    note: Annotated[str | None, "what has to be known of it, doubts among that"]


class Computed(TypedDict):
    """A value that is worked out from others: stated nowhere."""

    id: Annotated[
        str, "the id of what it is worked out from, a point, and what for: f01.earlier, f21.usd, f01.earlier.cny"
    ]
    rule: Rule
    name: str
    region: Annotated[str | None, "ISO 3166-2"]
    region_name: str | None
    value: int | float
    unit: Annotated[str, "ISO 4217 currency, or percent"]
    qualifier: Qualifier | None
    period: Annotated[str | None, "SDMX"]
    period_inferred: Annotated[bool, "true where the year of what it rests on is not printed"]
    formula: str
    rests_on: Annotated[list[str], "ids"]
    chain: list[Link]
    note: str | None
    doubt: Annotated[str | None, "doubts of what it rests on"]
