"""The bundled database is sound, and as the article has it."""

import json
from pathlib import Path

from tests.conftest import DATABASE, Program


def test_the_bundled_database_is_sound(program: Program) -> None:
    ran = program("check", "--json")
    assert (ran.code, ran.json) == (0, [])


def test_every_quote_is_as_in_the_article(program: Program, article: Path) -> None:
    ran = program("check", "--source", str(article), "--json")
    assert (ran.code, ran.json) == (0, [])


def test_a_changed_article_is_noticed(program: Program, article: Path, tmp_path: Path) -> None:
    changed = tmp_path / "article.txt"
    changed.write_text(article.read_text(encoding="utf-8").replace("964", "9640"), encoding="utf-8")
    ran = program("check", "--source", str(changed), "--json")
    assert ran.code == 4
    assert [(problem["record"], problem["field"]) for problem in ran.json] == [("s01", "sha256"), ("q01", "text")]
    assert "964" in ran.json[1]["message"]


def test_the_file_reads_well_in_a_diff() -> None:
    written = DATABASE.read_text(encoding="utf-8")
    assert written == json.dumps(json.loads(written), ensure_ascii=False, indent=2) + "\n"
