"""A small database made for the tests: three regions, two sources, six figures. Its speakers are placeholders.

The rows are plain; offsets and digests, which nobody writes by hand, are worked out from the words.
"""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

Row = dict[str, Any]

SOURCES: list[Row] = [
    {"id": "s01", "title": "First report", "published": "2018-09", "published_inferred": True, "note": None},
    {"id": "s02", "title": "Second report", "published": "2020-03", "published_inferred": False, "note": "A note."},
]
OFFICIALS: list[Row] = [
    {"id": "o01", "name": "First Speaker", "country": "RU"},
    {"id": "o02", "name": "Second Speaker", "country": "RU"},
    {"id": "o03", "name": "Third Speaker", "country": "CN"},
]
QUOTES: list[Row] = [
    {
        "id": "q01",
        "official": "o01",
        "title": "Governor of Irkutsk Region",
        "role": "governor",
        "region": "RU-IRK",
        "topics": ["trade"],
        "text": "Last year our trade with China came to nearly USD 4.5 billion, which is 12.5% more than before. "
        "China takes 35% of our foreign trade",
        "source": "s01",
    },
    {
        "id": "q02",
        "official": "o02",
        "title": "Acting Governor of Amur Region",
        "role": "governor",
        "acting": True,
        "region": "RU-AMU",
        "topics": ["transport"],
        "text": "The sawmill in Tynda will cost about 20 billion roubles. "
        "Its construction has begun, and one of the two bridges is open since 2019",
        "source": "s02",
    },
    {
        "id": "q03",
        "official": "o03",
        "title": "Secretary of the CPC Committee of Heilongjiang Province",
        "role": "party_secretary",
        "region": "CN-HL",
        "topics": ["trade"],
        "text": "Heilongjiang Province is the largest partner. In 2019 trade with Russia reached RMB 8 billion. "
        "The Harbin * Expo is held every year",
        "source": "s02",
        "mentions": ["CN-HL"],
    },
]
FIGURES: list[Row] = [
    {
        "id": "f01",
        "quote": "q01",
        "measure": "trade_volume",
        "value": 4_500_000_000,
        "unit": "USD",
        "qualifier": "nearly",
        "period": "2017",
        "period_as_stated": "Last year",
        "period_inferred": True,
        "evidence": "our trade with China came to nearly USD 4.5 billion",
        "doubt": "the customs report less.",
    },
    {
        "id": "f02",
        "quote": "q01",
        "measure": "trade_growth",
        "value": 12.5,
        "unit": "percent",
        "period": "2017",
        "period_as_stated": "Last year",
        "period_inferred": True,
        "evidence": "which is 12.5% more than before",
    },
    {
        "id": "f03",
        "quote": "q01",
        "measure": "trade_share",
        "value": 35,
        "unit": "percent",
        "evidence": "China takes 35%",
    },
    {
        "id": "f04",
        "quote": "q02",
        "measure": "project_investment",
        "scope": "project",
        "partner": None,
        "value": 20_000_000_000,
        "unit": "RUB",
        "qualifier": "about",
        "evidence": "will cost about 20 billion roubles",
        "project": "p01",
    },
    {
        "id": "f05",
        "quote": "q03",
        "measure": "trade_volume",
        "partner": "RU",
        "value": 8_000_000_000,
        "unit": "CNY",
        "period": "2019",
        "period_as_stated": "In 2019",
        "evidence": "trade with Russia reached RMB 8 billion",
    },
    {
        "id": "f06",
        "quote": "q03",
        "measure": "partner_rank",
        "partner": "RU",
        "value": None,
        "unit": "rank",
        "evidence": "the largest partner",
    },
]
PROJECTS: list[Row] = [
    {
        "id": "p01",
        "quote": "q02",
        "name": "Sawmill in Tynda",
        "kind": "project",
        "region": "RU-AMU",
        "region_basis": "speaker",
        "places": [{"name": "Tynda", "region": "RU-AMU", "region_inferred": True}],
        "sectors": ["wood"],
        "status": "construction_started",
        "status_as_stated": "Its construction has begun",
        "investment": 20_000_000_000,
        "currency": "RUB",
        "investment_qualifier": "about",
        "evidence": ["The sawmill in Tynda will cost about 20 billion roubles", "Its construction has begun"],
    },
    {
        "id": "p02",
        "quote": "q02",
        "name": "Bridge",
        "kind": "infrastructure",
        "region": None,
        "region_basis": None,
        "places": [],
        "sectors": [],
        "status": "operating",
        "status_as_stated": "is open",
        "investment": None,
        "currency": None,
        "investment_qualifier": None,
        "completion": "2019",
        "completion_as_stated": "since 2019",
        "evidence": ["one of the two bridges is open since 2019"],
    },
]
TIES: list[Row] = [
    {
        "id": "t01",
        "quote": "q03",
        "name": "Harbin * Expo",
        "kind": "expo",
        "region": "CN-HL",
        "place": "Harbin",
        "evidence": "The Harbin * Expo is held every year",
    }
]
OTHER_NUMBERS: list[Row] = [
    {"id": "n01", "quote": "q02", "evidence": "one of the two", "reason": "Of bridges, and no count of them."}
]
REFERENCES: list[Row] = [
    {
        "id": "r001",
        "region": "RU-IRK",
        "partner": "CN",
        "measure": "trade_volume",
        "value": 3_900_000_000,
        "unit": "USD",
        "period": "2017",
        "publisher": "Customs",
        "address": "https://example.org/irkutsk",
    },
    {
        "id": "r002",
        "region": "RU",
        "partner": "CN",
        "measure": "trade_volume",
        "value": 87_000_000_000,
        "unit": "USD",
        "period": "2017",
        "publisher": "Customs",
        "address": "https://example.org/russia",
    },
]
EVENTS: list[Row] = [
    {
        "id": "e01",
        "project": "p02",
        "project_name": "Bridge",
        "region": "RU-AMU",
        "subject": "Bridge on the Amur",
        "event": "opened",
        "date": "2022-06-10",
        "publisher": "A newspaper",
        "address": "https://example.org/bridge",
    }
]
HEADING = "News"


