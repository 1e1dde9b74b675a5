"""The federal districts of Russia that references are on: one row a district, its codes not those of ISO."""

from typing import NamedTuple


class District(NamedTuple):
    """A federal district: code, names, what else people write (set apart by semicolons), and ISO 3166-2 members.

    Members are those of 2017 and 2018 and since; two regions that moved from the one to the other in November 2018 are
    left out.
    """

    code: str
    label: str
    russian: str
    chinese: str
    also: str
    members: list[str]


DISTRICTS = (
    District(
        "RU-FED-FE",
        "Far Eastern Federal District",
        "Дальневосточный федеральный округ",
        "远东联邦管区",
        "Far East; Russian Far East; Far Eastern District; ДФО; Дальний Восток; 远东",
        members="RU-AMU RU-CHU RU-KAM RU-KHA RU-MAG RU-PRI RU-SA RU-SAK RU-YEV".split(),
    ),
    District(
        "RU-FED-SI",
        "Siberian Federal District",
        "Сибирский федеральный округ",
        "西伯利亚联邦管区",
        "Siberia; Siberian District; СФО; Сибирь; 西伯利亚",
        members="RU-AL RU-ALT RU-IRK RU-KEM RU-KK RU-KYA RU-NVS RU-OMS RU-TOM RU-TY".split(),
    ),
)
