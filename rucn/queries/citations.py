"""How a record is cited in print: plain text, Markdown, BibTeX, CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from rucn.model.addresses import encode_address
from rucn.model.amounts import amount, in_doubt, value_words
from rucn.model.errors import NotFoundError
from rucn.model.markdown import as_block, link, plain, titled_link
from rucn.model.phrases import figure_phrase, period_phrase, reference_phrase, speaker_line
from rucn.model.vocabulary import EVENTS
from rucn.queries import as_records

if TYPE_CHECKING:
    from rucn.model.amounts import Amount
    from rucn.model.records import (
        AnyRecord,
        Citation,
        Figure,
        OtherNumber,
        Project,
        ProjectEvent,
        Quote,
        Reference,
        Source,
        Tie,
    )
    from rucn.model.vocabulary import CitationStyle
    from rucn.store.dataset import Dataset

# BibTeX counts braces that are escaped too, so that one without its partner would swallow what follows.
_BIBTEX = str.maketrans(
    {c: f"\\{c}" for c in "&%$#_"}
    | {
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
    }
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LANGUAGES = {"en": "english", "ru": "russian", "zh": "chinese"}
DATE_INFERRED = "the date is inferred"


class Cited(NamedTuple):
    """What a citation is made of: who says what in which words, and the document it is read in.

    A document has a `title` and a `publisher`; of a page that only its address is known of, they are what it says and
    who says it. A person who is quoted in a document is not its author.
    """

    key: str
    speaker: str
    says: str
    words: str | None
    title: str | None
    publisher: str
    address: str
    issued: str | None = None
    issued_inferred: bool = False
    language: str | None = None

    @property
    def told(self) -> str:
        """What is said, by whom, in which words: all that a reference manager keeps in a note."""
        words = f"“{self.words}”" if self.words else ""
        parts = (self.speaker, self.says, words) if self.title else ()
        told = [*parts, DATE_INFERRED if self.issued_inferred else ""]
        return ". ".join([*(one[:1].upper() + one[1:] for one in told if one), f"rucn {self.key}"])


def cite(dataset: Dataset, kind: str, record: AnyRecord, style: CitationStyle) -> Citation:
    """A record of a kind in a style of citation; raises NotFoundError for what is not said by anyone."""
    cited = _CITED[kind](dataset, cast("Any", record)) if kind in _CITED else _no_statement(record)
    made = {"text": _text, "markdown": _markdown, "bibtex": _bibtex, "csl-json": _csl}[style](cited)
    return {"id": cited.key, "kind": kind, "style": style, "citation": made, "address": cited.address}


def _no_statement(record: AnyRecord) -> Cited:
    raise NotFoundError(
        f"{record.get('id') or record.get('code')} is no statement to cite: quotes, figures, projects, ties,"
        " references, events and sources are; of a computed value, what it rests on"
    )


def _quote(dataset: Dataset, quote: Quote) -> Cited:
    doubted = [row["id"] for row in dataset.figures_of_quote.get(quote["id"], ()) if row["doubt"]]
    says = in_doubt(f"doubted is {' and '.join(doubted)}", doubted) if doubted else ""
    return _of_quote(dataset, quote["id"], quote["id"], says, quote["text"])


def _figure(dataset: Dataset, figure: Figure) -> Cited:
    says = _measured(
        figure_phrase(figure),
        period_phrase(figure["period"], "period" in figure["inferred"]),
        amount(figure["value"], figure["unit"], figure["qualifier"]),
        figure["measure"],
        figure["doubt"],
    )
    return _of_quote(dataset, figure["quote"], figure["id"], says, figure["evidence"])


def _project(dataset: Dataset, project: Project) -> Cited:
    return _of_quote(
        dataset,
        project["quote"],
        project["id"],
        in_doubt(project["name"], project["doubt"]),
        " … ".join(project["evidence"]),
    )


def _tie(dataset: Dataset, tie: Tie) -> Cited:
    return _of_quote(dataset, tie["quote"], tie["id"], tie["name"], tie["evidence"])


def _other_number(dataset: Dataset, number: OtherNumber) -> Cited:
    return _of_quote(dataset, number["quote"], number["id"], "", number["evidence"])


def _source(dataset: Dataset, source: Source) -> Cited:
    return _in_source(dataset, source["id"], source["id"], "", "", None)


def _reference(dataset: Dataset, reference: Reference) -> Cited:
    value = amount(reference["value"], reference["unit"], reference["qualifier"])
    said = _measured(reference_phrase(reference), reference["period"] or "", value, reference["measure"])
    where = (reference["subject"], reference["region_name"])
    return _reported(reference["id"], where, said, reference["publisher"], reference["address"])


def _event(dataset: Dataset, event: ProjectEvent) -> Cited:
    where = (event["subject"], event["region_name"])
    said = f"{EVENTS[event['event']]}, {event['date']}"
    return _reported(event["id"], where, said, event["publisher"], event["address"])


_CITED: dict[str, Callable[[Dataset, Any], Cited]] = {
    "quote": _quote,
    "figure": _figure,
    "project": _project,
    "tie": _tie,
    "other_number": _other_number,
    "source": _source,
    "reference": _reference,
    "project_event": _event,
}


def _of_quote(dataset: Dataset, quote_id: str, key: str, says: str, words: str) -> Cited:
    quote = as_records.quote(dataset, dataset.quotes[quote_id])
    return _in_source(dataset, quote["source"], key, speaker_line(quote), says, words)


def _in_source(dataset: Dataset, source_id: str, key: str, speaker: str, says: str, words: str | None) -> Cited:
    source = dataset.sources[source_id]
    return Cited(
        key=key,
        speaker=speaker,
        says=says,
        words=words,
        title=source["title"],
        publisher=source["publisher"],
        address=source["address"],
        issued=source["published"],
        issued_inferred=source["published_inferred"],
        language=source["language"],
    )


def _reported(key: str, where: tuple[str | None, ...], said: str, publisher: str, address: str) -> Cited:
    says = ": ".join(filter(None, (", ".join(filter(None, where)), said)))
    return Cited(key, publisher, says, None, None, publisher, address)


def _measured(what: str, when: str, value: Amount | None, measure: str, doubt: str | None = None) -> str:
    """What a figure or reference says: measure, partner, period and value, marked where it is doubted."""
    return f"{', '.join(filter(None, (what, when)))}: {in_doubt(value_words(value, measure) or 'in words', doubt)}"


def _text(cited: Cited) -> str:
    words = f"“{cited.words}”" if cited.words else ""
    title = f"“{cited.title}”, {cited.publisher}" if cited.title else ""
    said = ": ".join(filter(None, (cited.speaker, words or cited.says)))
    places = filter(None, (said, _of(cited), title, _dated(cited), cited.address))
    return f"{'. '.join(places)} [{cited.key}]"


def _of(cited: Cited) -> str:
    """What is stated, after the words that state it."""
    return cited.says[:1].upper() + cited.says[1:] if cited.words and cited.says else ""


def _dated(cited: Cited) -> str:
    return f"{cited.issued}{f' ({DATE_INFERRED})' if cited.issued_inferred else ''}" if cited.issued else ""


def _markdown(cited: Cited) -> str:
    name, comma, office = cited.speaker.partition(", ")
    by = f"**{plain(name)}**{comma}{plain(office)}" if name else ""
    words = f"“{plain(cited.words)}”" if cited.words else ""
    said = ": ".join(filter(None, (by, words or plain(cited.says))))
    shown = titled_link(cited.title, cited.address) if cited.title else link(cited.address)
    publisher = f", {plain(cited.publisher)}" if cited.title else ""
    parts = filter(None, (said, plain(_of(cited)), f"{shown}{publisher}", _dated(cited)))
    return as_block(f"{'. '.join(parts)} \\[{cited.key}\\]")


def _bibtex(cited: Cited) -> str:
    dates = _date_parts(cited)
    fields = {
        "author": f"{{{{{_escaped(cited.publisher)}}}}}",
        "title": f"{{{{{_escaped(cited.title or cited.says)}}}}}",
        "year": f"{{{'/'.join(str(parts[0]) for parts in dates)}}}" if dates else "",
        # The macros that every style knows.
        "month": MONTHS[dates[0][1] - 1] if len(dates) == 1 and len(dates[0]) > 1 else "",
        "url": f"{{{encode_address(cited.address)}}}",
        "language": f"{{{LANGUAGES[cited.language]}}}" if cited.language in LANGUAGES else "",
        "note": f"{{{_escaped(cited.told)}}}",
    }
    lines = [f"  {name} = {value}" for name, value in fields.items() if value]
    return f"@misc{{rucn-{cited.key},\n" + ",\n".join(lines) + "\n}"


def _date_parts(cited: Cited) -> list[list[int]]:
    """When a document was issued: year, month and day, as far as they are stated.

    Of a half, a quarter, or months from one to another it is the year alone, or the first and the last year.
    """
    issued = cited.issued or ""
    if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", issued):
        return [[int(part) for part in issued.split("-")]]
    years = dict.fromkeys(one[: len("2018")] for one in issued.split("/") if one)
    return [[int(year)] for year in years]


def _escaped(text: str) -> str:
    return text.translate(_BIBTEX)


def _csl(cited: Cited) -> str:
    """A list of one item, as reference managers take it."""
    dates = _date_parts(cited)
    item: dict[str, Any] = {
        "id": f"rucn-{cited.key}",
        "type": "webpage",
        # What is made of amounts keeps its capitals.
        "title": cited.title or f'<span class="nocase">{cited.says}</span>',
        "author": [{"literal": cited.publisher}],
        "URL": cited.address,
    }
    if dates:
        item["issued"] = {"date-parts": dates, **({"circa": True} if cited.issued_inferred else {})}
    if cited.language:
        item["language"] = cited.language
    item["note"] = cited.told
    return json.dumps([item], ensure_ascii=False, indent=2)
