"""The contract, command by command and format by format, as a script meets it."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DATABASE, Program

FIELDS = {
    "region": "code name names kind country capital statements",
    "official": "id name names titles role acting region region_name country quotes note offices",
    "quote": (
        "id official official_name title role acting region region_name country section topics text mentions source"
        " note kind said_by reviewed inferred"
    ),
    "figure": (
        "id quote official_name region region_name partner scope measure commodity value unit qualifier period"
        " period_as_stated period_inferred evidence start end note doubt project said_by source reviewed inferred"
        " quote_kind"
    ),
    "trade": (
        "region region_name country partner scope period period_as_stated period_inferred volume currency"
        " volume_qualifier volume_doubt growth_percent growth_qualifier growth_doubt share_percent share_doubt"
        " partner_rank rank_qualifier rank_doubt official_name quotes figures source inferred said_by"
        " quote_kind"
    ),
    "project": (
        "id name kind region region_name region_basis places sectors status status_as_stated investment currency"
        " investment_qualifier partners start start_as_stated completion completion_as_stated official_name quote"
        " evidence note doubt source inferred said_by quote_kind reviewed"
    ),
    "tie": (
        "id name kind region region_name period period_as_stated place official_name quote evidence source inferred"
        " said_by quote_kind reviewed"
    ),
    "source": "id title publisher address published published_inferred language sections quotes sha256 note",
    "reference": (
        "id region region_name partner measure value unit qualifier period publisher address note subject project"
        " project_inferred said_by stock source"
    ),
    "comparison": (
        "claim region region_name subject official_name measure partner scope commodity claim_value claim_unit"
        " claim_qualifier claim_doubt claim_period claim_period_inferred claim_words reference reference_measure"
        " reference_value reference_unit reference_qualifier reference_period publisher address same_speaker"
        " project_inferred ratio verdict reason hindrances other_verdicts question question_from inferred"
        " source said_by quote_kind"
    ),
    "hit": "kind id name score excerpt found_by source",
    "problem": "record field message",
}
LISTS = {
    ("regions",): "region",
    ("officials",): "official",
    ("trade",): "trade",
    ("figures",): "figure",
    ("projects",): "project",
    ("ties",): "tie",
    ("quotes",): "quote",
    ("references", "irkutsk"): "reference",
    ("compare", "irkutsk"): "comparison",
    ("search", "bridge"): "hit",
    ("sources",): "source",
}
PROFILES = {
    ("region", "irkutsk"): "region trade figures projects ties officials quotes references project_events",
    ("official", "levchenko"): "official quotes figures projects ties",
}
SHOWN = {"q03": "quote", "f14": "figure", "p05": "project", "t05": "tie", "o03": "official", "s01": "source"}


@pytest.mark.parametrize(("command", "kind"), LISTS.items())
class TestLists:
    def test_json_is_an_array_of_records_with_their_fields_in_order(
        self, program: Program, command: tuple[str, ...], kind: str
    ) -> None:
        ran = program(*command, "--json")
        assert ran.code == 0
        assert ran.err == "" or ran.err.startswith("note: doubts are noted on f01")
        assert ran.json
        assert {tuple(record) for record in ran.json} == {tuple(FIELDS[kind].split())}

    def test_json_means_format_json_before_or_after_the_arguments(
        self, program: Program, command: tuple[str, ...], kind: str
    ) -> None:
        assert program(*command, "--format", "json").out == program(command[0], "--json", *command[1:]).out

    def test_jsonl_is_a_record_a_line(self, program: Program, command: tuple[str, ...], kind: str) -> None:
        lines = program(*command, "--format", "jsonl").out.splitlines()
        assert [json.loads(line) for line in lines] == program(*command, "--json").json

    @pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("tsv", "\t")])
    def test_csv_and_tsv_have_a_header_and_a_line_a_record(
        self, program: Program, command: tuple[str, ...], kind: str, form: str, delimiter: str
    ) -> None:
        header, *lines = csv.reader(io.StringIO(program(*command, "--format", form).out), delimiter=delimiter)
        names = [f"{name}.{one}" for name in ["names"] for one in ("en", "ru", "zh")]
        expected = [one for field in FIELDS[kind].split() for one in (names if field == "names" else [field])]
        assert header == expected
        assert len(lines) == len(program(*command, "--json").json)
        assert {len(line) for line in lines} == {len(header)}

    def test_markdown_is_a_table(self, program: Program, command: tuple[str, ...], kind: str) -> None:
        lines = program(*command, "--format", "markdown").out.splitlines()
        if kind == "comparison":
            # How many claims have which verdict stands above their table.
            assert lines[0].startswith("5 claims: ")
            assert lines[1] == ""
            del lines[:2]
        assert lines[0].startswith("| ")
        assert set(lines[1]) <= set("|-: ")
        assert sum(line.startswith("|") for line in lines) == len(program(*command, "--json").json) + 2

    def test_limit_zero_is_none_at_all(self, program: Program, command: tuple[str, ...], kind: str) -> None:
        assert program(*command, "--limit", "0", "--json").out == "[]\n"
        assert program(*command, "--limit", "0", "--format", "jsonl").out == ""
        assert program(*command, "--limit", "0").out == ""
        assert len(program(*command, "--limit", "0", "--format", "csv").out.splitlines()) == 1

    def test_fields_and_sort(self, program: Program, command: tuple[str, ...], kind: str) -> None:
        field = FIELDS[kind].split()[0]
        ran = program(*command, "--fields", field, "--sort", f"-{field}", "--json")
        values = [record[field] for record in ran.json]
        assert {tuple(record) for record in ran.json} == {(field,)}
        assert values == sorted(values, key=str.casefold, reverse=True)

    def test_every_field_can_be_sorted_by(self, program: Program, command: tuple[str, ...], kind: str) -> None:
        everything = program(*command, "--json").json
        for field in FIELDS[kind].split():
            ran = program(*command, "--sort", field, "--json")
            assert sorted(map(json.dumps, ran.json)) == sorted(map(json.dumps, everything))
            absent = [record[field] is None for record in ran.json]
            assert absent == sorted(absent)


@pytest.mark.parametrize(("command", "parts"), PROFILES.items())
class TestProfiles:
    def test_json_is_an_object(self, program: Program, command: tuple[str, ...], parts: str) -> None:
        assert list(program(*command, "--json").json) == parts.split()

    @pytest.mark.parametrize("form", ["csv", "tsv", "jsonl"])
    def test_a_profile_is_no_table(self, program: Program, command: tuple[str, ...], parts: str, form: str) -> None:
        ran = program(*command, "--format", form)
        assert (ran.code, ran.out) == (2, "")
        assert f"rucn {command[0]}s" in ran.err

    def test_limit_cuts_each_list(self, program: Program, command: tuple[str, ...], parts: str) -> None:
        profile = program(*command, "--limit", "1", "--json").json
        assert {len(part) for part in profile.values() if isinstance(part, list)} <= {0, 1}

    def test_fields_pick_parts(self, program: Program, command: tuple[str, ...], parts: str) -> None:
        assert list(program(*command, "--fields", "quotes", "--json").json) == ["quotes"]
        assert program(*command, "--fields", "quotes").out

    def test_a_profile_is_not_sorted(self, program: Program, command: tuple[str, ...], parts: str) -> None:
        assert program(*command, "--sort", "quotes").code == 2

    def test_markdown_has_its_parts_as_headings(self, program: Program, command: tuple[str, ...], parts: str) -> None:
        assert "## Quotes" in program(*command, "--format", "markdown").out


@pytest.mark.parametrize(("key", "kind"), SHOWN.items())
def test_show_answers_with_the_record(program: Program, key: str, kind: str) -> None:
    ran = program("show", key, "--json")
    assert ran.code == 0
    assert list(ran.json) == FIELDS[kind].split()
    assert program("show", key.upper(), "--json").out == ran.out


def test_show_answers_a_region_code_with_the_region(program: Program) -> None:
    record = program("show", "ru-irk", "--json").json
    assert list(record) == FIELDS["region"].split()
    assert record["statements"] == 3


@pytest.mark.parametrize("form", ["csv", "jsonl", "markdown", "table"])
def test_one_record_fits_every_format(program: Program, form: str) -> None:
    assert "f14" in program("show", "f14", "--format", form).out


def test_check_prints_problems(program: Program, tables: Any, written: Any) -> None:
    tables["figures"]["1"]["value"] = 965000000
    ran = program("check", "--db", written(tables), "--json")
    assert ran.code == 4
    assert [list(problem) for problem in ran.json] == [FIELDS["problem"].split()]


FILTERS = [
    # command line, the ids or codes expected
    ("regions --stated --country china --fields code", "CN-JL CN-LN CN-NM CN-ZJ"),
    ("officials --role governer --country ru", "o03 o04 o07 o08 o11 o13 o15"),
    ("officials --role глава", "o02 o09 o10"),
    ("officials --role 省委书记", "o01 o06 o12"),
    ("officials --acting --role governor", "o15"),
    ("officials --country china", "o01 o05 o06 o12 o14"),
    ("figures --measure growth", "f02 f09 f10 f15 f16 f20 f22 f26"),
    ("figures --measure volume --measure share", "f01 f07 f08 f14 f18 f21 f28"),
    ("figures --period 2018", "f06 f08 f10 f12 f16 f20 f31 f32"),
    ("figures --period 2018-S1", "f06 f08 f10 f12 f20"),
    ("figures --period 2018h1 --region buryatia", "f06 f08 f10 f12"),
    ("figures --period 2016", ""),
    ("figures --by levchenko", "f13 f14 f15 f16"),
    ("figures --by губернатор --measure project-investment", "f27 f29"),
    ("figures --region khabarovsk", "f27"),
    ("ties --region heilongjiang", "t05"),
    ("figures --by irkutsk --by zhejiang", "f01 f02 f03 f13 f14 f15 f16"),
    ("figures --region yaroslavl", "f33"),
    ("projects --sector timber", "p03 p04 p05 p06 p13 p19"),
    ("projects --kind infrastructure", "p17 p31 p32"),
    ("projects --kind instrument --by mironov", "p21 p22 p23"),
    ("projects --status construction-started", "p05 p10 p11 p12 p16 p32"),
    ("projects --status operating --status approved", "p01 p21"),
    ("projects --region heilongjiang", "p17 p32"),
    ("projects --by head", "p16"),
    ("ties --kind fair", "t05"),
    ("ties --region yakutia --kind twinning", "t02"),
    ("ties --region kaluga", ""),
    ("quotes --by governor", "q03 q04 q07 q08 q09 q12 q14 q15 q17"),
    ("quotes --by head", "q02 q10 q11"),
    ("quotes --by 省长", "q05"),
    ("quotes --by auditor", "q16"),
    ("quotes --region jilin", "q06 q07"),
    ("quotes --topic mining", "q02 q13"),
    ("quotes --about bridge", "q12 q17"),
    ("quotes --about brige --by amur", "q17"),
    ("quotes --about xyzzy", ""),
]


@pytest.mark.parametrize(("line", "expected"), FILTERS)
def test_filters(program: Program, line: str, expected: str) -> None:
    ran = program(*line.split(), "--json")
    assert ran.code == 0
    assert [record.get("id") or record["code"] for record in ran.json] == expected.split()


def test_an_empty_answer_is_said_to_be_one(program: Program) -> None:
    ran = program("ties", "--region", "kaluga")
    assert (ran.code, ran.out, ran.err) == (0, "", "note: the sources name no such tie for Kaluga Region\n")
    assert program("ties", "--region", "kaluga", "--quiet").err == ""


def test_a_known_region_without_statements_is_not_an_unknown_name(program: Program) -> None:
    silent, unknown = program("region", "kaluga", "--json"), program("region", "kalugistan", "--json")
    assert silent.code == 0
    assert silent.json["quotes"] == silent.json["figures"] == []
    assert "say nothing about Kaluga Region" in silent.err
    assert (unknown.code, unknown.out) == (1, "")


def test_a_word_that_is_not_tied_to_a_region_is_pointed_at(program: Program) -> None:
    assert "“Hebei” stands in q07" in program("region", "hebei").err


TRADE = [
    # region, partner, scope, period, volume, growth, share, rank, quotes
    ("CN-ZJ", "RU", "bilateral", "2017", 964_000_000, 17, None, None, ["q01"]),
    ("CN-ZJ", "RU", "bilateral", None, None, None, None, None, ["q01"]),
    ("RU-BU", "CN", "bilateral", "2017", None, None, 35, 1, ["q02"]),
    ("RU-BU", "CN", "bilateral", "2018-S1", None, None, 37, 1, ["q02"]),
    ("RU-BU", "CN", "bilateral", None, None, None, None, None, ["q02"]),
    ("RU-BU", None, "all_partners", "2017", None, 21, None, None, ["q02"]),
    ("RU-BU", None, "all_partners", "2018-S1", None, 17, None, None, ["q02"]),
    ("RU-IRK", "CN", "bilateral", "2017", 4_000_000_000, 38, None, None, ["q03"]),
    ("RU-IRK", "CN", "bilateral", None, None, None, None, 1, ["q03"]),
    ("RU-IRK", None, "unclear", "2018", None, 50, None, None, ["q03"]),
    ("RU-SAK", "CN", "bilateral", "2017", 2_000_000_000, None, None, 3, ["q04"]),
    ("RU-SAK", "CN", "bilateral", "2018-S1", None, 10, None, None, ["q04"]),
    ("RU-SAK", "CN", "bilateral", None, None, None, None, 3, ["q04"]),
    ("CN-LN", "RU", "bilateral", "2017", 27_900_000_000, 30, None, None, ["q05"]),
    ("CN-JL", "RU", "bilateral", "2017", None, 30, None, None, ["q06"]),
    ("RU-KAM", "CN", "bilateral", "2017", 300_000_000, None, None, None, ["q08"]),
]


def test_trade_rows(program: Program) -> None:
    fields = ("region", "partner", "scope", "period", "volume", "growth_percent", "share_percent", "partner_rank")
    rows = program("trade", "--json").json
    assert [(*(row[field] for field in fields), row["quotes"]) for row in rows] == TRADE


def test_a_rank_at_most_is_told_from_a_rank(program: Program) -> None:
    rows = program("trade", "sakhalin", "--json").json
    assert [row["rank_qualifier"] for row in rows] == [None, None, "at_most"]
    assert "top 3" in program("trade", "sakhalin").out


def test_numbers_are_sorted_by_size_and_absent_ones_stand_last(program: Program) -> None:
    volumes = [row["volume"] for row in program("trade", "--sort", "-volume", "--json").json]
    present = [volume for volume in volumes if volume is not None]
    assert present == sorted(present, reverse=True) == [27.9e9, 4e9, 2e9, 964e6, 300e6]
    assert volumes[len(present) :] == [None] * (len(volumes) - len(present))


def test_search_answers_best_first(program: Program) -> None:
    scores = [hit["score"] for hit in program("search", "timber processing", "--json").json]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > scores[-1]


def test_a_number_is_searched_for_as_it_is(program: Program) -> None:
    assert {hit["id"] for hit in program("search", "27.9", "--json").json} == {"q05", "f21"}


def test_what_is_marked_has_a_legend_and_nothing_else_has(program: Program) -> None:
    legends = {"*": "* inferred from the context", "(?)": "(?) there is reason to doubt it"}
    for region in ("karelia", "liaoning", "zhejiang"):
        lines = program("figures", "--region", region).out.splitlines()
        body = [line for line in lines if line not in legends.values() and not line.startswith("*")]
        for mark, legend in legends.items():
            assert any(line.startswith(legend) for line in lines) == any(mark in line for line in body)


def test_silence_about_one_of_several_regions_is_said(program: Program) -> None:
    ran = program("trade", "kaluga", "irkutsk")
    assert "Irkutsk Region" in ran.out
    assert ran.err == "note: the sources state no trade figures for Kaluga Region\n"


def test_doubts_are_pointed_at_and_told(program: Program) -> None:
    assert "doubts are noted on f01" in program("trade", "zhejiang").err
    assert "factor of ten" in program("show", "f01").out
    assert "doubts" not in program("trade", "irkutsk").err


def test_slips_are_noted_under_a_quote(program: Program) -> None:
    assert "“Ather project” is a slip" in program("quotes", "--by", "levchenko").out


def test_markdown_escapes_what_it_would_read_as_markup(program: Program, tables: Any, written: Any) -> None:
    tables["ties"]["1"]["name"] = "A | *forum*"
    assert "A \\| \\*forum\\*" in program("ties", "--format", "markdown", "--db", written(tables)).out


def test_markdown_of_a_record_marks_its_words(program: Program) -> None:
    assert "**grew by 30%**" in program("show", "f22", "--format", "markdown").out


@pytest.mark.parametrize("asked", [["--json"], ["--format", "json"], ["--format=json"]])
def test_errors_are_json_where_json_is_asked_for(program: Program, asked: list[str]) -> None:
    for line in (["region", "atlantis"], ["trade", "--nonsense"]):
        assert set(program(*line, *asked).error) == {"code", "message", "candidates"}


def test_a_record_is_one_or_none(program: Program) -> None:
    assert program("show", "f14", "--limit", "1", "--sort", "id", "--json").json["id"] == "f14"
    assert program("show", "f14", "--limit", "0", "--json").json is None
    assert program("show", "f14", "--limit", "0").out == ""


def test_objects_are_read_in_a_table(program: Program) -> None:
    out = program("regions", "--fields", "code,names", "--limit", "1").out
    assert "{" not in out
    assert "Республика Адыгея" in out


def test_a_table_in_a_pipe_has_all_columns(program: Program) -> None:
    header = program("region", "irkutsk").out.split("Projects\n")[1].splitlines()[0]
    assert header.split() == "ID Project Kind, status Region Sectors Investment Dates Partners Quote".split()


def test_fields_of_a_profile_come_in_their_order(program: Program) -> None:
    out = program("region", "irkutsk", "--fields", "quotes,figures,trade").out
    assert out.index("Quotes") < out.index("Figures") < out.index("Trade")


def test_what_the_program_prints_as_a_name_it_also_understands(program: Program) -> None:
    from rucn.model.measures import MEASURES

    for code, measure in MEASURES.items():
        found = program("figures", "--measure", measure.label, "--json").json
        found += program("references", "--measure", measure.label, "--json").json
        assert code in {record["measure"] for record in found} <= {code, *measure.covers}


def test_trade_of_regions_countries_and_periods(program: Program) -> None:
    assert {row["region"] for row in program("trade", "irkutsk", "sakhalin", "--json").json} == {"RU-IRK", "RU-SAK"}
    assert {row["country"] for row in program("trade", "--country", "китай", "--json").json} == {"CN"}
    assert {row["period"] for row in program("trade", "--period", "2018", "--json").json} == {"2018", "2018-S1"}


def test_a_profile_holds_what_its_leaders_said_of_others(program: Program) -> None:
    told = program("region", "khabarovsk", "--json").json["projects"]
    assert "CN-JL" in {project["region"] for project in told}
    fund = program("region", "yaroslavl", "--json").json["figures"]
    assert [figure["region"] for figure in fund] == [None]


def test_bare_rucn_shows_the_help(program: Program) -> None:
    assert program().out == program("--help").out == program("-h").out
    assert program().code == 0


def test_version(program: Program) -> None:
    import rucn

    assert program("--version").out == f"rucn {rucn.__version__}\n"


def test_every_command_has_help_and_an_option_to_print_json(program: Program) -> None:
    from rucn.cli.app import COMMANDS, PLAIN

    for command in COMMANDS:
        ran = program(command, "--help")
        assert ran.code == 0
        # A text is no record.
        assert ("--json" in ran.out) == (command not in PLAIN)
        assert command in program("--help").out


@pytest.mark.parametrize("limit", ["16", "0016", "99999999999", "9" * 5000])
def test_a_limit_may_be_larger_than_the_list(program: Program, limit: str) -> None:
    assert len(program("trade", "--limit", limit, "--json").json) == 16


def test_every_example_in_the_help_runs(program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from rucn.cli.app import ENTRIES

    # What an example writes is to stand there, and what it reads.
    (tmp_path / "my.json").write_bytes(DATABASE.read_bytes())
    monkeypatch.chdir(tmp_path)
    for command, entry in ENTRIES.items():
        assert f"Example: {entry.example}" in program(command, "--help").out
        # What these name has to be there first: the guide has them at work.
        if command not in ("add", "remove"):
            assert program(*entry.example.split()[1:]).code == 0


def test_the_help_lists_the_closed_vocabularies(program: Program) -> None:
    from typing import get_args

    from rucn.model import vocabulary

    for command, known in (
        ("projects", vocabulary.Status),
        ("projects", vocabulary.ProjectKind),
        ("ties", vocabulary.TieKind),
        ("officials", vocabulary.Role),
    ):
        words = program(command, "--help").out.replace(",", " ").replace(".", " ").split()
        assert set(get_args(known)) <= set(words)


def test_json_has_real_unicode(program: Program) -> None:
    out = program("regions", "--json").out
    assert "浙江省" in out
    assert "\\u" not in out


def test_the_database_may_come_from_the_environment(program: Program, tables: Any, written: Any) -> None:
    tables["ties"]["1"]["name"] = "Another name"
    assert program("ties", "--json", RUCN_DB=written(tables)).json[0]["name"] == "Another name"


def test_lists_are_joined_and_absent_values_empty_in_csv(program: Program) -> None:
    [row] = csv.DictReader(io.StringIO(program("officials", "--role", "auditor", "--format", "csv").out))
    assert (row["region"], row["acting"], row["quotes"], row["names.zh"]) == ("", "false", "q16", "刘家义")
    rows = list(csv.DictReader(io.StringIO(program("officials", "--format", "csv").out)))
    assert rows[2]["quotes"] == "q03;q09;q15"
