"""Figures set side by side, as a person types it: currencies, rankings, references, comparisons, charts, citations."""

import hashlib
import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DATABASE, Program, process, uncoloured

REFUSED = [
    # command, exit code, what is said
    ("trade --currency GBP", 1, "no currency is called “GBP”"),
    ("trade --currency", 2, ""),
    ("trade --period yesterday", 1, "is no period"),
    ("references --period 2018-01/2017-01", 1, "is no period"),
    ("references --measure weather", 1, "no measure"),
    ("references atlantis", 1, "no region, district or country"),
    ("references altai", 3, "fits more than one"),
    ("compare atlantis", 1, "no region"),
    ("compare china", 1, "is a country"),
    ("trade --top -1", 2, "whole number"),
    ("trade --top many", 2, "whole number"),
    ("trade --by weather", 1, "no person, region or role"),
    ("trade --rank-by weather", 1, "no ranking"),
    ("trade --by implied", 2, "--implied"),
    ("trade --by volume", 2, "--currency USD"),
    ("trade --top 3", 2, "amounts in CNY and USD have no order"),
    ("trade --chart --json", 2, "--chart"),
    ("trade --chart --fields region", 2, "--fields"),
    ("trade --save-chart chart.gif", 2, ".svg"),
    ("trade --sort converted_volume", 2, "no field “converted_volume”"),
    ("show f01.later", 1, "nothing is computed"),
    ("show f01.usd", 1, "nothing is computed"),
    ("show f03.earlier", 1, "nothing is computed"),
    ("show r999", 1, "no record"),
    ("show e99", 1, "no record"),
    ("show f14 --markdown --json", 2, "contradict"),
    ("cite RU-IRK", 1, "no statement to cite"),
    ("cite f01.earlier", 1, "of a computed value, what it rests on"),
    ("cite f14 --style chicago", 1, "no style of citation"),
]


@pytest.mark.parametrize(("line", "code", "said"), REFUSED)
def test_what_is_refused(program: Program, line: str, code: int, said: str) -> None:
    ran = program(*line.split())
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *((one, "USD") for one in ("usd", "dollars", "доллар", "美元")),
        *((one, "CNY") for one in ("RMB", "юань")),
        ("рубли", "RUB"),
        ("euro", "EUR"),
    ],
)
def test_currencies_are_known_by_their_names(program: Program, written: str, code: str) -> None:
    [row] = program("trade", "liaoning", "--currency", written, "--json").json
    assert row["converted_currency"] == code


def test_the_rate_stands_under_the_table(program: Program) -> None:
    out = program("trade", "liaoning", "--currency", "USD").out
    assert "CNY 27.9 bn ≈ USD 4.13 bn" in out
    assert "≈ computed at 6.7587 CNY per USD, ECB average 2017" in out
    assert (
        "at 6.7587 CNY per USD, ECB average 2017" in program("trade", "--currency", "USD", "--format", "markdown").out
    )


def test_what_follows_stands_in_a_second_table_where_the_window_is_narrow(window: Program) -> None:
    line = ("trade", "liaoning", "irkutsk", "--currency", "USD", "--implied")
    narrow = uncoloured(window(*line, width=80).out).splitlines()
    heads = [number for number, text in enumerate(narrow) if re.match("Region +With", text)]
    assert len(heads) == 2
    assert "Volume" in narrow[heads[0]]
    assert "Implied volume" in narrow[heads[1]]
    wide = uncoloured(window(*line, width=140).out)
    [head] = [text for text in wide.splitlines() if re.match("Region +With", text)]
    assert "Volume" in head
    assert "Implied volume" in head
    assert "≈ computed at 6.6444 CNY per USD, ECB average 2016" in wide


