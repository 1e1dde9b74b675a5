"""The answer to each claim as a person meets it: the best first, counted, filtered, and in a line where it fits."""

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from tests.conftest import Program, uncoloured

VERDICTS = ["agrees", "close", "differs", "not comparable", "no reference"]
COLOURS = {"agrees": "29", "close": "98"}


def _key(one: dict[str, Any]) -> tuple[str, str]:
    return one["claim"], one["measure"]


def test_each_claim_has_one_answer_the_clearest_first(program: Program) -> None:
    answers = program("compare", "--json").json
    pairs = program("compare", "--all", "--json").json
    assert len({_key(one) for one in answers}) == len(answers) < len(pairs)
    best: dict[tuple[str, str], Any] = {}
    for one in pairs:
        best.setdefault(_key(one), one)
    assert answers == list(best.values())
    ranks = [(VERDICTS.index(one["verdict"]), one["same_speaker"]) for one in answers]
    assert ranks == sorted(ranks)
    assert [_key(one) for one in pairs] == sorted(map(_key, pairs), key=list(best).index)
    assert all((one["reference"] is None) == (one["verdict"] == "no reference") for one in answers)


AGREES = {"id": "r900", "said_by": None, "publisher": "Customs", "value": 3_950_000_000}
DIFFERS = {**AGREES, "id": "r901", "value": 3_000_000_000}
CLOSE = {**AGREES, "id": "r902", "value": 3_700_000_000}
OTHER_YEAR = {**AGREES, "id": "r903", "period": "2016"}
HALF_YEAR = {**AGREES, "id": "r904", "period": "2017-S1"}
ALL_PARTNERS = {**AGREES, "id": "r905", "partner": None}


@pytest.mark.parametrize(
    ("changes", "expected", "others"),
    [
        # r164 is the speaker's own word, and agrees.
        ([{}, AGREES], "r900", []),
        ([{}, DIFFERS], "r901", ["agrees"]),
        ([DIFFERS, CLOSE, AGREES], "r900", ["close", "differs"]),
        ([DIFFERS, CLOSE], "r902", ["differs"]),
        ([OTHER_YEAR, AGREES], "r900", []),
        ([OTHER_YEAR, {}], "r164", []),
        ([OTHER_YEAR, HALF_YEAR], "r904", []),
        ([OTHER_YEAR, ALL_PARTNERS], "r905", []),
    ],
)
def test_the_best_answer_is_another_s_word_on_the_same_thing(
    program: Program, beside: Callable[..., str], references: Any, changes: Any, expected: str, others: list[str]
) -> None:
    [reported] = [row for row in references if row["id"] == "r164"]
    path = beside([json.dumps({**reported, **one}, ensure_ascii=False) for one in changes])
    [one] = [row for row in program("compare", "irkutsk", "--json", "--db", path).json if row["claim"] == "f14"]
    assert (one["reference"], one["other_verdicts"]) == (expected, others)
    drawn = " ".join(program("compare", "irkutsk", "--db", path).out.split())
    assert f"not comparable, {expected}" not in drawn


def test_the_summary_counts_every_claim_once(program: Program) -> None:
    answers = program("compare", "--json").json
    found = Counter(one["verdict"] for one in answers)
    for summary in (program("compare").out, program("compare", "--all").out, program("compare", "--format", "md").out):
        counts = [
            int(one) for one in re.findall(r"(\d+) (?:claims|agree|close|differ|not|no r)", summary.splitlines()[0])
        ]
        assert counts == [len(answers), *(found[verdict] for verdict in VERDICTS)]
    [hindered] = re.findall(r"not comparable \((.*?)\)", summary)
    assert sum(map(int, re.findall(r"\d+", hindered))) == found["not comparable"]
    wordy = [one for one in answers if one["hindrances"] == ["no_number"]]
    assert all(one["claim_value"] is None for one in wordy)
    assert f"no reference, {len(wordy)} no number" in summary
    own = [one for one in answers if one["same_speaker"] and one["ratio"] is not None]
    assert f"({len(own)} same speaker)" in summary


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "tsv"])
def test_formats_for_programs_have_no_summary(program: Program, form: str) -> None:
    assert "claims:" not in program("compare", "--format", form).out


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (["agrees"], ["agrees"]),
        (["agree", "CLOSE"], ["agrees", "close"]),
        (["not_comparable"], ["not comparable"]),
        (["not comparble"], ["not comparable"]),
        (["no-reference", "differs"], ["differs", "no reference"]),
    ],
)
def test_verdicts_filter_and_the_summary_says_what_they_leave_out(
    program: Program, written: list[str], meant: list[str]
) -> None:
    line = [part for one in written for part in ("--verdict", one)]
    everything = program("compare", "--json").json
    kept = [one for one in everything if one["verdict"] in meant]
    assert program("compare", *line, "--json").json == kept
    summary = program("compare", *line).out.splitlines()
    assert summary[0] == program("compare").out.splitlines()[0]
    assert summary[1] == f"{len(everything) - len(kept)} left out by --verdict"


