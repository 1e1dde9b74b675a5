"""What reaches a terminal: nothing that it would act on, and lines that are broken where a reader breaks them."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from rucn.render.terminal.breaking import break_lines, pieces_of
from tests.conftest import Program, processes, uncoloured

# A colour, a cleared screen, a title, one of C1, a bell, an overwritten line, and text turned round.
ACTED_ON = [
    "\x1b[31mRED",
    "\x1b[2J\x1b]0;x\x07Irkutsk",
    "\x9b31m",
    "a\x7fb",
    "Moscow\rOmsk",
    "a\u202eb",
    "a\u2066b\u2069",
]
_ACTED_ON = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
LONG_NAME = "俄罗斯联邦西伯利亚联邦管区外贝加尔边疆区赤塔市红石区某某镇某某村委会"


def _acts(drawn: str) -> list[str]:
    return _ACTED_ON.findall(uncoloured(drawn))


@pytest.mark.parametrize("name", ACTED_ON, ids=ascii)
@pytest.mark.parametrize("format", ["table", "json", "jsonl", "csv", "tsv", "markdown"])
def test_a_name_is_escaped_at_a_terminal_in_every_format(window: Program, name: str, format: str) -> None:
    ran = window("resolve", "--format", format, "--", name)
    assert not _acts(ran.out + ran.err)
    # In a table of Markdown every end of a line is a blank.
    assert re.search(r"\\(x|u)[0-9a-f]{2}|\\r", ran.out) or (format == "markdown" and "\r" in name)


@pytest.mark.parametrize("name", ACTED_ON, ids=ascii)
def test_json_has_the_name_as_it_was_given_wherever_it_goes(window: Program, program: Program, name: str) -> None:
    for ran in (window("resolve", "--json", "--", name), program("resolve", "--json", "--", name)):
        assert json.loads(ran.out)[0]["query"] == name
    assert name.split("\r")[0] in program("resolve", "--format", "csv", "--", name).out


REFUSED = [
    ["{}"],
    ["trade", "--{}"],
    ["trade", "--format", "{}"],
    ["trade", "--db", "{}"],
    ["trade", "--currency", "USD", "--db", "{}/rucn.json"],
    ["region", "--", "{}"],
    ["region", "irkutsk", "{}"],
    ["show", "--", "{}"],
    ["completion", "{}"],
]


@pytest.mark.parametrize("line", REFUSED, ids=" ".join)
def test_a_refused_argument_is_escaped_too(window: Program, line: list[str]) -> None:
    words = [word.format("".join(ACTED_ON)) for word in line]
    for json_asked in [[], ["--json"]] if "--" not in line and line[0] != "completion" else [[]]:
        ran = window(*words[:1], *json_asked, *words[1:])
        assert ran.code in (1, 2, 4)
        assert not _acts(ran.out + ran.err)


def test_a_document_is_escaped(window: Program, tmp_path: Path) -> None:
    document = tmp_path / "document.txt"
    document.write_text("«\x1b[31mred\u202e», Somebody\x9b", encoding="utf-8")
    for format in ("table", "json"):
        assert not _acts(window("check", "--source", str(document), "--format", format).out)


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_no_terminal_that_is_named_cuts_what_goes_into_a_pipe(program: Program, term: str) -> None:
    lines = [["trade", "irkutsk"], ["projects"]]
    for line, ran in zip(lines, processes(lines, {"FORCE_COLOR": "1", "TERM": term}), strict=True):
        assert [row.rstrip() for row in uncoloured(ran.out).splitlines()] == program(*line).out.splitlines()


def test_a_long_chinese_cell_is_broken_between_characters(window: Program) -> None:
    drawn = uncoloured(window("resolve", LONG_NAME, "Irkutsk").out)
    assert drawn.splitlines()[0].split()[:2] == ["Written", "Code"]
    first, second = (line.split()[0] for line in drawn.splitlines()[2:4])
    assert first + second == LONG_NAME


NAMES = [
    "大不列颠及北爱尔兰联合王国苏格兰高地与群岛以及奥克尼和设得兰的名称",
    LONG_NAME,
    "Иркутскобластьнесуществующая",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [40, 50, 60, 80])
def test_a_message_is_broken_by_cells_and_its_commands_are_whole(window: Program, name: str, width: int) -> None:
    said = window("trade", name, width=width).err
    assert max(map(cell_len, said.splitlines())) <= width
    assert any("`rucn regions`" in line for line in said.splitlines())
    assert name in said.replace("\n", "")


@given(st.lists(st.text("ab-“”，。（）浙江省黑龙", min_size=1, max_size=30), max_size=6), st.integers(2, 30))
def test_broken_lines_hold_the_words_and_are_no_wider_than_one_piece(words: list[str], width: int) -> None:
    broken = break_lines(words, width)
    assert "".join(broken).replace(" ", "") == "".join(words)
    widest = max((cell_len(piece) for word in words for piece in pieces_of(word)), default=0)
    assert all(cell_len(line) <= max(width, widest) for line in broken)


IN_WORDS = [
    ["show", "--", "--json"],
    ["region", "--", "--format=json"],
    ["region", "zzzz", "--period", "--json"],
    ["figures", "--region", "--json"],
    ["trade", "--sort", "--json"],
    ["trade", "--save-chart", "--json"],
    ["trade", "--format", "json", "--format", "xml"],
    ["region", "json"],
]
IN_JSON = [
    ["region", "--json", "zzzz"],
    ["region", "zzzz", "--format=json"],
    ["region", "zzzz", "--format", "json"],
    ["trade", "--nonsense", "--json"],
    ["--json", "region"],
    ["region", "--json", "--", "--format"],
]


@pytest.mark.parametrize(("line", "as_json"), [(line, False) for line in IN_WORDS] + [(line, True) for line in IN_JSON])
def test_an_error_is_json_where_json_was_asked_for(program: Program, line: list[str], as_json: bool) -> None:
    ran = program(*line)
    assert ran.code in (1, 2)
    assert ran.err.startswith('{"error": ' if as_json else "rucn: ")
