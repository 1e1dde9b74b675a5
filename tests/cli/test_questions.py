"""What is found, what is said where nothing is, and whom an office stands for."""

import pytest

from tests.conftest import Program

FOUND = [
    # a command line, and the ids of its answer
    ("figures khabarovsk", "f27"),
    ("figures jewish_autonomous", "f32"),
    ("figures --measure инвестиции karelia", "f30"),
    ("figures liaoning --measure investment", "f24"),
    ("figures petropavlovsk-kamchatsky", "f29"),
    ("figures --scope unclear", "f16"),
    ("figures --partner none --measure growth", "f09 f10 f16"),
    ("figures --partner китай --region buryatia --measure share", "f07 f08"),
    ("figures --commodity уголь --commodity timber", "f34 f35"),
    ("figures --country china --measure rank", "f03"),
    ("figures --max 5% --measure share", ""),
    ("figures --max 36% --measure share", "f07"),
    ("figures --max 200m", "f24"),
    ("figures --min 30亿 --currency cny", "f01 f14 f18 f21 f25 f27 f33"),
    ("projects --by acting_governor", "p31 p32"),
    ("projects --period 2019-12", "p32"),
    ("projects --period 2016", "p21 p32"),
    ("ties --period 2015", "t04"),
    ("ties harbin", "t05 t06"),
    ("quotes amursk", "q07"),
    ("quotes --by 内蒙古党委书记", "q13"),
    ("quotes --by губернатор_иркутской_области", "q03 q09 q15"),
    ("quotes --by head_of_karelia", "q10"),
    ("quotes --by acting_head", "q11"),
    ("quotes --by governor_of_kaluga", ""),
    ("quotes --country ru --topic obstacle", "q12"),
    ("quotes --section transport_infra", "q17"),
]


@pytest.mark.parametrize(("line", "ids"), FOUND)
def test_what_is_found(program: Program, line: str, ids: str) -> None:
    ran = program(*[word.replace("_", " ") for word in line.split()], "--json")
    assert [record["id"] for record in ran.json] == ids.split()


NEAR = [
    # a command line that finds nothing, what it says, and the ids that stand near
    ("figures buryatia --measure exports", "no such figure for Republic of Buryatia", "f11, f12, f34, f35"),
    ("figures --period 2019-12", "no such figure", "p32"),
    ("figures kaluga", "no such figure for Kaluga Region", ""),
    ("figures irkutsk --measure investment", "no such figure for Irkutsk Region", "f13, f14, f15, f16"),
    ("projects yaroslavl", "no such project for Yaroslavl Region", "p21, p22, p23"),
    ("projects kamchatka --status approved", "no such project for Kamchatka Territory", "p09, p10"),
    ("projects zhejiang", "no such project for Zhejiang Province", "f01, f02, f03"),
    ("ties jilin", "no such tie for Jilin Province", "t01"),
    ("projects hebei", "no such project for Hebei Province", "p08"),
    ("quotes hebei", "no such quote for Hebei Province", "q07"),
    ("trade jilin --period 2018", "no trade figures for Jilin Province", "f26"),
    ("ties yakutia --kind forum", "no such tie for Republic of Sakha (Yakutia)", "t02, t03, t04, t05, t06"),
    ("quotes irkutsk --topic mining", "no such quote for Irkutsk Region", "q03, q09, q15"),
    ("trade karelia", "no trade figures for Republic of Karelia", "f30"),
    ("trade bratsk", "no trade figures naming Bratsk; ask about Irkutsk Region (RU-IRK)", ""),
    ("references bratsk", "no such reference on Bratsk; ask about Irkutsk Region (RU-IRK)", ""),
]


@pytest.mark.parametrize(("line", "said", "near"), NEAR)
def test_where_nothing_fits_the_note_names_what_stands_near(program: Program, line: str, said: str, near: str) -> None:
    ran = program(*line.split(), "--json")
    assert (ran.code, ran.json) == (0, [])
    assert said in ran.err
    assert (f"; near it: {near}\n" in ran.err) if near else ("near it" not in ran.err)


