"""The traps of the article, one by one: what the database must say, read from the sentence itself."""

from typing import Any

import pytest

from rucn.database.database import Database
from rucn.model.records import Figure, Project, Tie
from tests.conftest import Program

FIGURES = [
    # quote, measure, region, partner, scope, value, unit, qualifier, period, inferred, words in the evidence
    ("q01", "trade_volume", "CN-ZJ", "RU", "bilateral", 964_000_000, "USD", None, "2017", True, "USD 964 million"),
    ("q01", "trade_growth", "CN-ZJ", "RU", "bilateral", 17, "percent", None, "2017", True, "17% increase"),
    ("q01", "partner_rank", "CN-ZJ", "RU", "bilateral", None, "rank", None, None, False, "our most important"),
    ("q02", "partner_rank", "RU-BU", "CN", "bilateral", None, "rank", None, None, False, "one of the main trade"),
    ("q02", "partner_rank", "RU-BU", "CN", "bilateral", 1, "rank", None, "2017", False, "ranks first"),
    ("q02", "partner_rank", "RU-BU", "CN", "bilateral", 1, "rank", None, "2018-S1", False, "ranks first"),
    ("q02", "trade_share", "RU-BU", "CN", "bilateral", 35, "percent", None, "2017", False, "35% in 2017"),
    ("q02", "trade_share", "RU-BU", "CN", "bilateral", 37, "percent", None, "2018-S1", False, "37% in the first half"),
    ("q02", "trade_growth", "RU-BU", None, "all_partners", 21, "percent", None, "2017", False, "increased by 21%"),
    ("q02", "trade_growth", "RU-BU", None, "all_partners", 17, "percent", None, "2018-S1", False, "amounted to 17%"),
    ("q02", "supply_growth", "RU-BU", None, "commodity", 80, "percent", None, "2017", False, "cardboard grew by 80%"),
    ("q02", "supply_multiple", "RU-BU", None, "commodity", 6.5, "times", None, "2018-S1", False, "6.5 times"),
    ("q03", "partner_rank", "RU-IRK", "CN", "bilateral", 1, "rank", None, None, False, "the leader among"),
    ("q03", "trade_volume", "RU-IRK", "CN", "bilateral", 4e9, "USD", "nearly", "2017", False, "nearly USD 4 billion"),
    ("q03", "trade_growth", "RU-IRK", "CN", "bilateral", 38, "percent", None, "2017", False, "increase of 38%"),
    ("q03", "trade_growth", "RU-IRK", None, "unclear", 50, "percent", "more_than", "2018", True, "more than 50%"),
    ("q04", "partner_rank", "RU-SAK", "CN", "bilateral", 3, "rank", "at_most", None, False, "among the top three"),
    ("q04", "trade_volume", "RU-SAK", "CN", "bilateral", 2e9, "USD", None, "2017", False, "2 billion US dollars"),
    ("q04", "partner_rank", "RU-SAK", "CN", "bilateral", 3, "rank", None, "2017", False, "it came third"),
    ("q04", "trade_growth", "RU-SAK", "CN", "bilateral", 10, "percent", None, "2018-S1", True, "increased by 10%"),
    ("q05", "trade_volume", "CN-LN", "RU", "bilateral", 27.9e9, "CNY", None, "2017", False, "RMB 27.9 billion"),
    ("q05", "trade_growth", "CN-LN", "RU", "bilateral", 30, "percent", None, "2017", False, "grew by 30%"),
    ("q05", "project_count", "CN-LN", "RU", "project", 182, "count", None, "2017-12", False, "182 investment projects"),
    ("q05", "project_investment", "CN-LN", "RU", "project", 155e6, "USD", None, "2017-12", False, "USD 155 million"),
    ("q06", "investment", "CN-JL", "RU", "bilateral", 2.5e9, "USD", None, "2017", True, "USD 2.5 billion"),
    ("q06", "trade_growth", "CN-JL", "RU", "bilateral", 30, "percent", None, "2017", True, "trade increased by 30%"),
    ("q07", "project_investment", None, None, "project", 1.5e9, "USD", None, None, False, "1.5 billion dollars"),
    (
        "q08",
        "trade_volume",
        "RU-KAM",
        "CN",
        "bilateral",
        300e6,
        "USD",
        "more_than",
        "2017",
        True,
        "exceeded USD 300 mi",
    ),
    (
        "q08",
        "project_investment",
        "RU-KAM",
        "CN",
        "project",
        20e9,
        "RUB",
        "about",
        None,
        False,
        "about 20 billion roub",
    ),
    ("q10", "project_investment", "RU-KR", None, "project", 9e9, "RUB", "expected", None, False, "9 billion roubles"),
    ("q11", "tie_count", "RU-SA", "CN", "bilateral", 16, "count", None, "2018-09", True, "16 municipal districts"),
    ("q12", "bridge_count", None, "CN", "bilateral", 0, "count", None, "2018-09", True, "not have a single bridge"),
    ("q14", "fund_capital", None, "CN", "project", 5e9, "CNY", "initial", None, False, "RMB 5 billion"),
    ("q02", "supply_growth", "RU-BU", None, "commodity", None, None, None, "2017", False, "supplies of hard coal"),
    ("q02", "supply_growth", "RU-BU", None, "commodity", None, None, None, "2017", False, "coal, lumber"),
    ("q04", "exports", "RU-SAK", None, "commodity", None, None, None, None, False, "based on commodities"),
]


