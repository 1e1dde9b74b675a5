"""A region is named in a text in any form of its name: of each region, in three languages."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from rucn.names import common_name
from rucn.names.mentions import mentions_in
from tests.conftest import DATABASE

REGIONS: dict[str, dict[str, Any]] = {
    row["code"]: row["names"] for row in json.loads(DATABASE.read_text(encoding="utf-8"))["regions"].values()
}
# The name alone means two regions, or something else.
SHARED = {"Altai", "Jewish", "Moscow", "Leningrad"}
ENGLISH = (
    "{}’s trade grew",
    "In {}'s ports",
    "trade of {} and others",
    "the {}-based firm",
    "({})",
    "Of {}, they said",
    "Goods from {}. They grew",
)
RUSSIAN = ("экспорт {0} вырос", "по {1}", "через {2}", "с {3} и другими", "в {4}, где", "«{2}»", "Власти {0}. Они")
CHINESE = ("{}的贸易", "{}省长说", "在{}和", "对{}出口", "（{}）", "今年{}与俄罗斯")
# The endings of the other cases, after those of the nominative: genitive, dative, accusative, instrumental, locative.
CASES = {
    "Республика": ("Республики", "Республике", "Республику", "Республикой", "Республике"),
    "область": ("области", "области", "область", "областью", "области"),
    "край": ("края", "краю", "край", "краем", "крае"),
    "округ": ("округа", "округу", "округ", "округом", "округе"),
    "район": ("района", "району", "район", "районом", "районе"),
    "провинция": ("провинции", "провинции", "провинцию", "провинцией", "провинции"),
}
ENDINGS = {
    "яя": ("ей", "ей", "юю", "ей", "ей"),
    "ая": ("ой", "ой", "ую", "ой", "ой"),
    "кий": ("кого", "кому", "кий", "ким", "ком"),
    "ый": ("ого", "ому", "ый", "ым", "ом"),
    "ия": ("ии", "ии", "ию", "ией", "ии"),
    "ва": ("вы", "ве", "ву", "вой", "ве"),
}


def _cases(name: str) -> list[str]:
    """A Russian name in the five other cases."""
    return [" ".join(forms) for forms in zip(*map(_cases_of, name.split()), strict=True)]


def _cases_of(word: str) -> tuple[str, ...]:
    if word in CASES:
        return CASES[word]
    ending = next((one for one in ENDINGS if word.endswith(one)), None)
    return tuple(word.removesuffix(ending) + one for one in ENDINGS[ending]) if ending else (word,) * 5


def _texts(names: dict[str, Any]) -> Iterator[str]:
    for name in {names["en"], common_name(names["en"])} - SHARED:
        yield from (form.format(name) for form in ENGLISH)
    yield from (form.format(*_cases(names["ru"])) for form in RUSSIAN)
    yield from (form.format(names["zh"]) for form in CHINESE)


@pytest.mark.parametrize("code", REGIONS)
def test_each_form_names_its_region_and_no_other(code: str) -> None:
    wrong = {text: sorted(mentions_in(text).named) for text in _texts(REGIONS[code])}
    assert {text: named for text, named in wrong.items() if named != [code]} == {}


FORMS = [
    # a text, the regions that it names, and those that it names as regions
    ("Heilongjiang’s trade", "CN-HL", ""),
    ("HEILONGJIANG", "CN-HL", ""),
    ("Inner-Mongolia’s", "CN-NM", ""),
    ("Irkutsk Region’s trade", "RU-IRK", "RU-IRK"),
    ("the Irkutsk region", "RU-IRK", ""),
    ("Khabarovskiy Kray", "RU-KHA", "RU-KHA"),
    ("Sakha (Yakutia)", "RU-SA", ""),
    ("St. Petersburg", "RU-SPE", ""),
    ("Altai", "RU-AL RU-ALT", ""),
    ("in Altai Krai", "RU-ALT", "RU-ALT"),
    ("Moscow Region", "RU-MOS", "RU-MOS"),
    ("Nizhny Novgorod Region", "RU-NIZ", "RU-NIZ"),
    ("в Хабаровском крае", "RU-KHA", "RU-KHA"),
    ("приморские компании", "RU-PRI", ""),
    ("якутский уголь", "RU-SA", ""),
    ("на Сахалине и Камчатке", "RU-KAM RU-SAK", ""),
    ("во Внутренней Монголии", "CN-NM", ""),
    ("провинцией Хэйлунцзян", "CN-HL", "CN-HL"),
    ("в ХМАО — Югре", "RU-KHM", ""),
    ("ЕАО", "RU-YEV", ""),
    ("Нижегородской области и Новгородской области", "RU-NGR RU-NIZ", "RU-NGR RU-NIZ"),
    ("黑龙江省的贸易", "CN-HL", "CN-HL"),
    ("黑龍江", "CN-HL", ""),
    ("內蒙古自治區", "CN-NM", "CN-NM"),
    ("黑龙江西部", "CN-HL", ""),
    ("黑龙江、吉林和辽宁", "CN-HL CN-JL CN-LN", ""),
    ("犹太自治州", "RU-YEV", "RU-YEV"),
    ("与滨海边疆区", "RU-PRI", "RU-PRI"),
    ("上海市场", "CN-SH", ""),
    # What names no region.
    ("the Republic of Korea", "", ""),
    ("He said so", "", ""),
    ("Хабаровский район", "", ""),
    ("в Хабаровском районе", "", ""),
    ("река Амур", "", ""),
    ("в Харбине", "", ""),
    ("河南区", "", ""),
    ("Kazan’", "", ""),
    ("", "", ""),
]


@pytest.mark.parametrize(("text", "named", "told"), FORMS)
def test_what_a_text_names(text: str, named: str, told: str) -> None:
    found = mentions_in(text)
    assert (sorted(found.named), sorted(found.told)) == (named.split(), told.split())
