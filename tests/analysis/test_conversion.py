"""Amounts in another currency: the table of rates, and what is converted with it, worked out by hand."""

import re
from pathlib import Path

import pytest

from rucn.analysis.currency import DOLLARS_TAKEN, NOT_CONVERTED, Converter, Dated
from rucn.database.database import Database
from rucn.model.amounts import Amount
from rucn.model.currencies import leaves_open
from rucn.model.errors import DatabaseError
from rucn.model.periods import months
from rucn.store.files import read_file
from rucn.store.rates import Rates
from tests.conftest import ROOT, Program

TABLE = ROOT / "data" / "rates.tsv"
RATES = [
    ("CNY", "USD", "2017", 6.7587),
    ("USD", "CNY", "2017", 6.7587),
    ("RUB", "USD", "2017", 58.3625),
    ("CNY", "USD", "2018-S1", 6.3701),
    ("RUB", "USD", "2018-S1", 59.5025),
    ("USD", "EUR", "2017", 1.1297),
    ("RUB", "USD", "2022", None),
    ("RUB", "USD", "2022-02", 78.4047),
    ("RUB", "USD", "2022-03", None),
    ("CNY", "USD", "2005", None),
    ("USD", "EUR", "2005", 1.2441),
    ("CNY", "USD", "2030", None),
    ("CNY", "USD", "1999", None),
    ("GBP", "USD", "2017", None),
    # Of months whose means are rounded on their own these would come out one too high or too low.
    ("CNY", "USD", "2019-01/2019-04", 6.7401),
    ("CNY", "USD", "2018-01/2018-08", 6.4793),
    ("USD", "EUR", "2017-01/2017-11", 1.1253),
    # Just between two fourth decimals, and so the upper one.
    ("USD", "EUR", "2006-07/2008-07", 1.3959),
    ("CNY", "EUR", "2009-09/2009-10", 10.0292),
]


def read_rates(path: Path) -> Rates:
    return Rates(read_file(path), path)


@pytest.fixture(scope="module")
def rates() -> Rates:
    return read_rates(TABLE)


@pytest.mark.parametrize(("currency", "other", "period", "value"), RATES)
def test_averages(rates: Rates, currency: str, other: str, period: str, value: float | None) -> None:
    rate = rates.rate(currency, other, period)
    assert (float(rate.value) if rate else None) == value


def test_a_half_is_the_mean_of_its_months_and_a_range_of_months_too(rates: Rates) -> None:
    for period in ("2018-01/2018-06", "2018-S1"):
        rate = rates.rate("CNY", "USD", period)
        assert rate is not None
        assert float(rate.value) == pytest.approx(6.3701, abs=0.0002)
    quarter, months_of_it = rates.rate("CNY", "USD", "2018-Q3"), rates.rate("CNY", "USD", "2018-07/2018-09")
    assert quarter is not None
    assert months_of_it is not None
    assert quarter.value == months_of_it.value


def test_the_table_covers_whole_periods_in_order() -> None:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    assert lines[0].split("\t")[:4] == ["period", "days", "USD per EUR", "CNY per EUR"]
    for line in lines[1:]:
        period, days, *cells = line.split("\t")
        found = months(period)
        assert found is not None
        # A month has about 21 days of publication.
        assert 18 * (found[1] - found[0] + 1) <= int(days) <= 23 * (found[1] - found[0] + 1)
        assert all(re.fullmatch(r"(?:\d+\.\d{10})?", cell) for cell in cells)


@pytest.mark.parametrize("table", ["", "date;value\n2017;1\n", "period\tCNY per USD\n2017\t6.7\n"])
def test_what_is_no_table_of_rates_is_refused(tmp_path: Path, table: str) -> None:
    path = tmp_path / "rates.tsv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(DatabaseError, match="no table of rates"):
        read_rates(path).rate("CNY", "USD", "2017")


def test_days_that_are_no_number_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "rates.tsv"
    path.write_text("period\tdays\tCNY per USD\n2017-01\t\t6.8\n", encoding="utf-8")
    with pytest.raises(DatabaseError, match="2017-01"):
        read_rates(path).rate("CNY", "USD", "2017-01/2017-02")


@pytest.mark.parametrize("cell", ["-6.7587", "inf", "nan", "0", "0.0000", "1e3", "six", "٦"])
def test_what_is_no_rate_is_refused(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "rates.tsv"
    path.write_text(f"period\tdays\tCNY per USD\n2017\t255\t{cell}\n", encoding="utf-8")
    with pytest.raises(DatabaseError, match="2017"):
        read_rates(path).rate("CNY", "USD", "2017")


def test_a_table_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError):
        read_rates(tmp_path / "rates.tsv").rate("CNY", "USD", "2017")


CONVERTED = [
    # command, its record, the field, the value worked out by hand
    ("trade liaoning --currency USD", 0, "converted_volume", 27.9e9 / 6.7587),
    ("trade irkutsk --period 2017 --currency CNY", 0, "converted_volume", 4e9 * 6.7587),
    ("trade zhejiang --period 2017 --currency RUB", 0, "converted_volume", 964e6 * 58.3625),
    ("trade zhejiang --period 2017 --currency EUR", 0, "converted_volume", 964e6 / 1.1297),
    ("projects --region kamchatka --currency USD", 0, "converted_investment", 20e9 / 62.8062),
    ("figures --measure fund_capital --currency USD", 0, "converted_value", 5e9 / 6.6187),
    ("references liaoning --measure volume --period 2023 --currency USD", 0, "converted_value", 54.9e9 / 7.0846),
]


