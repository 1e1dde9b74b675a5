"""Which officials of several files are one person."""

from typing import Any

import pytest

from rucn.store.people import join_officials

Row = dict[str, Any]


def _official(key: str, name: str, country: str, own: str | None = None, **more: Any) -> Row:
    names = {"en": name, "ru": None, "zh": None, {"RU": "ru", "CN": "zh"}[country]: own}
    return {"id": key, "name": name, "names": names, "aliases": [], "country": country, "note": None, **more}


def _joined(*officials: Row, regions: tuple[str, ...] = ("RU-SAK", "RU-PRI", "RU-IRK")) -> tuple[list[Row], Any]:
    """Officials of files of their own, each of whom speaks for a region."""
    return join_officials(
        [
            {"officials": [row], "quotes": [{"official": row["id"], "region": region}]}
            for row, region in zip(officials, regions, strict=False)
        ]
    )


CASES: dict[str, tuple[Row, Row, tuple[str, str], bool]] = {
    # two entries, the regions that they speak for, whether they are one person
    "a Russian of one name": (
        _official("o01", "Oleg Kozhemyako", "RU"),
        _official("a/o01", "Oleg Kozhemyako", "RU"),
        ("RU-SAK", "RU-PRI"),
        True,
    ),
    "another romanisation": (
        _official("o01", "Sergei Levchenko", "RU", "Сергей Левченко"),
        _official("a/o01", "Sergey Levchenko", "RU", "Сергей  левченко"),
        ("RU-IRK", "RU-IRK"),
        True,
    ),
    "ё": (
        _official("o01", "A. Orlov", "RU", "Артём Орлов"),
        _official("a/o01", "B. Orlov", "RU", "Артем Орлов"),
        ("RU-IRK", "RU-PRI"),
        True,
    ),
    "another Russian name": (
        _official("o01", "Sergei Levchenko", "RU", "Сергей Левченко"),
        _official("a/o01", "Sergei Levchenko", "RU", "Сергей Левченков"),
        ("RU-IRK", "RU-IRK"),
        False,
    ),
    "another country": (
        _official("o01", "Li Qiang", "CN"),
        _official("a/o01", "Li Qiang", "RU"),
        ("CN-ZJ", "CN-ZJ"),
        False,
    ),
    "Chinese characters": (
        _official("o01", "Li Qiang", "CN", "李强"),
        _official("a/o01", "LI Qiang", "CN", "李强"),
        ("CN-ZJ", "CN-SH"),
        True,
    ),
    "other Chinese characters": (
        _official("o01", "Li Qiang", "CN", "李强"),
        _official("a/o01", "Li Qiang", "CN", "李锵"),
        ("CN-ZJ", "CN-ZJ"),
        False,
    ),
    "a Chinese name in Latin letters, elsewhere": (
        _official("o01", "Li Qiang", "CN", "李强"),
        _official("a/o01", "Li Qiang", "CN"),
        ("CN-ZJ", "CN-SH"),
        False,
    ),
    "a Chinese name in Latin letters, in one region": (
        _official("o01", "Li Qiang", "CN"),
        _official("a/o01", "Li Qiang", "CN", "李强"),
        ("CN-ZJ", "CN-ZJ"),
        True,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_two_entries(case: str) -> None:
    one, other, regions, is_one = CASES[case]
    for first, second in ((one, other), (other, one)):
        officials, same = _joined(first, second, regions=regions)
        assert [row["id"] for row in officials] == ([first["id"]] if is_one else [first["id"], second["id"]])
        assert same == ({second["id"]: first["id"]} if is_one else {})


def test_names_are_put_together() -> None:
    officials, _ = _joined(
        _official("o01", "Sergei Levchenko", "RU"),
        _official("a/o01", "Sergei Levchenko", "RU", "Сергей Левченко", note="A note.", aliases=["Levchenko S. G."]),
        _official("b/o01", "Sergey Levchenko", "RU", "Сергей Левченко"),
    )
    [person] = officials
    assert person["names"] == {"en": "Sergei Levchenko", "ru": "Сергей Левченко", "zh": None}
    assert person["aliases"] == ["Levchenko S. G.", "Sergey Levchenko"]
    assert person["note"] == "A note."


def test_one_who_is_near_to_several_stays_apart() -> None:
    officials, same = _joined(
        _official("o01", "Ivan Petrov", "RU", "Иван Петров"),
        _official("a/o01", "Ivan Petrov", "RU", "Иван Петрóв"),
        _official("b/o01", "Ivan Petrov", "RU"),
    )
    assert (len(officials), same) == (3, {})


def test_two_of_one_file_are_two() -> None:
    row = _official("o01", "Ivan Petrov", "RU")
    officials, same = join_officials([{"officials": [row, {**row, "id": "o02"}], "quotes": []}])
    assert (len(officials), same) == (2, {})