def test_every_number_is_there_as_stated(program: Program) -> None:
    stored = [
        (
            *(figure[field] for field in ("quote", "measure", "region", "partner", "scope", "value", "unit")),
            *(figure[field] for field in ("qualifier", "period", "period_inferred")),
        )
        for figure in program("figures", "--json").json
    ]
    assert stored == [expected[:-1] for expected in FIGURES]


@pytest.mark.parametrize(("at", "words"), [(at, row[-1]) for at, row in enumerate(FIGURES)])
def test_every_number_stands_in_its_words(database: Database, at: int, words: str) -> None:
    figure = database.figures()[at]
    text = next(quote["text"] for quote in database.quotes() if quote["id"] == figure["quote"])
    assert words in figure["evidence"] == text[figure["start"] : figure["end"]]


COUNTS = {"quotes": 17, "officials": 15, "figures": 36, "projects": 32, "ties": 6, "regions": 117, "sources": 1}


@pytest.mark.parametrize(("command", "count"), COUNTS.items())
def test_counts(program: Program, command: str, count: int) -> None:
    assert len(program(command, "--json").json) == count


def test_thirty_one_figures_have_a_value_and_five_are_put_in_words(database: Database) -> None:
    in_words = {figure["id"]: figure["commodity"] for figure in database.figures() if figure["value"] is None}
    assert in_words == {"f03": None, "f04": None, "f34": "hard coal", "f35": "lumber", "f36": "commodities"}
    assert len(database.figures()) - len(in_words) == 31


INFERRED = {
    # what the context gives, of each record of which it gives anything
    **{key: ["period"] for key in ["f01", "f02", "f05", "f06", "f11", "f16", "f28", "f31"]},
    "f18": ["partner"],
    "f20": ["period", "partner"],
    "f25": ["period", "region"],
    "f27": ["unit"],
    "f30": ["region"],
    "f26": ["period", "region", "partner"],
    "f32": ["period", "partner"],
    **{
        key: ["region"]
        for key in ["p01", "p03", "p07", "p08", "p11", "p16", "p31", *(f"p{number}" for number in range(24, 28))]
    },
    **{key: ["region", "partners"] for key in ["p12", "p13", "p14", "p15"]},
    "p05": ["region", "currency"],
    "p17": ["region", "places"],
    "p32": ["region", "places"],
    "t05": ["place"],
}


def test_what_the_context_gives_is_named(database: Database) -> None:
    records: list[Figure | Project | Tie] = [*database.figures(), *database.projects(), *database.ties()]
    assert {one["id"]: list(one["inferred"]) for one in records if one["inferred"]} == INFERRED


def test_figures_lead_to_their_projects_and_ties(database: Database) -> None:
    tied = {one["id"]: one["project"] for one in database.figures() if one["project"]}
    assert tied == {
        "f23": "p01",
        "f24": "p01",
        "f27": "p05",
        "f29": "p09",
        "f30": "p16",
        "f31": "t02",
        "f33": "p22",
    }