def test_what_leaders_tie_to_no_region_is_named(program: Program) -> None:
    assert "p02: spoken of by leaders of Jilin Province" in program("projects", "jilin").err


def test_an_amount_out_of_bounds_is_named(program: Program) -> None:
    ran = program("figures", "irkutsk", "--measure", "volume", "--min", "5bn", "--json")
    assert ran.json == []
    assert "no amount is within the bounds; without them: f14" in ran.err


REFUSED = [
    ("figures --min much", 2, "no amount"),
    ("figures --min USD1bn --max CNY1bn", 2, "cannot be compared"),
    ("figures --min USD1bn --currency cny", 2, "cannot be compared"),
    ("figures --min 5bn --max 1bn", 2, "larger than the largest"),
    ("figures --commodity gold", 1, "known: "),
    ("figures --scope global", 1, "bilateral"),
    ("projects --without colour", 1, "investment"),
    ("projects --partner gazprom", 1, "stated are:"),
    ("quotes --section astronomy", 1, "the headings are"),
    ("official governor", 3, "more than one official"),
    ("official prime_minister_of_kaluga", 1, ""),
]


@pytest.mark.parametrize(("line", "code", "said"), REFUSED)
def test_what_is_refused(program: Program, line: str, code: int, said: str) -> None:
    ran = program(*[word.replace("_", " ") for word in line.split()])
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err


def test_a_place_of_a_project_leads_to_its_region(program: Program) -> None:
    ran = program("region", "paratunka", "--json")
    assert ran.json["region"]["code"] == "RU-KAM"
    assert "“paratunka” is a place in Kamchatka Territory (RU-KAM)" in ran.err


def test_regions_stand_after_the_command_or_after_an_option(program: Program) -> None:
    for command in ("trade", "figures", "projects", "ties", "quotes", "timeline", "references", "compare"):
        alone = program(command, "irkutsk", "--json").out
        assert program(command, "--region", "irkutsk", "--json").out == alone
        both = program(command, "irkutsk", "--region", "sakhalin", "--json").out
        assert both == program(command, "irkutsk", "sakhalin", "--json").out


def test_the_old_spelling_of_a_ranking_still_ranks(program: Program) -> None:
    assert program("trade", "--by", "growth", "--json").out == program("trade", "--rank-by", "growth", "--json").out
    assert {row["official_name"] for row in program("trade", "--by", "levchenko", "--json").json} == {
        "Sergei Levchenko"
    }


def test_the_time_line_is_in_order_and_keeps_what_words_say_of_dates(program: Program) -> None:
    entries = program("timeline", "--json").json
    months = [entry["date"][:7] for entry in entries if len(entry["date"]) >= 7 and "S" not in entry["date"]]
    assert months == sorted(months)
    names = {(entry["id"], entry["what"]): entry["name"] for entry in entries}
    assert names["p32", "project_completion"].endswith("(planned)")
    assert names["p32", "project_start"].endswith("(at the end)")
    assert names["f01", "figure"].endswith("USD 964 m (?)")
    assert {entry["id"] for entry in entries if entry["inferred"]} >= {"f01", "f11", "f31"}


@pytest.mark.parametrize("line", ["quotes zhejiang", "quotes --about volume", "region zhejiang", "official che_jun"])
@pytest.mark.parametrize("form", ["table", "markdown"])
def test_a_quote_says_which_of_its_numbers_is_doubted(program: Program, line: str, form: str) -> None:
    words = [word.replace("_", " ") for word in line.split()]
    assert "f01 (?): rucn show f01 tells why" in program(*words, "--format", form).out


def test_search_marks_doubted_figures(program: Program) -> None:
    names = {hit["id"]: hit["name"] for hit in program("search", "964 million", "--json").json}
    assert names["f01"].endswith("(?)")