def test_growth_rates_are_ranked(program: Program) -> None:
    ran = program("trade", "--top", "3", "--by", "growth", "--json")
    assert [row["growth_percent"] for row in ran.json] == [50, 38, 30]
    assert "ranked together: periods 2017, 2018; scopes bilateral, unclear" in ran.err
    assert "as large as the last, and cut: Jilin Province, 2017" in ran.err
    assert len(program("trade", "--by", "growth", "--json").json) == 8
    assert "doubts" not in ran.err


def test_volumes_are_ranked_in_one_currency(program: Program) -> None:
    rows = program("trade", "--top", "2", "--currency", "USD", "--json").json
    assert [row["region"] for row in rows] == ["CN-LN", "RU-IRK"]
    rows = program("trade", "--currency", "USD", "--sort", "-converted_volume", "--limit", "1", "--json").json
    assert [row["region"] for row in rows] == ["CN-LN"]
    ranked = program("trade", "--implied", "--top", "1", "--by", "national", "--json").json
    assert [row["region"] for row in ranked] == ["CN-LN"]
    columns = program("trade", "--implied", "--format", "csv", "--fields", "region,national_share_percent").out
    assert "RU-IRK,4.7579" in columns


def test_amounts_in_several_currencies_are_not_sorted_in_silence(program: Program) -> None:
    assert "sorted by the bare numbers, in CNY, USD" in program("trade", "--sort", "-volume").err
    assert "sorted" not in program("trade", "--sort", "-converted_volume", "--currency", "USD").err


def test_what_cannot_be_converted_is_told_though_it_is_not_ranked(program: Program, tables: Any, written: Any) -> None:
    # Sakhalin's rank, growth and volume as if "2017" were 2022, for which there is no rouble whole.
    text = json.dumps(tables, ensure_ascii=False)
    changed = json.loads(text.replace("island region in 2017", "island region in 2022"))
    for row in changed["figures"].values():
        if row["id"] in ("f18", "f19"):
            row["period"] = row["period_as_stated"] = "2022"
            row["evidence"] = row["evidence"].replace("2017", "2022")
    [quote] = [one for one in changed["quotes"].values() if one["id"] == "q04"]
    quote["sha256"] = hashlib.sha256(quote["text"].encode()).hexdigest()
    ran = program("trade", "--top", "9", "--currency", "RUB", "--json", "--db", written(changed))
    assert "RU-SAK" not in {one["region"] for one in ran.json}
    assert "f18: not converted: no average rate of 2022" in ran.err


def test_references_of_regions_districts_and_countries(program: Program) -> None:
    assert {one["region"] for one in program("references", "дфо", "china", "irkutsk", "--json").json} == {
        "RU-FED-FE",
        "CN",
        "RU-IRK",
    }
    of_2018 = program("references", "--period", "2018", "--measure", "volume", "--json").json
    assert {one["period"] for one in of_2018} >= {"2018", "2018-S1", "2018-01/2018-08"}
    assert all(one["period"].startswith("2018") for one in of_2018)
    silent = program("references", "kaluga", "--json")
    assert (silent.code, silent.json) == (0, [])
    assert "no such reference on Kaluga Region" in silent.err


def test_publishers_that_disagree_both_stay(program: Program) -> None:
    found = program("references", "far eastern federal district", "--period", "2017", "--json").json
    growth = {one["publisher"]: one["value"] for one in found if one["measure"] == "trade_growth"}
    assert sorted(growth.values()) == [26, 27.5]


def test_what_is_stated_and_reported_stands_in_order_of_time(program: Program) -> None:
    series = program("references", "irkutsk", "--measure", "volume", "--stated", "--json").json
    with_china = [(one["period"], one["basis"], one["id"]) for one in series if one["partner"] == "CN"]
    assert [period for period, _, _ in with_china] == sorted(period for period, _, _ in with_china)
    assert [key for _, basis, key in with_china if basis == "stated"] == ["f14"]
    assert {basis for _, basis, _ in with_china} == {"stated", "reference"}
    assert "basis" not in program("references", "irkutsk", "--json").json[0]