DOUBTED = {
    # each command line, and the fields that tell a doubt of a number in its answer
    "figures": {("f01", "doubt"), ("f25", "doubt"), ("f33", "doubt")},
    "trade": {("f01", "volume_doubt")},
    "trade --implied": {
        *(("f01", field) for field in ("volume_doubt", "implied_doubt", "national_share_doubt")),
    },
    "references --stated": {("f01", "doubt"), ("f25", "doubt"), ("f33", "doubt")},
    "projects": set(),
}


@pytest.mark.parametrize(("line", "expected"), DOUBTED.items())
def test_what_is_doubted_is_told_in_a_field_beside_the_number(
    program: Program, line: str, expected: set[tuple[str, str]]
) -> None:
    told = {
        (record.get("id") or record["figures"][0], field)
        for record in program(*line.split(), "--json").json
        for field, value in record.items()
        if "doubt" in field and value is not None
    }
    assert told == expected


@pytest.mark.parametrize("key", ["f01.earlier", "f01.national", "f01.rub", "f01.earlier.cny", "f25.eur"])
def test_what_is_computed_from_a_doubted_number_is_doubted(program: Program, key: str) -> None:
    computed = program("show", key, "--json").json
    assert computed["doubt"].startswith(f"{key.partition('.')[0]}: ")
    assert "(?) [" in computed["formula"]
    assert program("show", "f14.earlier", "--json").json["doubt"] is None


def _project(database: Database, words: str) -> dict[str, Any]:
    [found] = [project for project in database.projects() if words in project["name"]]
    return dict(found)


PROJECTS = [
    # words of the name, what is expected of its fields
    ("182 investment projects", {"kind": "aggregate", "status": "approved", "investment": 155_000_000}),
    ("in Amursk", {"region": "RU-KHA", "region_basis": "stated", "status": "under_way"}),
    ("Pulp mill", {"sectors": ["wood", "manufacturing"], "region_basis": "speaker", "currency": "USD"}),
    ("in Jilin Province", {"region": "CN-JL", "region_basis": "stated", "official_name": "Vyacheslav Shport"}),
    ("exports of corn", {"partners": ["companies from the city of Fuyuan"], "places": []}),
    ("cultivation of corn", {"partners": ["a businessman from the city of Hebei"], "places": []}),
    ("port and industry park", {"currency": "RUB", "investment_qualifier": "about", "region": "RU-KAM"}),
    ("brick production", {"status": "construction_started", "partners": ["China"]}),
    ("FAW", {"status": "construction_started", "status_as_stated": "has begun"}),
    ("timber processing", {"status": "under_way", "status_as_stated": "is being implemented"}),
    ("construction bars", {"status": "under_way", "status_as_stated": "is carried out"}),
    ("bottled water", {"status": "under_way", "status_as_stated": "is being implemented"}),
    ("Marine wind", {"investment": 9_000_000_000, "investment_qualifier": "expected", "region": "RU-KR"}),
    ("Nizhneleninskoye", {"kind": "infrastructure", "start": None, "completion": None, "status": "announced"}),
    ("Blagoveshchensk", {"kind": "infrastructure", "start": "2016", "completion": "2019-12"}),
    ("transport corridor", {"kind": "infrastructure", "status": "proposed"}),
    ("DAKAITAOWA", {"kind": "instrument", "status": "operating", "start": "2016", "region": None}),
    ("yuan investment fund", {"kind": "instrument", "status": None, "investment": None, "region": None}),
    ("Centre for training", {"kind": "instrument", "status": None, "region": None}),
    ("Gate of Lake Baikal", {"kind": "proposal", "status": "proposed", "sectors": ["tourism"]}),
]


@pytest.mark.parametrize(("words", "expected"), PROJECTS)
def test_projects(database: Database, words: str, expected: dict[str, Any]) -> None:
    project = _project(database, words)
    assert {field: project[field] for field in expected} == expected


def test_one_umbrella_status_covers_the_projects_of_khabarovsk(database: Database) -> None:
    stated = {project["status_as_stated"] for project in database.projects(by="shport")}
    assert stated == {"We implement joint projects", "Construction of a pulp mill"}


def test_a_project_is_found_where_it_stands_and_not_only_where_it_is_told(program: Program) -> None:
    for region in ("jilin", "heilongjiang"):
        assert program("projects", "--region", region, "--json").json
    names = [project["name"] for project in program("projects", "--region", "jilin", "--json").json]
    assert names == ["Complex of wood processing enterprises in Jilin Province"]


