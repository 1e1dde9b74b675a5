"""A column on a real local Spark: the job that the manual shows answers as the command does."""

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT, Program

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = pytest.mark.spark

NAMES = ["Омская область", "浙江", "в Бурятии", "Altai", "Tulsa", "", "irkutks", "Кировск"]


def test_the_job_of_the_manual_answers_as_the_command(
    spark: "SparkSession", program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [job] = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "scale.md").read_text(encoding="utf-8"), re.DOTALL)
    rows = [[str(number), NAMES[number % len(NAMES)]] for number in range(400)]
    with (tmp_path / "regions.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["id", "region"], *rows])
    monkeypatch.chdir(tmp_path)
    exec(
        job.replace('"regions.csv"', f'"{tmp_path}/regions.csv"').replace('"coded"', f'"{tmp_path}/coded"'),
        {"spark": spark},
    )
    coded = spark.read.parquet(str(tmp_path / "coded")).collect()
    ran = program("resolve", "--csv", "regions.csv", "--column", "region", "--add", "code,match,score")
    expected = list(csv.reader(io.StringIO(ran.out)))[1:]
    found = sorted(
        ([cell if cell is not None else "" for cell in map(_text, row)] for row in coded), key=lambda row: int(row[0])
    )
    assert found == expected


def _text(value: object) -> str:
    return "" if value is None else str(value)
