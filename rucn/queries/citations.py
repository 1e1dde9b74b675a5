"""How a record is cited in print: plain text, Markdown, BibTeX, CSL-JSON."""

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from rucn.model import amounts, phrases
from rucn.model.errors import NotFoundError
from rucn.model.words import EVENTS
from rucn.queries import lookup

if TYPE_CHECKING:
    from rucn.model.records import AnyRecord, Citation
    from rucn.model.vocabulary import CitationStyle
    from rucn.store.dataset import Dataset

_BIBTEX = str.maketrans(
    {c: f"\\{c}" for c in "&%$#_{}"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)
_MARKDOWN = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>"})
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


def cite(dataset: "Dataset", kind: str, record: "AnyRecord", style: "CitationStyle") -> "Citation":
    """A record in a style of citation; raises NotFoundError for what is not said by anyone."""
    cited = _cited(dataset, kind, dict(record))
    made = {"text": _text, "markdown": _markdown, "bibtex": _bibtex, "csl-json": _csl}[style](cited)
    return {"id": cited.key, "kind": kind, "style": style, "citation": made, "address": cited.address}


def _cited(dataset: "Dataset", kind: str, record: dict[str, Any]) -> Cited:
    if kind in ("reference", "project_event"):
        return _reported(kind, record)
    if kind == "source":
        return _in_source(dataset, record["id"], record["id"], "", "", None)
    quote_id = record["id"] if kind == "quote" else record.get("quote")
    if quote_id is None:
        raise NotFoundError(
            f"{record.get('id') or record.get('code')} is no statement to cite: quotes, figures, projects, ties,"
            " references, events and sources are; of a computed value, what it rests on"
        )
    quote = lookup.quote(dataset, dataset.quotes[quote_id])
    says, words = "", quote["text"]
    if kind == "figure":
        says, words = _measured(record), record["evidence"]
    elif kind != "quote":
        evidence = record["evidence"]
        says, words = record.get("name", ""), evidence if isinstance(evidence, str) else " … ".join(evidence)
    speaker = f"{quote['official_name']}, {quote['title']}"
    return _in_source(dataset, quote["source"], record["id"], speaker, says, words)


def _in_source(dataset: "Dataset", source_id: str, key: str, speaker: str, says: str, words: str | None) -> Cited:
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


def _reported(kind: str, record: dict[str, Any]) -> Cited:
    where = ", ".join(filter(None, (record["subject"], record["region_name"])))
    said = f"{EVENTS[record['event']]}, {record['date']}" if kind == "project_event" else _measured(record)
    says, publisher = ": ".join(filter(None, (where, said))), record["publisher"]
    return Cited(record["id"], publisher, says, None, None, publisher, record["address"])


def _measured(record: dict[str, Any]) -> str:
    """What a figure or reference says: measure, partner, period and value."""
    value = amounts.measured(record["value"], record["unit"], record["qualifier"], record["measure"]) or "in words"
    return f"{', '.join(filter(None, (phrases.measure_of(record), phrases.when(record))))}: {value}"


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
    by = f"**{name.translate(_MARKDOWN)}**{comma}{office.translate(_MARKDOWN)}" if name else ""
    words = f"“{cited.words.translate(_MARKDOWN)}”" if cited.words else ""
    said = ": ".join(filter(None, (by, words or cited.says.translate(_MARKDOWN))))
    shown = f"[{cited.title.translate(_MARKDOWN)}]({cited.address})" if cited.title else f"<{cited.address}>"
    publisher = f", {cited.publisher.translate(_MARKDOWN)}" if cited.title else ""
    parts = filter(None, (said, _of(cited).translate(_MARKDOWN), f"{shown}{publisher}", _dated(cited)))
    return f"{'. '.join(parts)} \\[{cited.key}\\]"


def _bibtex(cited: Cited) -> str:
    year, month = (cited.issued or "")[:4], (cited.issued or "")[len("2018-") : len("2018-09")]
    fields = {
        "author": f"{{{_escaped(cited.publisher)}}}",
        "title": f"{{{_escaped(cited.title or cited.says)}}}",
        "year": year,
        "month": month,
        "url": cited.address,
        "language": LANGUAGES.get(cited.language or "", ""),
        "note": _escaped(cited.told),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{rucn-{cited.key},\n" + ",\n".join(lines) + "\n}"


def _escaped(text: str) -> str:
    return text.translate(_BIBTEX)


def _csl(cited: Cited) -> str:
    """A list of one item, as reference managers take it."""
    item: dict[str, Any] = {
        "id": f"rucn-{cited.key}",
        "type": "webpage",
        "title": cited.title or cited.says,
        "author": [{"literal": cited.publisher}],
        "URL": cited.address,
    }
    if cited.issued:
        parts = [int(part) for part in re.findall(r"\d+", cited.issued)]
        item["issued"] = {"date-parts": [parts], **({"circa": True} if cited.issued_inferred else {})}
    if cited.language:
        item["language"] = cited.language
    item["note"] = cited.told
    return json.dumps([item], ensure_ascii=False, indent=2)