@pytest.mark.parametrize(("written", "code"), [("true", 1), ("", 1), ("no", 3)])
def test_what_is_no_verdict_is_refused(program: Program, written: str, code: int) -> None:
    ran = program("compare", "--verdict", written)
    assert (ran.code, ran.out) == (code, "")
    assert "not comparable" in ran.err


@pytest.mark.parametrize(("width", "most"), [(60, 4), (80, 3), (100, 1), (120, 1), (200, 1)])
def test_a_claim_takes_few_lines(window: Program, program: Program, width: int, most: int) -> None:
    lines = uncoloured(window("compare", width=width).out).splitlines()
    assert max(map(cell_len, lines)) <= width
    above = lines.index("")
    assert above <= max(2, 170 // width + 1)
    rows: list[int] = []
    for line in lines[above + 3 : next(at for at, one in enumerate(lines) if one.startswith("* inferred"))]:
        if re.match(r"[fp]\d\d ", line):
            rows.append(1)
        elif line.startswith("   ") and line.strip():
            rows[-1] += 1
    assert len(rows) == len(program("compare", "--json").json)
    tall = [row for row in rows if row > most]
    assert len(tall) <= (len(rows) // 5 if width == 100 else 0)


def test_wider_windows_make_no_more_lines(window: Program) -> None:
    heights = [len(window("compare", width=width).out.splitlines()) for width in (40, 60, 80, 100, 120, 200)]
    assert heights == sorted(heights, reverse=True)


def test_verdicts_are_words_and_colours_that_white_bears(window: Program) -> None:
    out = window("compare", width=100).out
    for verdict, colour in COLOURS.items():
        assert f"\x1b[1;38;5;{colour}m{verdict}: " in out
        assert f"\x1b[1;38;5;{colour}m{verdict}\x1b[0m" in window("compare", "--all", width=100).out
    assert "agrees: same speaker" in window("compare", width=100, NO_COLOR="1").out


@pytest.mark.parametrize("width", [40, 80, 120])
def test_whose_word_a_reference_is_stands_there_in_words(window: Program, program: Program, width: int) -> None:
    drawn = uncoloured(window("compare", width=width).out)
    assert [line for line in drawn.splitlines() if line.startswith("agrees: ")] == [
        "agrees: independent",
        "agrees: same speaker",
    ]
    piped = program("compare", "irkutsk").out
    assert " same speaker " in piped
    assert " independent " in piped


def test_where_nothing_compares_it_says_what_would(program: Program, window: Program) -> None:
    needed = "needed: trade volume of Zhejiang Province with Russia for 2017 (f01)"
    for out in (program("compare", "zhejiang").out, uncoloured(window("compare", "zhejiang", width=100).out)):
        assert needed in out
        assert "f03)" not in out
    assert needed in program("compare", "zhejiang", "--chart").out
    assert needed in program("compare", "zhejiang", "--format", "markdown").out
    assert "needed: " not in program("compare", "irkutsk").out
    everything = program("compare", "--all").out
    assert "needed: with whom the trade growth of Irkutsk Region for 2018 is meant (f16)" in everything
    assert "needed: the date of the completion" not in everything


def test_questions_are_short_until_all_is_asked_for(program: Program) -> None:
    short, full = program("compare").out, program("compare", "--all").out
    assert "(?) f01: possible slip of scale?" in short
    assert "(?) f33: there is reason to doubt it" in short
    assert "The reasons are told by --all." in short
    assert "below USD 1.76 bn" not in short
    for one in program("compare", "--json").json:
        for reason in (one["question"], one["claim_doubt"]):
            assert reason is None or f"(?) {one['claim']}: {reason}" in full
    # Of one claim the reasons are told at once.
    assert "(?) f01: below USD 1.76 bn" in program("compare", "zhejiang").out


@pytest.mark.parametrize("line", ["compare", "compare --all", "compare --format markdown", "compare --chart"])
def test_a_doubted_number_is_marked_where_it_stands(program: Program, line: str) -> None:
    out = program(*line.split(), "zhejiang", "yaroslavl", "jilin").out
    if "--chart" not in line:
        assert "USD 964 m (?)" in out
        assert "USD 2.5 bn (?)" in out
    assert re.search(r"Dmitry Mironov \(\?\) │|initial CNY 5 bn \(\?\)", program(*line.split()).out)


def test_a_saved_chart_draws_all_that_compares_beside_a_short_table(program: Program, tmp_path: Path) -> None:
    drawn = tmp_path / "chart.svg"
    ran = program("compare", "karelia", "--save-chart", str(drawn))
    assert "r253" not in ran.out
    assert ran.out == program("compare", "karelia").out
    assert "r253" in drawn.read_text(encoding="utf-8")
    assert program("compare", "karelia", "--chart").out == program("compare", "karelia", "--all", "--chart").out


def test_python_asks_the_same(database: Any) -> None:
    assert [one["claim"] for one in database.compare("irkutsk", verdict="close")] == ["f15"]
    assert len(database.compare("karelia", every=True)) > len(database.compare("karelia")) == 1
