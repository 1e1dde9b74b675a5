"""A written name becomes an entity, several candidates, or none."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rucn
from rucn import entities
from rucn.errors import AmbiguousError, NotFoundError
from rucn.names import Entity, fold, fold_without_generics, resolve

DATASET = rucn.open().dataset
REGIONS = entities.regions(DATASET)
OFFICIALS = entities.officials(DATASET)

FOUND = [
    # written, code, how
    ("RU-IRK", "RU-IRK", "exact"),
    ("irkutsk", "RU-IRK", "exact"),
    ("Irkutsk Region", "RU-IRK", "exact"),
    ("Irkutsk region", "RU-IRK", "exact"),
    ("IRKUTSK OBLAST", "RU-IRK", "exact"),
    ("Иркутская область", "RU-IRK", "exact"),
    ("иркутская обл", "RU-IRK", "exact"),
    ("伊尔库茨克", "RU-IRK", "exact"),
    ("irk", "RU-IRK", "prefix"),
    ("irkutks", "RU-IRK", "fuzzy"),
    ("иркуцкая", "RU-IRK", "fuzzy"),
    ("habarovsk", "RU-KHA", "fuzzy"),
    ("Бурятия", "RU-BU", "exact"),
    ("Yakutia", "RU-SA", "exact"),
    ("Republic of Sakha (Yakutia)", "RU-SA", "exact"),
    ("sakha", "RU-SA", "exact"),
    ("sakhalin", "RU-SAK", "exact"),
    ("Jewish AO", "RU-YEV", "exact"),
    ("ЕАО", "RU-YEV", "exact"),
    ("amur", "RU-AMU", "exact"),
    ("omsk", "RU-OMS", "exact"),
    ("tomsk", "RU-TOM", "exact"),
    ("tomks", "RU-TOM", "fuzzy"),
    ("hubei", "CN-HB", "exact"),
    ("hebei", "CN-HE", "exact"),
    ("shanxi", "CN-SX", "exact"),
    ("shaanxi", "CN-SN", "exact"),
    ("henan", "CN-HA", "exact"),
    ("hunan", "CN-HN", "exact"),
    ("浙江", "CN-ZJ", "exact"),
    ("浙江省", "CN-ZJ", "exact"),
    ("沪", "CN-SH", "exact"),
    ("Chekiang", "CN-ZJ", "exact"),
    ("Чжэцзян", "CN-ZJ", "exact"),
    ("zhe jiang", "CN-ZJ", "exact"),
    ("Zhéjiāng", "CN-ZJ", "exact"),
    ("altai krai", "RU-ALT", "exact"),
    ("moscow region", "RU-MOS", "exact"),
    ("Москва", "RU-MOW", "exact"),
    ("harbin", "CN-HL", "exact"),
    ("Xi'an", "CN-SN", "exact"),
]


@pytest.mark.parametrize(("written", "code", "how"), FOUND)
def test_found(written: str, code: str, how: str) -> None:
    match = resolve(written, REGIONS, "region")
    assert (match.entity.key, match.how) == (code, how)


AMBIGUOUS = [
    ("altai", {"RU-AL", "RU-ALT"}),
    ("алтай", {"RU-AL", "RU-ALT"}),
    ("阿尔泰", {"RU-AL", "RU-ALT"}),
    ("Moscow", {"RU-MOW", "RU-MOS"}),
    ("Leningrad", {"RU-LEN", "RU-SPE"}),
    ("hbei", {"CN-HB", "CN-HE"}),
    ("kha", {"RU-KHA", "RU-KHM", "RU-KK"}),
]


@pytest.mark.parametrize(("written", "codes"), AMBIGUOUS)
def test_ambiguous(written: str, codes: set[str]) -> None:
    with pytest.raises(AmbiguousError) as raised:
        resolve(written, REGIONS, "region")
    assert {one.key for one in raised.value.candidates} == codes


@pytest.mark.parametrize(
    "written", ["", " ", "-", "x", "tuvalu", "belgrade", "область", "省", "region", "republic of", "🐻" * 200]
)
def test_refused(written: str) -> None:
    with pytest.raises(NotFoundError):
        resolve(written, REGIONS, "region")


def test_suggestions_are_few() -> None:
    with pytest.raises(NotFoundError) as raised:
        resolve("belgrade", REGIONS, "region")
    assert 0 < len(raised.value.candidates) <= 5


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("levchenko", "o03"),
        ("Sergey Levchenko", "o03"),
        ("Левченко", "o03"),
        ("levchenco", "o03"),
        ("tsydenov", "o02"),
        ("Цыденов", "o02"),
        ("Bayanqolu", "o06"),
        ("巴音朝鲁", "o06"),
        ("Liu Jia Yi", "o14"),
        ("liu", "o14"),
        ("Левченко Сергей", "o03"),
        ("Qiufa Chen", "o05"),
        ("o14", "o14"),
    ],
)
def test_officials(written: str, key: str) -> None:
    assert resolve(written, OFFICIALS, "official").entity.key == key


@pytest.mark.parametrize(
    ("vocabulary", "written", "code"),
    [
        ("role", "губернатор", "governor"),
        ("role", "governer", "governor"),
        ("role", "глава", "head"),
        ("role", "省长", "government_chair"),
        ("role", "省委书记", "party_secretary"),
        ("country", "china", "CN"),
        ("sector", "timber", "wood"),
        ("sector", "agri", "agriculture"),
        ("sector", "сельское хозяйство", "agriculture"),
        ("status", "under-way", "under_way"),
        ("measure", "trade_volume", "trade_volume"),
        ("tie_kind", "twin cities", "twin_cities"),
    ],
)
def test_terms(vocabulary: str, written: str, code: str) -> None:
    assert resolve(written, entities.terms(DATASET, vocabulary), vocabulary).entity.key == code


@given(st.sampled_from(REGIONS + OFFICIALS), st.data())
def test_every_name_gives_its_entity_or_all_that_share_it(entity: Entity, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(list(entity.names)))
    named = REGIONS if entity.kind in ("region", "city") else OFFICIALS
    try:
        found = resolve(name, named, "name").entity.key
    except AmbiguousError as ambiguous:
        keys = {one.key for one in ambiguous.candidates}
    else:
        keys = {found}
    assert entity.key in keys


@given(st.sampled_from(REGIONS), st.sampled_from([str.upper, str.lower, str.swapcase, str.title]))
def test_case_never_changes_the_answer(entity: Entity, change: object) -> None:
    assert callable(change)
    for name in entity.names:
        assert fold(change(name)) == fold(name)
        assert fold_without_generics(change(name)) == fold_without_generics(name)


@given(st.text(max_size=300))
def test_no_text_raises_anything_else(written: str) -> None:
    with contextlib.suppress(NotFoundError, AmbiguousError):
        assert resolve(written, REGIONS, "region").entity in REGIONS