def test_a_profile_shows_what_others_report_under_its_own_heading(program: Program) -> None:
    out = program("region", "amur").out
    assert "What others report of projects" in out
    assert "construction completed" in out
    profile = program("region", "irkutsk", "--currency", "CNY", "--json").json
    assert {one["region"] for one in profile["references"]} == {"RU-IRK"}
    assert all("converted_value" in one for one in profile["references"])
    assert "What others report" in program("region", "heilongjiang").out


def test_comparisons_name_claim_speaker_publisher_and_verdict(program: Program) -> None:
    out = program("compare", "irkutsk").out
    for said in ("nearly USD 4 bn", "Sergei Levchenko", "USD 3.9 bn", "irk.today", "1.03", "agrees", "close"):
        assert said in out
    assert "(?) f01: below USD 1.76 bn" in program("compare", "zhejiang").out
    assert program("compare", "irkutsk", "--period", "2018", "--json").json[0]["claim"] == "f16"
    converted = program("compare", "karelia", "--currency", "USD", "--json").json[0]
    assert converted["converted_claim_value"] == pytest.approx(9e9 / 62.8062, abs=1)


def test_the_tolerances_are_told_where_they_are_used(program: Program) -> None:
    from rucn.analysis.compare import tolerances

    said = " ".join(program("compare", "--help").out.split())
    for part in (
        f"nearly is up to {tolerances.NEARLY:.0%}".replace("%", " %"),
        f"about {tolerances.ABOUT:.0%}".replace("%", " %"),
        f"at most {tolerances.BEYOND:.0%}".replace("%", " %"),
        f"within {tolerances.CLOSE:.0%}, or {tolerances.CLOSE_POINTS} percentage points".replace("%", " %"),
        f"{tolerances.CLOSE_MONTHS} months",
        f"less than {tolerances.MANY_YEARS} years before",
        f"{tolerances.OUT_OF_LINE} times",
    ):
        assert part in said


@pytest.mark.parametrize(
    "line", ["trade --currency USD --implied", "compare", "references heilongjiang irkutsk --stated"]
)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_charts_fit_the_window_and_need_no_colour(window: Program, line: str, width: int) -> None:
    drawn = window(*line.split(), "--chart", width=width, NO_COLOR="1").out
    assert "\x1b[3" not in drawn
    lines = uncoloured(drawn).splitlines()
    assert max(map(len, lines)) <= width
    assert [one for one in lines if "│" in one]
    for mark in ("██ stated", "~~ hedged: not so exact"):
        assert any(mark in one for one in lines)


def test_bars_of_one_kind_share_a_scale(program: Program) -> None:
    out = program("trade", "--chart").out
    bars = [re.fullmatch(r".*│(█+)(?:~~)? (?:more than )?\+(\d+) %", line) for line in out.splitlines()]
    lengths = {int(found[2]): len(found[1]) for found in bars if found}
    assert sorted(lengths) == [10, 17, 21, 30, 38, 50]
    for rate, length in lengths.items():
        assert length == pytest.approx(rate * lengths[50] / 50, abs=0.5)
    assert "drawn to one scale" in out
    assert "a scale of its own" in program("compare", "--chart").out


def test_what_is_hedged_downwards_ends_within_its_bar(program: Program) -> None:
    out = program("trade", "--period", "2017", "--currency", "USD", "--chart").out
    bars = {line.split("│")[0].strip(): line.split("│")[1] for line in out.split("\n\n")[1].splitlines() if "│" in line}
    nearly, stated = bars["Irkutsk Region"].split(" ")[0], bars["Liaoning Province"].split(" ")[0]
    assert nearly.endswith("█~~")
    assert len(nearly) < len(stated)
    assert bars["Zhejiang Province* (?)"]