def test_the_bridges_share_a_river_and_not_a_date(database: Database) -> None:
    bridges = {project["name"].split()[-1]: project for project in database.projects(region="heilongjiang")}
    assert bridges["Tongjiang"]["completion"] is None
    assert bridges["Heihe"]["completion_as_stated"] == "planned for December 2019"
    assert [place["region_inferred"] for bridge in bridges.values() for place in bridge["places"]] == [True] * 4


def test_a_speaker_may_have_no_region(database: Database) -> None:
    assert database.official("liu jiayi")["official"]["region"] is None


def test_levchenko_speaks_three_times_under_two_titles(database: Database) -> None:
    official = database.official("levchenko")["official"]
    assert official["quotes"] == ["q03", "q09", "q15"]
    assert official["titles"] == ["Governor of Irkutsk region", "Governor of Irkutsk Region"]


def test_two_officials_are_acting(program: Program) -> None:
    acting = program("officials", "--acting", "--json").json
    assert {official["name"]: official["role"] for official in acting} == {
        "Aisen Nikolayev": "head",
        "Vasily Orlov": "governor",
    }


def test_the_stated_title_stays_where_the_public_record_differs(database: Database) -> None:
    official = database.official("chen qiufa")["official"]
    assert official["titles"] == ["Chairman of the People’s Government of Liaoning Province"]
    assert "http" in (official["note"] or "")


@pytest.mark.parametrize(
    ("region", "other"), [("sakha", "sakhalin"), ("amur", "khabarovsk"), ("jilin", "heilongjiang")]
)
def test_names_alike_are_told_apart(database: Database, region: str, other: str) -> None:
    one, another = database.region(region), database.region(other)
    assert not {quote["id"] for quote in one["quotes"]} & {quote["id"] for quote in another["quotes"]}


def test_the_amur_river_is_not_amur_region(database: Database) -> None:
    assert [quote["id"] for quote in database.quotes(region="amur")] == ["q17"]


def test_slips_of_the_source_stay_and_are_noted(database: Database) -> None:
    texts = {quote["id"]: quote for quote in database.quotes()}
    for key, slip in (("q15", "Ather"), ("q07", "the city of Hebei")):
        assert slip in texts[key]["text"]
        assert slip.split()[-1] in (texts[key]["note"] or "")
    assert "CN-HE" not in texts["q07"]["mentions"]


def test_the_sections_are_the_six_headings(database: Database) -> None:
    [source] = database.sources()
    assert len(source["sections"]) == 6
    assert source["sections"][0] == source["title"]
    assert list(dict.fromkeys(quote["section"] for quote in database.quotes())) == source["sections"]


TIES = [
    ("forum", None, None),
    ("twin_cities", "RU-SA", None),
    ("exchange", "RU-SA", None),
    ("festival", "RU-SA", "2015"),
    ("fair", "RU-SA", None),
    ("expo", "RU-SA", None),
]


def test_ties(database: Database) -> None:
    assert [(tie["kind"], tie["region"], tie["period"]) for tie in database.ties()] == TIES


def test_every_region_has_its_names_and_code(database: Database) -> None:
    regions = database.regions()
    assert [sum(one["country"] == country for one in regions) for country in ("RU", "CN")] == [83, 34]
    for language in ("en", "ru", "zh"):
        names = [dict(one["names"])[language] for one in regions]
        assert all(names)
        assert len(set(names)) == len(names)
    assert all(one["code"].startswith(f"{one['country']}-") for one in regions)


def test_the_dictionary_lists_every_vocabulary(database: Database) -> None:
    from typing import get_args

    from rucn.model import vocabulary
    from rucn.model.rows import TABLES
    from tests.conftest import ROOT

    dictionary = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    words = {term["code"] for term in database.dataset.terms if term["vocabulary"] != "country"}
    for kind in (vocabulary.RegionKind, vocabulary.Scope, vocabulary.Qualifier, vocabulary.Status):
        words |= set(get_args(kind))
    words |= {field for table in TABLES.values() for field in table.__annotations__}
    words -= {"start_as_stated", "completion_as_stated"}  # said together: both `…_as_stated`
    assert {word for word in words if f"`{word}`" not in dictionary} == set()
