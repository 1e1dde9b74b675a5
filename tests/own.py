"""Three short documents made for the tests, in three languages, and what is stored of them. No speaker is a person.

One official holds two offices, an institution is reported, and the documents mark speech each in its own way.
"""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

Row = dict[str, Any]

DOCUMENTS = {
    "s01": (
        "The island looks west\n\n"
        "“Heilongjiang’s trade with Sakhalin Region grew by 12% in 2017,” Second Speaker, Governor of Sakhalin Region,"
        " said.\n\n"
        "The Far Eastern Customs Directorate said that Primorye’s trade with China came to USD 1.2 billion in 2017. It"
        " gave no figure for 2018.\n"
    ),
    "s02": (
        "Порт и граница\n\nКомпания «Восток» строит порт.\n\n"
        "— Торговля Приморского края с Китаем\nвыросла на 15%, — сказал врио губернатора Приморского края Второй"
        " Оратор.\n"
    ),
    "s03": "对俄贸易\n\n黑龙江省省长第三发言人表示：「黑龙江省的对\n俄贸易增长15%。」\n",
}
SOURCES: list[Row] = [
    {"id": "s01", "title": "The island looks west", "published": "2018-06-14", "language": "en"},
    {"id": "s02", "title": "Порт и граница", "published": "2018-11-20", "language": "ru"},
    {"id": "s03", "title": "对俄贸易", "published": "2019", "language": "zh"},
]
OFFICIALS: list[Row] = [
    {
        "id": "o01",
        "name": "Second Speaker",
        "names": {"en": "Second Speaker", "ru": "Второй Оратор", "zh": None},
        "country": "RU",
    },
    {
        "id": "o02",
        "name": "第三发言人",
        "names": {"en": "Third Speaker", "ru": None, "zh": "第三发言人"},
        "country": "CN",
    },
]
QUOTES: list[Row] = [
    # The later office stands first: time goes by the dates of the sources.
    {
        "id": "q01",
        "official": "o01",
        "title": "врио губернатора Приморского края",
        "role": "governor",
        "acting": True,
        "region": "RU-PRI",
        "text": "Торговля Приморского края с Китаем выросла на 15%",
        "mentions": ["RU-PRI"],
        "source": "s02",
    },
    {
        "id": "q02",
        "official": "o01",
        "title": "Governor of Sakhalin Region",
        "role": "governor",
        "region": "RU-SAK",
        "text": "Heilongjiang’s trade with Sakhalin Region grew by 12% in 2017",
        "mentions": ["CN-HL", "RU-SAK"],
        "source": "s01",
    },
    {
        "id": "q03",
        "kind": "reported",
        "institution": {"name": "Far Eastern Customs Directorate", "country": "RU"},
        "text": "The Far Eastern Customs Directorate said that Primorye’s trade with China came to USD 1.2 billion in"
        " 2017.",
        "mentions": ["RU-PRI"],
        "source": "s01",
    },
    {
        "id": "q04",
        "official": "o02",
        "title": "黑龙江省省长",
        "role": "government_chair",
        "region": "CN-HL",
        "text": "黑龙江省的对俄贸易增长15%",
        "mentions": ["CN-HL"],
        "source": "s03",
    },
]
FIGURES: list[Row] = [
    {"id": "f01", "quote": "q01", "evidence": "выросла на 15%", "value": 15, "region": "RU-PRI", "partner": "CN"},
    {
        "id": "f02",
        "quote": "q02",
        "evidence": "grew by 12%",
        "value": 12,
        "region": "CN-HL",
        "partner": "RU",
        "period": "2017",
        "period_as_stated": "in 2017",
    },
    {
        "id": "f03",
        "quote": "q03",
        "evidence": "came to USD 1.2 billion",
        "measure": "trade_volume",
        "value": 1_200_000_000,
        "unit": "USD",
        "region": "RU-PRI",
        "partner": "CN",
        "period": "2017",
        "period_as_stated": "in 2017",
    },
    {"id": "f04", "quote": "q04", "evidence": "增长15%", "value": 15, "region": "CN-HL", "partner": "RU"},
]


def own_database(bundled: dict[str, Any]) -> dict[str, Any]:
    """The database of the three documents as the JSON of a TinyDB file; regions and terms are the bundled ones."""
    texts = {row["id"]: row["text"] for row in QUOTES}
    tables: dict[str, list[Row]] = {
        "sources": [_source(row) for row in SOURCES],
        "officials": [{"aliases": [], "note": None, **row} for row in OFFICIALS],
        "quotes": [_quote(row) for row in QUOTES],
        "figures": [_figure(row, texts[row["quote"]]) for row in FIGURES],
        "projects": [],
        "ties": [],
        "other_numbers": [],
        "terms": list(bundled["terms"].values()),
        "regions": list(bundled["regions"].values()),
    }
    return {name: {str(number): row for number, row in enumerate(rows, 1)} for name, rows in tables.items()}


def write_own(folder: Path, bundled: dict[str, Any]) -> Path:
    """Writes the database and its documents (`s01.txt` …) into a folder, and gives the path of the database."""
    for key, document in DOCUMENTS.items():
        (folder / f"{key}.txt").write_text(document, encoding="utf-8")
    path = folder / "own.json"
    path.write_text(json.dumps(own_database(bundled), ensure_ascii=False), encoding="utf-8")
    return path


def _source(row: Row) -> Row:
    plain = {"publisher": "A newspaper", "published_inferred": False, "sections": [], "marks": None, "note": None}
    address, digest = f"https://example.org/{row['id']}", _digest(DOCUMENTS[row["id"]])
    return {**plain, "address": address, "sha256": digest, **row}


def _quote(row: Row) -> Row:
    nobody = {"official": None, "institution": None, "title": None, "role": None, "acting": False, "region": None}
    plain = {"kind": "direct", "section": None, "topics": ["trade"], "reviewed": True, "note": None, "inferred": []}
    return {**nobody, **plain, "sha256": _digest(row["text"]), **row}


def _figure(row: Row, text: str) -> Row:
    plain = {"measure": "trade_growth", "unit": "percent", "scope": "bilateral", "qualifier": None, "commodity": None}
    undated = {"period": None, "period_as_stated": None, "period_inferred": False}
    no_more: Row = {"note": None, "doubt": None, "project": None, "reviewed": True, "inferred": []}
    start = text.index(row["evidence"])
    return {**plain, **undated, **no_more, "start": start, "end": start + len(row["evidence"]), **row}


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