def test_exports_and_imports_share_a_scale(program: Program) -> None:
    out = program("references", "irkutsk", "--chart").out
    [exports] = re.findall(r"│(▄+) USD 3\.8 bn", out)
    [imports] = re.findall(r"│(▄+) USD 700 m", out)
    assert len(imports) == pytest.approx(len(exports) * 0.7 / 3.8, abs=1)


def test_notes_are_broken_between_words_at_a_terminal(window: Program) -> None:
    line = ("trade", "--top", "5", "--by", "growth", "--implied")
    notes = window(*line, width=60).err.splitlines()
    assert notes[0].startswith("note:")
    assert max(map(len, notes)) <= 60
    refused = window("region", "tuvalu", width=60).err
    assert "`rucn regions`" in refused


@pytest.mark.parametrize("width", [60, 80, 100])
def test_falls_fit_the_window(window: Program, beside: Callable[..., str], width: int) -> None:
    lines = (DATABASE.parent / "references.jsonl").read_text(encoding="utf-8").splitlines()
    path = beside([line.replace('"value": 37,', '"value": -37,') for line in lines])
    line = ("references", "irkutsk", "--measure", "growth", "--chart", "--db", path)
    drawn = uncoloured(window(*line, width=width).out).splitlines()
    assert [one for one in drawn if "−37 %" in one]
    assert max(map(len, drawn)) <= width


def test_countries_are_drawn_to_a_scale_of_their_own(program: Program) -> None:
    out = program("references", "china", "irkutsk", "--measure", "volume", "--chart").out
    longest = [max(map(len, re.findall("[▒▄]+", part)), default=0) for part in out.split("\n\n") if "Region" in part]
    assert max(longest) > 30
    assert "Countries are drawn to another scale than regions." in out
    assert "Countries" not in program("references", "irkutsk", "--chart").out


def test_a_chart_tells_the_doubts_of_what_it_draws(program: Program) -> None:
    assert "(?) f01: USD 570 million" in program("trade", "zhejiang", "--chart").out
    assert "(?)" not in program("trade", "--sort", "-growth_percent", "--limit", "1", "--chart").out


