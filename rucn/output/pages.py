"""Pages for reading: quotes, profiles of regions and officials, one record with the words it rests on."""

from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rucn.output import wording
from rucn.output.details import details_of
from rucn.output.tables import draw_records

if TYPE_CHECKING:
    from rucn.answer import Background
    from rucn.output.screen import Screen
    from rucn.records import Source

READABLE = 96
EVIDENCE = "bold underline"
Span = tuple[int, int]


def draw_quotes(screen: "Screen", quotes: list[Any], sources: "tuple[Source, ...]") -> None:
    """Draws quotes like a page, whole, under the headings of their source."""
    first = True
    for section, under in groupby(quotes, key=lambda quote: quote["section"]):
        if not first:
            screen.line()
        first = False
        screen.line(Text(section, style="bold"))
        for quote in under:
            screen.line()
            draw_quote(screen, quote, [])
    if quotes:
        screen.line()
        for source in sources:
            _draw_source(screen, source)


def draw_quote(screen: "Screen", quote: Any, evidence: list[Span]) -> None:
    """Draws one quote whole, its evidence highlighted; where nothing can be highlighted, between brackets."""
    screen.line(Text.assemble((quote["id"], "cyan"), "  ", (quote["official_name"], "bold"), f", {quote['title']}"))
    _indented(screen, Text.assemble("“", _highlighted(quote["text"], evidence, screen.styled), "”"))
    if quote["note"]:
        _indented(screen, Text(f"Note: {quote['note']}", style="dim"))


def draw_region(screen: "Screen", profile: dict[str, Any]) -> None:
    """Draws what is about a region and what its leaders said, each part under its heading."""
    region = profile.get("region")
    if region:
        names = " · ".join(filter(None, (region["names"]["ru"], region["names"]["zh"])))
        capital = f", capital {region['capital']}" if region["capital"] else ""
        screen.line(Text.assemble((region["name"], "bold"), "  ", (names, "")))
        country = wording.COUNTRIES[region["country"]]
        screen.line(Text(f"{region['code']}, {wording.spaced(region['kind'])} of {country}{capital}", style="dim"))
    for official in profile.get("officials", []):
        titles = "; ".join(official["titles"])
        screen.line(Text.assemble((official["id"], "cyan"), "  ", (official["name"], "bold"), f", {titles}"))
    speakers = {official["name"] for official in profile.get("officials", [])}
    known = (
        frozenset([region["name"], f"{region['name']}{wording.INFERRED}", *speakers])
        if region and len(speakers) == 1
        else frozenset()
    )
    _draw_parts(screen, profile, {"trade", "figures"} <= profile.keys(), known)


def draw_official(screen: "Screen", profile: dict[str, Any]) -> None:
    """Draws an official and what was said, each part under its heading."""
    official = profile.get("official")
    if official:
        names = " · ".join(filter(None, (official["names"]["ru"], official["names"]["zh"])))
        screen.line(Text.assemble((official["name"], "bold"), "  ", (names, "")))
        screen.line(Text("; ".join(official["titles"])))
        if official["note"]:
            screen.line(Text(f"Note: {official['note']}", style="dim"))
    _draw_parts(screen, profile, False, frozenset([official["name"]] if official else []))


def _draw_parts(screen: "Screen", profile: dict[str, Any], without_trade: bool, known: frozenset[str]) -> None:
    """Draws the lists of a profile; figures that stand in its trade rows are not repeated."""
    in_trade = {key for row in profile.get("trade", []) for key in row["figures"]} if without_trade else set()
    figures = [figure for figure in profile.get("figures", []) if figure["id"] not in in_trade]
    other = "Other figures" if in_trade else "Figures"
    parts = (
        ("Trade", "trade_row", profile.get("trade")),
        (other, "figure", figures),
        ("Projects", "project", profile.get("projects")),
        ("Ties", "tie", profile.get("ties")),
    )
    for heading, layout, records in parts:
        if records:
            screen.line()
            screen.line(Text(heading, style="bold underline"))
            draw_records(screen, layout, records, known=known)
    if profile.get("quotes"):
        screen.line()
        screen.line(Text("Quotes", style="bold underline"))
        for quote in profile["quotes"]:
            topics = ", ".join(map(wording.spaced, quote["topics"]))
            _listed(screen, quote["id"], f"{quote['official_name']} on {topics}")


def draw_record(
    screen: "Screen", layout: str, record: dict[str, Any], fields: tuple[str, ...], background: "Background | None"
) -> None:
    """Draws one record line by line, then the whole quote with the words that the record rests on."""
    if layout == "quote" and background is not None and not fields:
        draw_quote(screen, background.quote, [(figure["start"], figure["end"]) for figure in background.figures])
        _draw_quote_context(screen, background)
    else:
        for title, words in details_of(layout, record, fields):
            _listed(screen, f"{title}:", words, "dim")
        if background is not None and not fields:
            screen.line()
            draw_quote(screen, background.quote, _spans(layout, record, background.quote["text"]))
    if background is not None and not fields:
        screen.line()
        _draw_source(screen, background.source)


def _draw_quote_context(screen: "Screen", background: "Background") -> None:
    screen.line()
    facts = [
        (figure["id"], f"{wording.MEASURES[figure['measure']]}: {wording.figure_value(figure)}")
        for figure in background.figures
    ]
    facts += [
        (project["id"], f"{wording.spaced(project['kind'])}: {project['name']}") for project in background.projects
    ]
    for key, words in facts:
        _listed(screen, key, words)
    screen.line(Text(f"Section: {background.quote['section']}", style="dim"))


def _draw_source(screen: "Screen", source: "Source") -> None:
    published = wording.dated(source["published"], source["published_inferred"])
    words = f"Source: “{source['title']}”, {source['publisher']}, {published}, {source['address']}"
    screen.line(Text(words, style="dim"))


def _spans(layout: str, record: dict[str, Any], text: str) -> list[Span]:
    """Where in its quote the words stand that a record rests on: at its offsets, or where its evidence is found."""
    if layout in ("figure", "other_number"):
        return [(record["start"], record["end"])]
    evidence = [record["evidence"]] if isinstance(record["evidence"], str) else record["evidence"]
    return [(text.index(words), text.index(words) + len(words)) for words in evidence]


def _highlighted(text: str, evidence: list[Span], styled: bool) -> Text:
    merged: list[Span] = []
    for start, end in sorted(evidence):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    shown, position = Text(), 0
    for start, end in merged:
        shown.append(text[position:start])
        shown.append(text[start:end] if styled else f"[{text[start:end]}]", style=EVIDENCE)
        position = end
    return shown.append(text[position:])


def _listed(screen: "Screen", key: str, words: str, style: str = "cyan") -> None:
    """Draws an entry of a list, its further lines set in under its words."""
    entry = Table.grid(padding=(0, 2, 0, 0))
    entry.add_row(Text(key, style=style), Text(words, overflow="fold"))
    screen.line(entry)


def _indented(screen: "Screen", text: Text) -> None:
    if screen.width is None:
        screen.line(Text.assemble("     ", text))
    elif screen.width < 2 * len("     ") + 30:
        screen.line(text)
    else:
        screen.line(Padding(text, (0, max(0, screen.width - READABLE), 0, 5)))
