"""Whose words are sought: those of a person or institution, or of whoever holds an office."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rucn.model.rows import QuoteRow
    from rucn.store.dataset import Dataset


class Speaker(NamedTuple):
    """Who speaks: an official (by id), an institution (by name), the leaders of a region, of a country, in a role.

    The office is that of the quote: who has been a governor is one in the quotes of that time alone. None is anyone.
    """

    official: str | None = None
    institution: str | None = None
    role: str | None = None
    region: str | None = None
    country: str | None = None
    acting: bool = False


Speakers = Collection[Speaker] | None


def is_said_by(dataset: Dataset, quote: QuoteRow, speakers: Speakers) -> bool:
    """Whether one of several speakers says a quote; it is so where none is asked for."""
    return speakers is None or any(_says(dataset, one, quote) for one in speakers)


def officials_meant(dataset: Dataset, speaker: Speaker) -> list[str]:
    """The ids of the officials whom a speaker stands for, in the order of the database."""
    if speaker.official is not None:
        return [speaker.official]
    found = {row["official"] for row in dataset.quotes.values() if _says(dataset, speaker, row)}
    return [key for key in dataset.officials if key in found]


def _says(dataset: Dataset, speaker: Speaker, quote: QuoteRow) -> bool:
    institution = quote["institution"]
    return (
        speaker.official in (None, quote["official"])
        and speaker.institution in (None, institution and institution["name"])
        and speaker.role in (None, quote["role"])
        and speaker.region in (None, quote["region"])
        and speaker.country in (None, dataset.speakers_country(quote["id"]))
        and (quote["acting"] or not speaker.acting)
    )
