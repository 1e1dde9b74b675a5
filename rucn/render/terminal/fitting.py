"""How wide the columns of a table are set in a window, and which there is room for.

A wider window never makes a table taller. Columns begin as narrow as their longest words let them, and grow step by
step, each time the one whose growth saves most lines for its room. The order of these steps is the same for all
windows; there are two, of which one counts lines and the other tall rows. A window takes the steps that it has room
for, or those of a narrower one, whatever makes the lowest table. What room is left goes to what makes no row taller:
names in full, and further columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len

from rucn.render.answer import Record
from rucn.render.said import Said
from rucn.render.tables import Cells
from rucn.render.views.view import Column

GAP = 2
# Every window that is promised a table has it; in one that is wider only a table that is not taller than a list.
NARROWEST_WINDOW = 40
# No column grows wider to save a line.
WIDEST = 200
# What is cut is left as wide as this.
SHORTEST_CUT = 11
# A line that is saved in one cell counts so much beside one that is saved in the whole table.
IN_A_CELL = 0.3

Wrap = Callable[[str, int], str]
Weigh = Callable[[list[int]], int]
Narrowest = Callable[[Column[Record], list[Said]], int]


class Fitted(NamedTuple):
    """A table as it is set in a window: cells by column, how wide each column is, and how many lines that takes."""

    cells: Cells
    widths: list[int]
    height: int


class _Measured:
    """A column that is measured: how many lines its title and its cells take at a width."""

    def __init__(self, column: Column[Record], said: list[Said], narrowest: Narrowest, wrap: Wrap) -> None:
        self.column, self.said, self._wrap = column, said, wrap
        self._texts = [column.title, *map(str, said)]
        self._distinct = list(dict.fromkeys(self._texts))
        self.natural = max(map(cell_len, self._distinct))
        self.narrowest = narrowest(column, said)
        self.least = min(self.natural, SHORTEST_CUT)
        self.lines: Callable[[int], list[int]] = cache(self._lines)
        self.next_width: Callable[[int], int | None] = cache(self._next_width)

    def _lines(self, width: int) -> list[int]:
        taken = {text: self._wrap(text, width).count("\n") + 1 for text in self._distinct}
        return [taken[text] for text in self._texts]

    def _next_width(self, width: int) -> int | None:
        """The next width at which the column takes fewer lines; None where none does."""
        now = sum(self.lines(width))
        return next(
            (one for one in range(width + 1, min(self.natural, WIDEST) + 1) if sum(self.lines(one)) < now), None
        )

    def width_within(self, heights: Sequence[int]) -> int:
        """The least width at which no row is taller than these heights."""
        low, high = self.narrowest, self.natural
        while low < high:
            middle = (low + high) // 2
            if all(map(int.__le__, self.lines(middle), heights)):
                high = middle
            else:
                low = middle + 1
        return low


def fit(cells: Cells, short: Cells, width: int, narrowest: Narrowest, wrap: Wrap) -> Fitted | None:
    """The cells set in a window, in `short` where need be; None where even the longest words do not fit.

    Columns that may be left out are added, the most needed first, where no row gets taller by them.
    """
    measured = [_Measured(column, short.get(column, said), narrowest, wrap) for column, said in cells.items()]
    whole = [one for one in measured if not (one.column.extra or one.column.cut)]
    cut = [one for one in measured if one.column.cut and not one.column.extra]
    room = width - sum(GAP + one.least for one in cut) - GAP * (len(whole) - 1)
    widths = _lowest(whole, room)
    if widths is None:
        return None
    setting = _Setting(_heights(whole, widths), room - sum(widths))
    setting.set(whole, widths)
    for one in cut:
        setting.set([one], [one.least])
        setting.widen(one, min(one.natural, one.width_within(setting.heights)))
    # Names in full come before further columns, and these before what else is short.
    full = [_Measured(one.column, cells[one.column], narrowest, wrap) for one in whole if one.column in short]
    for one in full:
        if one.column.known is not None:
            setting.replace(one)
    for one in sorted((one for one in measured if one.column.extra), key=lambda one: one.column.extra):
        setting.add(one)
    for one in full:
        if one.column.known is None:
            setting.replace(one)
    shown = [one for one in measured if one.column in setting.chosen]
    return Fitted(
        {one.column: setting.chosen[one.column].said for one in shown},
        [setting.widths[one.column] for one in shown],
        _height(setting.heights),
    )


class _Setting:
    """Columns that are set in a window, how many lines their rows take, and what room is left."""

    def __init__(self, heights: list[int], room: int) -> None:
        self.heights, self.room = heights, room
        self.chosen: dict[Column[Record], _Measured] = {}
        self.widths: dict[Column[Record], int] = {}

    def set(self, columns: Sequence[_Measured], widths: Sequence[int]) -> None:
        """Sets columns, in room that was kept for them."""
        for one, width in zip(columns, widths, strict=True):
            self.chosen[one.column], self.widths[one.column] = one, width

    def widen(self, one: _Measured, wanted: int) -> None:
        """Widens a column to what is wanted, or as far as there is room."""
        more = max(0, min(self.room, wanted - self.widths[one.column]))
        self.widths[one.column] += more
        self.room -= more

    def replace(self, full: _Measured) -> None:
        """Sets the cells of a column in full where there is room for them, each in one line."""
        more = max(0, full.natural - self.widths[full.column])
        if more <= self.room:
            self.room -= more
            self.set([full], [self.widths[full.column] + more])

    def add(self, further: _Measured) -> None:
        """Adds a column where no row gets taller by it; one that may be cut takes what room there is."""
        wanted = further.width_within(self.heights)
        if further.column.cut:
            wanted = min(wanted, max(self.room - GAP, further.least))
        known = {sign for one in self.chosen.values() for said in one.said for sign in said.marks}
        # A sign that stands in no other column would need a line of its own.
        if wanted + GAP <= self.room and all(said.marks <= known for said in further.said):
            self.room -= wanted + GAP
            self.set([further], [wanted])


def _lowest(columns: list[_Measured], room: int) -> list[int] | None:
    """How wide columns are set in so much room or less, so that they take fewest lines.

    None where even the longest words do not fit.
    """
    narrowest = [one.narrowest for one in columns]
    if sum(narrowest) > room:
        return None
    orders = [_steps(columns, narrowest, weigh) for weigh in (_burden, _height)]
    rooms = range(room, sum(narrowest) - 1, -1)
    settings = dict.fromkeys(_taken(narrowest, steps, less) for steps in orders for less in rooms)
    return list(min(settings, key=lambda widths: _height(_heights(columns, widths))))


def _steps(columns: list[_Measured], widths: list[int], weigh: Weigh) -> list[tuple[int, int]]:
    """Which column grows to what width, step by step, from the narrowest to where none takes fewer lines."""
    steps, reached = [], list(widths)
    while step := _best_step(columns, reached, weigh):
        steps.append(step)
        reached[step[0]] = step[1]
    return steps


def _taken(widths: list[int], steps: list[tuple[int, int]], room: int) -> tuple[int, ...]:
    """The widths after the steps that there is room for; a column that misses one of its steps grows no more."""
    reached, left, ended = list(widths), room - sum(widths), set()
    for at, wider in steps:
        needed = wider - reached[at]
        if at in ended or needed > left:
            ended.add(at)
        else:
            reached[at], left = wider, left - needed
    return tuple(reached)


def _best_step(columns: list[_Measured], widths: list[int], weigh: Weigh) -> tuple[int, int] | None:
    """Which column is to grow, and how far: the one that saves most, as it is weighed, for the room that it takes."""
    now = weigh(_heights(columns, widths))
    best: tuple[float, int, int] | None = None
    for at, one in enumerate(columns):
        wider = one.next_width(widths[at])
        if wider is None:
            continue
        saved = now - weigh(_heights(columns, [*widths[:at], wider, *widths[at + 1 :]]))
        in_cells = sum(one.lines(widths[at])) - sum(one.lines(wider))
        worth = (saved + IN_A_CELL * in_cells) / (wider - widths[at])
        if best is None or worth > best[0]:
            best = worth, at, wider
    return best and best[1:]


def _heights(columns: list[_Measured], widths: Iterable[int]) -> list[int]:
    """How many lines the titles take, and each row."""
    lines = [one.lines(width) for one, width in zip(columns, widths, strict=True)]
    return list(map(max, zip(*lines, strict=True)))


def _height(heights: list[int]) -> int:
    """How many lines a table takes, with the rule under its titles and a blank line between rows that are tall."""
    return sum(heights) + 1 + sum(is_apart(*two) for two in pairwise(heights[1:]))


def _burden(heights: list[int]) -> int:
    """How hard a table is to read: one row of four lines is worse than two of two."""
    return sum(height * height for height in heights)


def is_apart(height: int, below: int) -> bool:
    """Whether a blank line stands between two rows of such heights."""
    return height > 1 and below > 1
