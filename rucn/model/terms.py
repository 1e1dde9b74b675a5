"""Names for what the program knows beside a database: measures of references, currencies, federal districts.

A database of its own may name them otherwise, in its table of terms.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rucn.model.rows import TermRow

# Vocabulary, code, names in English, Russian and Chinese, and what else people write, set apart by semicolons.
_ROWS = (
    ("measure", "exports", "exports", "экспорт", "出口额", "export; export volume; объём экспорта; 出口"),
    ("measure", "imports", "imports", "импорт", "进口额", "import; import volume; объём импорта; 进口"),
    (
        "measure",
        "export_growth",
        "growth of exports",
        "рост экспорта",
        "出口增长",
        "export growth; growth exports; 出口增速",
    ),
    (
        "measure",
        "import_growth",
        "growth of imports",
        "рост импорта",
        "进口增长",
        "import growth; growth imports; 进口增速",
    ),
    ("measure", "export_rank", "rank among buyers", "место по экспорту", "出口排名", "export rank; rank in exports"),
    ("measure", "import_rank", "rank among suppliers", "место по импорту", "进口排名", "import rank; rank in imports"),
    ("measure", "import_share", "share of imports", "доля в импорте", "进口份额", "import share"),
    (
        "measure",
        "national_share",
        "share of the national total",
        "доля в торговле страны",
        "占全国比重",
        "national share; share of national trade",
    ),
    (
        "measure",
        "national_rank",
        "rank among the country’s regions",
        "место среди регионов страны",
        "全国排名",
        "national rank; rank in the country",
    ),
    (
        "currency",
        "USD",
        "US dollar",
        "доллар США",
        "美元",
        "dollar; dollars; US dollars; $; US$; доллар; доллары; долл.",
    ),
    ("currency", "CNY", "yuan", "юань", "人民币", "RMB; renminbi; Chinese yuan; ¥; юани; 元"),
    ("currency", "RUB", "rouble", "рубль", "卢布", "ruble; roubles; rubles; Russian rouble; RUR; ₽; рубли; руб."),
    ("currency", "EUR", "euro", "евро", "欧元", "euros; €"),
    (
        "district",
        "RU-FED-FE",
        "Far Eastern Federal District",
        "Дальневосточный федеральный округ",
        "远东联邦管区",
        "Far East; Russian Far East; Far Eastern District; ДФО; Дальний Восток; 远东",
    ),
    (
        "district",
        "RU-FED-SI",
        "Siberian Federal District",
        "Сибирский федеральный округ",
        "西伯利亚联邦管区",
        "Siberia; Siberian District; СФО; Сибирь; 西伯利亚",
    ),
)
TERMS: "list[TermRow]" = [
    {"vocabulary": vocabulary, "code": code, "names": {"en": en, "ru": ru, "zh": zh}, "aliases": aliases.split("; ")}
    for vocabulary, code, en, ru, zh, aliases in _ROWS
]
# Members of the federal districts in 2017 and 2018 and since; two regions that moved from the one to the other in
# November 2018 are left out.
DISTRICT_MEMBERS = {
    "RU-FED-FE": "RU-AMU RU-CHU RU-KAM RU-KHA RU-MAG RU-PRI RU-SA RU-SAK RU-YEV".split(),
    "RU-FED-SI": "RU-AL RU-ALT RU-IRK RU-KEM RU-KK RU-KYA RU-NVS RU-OMS RU-TOM RU-TY".split(),
}
