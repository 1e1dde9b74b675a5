"""Pages for reading: quotes, profiles of regions and officials, one record with the words it rests on."""

from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rucn.model import amounts
from rucn.model.words import COUNTRIES
from rucn.render import wording
from rucn.render.columns import HEADINGS, part_layout
from rucn.render.details import details_of, facts_of, spans_in_quote
from rucn.render.terminal.highlighting import highlighted
from rucn.render.terminal.tables import draw_records

if TYPE_CHECKING:
    from collections.abc import Callable

    from rucn.model.records import Source
    from rucn.queries.background import Background
    from rucn.render.answer import Span, Where
    from rucn.render.terminal.screen import Screen

READABLE = 96


def draw_quotes(screen: "Screen", quotes: list[Any], sources: "tuple[Source, ...]", where: "Where | None") -> None:
    """Draws quotes like a page, whole, under the headings of their source.

    Quotes that were searched for stand in the order of the search, without headings, and on a screen that can show it
    the words are highlighted `where` they stand.
    """
    for section, under in groupby(quotes, key=lambda quote: "" if where else quote["section"]):
        screen.part()
        if section:
            screen.line(Text(section, style="bold"))
        for position, quote in enumerate(under):
            if section or position:
                screen.line()
            draw_quote(screen, quote, where(quote["text"]) if where and screen.styled else [])
    if quotes:
        screen.line()
        for source in sources:
            _draw_source(screen, source)


def draw_quote(screen: "Screen", quote: Any, evidence: "list[Span]") -> None:
    """Draws one quote whole, its evidence highlighted; where nothing can be highlighted, between brackets."""
    screen.line(Text.assemble((quote["id"], "cyan"), "  ", (quote["official_name"], "bold"), f", {quote['title']}"))
    _indented(screen, Text.assemble("“", highlighted(quote["text"], evidence, screen.styled), "”"))
    if quote["note"]:
        _indented(screen, Text(f"Note: {quote['note']}", style="dim"))


def draw_region(screen: "Screen", profile: dict[str, Any], whole: bool, layout: str) -> None:
    """Draws what is about a region and what its leaders said, each part under its heading.

    In a `whole` profile figures that stand in its trade rows are not repeated.
    """
    region = profile.get("region")
    if region:
        names = " · ".join(filter(None, (region["names"]["ru"], region["names"]["zh"])))
        capital = f", capital {region['capital']}" if region["capital"] else ""
        screen.line(Text.assemble((region["name"], "bold"), "  ", (names, "")))
        country = COUNTRIES[region["country"]]
        screen.line(Text(f"{region['code']}, {amounts.spaced(region['kind'])} of {country}{capital}", style="dim"))
    for official in profile.get("officials", []):
        titles = "; ".join(official["titles"])
        screen.line(Text.assemble((official["id"], "cyan"), "  ", (official["name"], "bold"), f", {titles}"))
    speakers = {official["name"] for official in profile.get("officials", [])}
    known = frozenset([region["name"], *(speakers if len(speakers) == 1 else ())] if region else [])
    in_trade = {key for row in profile.get("trade", []) for key in row["figures"]} if whole else set()
    _draw_parts(screen, profile, known, in_trade, _quotes_by_topic, layout)


def draw_official(screen: "Screen", profile: dict[str, Any]) -> None:
    """Draws an official and what was said, each part under its heading."""
    official = profile.get("official")
    if official:
        names = " · ".join(filter(None, (official["names"]["ru"], official["names"]["zh"])))
        screen.line(Text.assemble((official["name"], "bold"), "  ", (names, "")))
        screen.line(Text("; ".join(official["titles"])))
        if official["note"]:
            screen.line(Text(f"Note: {official['note']}", style="dim"))
    _draw_parts(screen, profile, frozenset([official["name"]] if official else []), set(), _whole_quotes, "")


def _quotes_by_topic(screen: "Screen", quotes: list[Any]) -> None:
    for quote in quotes:
        topics = ", ".join(map(amounts.spaced, quote["topics"]))
        _listed(screen, quote["id"], f"{quote['official_name']} on {topics}")


def _whole_quotes(screen: "Screen", quotes: list[Any]) -> None:
    for position, quote in enumerate(quotes):
        if position:
            screen.line()
        draw_quote(screen, quote, [])


def _draw_parts(
    screen: "Screen",
    profile: dict[str, Any],
    known: frozenset[str],
    in_trade: set[str],
    draw_said: "Callable[[Screen, list[Any]], None]",
    layout: str,
) -> None:
    """Draws the lists of a profile in its order; figures that stand in its trade rows are not repeated."""
    for part, records in profile.items():
        # Who a profile is of, and a region's officials, stand at its head.
        if part in ("region", "official", "officials"):
            continue
        heading = HEADINGS.get(part, part.capitalize())
        if part == "figures" and in_trade:
            heading, records = "Other figures", [one for one in records if one["id"] not in in_trade]
        if _under_heading(screen, heading, records):
            if part == "quotes":
                draw_said(screen, records)
            else:
                draw_records(screen, part_layout(part, layout), records, known=known)


def _under_heading(screen: "Screen", heading: str, records: list[Any]) -> bool:
    """Draws a heading over records, apart from what stands above; nothing for none. Tells whether there are any."""
    if records:
        screen.part()
        screen.line(Text(heading, style="bold underline"))
    return bool(records)


def draw_record(
    screen: "Screen", layout: str, record: dict[str, Any], fields: tuple[str, ...], background: "Background | None"
) -> None:
    """Draws one record line by line, then the whole quote with the words that the record rests on."""
    words = None if fields else background
    if layout != "quote" or fields:
        for title, said in details_of(layout, record, fields):
            _listed(screen, f"{title}:", said, "dim")
    if layout == "computed" and not fields:
        _draw_chain(screen, record["chain"])
    if words is None:
        return
    screen.part()
    draw_quote(screen, words.quote, spans_in_quote(layout, record, words))
    if layout == "quote":
        _draw_quote_context(screen, words)
    screen.part()
    _draw_source(screen, words.source)


def _draw_chain(screen: "Screen", chain: list[Any]) -> None:
    """Draws what a computed value rests on, each with its words or its publisher."""
    for link in chain:
        screen.part()
        screen.line(Text.assemble((link["id"] or "rate", "cyan"), "  ", (link["says"], "bold")))
        if link["words"]:
            _indented(screen, Text(f"“{link['words']}”"))
        _indented(screen, Text(f"{link['by']}, {link['address']}", style="dim"))
        if link["note"]:
            _indented(screen, Text(f"Note: {link['note']}", style="dim"))


def _draw_quote_context(screen: "Screen", background: "Background") -> None:
    screen.line()
    for key, words in facts_of(background):
        _listed(screen, key, words)
    screen.line(Text(f"Section: {background.quote['section']}", style="dim"))


def _draw_source(screen: "Screen", source: "Source") -> None:
    published = wording.dated(source["published"], source["published_inferred"])
    words = f"Source: “{source['title']}”, {source['publisher']}, {published}, {source['address']}"
    screen.line(Text(words, style="dim"))


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