@pytest.mark.parametrize(("line", "number", "field", "value"), CONVERTED)
def test_amounts(program: Program, line: str, number: int, field: str, value: float) -> None:
    record = program(*line.split(), "--json").json[number]
    assert record[field] == pytest.approx(value, abs=1)
    assert record["rate_source"].startswith("ECB average 20")
    assert record["rate"]
    shown = program("show", record["conversion"], "--json").json
    assert shown["value"] == record[field]
    assert f"{record['rate']} {record['rate_unit']}" in shown["formula"]


def test_an_amount_without_a_period_says_so(program: Program) -> None:
    ran = program("projects", "--region", "karelia", "--currency", "USD", "--json")
    [record] = [one for one in ran.json if one["investment"]]
    assert record["rate_period_inferred"] is True
    assert record["rate_period"] == "2018"
    assert "2018, the year of its source" in record["conversion_note"]
    assert "p16: no period of its own" in ran.err
    for form in ("table", "markdown"):
        shown = program("projects", "--region", "karelia", "--currency", "USD", "--format", form).out
        assert "≈ expected USD 143 m†" in shown
        assert "† without a period of its own: at the average of 2018, the year of its source" in shown


def test_dollars_are_taken_as_us_dollars_and_that_is_said(program: Program) -> None:
    for line in ("projects --region khabarovsk --currency USD", "figures --measure project_investment --currency CNY"):
        ran = program(*line.split(), "--json")
        [record] = [one for one in ran.json if "dollars" in (one["conversion_note"] or "")]
        assert record["id"] in ("p05", "f27")
        assert "“dollars” is taken as US dollars" in ran.err


def test_what_is_stated_in_the_currency_stays_as_it_is(program: Program) -> None:
    [row] = program("trade", "zhejiang", "--period", "2017", "--currency", "USD", "--json").json
    assert (row["converted_volume"], row["rate"], row["conversion"]) == (964000000, None, None)


NO_RATE = [
    # amount, into what, why not
    (Dated(Amount(10**9, "USD"), "2023"), "RUB", "no average rate of 2023 (those of RUB end with 2022-02)"),
    (Dated(Amount(10**9, "RUB"), "2022-S1"), "CNY", "no average rate of 2022-S1 (those of RUB end with 2022-02)"),
    (Dated(Amount(10**9, "USD"), "2005"), "CNY", "no average rate of 2005 (those of CNY begin with 2005-04)"),
    (Dated(Amount(10**9, "CNY"), "1999-01/1999-03"), "EUR", "no average rate of 1999-01/1999-03 (those of CNY begin"),
    (Dated(Amount(10**9, "USD"), "2030"), "EUR", "no average rate of 2030 (those of USD end with 20"),
    (Dated(Amount(10**9, "CNY"), None), "USD", "it has no period"),
]


@pytest.mark.parametrize(("amount", "currency", "why"), NO_RATE)
def test_no_wrong_rate_is_taken_where_there_is_none(
    database: Database, rates: Rates, amount: Dated, currency: str, why: str
) -> None:
    done = Converter(database.dataset, rates, currency).convert(amount)
    assert (done.value, done.rate) == (None, None)
    assert (done.note or "").startswith(f"not converted: {why}")


def test_what_is_no_amount_is_not_converted(database: Database, rates: Rates) -> None:
    assert Converter(database.dataset, rates, "USD").convert(Dated(Amount(16, "count"), "2017")) == NOT_CONVERTED


@pytest.mark.parametrize(
    ("evidence", "taken"),
    [
        ("an investment of 1.5 billion dollars", True),
        ("Dollars: 5 million", True),
        ("With 2 billion US dollars", False),
        ("2 billion U.S. dollars", False),
        ("3 million American dollars", False),
        ("USD 3 million", False),
    ],
)
def test_dollars_are_taken_for_granted_only_where_the_words_leave_it_open(
    database: Database, rates: Rates, evidence: str, taken: bool
) -> None:
    assert leaves_open(evidence) == taken
    dated = Dated(Amount(10**9, "USD"), "2017", unit_inferred=taken)
    assert (Converter(database.dataset, rates, "CNY").convert(dated).note == DOLLARS_TAKEN) == taken


def test_without_a_currency_nothing_is_added(program: Program) -> None:
    assert not any("convert" in field for row in program("trade", "--json").json for field in row)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_table_may_end_its_lines_in_any_way(tmp_path: Path, end: str) -> None:
    path = tmp_path / "rates.tsv"
    path.write_bytes(TABLE.read_bytes().replace(b"\n", end.encode()))
    rate = read_rates(path).rate("CNY", "USD", "2017")
    assert rate is not None
    assert float(rate.value) == 6.7587
    assert "end with 2022-02" in read_rates(path).missing("USD", "RUB", "2023")
