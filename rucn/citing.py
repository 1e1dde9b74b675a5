"""How a record is cited in print: plain text, Markdown, BibTeX, CSL-JSON."""

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from rucn import queries
from rucn.amounts import measured
from rucn.errors import NotFoundError
from rucn.words import EVENTS, MEASURES

if TYPE_CHECKING:
    from rucn.dataset import Dataset
    from rucn.records import AnyRecord, Citation

_BIBTEX = str.maketrans({c: f"\\{c}" for c in "&%$#_{}"})
_MARKDOWN = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>"})
LANGUAGES = {"en": "english", "ru": "russian", "zh": "chinese"}


class Cited(NamedTuple):
    """What a citation is made of: who says what, where, when."""

    key: str
    author: str
    office: str | None
    says: str
    words: str | None
    title: str | None
    publisher: str
    address: str
    issued: str | None
    issued_inferred: bool
    language: str | None


def cite(dataset: "Dataset", kind: str, record: "AnyRecord", style: str) -> "Citation":
    """A record in a style of citation; raises NotFoundError for what is not said by anyone.

    `style` is text, markdown, bibtex or csl-json; the last is one item.
    """
    cited = _cited(dataset, kind, dict(record))
    made = {"text": _text, "markdown": _markdown, "bibtex": _bibtex, "csl-json": _csl}[style](cited)
    return {"id": cited.key, "kind": kind, "style": style, "citation": made, "address": cited.address}  # type: ignore[typeddict-item]


def _cited(dataset: "Dataset", kind: str, record: dict[str, Any]) -> Cited:
    if kind in ("reference", "project_event"):
        return _reported(kind, record)
    if kind == "source":
        return _in_source(dataset, record["id"], record["id"], record["publisher"], None, "", None)
    quote_id = record["id"] if kind == "quote" else record.get("quote")
    if quote_id is None:
        raise NotFoundError(
            f"{record.get('id') or record.get('code')} is nothing that anyone says: quotes, figures, projects, ties,"
            " references, events and sources are cited; of a computed value, what it rests on"
        )
    quote = queries.quote(dataset, dataset.quotes[quote_id])
    says, words = "", quote["text"]
    if kind == "figure":
        value = measured(record["value"], record["unit"], record["qualifier"], record["measure"]) or "in words"
        period = f", {record['period']}" if record["period"] else ""
        says, words = f"{MEASURES[record['measure']]}{period}: {value}", record["evidence"]
    elif kind != "quote":
        evidence = record["evidence"]
        says, words = record.get("name", ""), evidence if isinstance(evidence, str) else " … ".join(evidence)
    key = record["id"]
    return _in_source(dataset, quote["source"], key, quote["official_name"], quote["title"], says, words)


def _in_source(
    dataset: "Dataset", source_id: str, key: str, author: str, office: str | None, says: str, words: str | None
) -> Cited:
    source = dataset.sources[source_id]
    return Cited(
        key,
        author,
        office,
        says,
        words,
        source["title"],
        source["publisher"],
        source["address"],
        source["published"],
        source["published_inferred"],
        source["language"],
    )


def _reported(kind: str, record: dict[str, Any]) -> Cited:
    about = record["region_name"]
    if record["subject"]:
        about = f"{record['subject']}, {about}" if about else record["subject"]
    if kind == "project_event":
        says = f"{about}: {EVENTS[record['event']]}, {record['date']}"
    else:
        value = measured(record["value"], record["unit"], record["qualifier"], record["measure"])
        period = f", {record['period']}" if record["period"] else ""
        says = f"{about}: {MEASURES[record['measure']]}{period}: {value}"
    publisher, address = record["publisher"], record["address"]
    return Cited(record["id"], publisher, None, says, None, None, publisher, address, None, False, None)


def _text(cited: Cited) -> str:
    by = ", ".join(filter(None, (cited.author, cited.office)))
    words = f"“{cited.words}”" if cited.words else ""
    said = ": ".join(filter(None, (by, words or cited.says)))
    title = f"“{cited.title}”, {cited.publisher}" if cited.title else ""
    places = filter(None, (said, _of(cited), title, _dated(cited), cited.address))
    return f"{'. '.join(places)} [{cited.key}]"


def _of(cited: Cited) -> str:
    """What is stated, after the words that state it."""
    return cited.says[:1].upper() + cited.says[1:] if cited.words and cited.says else ""


def _dated(cited: Cited) -> str:
    return f"{cited.issued}{' (date inferred)' if cited.issued_inferred else ''}" if cited.issued else ""


def _markdown(cited: Cited) -> str:
    by = ", ".join(filter(None, (f"**{cited.author.translate(_MARKDOWN)}**", cited.office)))
    words = f"“{cited.words.translate(_MARKDOWN)}”" if cited.words else ""
    said = ": ".join(filter(None, (by, words or cited.says.translate(_MARKDOWN))))
    shown = (cited.title or cited.publisher).translate(_MARKDOWN)
    publisher = f", {cited.publisher.translate(_MARKDOWN)}" if cited.title else ""
    parts = filter(
        None, (said, _of(cited).translate(_MARKDOWN), f"[{shown}]({cited.address}){publisher}", _dated(cited))
    )
    return f"{'. '.join(parts)} \\[{cited.key}\\]"


def _bibtex(cited: Cited) -> str:
    said = cited.says or cited.words or ""
    note = ". ".join(filter(None, (cited.office, f"“{cited.words}”" if cited.words else "", f"rucn {cited.key}")))
    fields = {
        "author": f"{{{_escaped(cited.author)}}}",
        "title": f"{{{_escaped(cited.title or said)}}}",
        "organization": _escaped(cited.publisher),
        "year": (cited.issued or "")[:4],
        "month": (cited.issued or "")[len("2018-") : len("2018-09")],
        "url": cited.address,
        "language": LANGUAGES.get(cited.language or "", ""),
        "note": _escaped(". ".join(filter(None, (cited.says if cited.title else "", note)))),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{rucn-{cited.key},\n" + ",\n".join(lines) + "\n}"


def _escaped(text: str) -> str:
    return text.translate(_BIBTEX)


def _csl(cited: Cited) -> str:
    item: dict[str, Any] = {
        "id": f"rucn-{cited.key}",
        "type": "webpage",
        "title": cited.title or cited.says,
        "author": [{"literal": cited.author}],
        "publisher": cited.publisher,
        "URL": cited.address,
    }
    if cited.issued:
        parts = [int(part) for part in re.findall(r"\d+", cited.issued)]
        item["issued"] = {"date-parts": [parts], **({"circa": True} if cited.issued_inferred else {})}
    if cited.language:
        item["language"] = cited.language
    told = filter(None, (cited.office, cited.says if cited.title else "", f"“{cited.words}”" if cited.words else ""))
    item["note"] = ". ".join((*told, f"rucn {cited.key}"))
    return json.dumps(item, ensure_ascii=False, indent=2)
