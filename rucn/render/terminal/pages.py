"""Pages for reading: quotes, profiles of regions and officials, one record with the words it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, cast

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rucn.model.measures import MEASURES
from rucn.model.vocabulary import EVENTS
from rucn.render.answer import PLAIN, Added, Record
from rucn.render.details import HEADINGS, details_of, facts_of, joined, spans_in_quote
from rucn.render.passages import opening, sentences_with
from rucn.render.said import join, say
from rucn.render.terminal.highlighting import highlight
from rucn.render.terminal.tables import draw_records
from rucn.render.views import view_of
from rucn.render.views.official import offices, other_names, titles, titles_in
from rucn.render.views.region import kind_line, names_line
from rucn.render.wording import (
    attributed,
    doubted_in,
    doubted_words,
    list_words,
    mark_legends,
    ranges,
    source_line,
    speaker_words,
)

if TYPE_CHECKING:
    from rucn.model.background import Background
    from rucn.model.records import (
        Computed,
        Figure,
        Link,
        Official,
        ProjectEvent,
        Quote,
        Reference,
        Region,
        Source,
        TradeRow,
    )
    from rucn.render.answer import Span, Where
    from rucn.render.said import Said
    from rucn.render.terminal.screen import Screen

READABLE = 96
# So many references are listed among other things; more are summed up.
FEW = 5


def draw_quotes(
    screen: Screen,
    quotes: Sequence[Quote],
    sources: tuple[Source, ...],
    where: Where | None,
    doubted: Mapping[str, Sequence[str]],
) -> None:
    """Draws quotes like a page, whole, under the headings of their source.

    Quotes that were searched for stand in the order of the search, without headings, and on a screen that can show it
    the words are highlighted `where` they stand.
    """
    for section, under in groupby(quotes, key=lambda quote: "" if where else quote["section"] or ""):
        screen.part()
        if section:
            screen.line(Text(section, style="bold"))
        for position, quote in enumerate(under):
            if section or position:
                screen.line()
            draw_quote(screen, quote, where(quote["text"]) if where and screen.styled else [], doubted)
    if quotes:
        screen.line()
        lines = [source_line(source) for source in sources]
        for line in lines:
            _draw_source(screen, line)
        doubts = (doubted_words(doubted.get(one["id"], ())) for one in quotes)
        _draw_legends(screen, [*lines, *doubts, *map(speaker_words, quotes)])


def draw_quote(
    screen: Screen, quote: Quote, evidence: list[Span], doubted: Mapping[str, Sequence[str]] | None = None
) -> None:
    """Draws one quote whole, its evidence highlighted; where nothing can be highlighted, between brackets.

    The speaker's own words stand between quotation marks, the source's without them.
    """
    title = str(speaker_words(quote)).removeprefix(quote["said_by"])
    screen.line(Text.assemble((quote["id"], "id"), "  ", (quote["said_by"], "bold"), title))
    _indented(screen, _between_marks(quote, highlight(quote["text"], evidence, screen.styled)))
    _draw_doubted(screen, quote, doubted or {})
    if quote["note"]:
        _indented(screen, Text(f"Note: {quote['note']}", style="dim"))


def _between_marks(quote: Quote, words: Text) -> Text:
    return words if quote["kind"] == "reported" else Text.assemble("“", words, "”")


def _draw_doubted(screen: Screen, quote: Quote, doubted: Mapping[str, Sequence[str]]) -> None:
    """Draws under a quote which of its numbers are doubted."""
    words = doubted_words(doubted.get(quote["id"], ()))
    if words.pieces:
        _indented(screen, Text(str(words)))


def draw_region(screen: Screen, profile: Record, whole: bool, added: Added) -> None:
    """Draws what is about a region and what its leaders said, each part under its heading.

    In a `whole` profile figures that stand in its trade rows are not repeated.
    """
    region = cast("Region | None", profile.get("region"))
    officials = cast("list[Official]", profile.get("officials", []))
    trade = cast("list[TradeRow]", profile.get("trade", []))
    if region:
        capital = f", capital {region['capital']}" if region["capital"] else ""
        screen.line(Text.assemble((region["name"], "bold"), "  ", (names_line(region), "")))
        screen.line(Text(f"{region['code']}, {kind_line(region)}{capital}", style="dim"))
    for official in officials:
        said = titles_in(official, region["code"]) if region else titles(official)
        screen.line(Text.assemble((official["id"], "id"), "  ", (official["name"], "bold"), f", {said}"))
    speakers = {official["name"] for official in officials}
    known = frozenset([region["name"], *(speakers if len(speakers) == 1 else ())] if region else [])
    in_trade = {key for row in trade for key in row["figures"]} if whole else set()
    _draw_parts(screen, "region_profile", profile, known, in_trade, added)


def draw_official(screen: Screen, profile: Record) -> None:
    """Draws an official and what was said, each part under its heading."""
    official = cast("Official | None", profile.get("official"))
    if official:
        names = (official["name"], "bold"), "  ", (" · ".join(other_names(official)), "")
        screen.line(Text.assemble((official["id"], "id"), "  ", *names))
        said = offices(official) or [say(titles(official))]
        for line in said:
            screen.line(Text(str(line)))
        if official["note"]:
            screen.line(Text(f"Note: {official['note']}", style="dim"))
        _draw_legends(screen, said)
    known = frozenset([official["name"]] if official else [])
    _draw_parts(screen, "official_profile", profile, known, set(), PLAIN)


def _draw_quotes_in_short(
    screen: Screen, quotes: Sequence[Quote], figures: Sequence[Figure], known: frozenset[str]
) -> None:
    """Draws of each quote who speaks on what, where the speaker is not `known`, and what its figures rest on."""
    for quote in quotes:
        speaker = None if quote["said_by"] in known else quote["said_by"]
        on = attributed(join(" on ", [speaker, list_words(quote["topics"])]), quote["kind"])
        _listed(screen, quote["id"], str(on))
        spans = joined((one["start"], one["end"]) for one in figures if one["quote"] == quote["id"])
        said, within = sentences_with(quote["text"], spans) if spans else opening(quote["text"])
        if said:
            _indented(screen, _between_marks(quote, highlight(said, within if screen.styled else [])))
        _draw_doubted(screen, quote, doubted_in(figures))
    _draw_legends(screen, [*map(doubted_words, doubted_in(figures).values()), *map(speaker_words, quotes)])


def _draw_whole_quotes(screen: Screen, quotes: Sequence[Quote], figures: Sequence[Figure]) -> None:
    for position, quote in enumerate(quotes):
        if position:
            screen.line()
        draw_quote(screen, quote, [], doubted_in(figures))
    _draw_legends(screen, [*map(doubted_words, doubted_in(figures).values()), *map(speaker_words, quotes)])


def _draw_references_in_short(screen: Screen, region: Region, references: Sequence[Reference]) -> None:
    """Draws of many references how many there are of what, and the command that lists them."""
    what = ", ".join(dict.fromkeys(MEASURES[one["measure"]].label for one in references))
    ids = ranges([one["id"] for one in references])
    screen.line(Text(f"{len(references)} references, on {what} ({ids}); rucn references {region['code']} lists them"))


def _draw_events_in_short(screen: Screen, region: Region, events: Sequence[ProjectEvent]) -> None:
    """Draws events of projects, each in a line, or where there are many which there are, and what shows them."""
    if len(events) > FEW:
        ids = ranges([one["id"] for one in events])
        line = (
            f"{len(events)} events of projects ({ids}); rucn compare {region['code']} sets them beside what is stated"
        )
        screen.line(Text(line))
        return
    for one in events:
        _listed(screen, one["id"], f"{one['subject']}: {EVENTS[one['event']]}, {one['date']} ({one['publisher']})")


def _draw_parts(
    screen: Screen,
    kind: str,
    profile: Record,
    known: frozenset[str],
    in_trade: set[str],
    added: Added,
) -> None:
    """Draws the lists of a profile in its order; figures that stand in its trade rows are not repeated.

    A window has quotes and long lists of references in short, a pipe has them whole.
    """
    parts = view_of(kind).parts
    region = cast("Region | None", profile.get("region"))
    figures = cast("list[Figure]", profile.get("figures", []))
    for part, value in profile.items():
        # Who a profile is of, and a region's officials, stand at its head.
        if part in ("region", "official", "officials"):
            continue
        heading, records = HEADINGS.get(part, part.capitalize()), cast("list[Record]", value)
        if part == "figures" and in_trade:
            heading, records = "Other figures", [one for one in records if one["id"] not in in_trade]
        # Under one heading stands in a window what others report.
        goes_on = part == "project_events" and screen.width is not None and profile.get("references")
        if bool(records) if goes_on else _under_heading(screen, heading, records):
            if part == "quotes":
                quotes = cast("list[Quote]", records)
                if screen.width is None or (kind == "official_profile" and not figures):
                    _draw_whole_quotes(screen, quotes, figures)
                else:
                    _draw_quotes_in_short(screen, quotes, figures, known)
            elif part == "references" and region and screen.width is not None and len(records) > FEW:
                _draw_references_in_short(screen, region, cast("list[Reference]", records))
            elif part == "project_events" and region and screen.width is not None:
                _draw_events_in_short(screen, region, cast("list[ProjectEvent]", records))
            else:
                draw_records(screen, parts[part], records, added, known=known)


def _under_heading(screen: Screen, heading: str, records: Sequence[Record]) -> bool:
    """Draws a heading over records, apart from what stands above; nothing for none. Tells whether there are any."""
    if records:
        screen.part()
        screen.line(Text(heading, style="bold underline"))
    return bool(records)


def draw_record(
    screen: Screen, kind: str, record: Record, fields: Sequence[str], background: Background | None
) -> None:
    """Draws one record line by line, then the whole quote with the words that the record rests on."""
    words = None if fields else background
    marked: list[Said] = []
    if kind != "quote" or fields:
        details = details_of(kind, record, fields)
        marked += [said for _, said in details]
        for title, said in details:
            _listed(screen, f"{title}:", str(said), "dim")
    if kind == "computed" and not fields:
        _draw_chain(screen, cast("Computed", record)["chain"])
    if words is not None:
        screen.part()
        draw_quote(screen, words.quote, spans_in_quote(kind, record, words))
        if kind == "quote":
            marked += _draw_quote_context(screen, words)
        screen.part()
        line = source_line(words.source)
        _draw_source(screen, line)
        marked += [line, speaker_words(words.quote)]
    _draw_legends(screen, marked)


def _draw_chain(screen: Screen, chain: Sequence[Link]) -> None:
    """Draws what a computed value rests on, each with its words or its publisher."""
    for link in chain:
        screen.part()
        screen.line(Text.assemble((link["id"] or "rate", "id"), "  ", (link["says"], "bold")))
        if link["words"]:
            _indented(screen, Text(f"“{link['words']}”"))
        _indented(screen, Text(f"{link['by']}, {link['address']}", style="dim"))
        if link["note"]:
            _indented(screen, Text(f"Note: {link['note']}", style="dim"))


def _draw_quote_context(screen: Screen, background: Background) -> list[Said]:
    """Draws what is stated in a quote, and gives it back for the marks in it."""
    screen.line()
    facts = facts_of(background)
    for key, words in facts:
        _listed(screen, key, str(words))
    if background.quote["section"]:
        screen.line(Text(f"Section: {background.quote['section']}", style="dim"))
    return [words for _, words in facts]


def _draw_source(screen: Screen, line: Said) -> None:
    screen.line(Text(f"Source: {line}", style="dim"))


def _draw_legends(screen: Screen, said: Sequence[Said]) -> None:
    """Draws what the marks mean that stand in what was said."""
    for legend in mark_legends(said):
        screen.line(Text(legend, style="dim"))


def _listed(screen: Screen, key: str, words: str, style: str = "id") -> None:
    """Draws an entry of a list, its further lines set in under its words."""
    entry = Table.grid(padding=(0, 2, 0, 0))
    entry.add_row(Text(key, style=style), Text(words, overflow="fold"))
    screen.line(entry)


def _indented(screen: Screen, text: Text) -> None:
    if screen.width is None:
        screen.line(Text.assemble("     ", text))
    elif screen.width < 2 * len("     ") + 30:
        screen.line(text)
    else:
        screen.line(Padding(text, (0, max(0, screen.width - READABLE), 0, 5)))
