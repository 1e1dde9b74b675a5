"""`rucn resolve`: names in, codes out, one record a name, as they come."""

import json
import os
import pty
import subprocess
import time
from pathlib import Path

import pytest

from tests.conftest import PROGRAM, ROOT, Program, clean

RECORDS = [
    # written, code, name, kind, match
    ("Chekiang", "CN-ZJ", "Zhejiang Province", "region", "alias"),
    ("иркутская обл", "RU-IRK", "Irkutsk Region", "region", "exact"),
    ("в Бурятии", "RU-BU", "Republic of Buryatia", "region", "inflected"),
    ("Čuvašiâ", "RU-CU", "Chuvash Republic", "region", "translit"),
    ("bhrencr", "RU-IRK", "Irkutsk", "city", "layout"),
    ("巴什科", "RU-BA", "Republic of Bashkortostan", "region", "prefix"),
    ("irkutks", "RU-IRK", "Irkutsk Region", "region", "fuzzy"),
    ("Harbin", "CN-HL", "Harbin", "city", "exact"),
    ("Altai", None, None, None, "ambiguous"),
    ("Tulsa", None, None, None, "none"),
    ("", None, None, None, "none"),
]


@pytest.mark.parametrize(("written", "code", "name", "kind", "match"), RECORDS)
def test_a_record(
    program: Program, written: str, code: str | None, name: str | None, kind: str | None, match: str
) -> None:
    ran = program("resolve", written, "--json")
    assert ran.code == 0
    [record] = ran.json
    assert list(record) == ["query", "code", "name", "kind", "match", "score", "candidates"]
    assert [record[field] for field in ("query", "code", "name", "kind", "match")] == [written, code, name, kind, match]
    assert 0 <= record["score"] <= 100
    assert (record["score"] == 0) == (match == "none")
    assert record["candidates"] == [] or code is None


def test_what_an_ambiguous_name_fits_is_told_apart(program: Program) -> None:
    altai, kirovsk = program("resolve", "Altai", "Kirovsk", "--json").json
    assert [one["code"] for one in altai["candidates"]] == ["RU-AL", "RU-ALT"]
    assert {one["name"] for one in kirovsk["candidates"]} == {
        "Kirovsk in Leningrad Region",
        "Kirovsk in Murmansk Region",
    }


def test_a_refused_name_gets_a_few_suggestions(program: Program) -> None:
    [record] = program("resolve", "Tuvalu", "--json").json
    assert 0 < len(record["candidates"]) <= 5
    assert record["candidates"][0]["code"] == "RU-TY"


@pytest.mark.parametrize(("country", "code"), [("RU", "RU-AMU"), ("china", None)])
def test_a_country_narrows(program: Program, country: str, code: str | None) -> None:
    [record] = program("resolve", "Amur", "--country", country, "--json").json
    assert record["code"] == code


NAMES = "Irkutsk\nЧжэцзян\r\n\n浙江\nno such place\nRU-IRK"


def _piped(names: bytes, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [*PROGRAM, "resolve", *arguments], input=names, capture_output=True, env=clean({}), cwd=ROOT, check=False
    )


@pytest.mark.parametrize("format", ["json", "jsonl", "csv", "tsv", "table", "markdown"])
def test_names_from_standard_input_are_answered_as_from_the_command_line(program: Program, format: str) -> None:
    piped = _piped(NAMES.encode(), "--format", format)
    assert piped.returncode == 0
    assert piped.stdout.decode() == program("resolve", *NAMES.splitlines(), "--format", format).out


def test_fields_limit_and_sort_fit_what_is_read(program: Program) -> None:
    options = ["--fields", "code,query", "--limit", "2", "--json"]
    assert (
        json.loads(_piped(NAMES.encode(), *options).stdout) == program("resolve", "Irkutsk", "Чжэцзян", *options).json
    )
    ran = _piped(NAMES.encode(), "--sort", "query", "--fields", "query", "--format", "tsv")
    sorted_names = sorted(NAMES.splitlines(), key=str.casefold)
    assert ran.stdout.decode().splitlines() == ["query", *sorted_names]


@pytest.mark.parametrize(("format", "nothing"), [("json", "[]\n"), ("jsonl", ""), ("csv", "query,code\n")])
def test_no_input_is_no_record(format: str, nothing: str) -> None:
    ran = _piped(b"", "--format", format, "--fields", "query,code")
    assert (ran.returncode, ran.stdout.decode()) == (0, nothing)


def test_what_is_no_utf_8_is_read_all_the_same() -> None:
    ran = _piped(b"\xef\xbb\xbfIrkutsk\n\xff\xfe\n\x00\nHarbin\n", "--format", "tsv", "--fields", "code")
    assert ran.stdout.decode().splitlines() == ["code", "RU-IRK", "", "", "CN-HL"]


def test_an_unknown_field_is_refused_before_anything_is_read() -> None:
    ran = _piped(NAMES.encode(), "--fields", "nonsense")
    assert (ran.returncode, ran.stdout) == (2, b"")