def small_database(bundled: dict[str, Any]) -> dict[str, Any]:
    """The small database as the JSON of a TinyDB file; terms, and the three regions, are those of the bundled one."""
    texts = {quote["id"]: quote["text"] for quote in QUOTES}
    regions = {quote["region"] for quote in QUOTES}
    tables: dict[str, list[Row]] = {
        "sources": [
            {
                "publisher": "A publisher",
                "address": f"https://example.org/{row['id']}",
                "language": "en",
                "sections": [HEADING],
                "marks": None,
                "sha256": _digest(row["title"]),
                **row,
            }
            for row in SOURCES
        ],
        "officials": [
            {
                "names": {"en": row["name"], "ru": None, "zh": None},
                "aliases": [],
                "note": None,
                **row,
            }
            for row in OFFICIALS
        ],
        "quotes": [
            {
                "kind": "direct",
                "institution": None,
                "acting": False,
                "section": HEADING,
                "sha256": _digest(row["text"]),
                "mentions": [],
                "reviewed": True,
                "note": None,
                "inferred": [],
                **row,
            }
            for row in QUOTES
        ],
        "figures": [_figure(row, texts) for row in FIGURES],
        "projects": [
            {
                "partners": [],
                "start": None,
                "start_as_stated": None,
                "completion": None,
                "completion_as_stated": None,
                "note": None,
                "reviewed": True,
                "inferred": [],
                **row,
            }
            for row in PROJECTS
        ],
        "ties": [{"period": None, "period_as_stated": None, "reviewed": True, "inferred": [], **row} for row in TIES],
        "other_numbers": [_other_number(row, texts) for row in OTHER_NUMBERS],
        "terms": list(bundled["terms"].values()),
        "regions": [row for row in bundled["regions"].values() if row["code"] in regions],
    }
    return {name: {str(number): row for number, row in enumerate(rows, 1)} for name, rows in tables.items()}


def small_references() -> list[Row]:
    """The references and events that stand beside the small database."""
    absent = {"subject": None, "qualifier": None, "said_by": None, "stock": False}
    link = {"project": None, "project_name": None, "project_inferred": False, "note": None}
    return [*({**absent, **link, **row} for row in REFERENCES), *({**link, **row} for row in EVENTS)]


def write_small(folder: Path, bundled: dict[str, Any]) -> Path:
    """Writes the small database with its references into a folder, and gives its path."""
    path = folder / "small.json"
    path.write_text(json.dumps(small_database(bundled), ensure_ascii=False), encoding="utf-8")
    lines = [json.dumps(row, ensure_ascii=False) for row in small_references()]
    (folder / "references.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def small_sources(bundled: dict[str, Any]) -> dict[str, dict[str, list[Row]]]:
    """The sources of the small database as those of a library: `irkutsk-2018`, and `harbin-2020` with a reference."""
    tables = {name: list(rows.values()) for name, rows in small_database(bundled).items()}
    made = {}
    for name, source in (("irkutsk-2018", "s01"), ("harbin-2020", "s02")):
        quotes = [row for row in tables["quotes"] if row["source"] == source]
        ids, speakers = {row["id"] for row in quotes}, {row["official"] for row in quotes}
        made[name] = {
            "sources": [row for row in tables["sources"] if row["id"] == source],
            "officials": [row for row in tables["officials"] if row["id"] in speakers],
            "quotes": quotes,
            **{
                table: [row for row in tables[table] if row["quote"] in ids]
                for table in ("figures", "projects", "ties", "other_numbers")
            },
        }
    made["harbin-2020"]["references"] = [row for row in small_references() if row["id"] in ("r001", "e01")]
    return made


def write_library(folder: Path, sources: dict[str, dict[str, list[Row]]]) -> Path:
    """Writes sources into a folder as the files of a library, and gives the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, tables in sources.items():
        numbered = {table: {str(at): row for at, row in enumerate(rows, 1)} for table, rows in tables.items()}
        (folder / f"{name}.json").write_text(json.dumps(numbered, ensure_ascii=False), encoding="utf-8")
    return folder


def _figure(row: Row, texts: dict[str, str]) -> Row:
    region = {"q01": "RU-IRK", "q02": "RU-AMU", "q03": "CN-HL"}[row["quote"]]
    absent = {"commodity": None, "qualifier": None, "period": None, "period_as_stated": None, "note": None}
    plain = {"region": region, "partner": "CN", "scope": "bilateral", "period_inferred": False}
    # Only the third quote names its region.
    plain |= {"doubt": None, "project": None, "reviewed": True, "inferred": [] if region == "CN-HL" else ["region"]}
    return {**absent, **plain, **row, **_offsets(row, texts)}


def _other_number(row: Row, texts: dict[str, str]) -> Row:
    return {"id": row["id"], "quote": row["quote"], "evidence": row["evidence"], **_offsets(row, texts)} | row


def _offsets(row: Row, texts: dict[str, str]) -> Row:
    start = texts[row["quote"]].index(row["evidence"])
    return {"start": start, "end": start + len(row["evidence"])}


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