def test_the_legend_of_a_picture_stays_within_it(program: Program, tmp_path: Path) -> None:
    drawn = tmp_path / "chart.svg"
    line = "references irkutsk heilongjiang --stated --measure volume --currency CNY"
    assert program(*line.split(), "--save-chart", str(drawn)).code == 0
    root = ElementTree.fromstring(drawn.read_text(encoding="utf-8"))
    words = {text.text: text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    legend = [one for one in words if one in ("stated", "reported by others, converted", "hedged: not so exact")]
    assert len(legend) >= 2
    for one in legend:
        assert float(words[one].attrib["x"]) + 6.5 * len(one or "") <= float(root.attrib["width"])


def test_tables_are_no_lists_in_any_window_that_holds_them(window: Program) -> None:
    for width in (80, 90, 100, 110, 120, 140, 160):
        for line in (("references", "heilongjiang"), ("references", "irkutsk"), ("region", "heilongjiang")):
            drawn = uncoloured(window(*line, width=width).out)
            assert "Measure:" not in drawn, (line, width)
            assert max(map(len, drawn.splitlines())) <= width


def test_the_second_table_has_the_rows_in_which_something_follows(window: Program) -> None:
    narrow = uncoloured(window("trade", "--currency", "USD", "--implied", width=80).out)
    second = narrow.split("Implied volume")[1]
    for region in ("Zhejiang", "Irkutsk", "Sakhalin", "Liaoning", "Kamchatka"):
        assert region in second
    for region in ("Buryatia", "Jilin"):
        assert region not in second


def test_an_implied_ranking_tells_the_periods_of_what_is_implied(program: Program) -> None:
    ran = program("trade", "--implied", "--by", "implied", "--currency", "USD", "--json")
    assert {row["implied_period"] for row in ran.json} == {"2016"}
    assert "ranked together" not in ran.err


def test_the_tip_of_a_comparison_names_a_claim_that_stands_in_it(window: Program) -> None:
    ran = window("compare", "irkutsk")
    assert "tip: rucn show f14" in ran.err
    assert "f14" in uncoloured(ran.out)


def test_a_series_has_the_costs_of_a_region_s_projects(program: Program) -> None:
    found = program("references", "khabarovsk", "--stated", "--json").json
    [mill] = [one for one in found if one["id"] == "f27"]
    assert (mill["region"], mill["subject"], mill["project"], mill["basis"]) == (None, "Pulp mill", "p05", "stated")
    ran = program("references", "irkutsk", "--stated", "--json")
    assert "f16" not in {one["id"] for one in ran.json}
    assert "left out, as it is not stated with whom: f16" in ran.err
    everywhere = {one["id"] for one in program("references", "--stated", "--json").json}
    assert {"f05", "f08", "f27", "f30"} <= everywhere


def test_doubts_are_pointed_at_where_a_quote_is_shown(program: Program) -> None:
    ran = program("show", "q01")
    assert "trade volume with Russia: USD 964 m (?)" in ran.out
    assert "doubts are noted on f01" in ran.err


def test_parts_of_a_year_are_drawn_thin(program: Program) -> None:
    out = program("references", "heilongjiang", "--chart").out
    assert out.startswith("What others report on Heilongjiang Province\n")
    thin = {line.split()[0] for line in out.splitlines() if "│▄" in line}
    assert {"2017-01", "2018-S1", "2017-01/2017-04"} <= thin
    assert not {"2005", "2021", "2012-12"} & thin
    rates = out.split("Growth of trade with Russia, percent\n")[1].split("\n\n")[0]
    assert "▄" not in rates
    assert "▄▄ of a part of a year" in out


def test_a_chart_tells_kinds_of_values_apart(program: Program) -> None:
    out = program("trade", "--currency", "USD", "--implied", "--chart").out
    bars = {line.split("│")[0].strip(): line for line in out.split("Growth")[0].splitlines() if "│" in line}
    assert "█ USD 2 bn" in bars["Sakhalin Region*"]
    assert "█~~ nearly USD 4 bn" in bars["Irkutsk Region"]
    assert "░ ≈ USD 4.13 bn" in bars["Liaoning Province"]
    assert out.count("Volume of trade with the partner country, 2017, USD") == 1
    apart = program("trade", "--chart").out
    assert "Volume of trade with the partner country, 2017, CNY" in apart
    assert "Amounts in CNY, USD stand apart" in apart
    assert "··" in program("references", "irkutsk", "--measure", "volume", "--chart").out


RISE = '"value": 37, "unit": "percent", "qualifier": null'
FALL = '"value": -37, "unit": "percent", "qualifier": "about"'
R251 = '"id": "r251"'


def test_falls_are_drawn_to_the_left(program: Program, beside: Callable[..., str]) -> None:
    lines = (DATABASE.parent / "references.jsonl").read_text(encoding="utf-8").splitlines()
    path = beside([line.replace(RISE, FALL) for line in lines if R251 not in line])
    ran = program("references", "irkutsk", "--measure", "growth", "--chart", "--db", path)
    [fall] = [line for line in ran.out.splitlines() if "−37 %" in line]
    [rise] = [line for line in ran.out.splitlines() if "+19 %" in line]
    assert fall.index("~~") < fall.index("▒") < fall.index("│") == rise.index("│") < rise.index("▒")


@pytest.mark.parametrize("line", ["trade --currency USD --implied", "compare", "references irkutsk --stated"])
def test_a_saved_chart_has_every_label_value_and_source(program: Program, tmp_path: Path, line: str) -> None:
    drawn = tmp_path / "chart.svg"
    ran = program(*line.split(), "--save-chart", str(drawn))
    assert ran.code == 0
    assert ran.out
    root = ElementTree.fromstring(drawn.read_text(encoding="utf-8"))
    words = [text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text")]
    shown = program(*line.split(), "--chart").out
    bars = re.findall(r"│[█▒░▄~]* (.+)", shown)
    assert bars
    assert all(bar.strip() in words for bar in bars)
    assert any(word.startswith("Source: ") for word in words)
    width = float(root.attrib["width"])
    for text in root.iter("{http://www.w3.org/2000/svg}text"):
        assert 0 <= float(text.attrib["x"]) <= width
        if text.text and text.text in bars and text.attrib["font-size"] == "13":
            assert float(text.attrib["x"]) + 7.2 * len(text.text) <= width
    assert not any("rucn " in word or "--" in word for word in words)


def test_html_and_png(program: Program, tmp_path: Path) -> None:
    assert program("trade", "--save-chart", str(tmp_path / "chart.html")).code == 0
    assert "<svg" in (tmp_path / "chart.html").read_text(encoding="utf-8")
    pytest.importorskip("vl_convert")
    assert program("trade", "--save-chart", str(tmp_path / "chart.PNG")).code == 0
    assert (tmp_path / "chart.PNG").read_bytes().startswith(b"\x89PNG")


def test_a_chart_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    ran = process("trade", "--save-chart", str(tmp_path / "missing" / "chart.svg"))
    assert (ran.code, ran.out) == (74, "")
    assert "chart.svg cannot be written: No such file or directory" in ran.err


def test_an_empty_chart_says_so(program: Program, tmp_path: Path) -> None:
    drawn = tmp_path / "chart.svg"
    assert "There is nothing to draw" in program("trade", "kaluga", "--chart", "--save-chart", str(drawn)).out
    assert "There is nothing to draw" in drawn.read_text(encoding="utf-8")


def test_citations(program: Program) -> None:
    text = program("cite", "f14").out
    for said in ("Sergei Levchenko, Governor of Irkutsk region", "nearly USD 4 billion", "investinregions", "[f14]"):
        assert said in text
    assert program("cite", "q03", "--style", "markdown").out.startswith("**Sergei Levchenko**")
    bibtex = program("cite", "r015", "--style", "bibtex").out
    assert bibtex.startswith("@misc{rucn-r015,\n")
    assert bibtex.count("{") == bibtex.count("}")
    [item] = json.loads(program("cite", "q03", "--style", "csl-json").out)
    assert item["issued"] == {"date-parts": [[2018, 9]], "circa": True}
    # A person who is quoted is not the author.
    assert item["author"] == [{"literal": "Invest in Russia (investinregions.ru)"}]
    assert item["note"].startswith("Sergei Levchenko, Governor of Irkutsk region. “Since 2001")
    assert "trade volume with Russia, 2017: USD 84.07 bn" in program("cite", "r015").out
    assert "Trade volume with Russia, 2017 (year inferred): USD 964 m" in program("cite", "f01").out
    record = program("cite", "p32", "--json").json
    assert list(record) == ["id", "kind", "style", "citation", "address"]
    assert "USD 964 m (?)" in program("cite", "f01").out
    assert "Doubted is f01 (?)" in program("cite", "q01").out
    assert "doubts are noted on f01" in program("cite", "f01").err
    for key in ("t01", "n01", "s01", "e03", "p09", "o03"):
        assert program("cite", key).code == (1 if key == "o03" else 0)


def test_a_block_to_paste(program: Program) -> None:
    assert program("show", "f14", "--markdown").out == program("show", "f14", "--format", "markdown").out
    assert (
        "**Irkutsk Region’s trade volume with China amounted to nearly USD 4 billion**"
        in program("show", "f14", "--markdown").out
    )
    chain = program("show", "f21.national", "--markdown").out
    assert "> Russia’s trade with Liaoning Province amounted to RMB 27.9 billion" in chain
    assert "European Central Bank" in chain