def test_a_name_is_answered_before_the_next_is_written() -> None:
    for format in ("jsonl", "csv", "tsv", "json"):
        with subprocess.Popen(
            [*PROGRAM, "resolve", "--format", format, "--fields", "code"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=clean({}),
            cwd=ROOT,
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(b"Irkutsk\n")
            process.stdin.flush()
            answered = b""
            while b"RU-IRK" not in answered:
                answered += os.read(process.stdout.fileno(), 1000)
            process.stdin.close()


def test_an_endless_pipe_ends_quietly_and_memory_stays_flat() -> None:
    line = f"yes Irkutsk | {' '.join(PROGRAM)} resolve --format jsonl | head -20000 | tail -1"
    ran = subprocess.run(["bash", "-c", line], capture_output=True, env=clean({}), cwd=ROOT, check=False)
    assert json.loads(ran.stdout)["code"] == "RU-IRK"
    assert ran.stderr == b""


def test_no_input_at_all_is_an_error_of_usage() -> None:
    line = f"{' '.join(PROGRAM)} resolve <&-"
    ran = subprocess.run(["bash", "-c", line], capture_output=True, text=True, env=clean({}), cwd=ROOT, check=False)
    assert ran.returncode == 2
    assert ran.stderr.startswith("rucn: there are no names")


def test_a_person_at_a_terminal_is_told_where_names_come_from() -> None:
    ours, theirs = pty.openpty()
    ran = subprocess.run(
        [*PROGRAM, "resolve"], stdin=theirs, capture_output=True, text=True, env=clean({}), cwd=ROOT, check=False
    )
    os.close(theirs)
    os.close(ours)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "standard input" in ran.stderr


def test_a_bar_shows_how_much_of_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("Irkutsk\n" * 5000, encoding="utf-8")
    ours, theirs = pty.openpty()
    with path.open("rb") as names:
        variables = clean({"TERM": "xterm-256color"})
        arguments = [*PROGRAM, "resolve", "--format", "csv"]
        done = subprocess.run(
            arguments, stdin=names, stdout=subprocess.PIPE, stderr=theirs, env=variables, cwd=ROOT, check=True
        )
    os.close(theirs)
    time.sleep(0.1)
    drawn = os.read(ours, 100_000).decode()
    os.close(ours)
    assert "resolving" in drawn
    assert len(done.stdout.decode().splitlines()) == 5001


WRITTEN = [("cp1251", "Иркутск"), ("koi8-r", "Иркутск"), ("gb18030", "浙江"), ("utf-16-le", "Иркутск")]


@pytest.mark.parametrize(("encoding", "name"), WRITTEN)
def test_names_in_another_encoding_are_told_and_can_be_read(encoding: str, name: str) -> None:
    names = f"{name}\r\n\r\n{name}".encode(encoding)
    untold = _piped(names, "--format", "csv", "--fields", "code")
    assert b"is not text in UTF-8" in untold.stderr
    assert b"--encoding" in untold.stderr
    told = _piped(names, "--format", "jsonl", "--encoding", encoding.upper())
    assert [json.loads(line)["query"] for line in told.stdout.splitlines()] == [name, "", name]
    assert told.stderr == b""


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_the_encoding(encoding: str) -> None:
    for options in ([], ["--encoding", "utf-8"]):
        ran = _piped("Иркутск\n浙江\n".encode(encoding), "--format", "csv", "--fields", "query,code", *options)
        assert ran.stdout.decode() == "query,code\nИркутск,RU-IRK\n浙江,CN-ZJ\n"
        assert ran.stderr == b""


@pytest.mark.parametrize("encoding", ["nonsense", "rot13", "hex"])
def test_what_is_no_encoding_is_refused(program: Program, encoding: str) -> None:
    assert program("check", "--source", __file__, "--encoding", encoding).code == 2
    assert _piped(b"", "--encoding", encoding).returncode == 2


@pytest.mark.parametrize("format", ["table", "json", "csv", "markdown"])
def test_the_first_of_endless_names_are_answered(format: str) -> None:
    line = f"yes irkutsk | timeout 20 {' '.join(PROGRAM)} resolve --limit 3 --format {format}"
    ran = subprocess.run(["bash", "-c", line], capture_output=True, env=clean({}), cwd=ROOT, check=False)
    assert (ran.returncode, ran.stdout.count(b"irkutsk"), ran.stderr) == (0, 3, b"")


@pytest.mark.parametrize("options", [["--format", "table"], ["--format", "markdown"], ["--sort", "query", "--json"]])
def test_endless_names_are_no_table(options: list[str]) -> None:
    line = f"yes irkutsk | timeout 30 {' '.join(PROGRAM)} resolve {' '.join(options)}"
    ran = subprocess.run(["bash", "-c", line], capture_output=True, env=clean({}), cwd=ROOT, check=False)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"--format csv" in ran.stderr


def test_a_text_without_lines_is_no_column_of_names() -> None:
    ran = _piped(b"x" * 1_000_001, "--json")
    assert ran.returncode == 2
    assert b"line 1 of standard input is too long" in ran.stderr
