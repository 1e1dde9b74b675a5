"""What a person sees of a search: the words found are highlighted, and long passages cut around them, at a terminal."""

import pytest
from rich.cells import cell_len

from tests.conftest import Program, terminal, uncoloured

COMMANDS = [["search", "brige"], ["quotes", "--about", "brige"]]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_words_found_are_highlighted_at_a_terminal(window: Program, command: list[str]) -> None:
    drawn = window(*command, width=120).out
    assert "\x1b[1;4mbridge\x1b[0m" in drawn
    assert "\x1b[1;4mriver" not in drawn.lower()


@pytest.mark.parametrize("command", COMMANDS)
def test_without_colours_they_still_stand_out(command: list[str]) -> None:
    drawn = terminal(*command, width=120, NO_COLOR="1")
    assert "\x1b[1;4mbridge\x1b[0m" in drawn


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_is_highlighted_in_a_pipe(program: Program, command: list[str]) -> None:
    plain = program(*command).out
    assert "\x1b" not in plain
    assert "[bridge]" not in plain
    assert "\x1b[1;4mbridge" in program(*command, FORCE_COLOR="1").out
    assert "\x1b" not in program(*command, FORCE_COLOR="1", NO_COLOR="1").out


@pytest.mark.parametrize(
    ("text", "highlighted"),
    [
        ("investor", ["investors", "investment"]),
        ("soybeans", ["soy", "beans"]),
        ("лес", ["wood", "Pulp", "lumber"]),
        ("Amur", ["Amur"]),
        ("27,9", ["27.9"]),
        ("27 900 000 000", ["27.9", "billion"]),
    ],
)
def test_they_are_highlighted_as_they_stand_in_the_record(window: Program, text: str, highlighted: list[str]) -> None:
    drawn = window("search", text, width=200).out
    for word in highlighted:
        assert f"\x1b[1;4m{word}\x1b[0m" in drawn


def test_only_names_and_words_are_searched(window: Program) -> None:
    drawn = window("search", "project", width=200).out
    assert "\x1b[1;4mproject\x1b[0m" in drawn
    assert "project  " in drawn  # the kind of record, not highlighted
    assert "\x1b[1;4mproject\x1b[0m  " not in drawn.partition("p01")[2].partition("182")[0]


def test_a_long_passage_is_cut_around_the_words_at_a_terminal_only(window: Program, program: Program) -> None:
    [whole] = [hit["excerpt"] for hit in program("search", "yuan", "--json").json if hit["id"] == "q14"]
    drawn = " ".join(uncoloured(window("search", "corridor", width=80).out).split())
    assert "…" in drawn
    assert "corridor" in drawn
    assert len(whole) > 100
    assert whole in program("search", "yuan").out
    assert whole in program("search", "yuan", "--format", "csv").out
    assert "…" not in program("search", "corridor").out


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_it_fits_the_window(window: Program, width: int) -> None:
    drawn = uncoloured(window("search", "timber", "processing", width=width).out)
    assert max(map(cell_len, drawn.splitlines())) <= width


def test_the_words_may_be_parted_or_one_text(program: Program) -> None:
    assert (
        program("search", "timber", "processing", "--json").out == program("search", "timber processing", "--json").out
    )


def test_quotes_keep_the_order_asked_for(program: Program) -> None:
    ranked = [one["id"] for one in program("quotes", "--about", "timber processing", "--json").json]
    sorted_ids = [one["id"] for one in program("quotes", "--about", "timber processing", "--sort", "id", "--json").json]
    assert ranked[:2] == ["q09", "q07"]
    assert sorted_ids == sorted(ranked)


def test_what_is_missing_is_said(program: Program) -> None:
    ran = program("search", "wind", "turbine", "--json")
    assert (ran.code, ran.json) == (0, [])
    assert "it does not have “turbine”" in ran.err
