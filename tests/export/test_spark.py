"""What is answered on a real local Spark."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = pytest.mark.spark


def _names_a_region(written: str) -> str | None:
    import rucn

    return rucn.open().resolve(written)[0]["code"]


def test_its_workers_know_the_program(spark: "SparkSession") -> None:
    names = spark.sparkContext.parallelize(["irkutsk", "浙江", "Tulsa"], 2)
    assert names.getNumPartitions() == 2
    assert names.map(_names_a_region).collect() == ["RU-IRK", "CN-ZJ", None]
