"""What rests on some sources alone, and which source each record says that it rests on."""

from itertools import chain
from pathlib import Path

import pytest

import rucn
from tests.conftest import Program

ARTICLE, HARBIN, IRKUTSK = "s01", "harbin-2020", "irkutsk-2018"
ALL = [ARTICLE, HARBIN, IRKUTSK]


@pytest.fixture
def both(library: Path) -> tuple[str, ...]:
    """The options that name the article and the small library."""
    return ("--db", "bundled", "--db", str(library))


CALLED: list[tuple[str, list[str], str]] = [
    # what is written, the sources that it means, the note
    ("harbin-2020", [HARBIN], ""),
    ("HARBIN-2020 ", [HARBIN], ""),
    ("harbin", [HARBIN], ""),
    ("2018", [IRKUTSK], ""),
    ("s01", [ARTICLE], ""),
    ("investinregions", [ARTICLE], ""),
    ("cooperation regions", [ARTICLE], ""),
    ("report", [HARBIN, IRKUTSK], ""),
    ("A publisher", [HARBIN, IRKUTSK], ""),
    ("Secnd report", [HARBIN], "“Secnd report” is taken as Second report (harbin-2020)"),
]


@pytest.mark.parametrize(("written", "meant", "note"), CALLED)
def test_sources_are_called(program: Program, both: tuple[str, ...], written: str, meant: list[str], note: str) -> None:
    ran = program("sources", "--json", "--source", written, *both)
    assert [one["id"] for one in ran.json] == meant
    assert note in ran.err


@pytest.mark.parametrize("written", ["", "?", "nothing such", "q01"])
def test_unknown_sources(program: Program, both: tuple[str, ...], written: str) -> None:
    ran = program("trade", "--json", "--source", written, *both)
    assert (ran.code, ran.out) == (1, "")
    assert "`rucn sources` lists them" in ran.error["message"]


def test_sources_have_counts(program: Program, both: tuple[str, ...]) -> None:
    ran = program("sources", "--json", "--fields", "id,quotes", *both)
    assert [tuple(one.values()) for one in ran.json] == [(ARTICLE, 17), (HARBIN, 2), (IRKUTSK, 1)]


# What of these answers depends on all records: a region is found beside them, and of a claim the best answer.
SET_AMONG_OTHERS = ("search bridge", "compare")
LINES = ["trade", "figures", "projects", "ties", "quotes", "compare", "references", "search bridge", "timeline"]


@pytest.mark.parametrize("line", LINES)
def test_answers_are_narrowed(program: Program, both: tuple[str, ...], line: str) -> None:
    def ask(*options: str) -> list[str]:
        ran = program(*line.split(), "--json", *options)
        assert ran.code == 0, ran.err
        return [one.get("id") or one.get("claim") or one["figures"][0] for one in ran.json]

    parts = {name: ask("--source", name, *both) for name in ALL}
    assert all(key.startswith(name) for name in (HARBIN, IRKUTSK) for key in parts[name] if "/" in key)
    assert not any("/" in key for key in parts[ARTICLE])
    if line not in SET_AMONG_OTHERS:
        # What others report beside the article rests on none of its words.
        beside = [key for key in ask("--db", "bundled") if key[0] in "er"]
        assert sorted([*chain(*parts.values()), *beside]) == sorted(ask(*both))
        both_parts = ask("--source", HARBIN, "--source", IRKUTSK, *both)
        assert sorted(both_parts) == sorted([*parts[HARBIN], *parts[IRKUTSK]])


def test_profiles_and_records_are_narrowed(program: Program, both: tuple[str, ...]) -> None:
    profile = program("region", "irkutsk", "--json", "--source", IRKUTSK, *both).json
    assert {one["id"] for one in profile["officials"]} == {f"{IRKUTSK}/o01"}
    assert profile["references"] == []
    officials = program("officials", "--json", "--source", HARBIN, *both).json
    assert [one["id"] for one in officials] == [f"{HARBIN}/o02", f"{HARBIN}/o03"]
    for key in ("f14", "r001", f"{IRKUTSK}/f01"):
        ran = program("show", key, "--json", "--source", HARBIN, *both)
        assert (ran.code, ran.error["code"]) == (1, "not_found")


@pytest.mark.parametrize("line", [*LINES, "references irkutsk --stated"])
def test_every_row_says_its_source(program: Program, both: tuple[str, ...], line: str) -> None:
    """The name that an id begins with is that of the source; what stands beside the article has none."""
    for one in program(*line.split(), "--json", *both).json:
        key = one.get("id") or one.get("claim") or one["figures"][0]
        name = key.rpartition("/")[0] or (
            None if key[0] in "er" or one.get("kind") in ("region", "official") else ARTICLE
        )
        assert one["source"] == name or one.get("what") == "event" or one.get("kind") == "source"


COLUMNS: list[tuple[str, str, bool]] = [
    ("trade irkutsk", "Source", True),
    ("trade irkutsk --source irkutsk", "Source", False),
    ("trade irkutsk --db bundled", "Source", False),
    ("trade zhejiang", "Source", False),
    ("search bridge", "Source", True),
    ("compare irkutsk", "Stated in", True),
    ("compare zhejiang", "Stated in", False),
    ("timeline", "Stated in", False),
    ("region irkutsk", "Source", True),
]


@pytest.mark.parametrize(("line", "title", "there"), COLUMNS)
def test_tables_say_the_source_where_there_are_several(
    program: Program, both: tuple[str, ...], line: str, title: str, there: bool
) -> None:
    ran = program(*line.split(), *([] if "--db" in line else both))
    headings = [one for one in ran.out.splitlines() if "  " in one.strip() and one.rstrip().endswith(title)]
    assert bool(headings) == there


def test_at_a_terminal_the_ids_say_it_where_there_is_no_room(window: Program, both: tuple[str, ...]) -> None:
    narrow, wide = (window("trade", "irkutsk", *both, width=width).out for width in (80, 220))
    assert "Source" not in narrow
    assert f"{IRKUTSK}/q01" in narrow
    assert "Source" in wide


def test_sources_are_completed(program: Program, both: tuple[str, ...]) -> None:
    offered = program("trade", *both, "--source", "h", _RUCN_COMPLETE="bash").out
    assert offered == f"{HARBIN}\tSecond report\n"
    # On `check` it is a document.
    assert program("check", "--source", "h", _RUCN_COMPLETE="bash").out == "<file>\t\n"


def test_in_python(library: Path) -> None:
    database = rucn.open(["bundled", library], source="harbin")
    assert [one["id"] for one in database.sources()] == [HARBIN]
    assert {one["source"] for one in rucn.open(library, source=["harbin", "irkutsk"]).quotes()} == {HARBIN, IRKUTSK}
    with pytest.raises(rucn.errors.NotFoundError):
        rucn.open(source="nothing such")
