"""What a picture shows, whatever it is drawn with: groups of bars that may be compared with each other.

A group holds values of one measure, unit and scope; what differs in one of these stands in another. An amount of a part
of a year is drawn thin in a series with those of whole years. Groups of one kind share a scale.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from rucn.render.said import Mark, Said

# Whose a value is: what is stated is not drawn like what is computed, or reported by others.
Fill = Literal["stated", "computed", "reported", "converted"]
FILLS: dict[Fill, str] = {
    "stated": "stated",
    "computed": "computed",
    "reported": "reported by others",
    "converted": "reported by others, converted",
}
NOTHING = "There is nothing to draw: no value that can be set beside another."
HEDGED = "hedged: not so exact"
PART_OF_A_YEAR = "of a part of a year, whosever it is"


class Bar(NamedTuple):
    """One value: its label, its size in the unit of its group, how it is written, whose it is, and its hedge.

    It is `thin` where it is an amount of a part of a year. `marks` follow the label, however that is cut;
    `in_label` are those within it.
    """

    label: str
    value: float
    written: str
    fill: Fill
    qualifier: str | None = None
    thin: bool = False
    marks: Said = Said()
    in_label: frozenset[Mark] = frozenset()

    @property
    def name(self) -> str:
        """The label with its marks."""
        return f"{self.label}{self.marks}"


class Line(NamedTuple):
    """A series over time: a value or none for each of the periods from the first to the last."""

    first: str
    last: str
    values: tuple[float | None, ...]


class Group(NamedTuple):
    """Bars that may be compared with each other, under a title that says what they are of; and a line of them.

    Groups of one `kind` and unit are drawn to one scale, those of countries apart from those of regions. `periods` are
    those that are written in it.
    """

    title: Said
    unit: str
    kind: str
    bars: tuple[Bar, ...]
    line: Line | None = None
    of_a_country: bool = False
    periods: tuple[str | None, ...] = ()

    @property
    def marks(self) -> frozenset[Mark]:
        """The marks that stand in its title and at its bars."""
        return self.title.marks.union(*(bar.marks.marks | bar.in_label for bar in self.bars))

    @property
    def scale(self) -> tuple[str, str, bool]:
        """What groups that are drawn to one scale have in common."""
        return self.kind, self.unit, self.of_a_country


class Chart(NamedTuple):
    """A picture: its groups, remarks on what is drawn and what is not, and whose numbers these are."""

    title: str
    groups: tuple[Group, ...]
    remarks: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def fills(self) -> list[Fill]:
        """The fills that occur, for the legend."""
        used = {bar.fill for group in self.groups for bar in group.bars}
        return [fill for fill in FILLS if fill in used]

    @property
    def hedged(self) -> bool:
        """Whether any bar is hedged, for the legend."""
        return any(bar.qualifier for group in self.groups for bar in group.bars)

    @property
    def thin(self) -> bool:
        """Whether any bar is of a part of a year, for the legend."""
        return any(bar.thin for group in self.groups for bar in group.bars)

    def scale_of(self, group: Group) -> tuple[float, float]:
        """The lowest and the highest value of a group and of those that share its scale, zero among them."""
        values = [bar.value for one in self.groups if one.scale == group.scale for bar in one.bars]
        return min(0.0, *values), max(0.0, *values)
