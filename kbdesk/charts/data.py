"""What a chart shows, as plain records: numbers, labels, the finding in words, and the same as a table.

Nothing is drawn here and nothing is computed here. Every text is in the language of the reader already; every number
that is printed in the picture stands beside its value as a text.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from kbdesk.texts.numbers import Numbers


class Quantity(NamedTuple):
    """A number in a table, written with so many decimals; ``None`` is shown as a dash.

    A percentage is a change, with its sign, unless it is ``signed`` no more.
    """

    value: float | None
    decimals: int = 0
    percent: bool = False
    signed: bool = True

    def text(self, numbers: Numbers) -> str:
        """The number as the locale writes it."""
        if self.percent:
            return numbers.percent(self.value, self.decimals, signed=self.signed)
        return numbers.fixed(self.value, self.decimals)


class Table(NamedTuple):
    """A chart as a table for the window, a csv file and a screen reader."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Tick(NamedTuple):
    """One line of the value axis with its label."""

    value: float
    label: str


class Axis(NamedTuple):
    """The value axis: its ticks, among them zero, and its ends, beyond which no value or label lies."""

    ticks: tuple[Tick, ...]
    low: float
    high: float


class BreakMark(NamedTuple):
    """Where figures stop being comparable: a place on the axis, its word, and whether that stands at the bottom."""

    place: float
    label: str
    low: bool


@dataclass(frozen=True, kw_only=True)
class ChartWords:
    """What every chart says in words.

    ``sentence`` is the finding; ``title`` names what is shown and of whom; ``y_label`` names the quantity and its unit;
    ``notes`` say what the reader must know to read the picture rightly; ``footer`` names source, factors and date.
    """

    kind: str
    title: str
    sentence: str
    alt_text: str
    y_label: str
    notes: tuple[str, ...]
    footer: str
    axis: Axis
    header: tuple[str, ...]
    cells: tuple[tuple[str | Quantity, ...], ...]
    numbers: Numbers
    breaks: tuple[BreakMark, ...] = ()
    """The breaks in the series between the years shown."""

    def table(self) -> Table:
        """Header and rows of what the chart shows."""
        rows = tuple(tuple(c if isinstance(c, str) else c.text(self.numbers) for c in row) for row in self.cells)
        return Table(self.header, rows)


class Mark(StrEnum):
    """What a point of a line stands for: an own inventory, a published result, an incomplete year (a lower bound)."""

    OWN = "own"
    PUBLISHED = "published"
    INCOMPLETE = "incomplete"


class LinePoint(NamedTuple):
    """One support year on the line; ``label``, where not empty, is printed on the side away from the targets."""

    year: int
    value: float
    mark: Mark
    label: str = ""
    label_below: bool = False


class MarkName(NamedTuple):
    """A kind of point and what it is called."""

    mark: Mark
    label: str


class TargetLook(StrEnum):
    """How a target is drawn: a level for ever, the straight path to a reduction, the path of a rate."""

    LEVEL = "level"
    REDUCTION = "reduction"
    RATE = "rate"


class TargetLine(NamedTuple):
    """The path of one target with the label at its end."""

    look: TargetLook
    label: str
    points: tuple[tuple[int, float], ...]

    @property
    def end(self) -> tuple[int, float]:
        """Year and value at which the path ends."""
        return self.points[-1]


class SecondLine(NamedTuple):
    """A dashed line beside the first, with what it is; its points have marks and labels as the first line's have."""

    label: str
    points: tuple[LinePoint, ...]


class TrendLine(NamedTuple):
    """Where the series goes at the pace of its last years, dotted, with the label at its end: no target."""

    label: str
    points: tuple[tuple[float, float], ...]

    @property
    def end(self) -> tuple[float, float]:
        """Year and value at which the line ends."""
        return self.points[-1]


class Wedge(NamedTuple):
    """What is expected to be taken off a line: its edges by year, and the label at the end of the lower one."""

    label: str
    upper: tuple[tuple[int, float], ...]
    lower: tuple[tuple[int, float], ...]

    @property
    def points(self) -> tuple[tuple[int, float], ...]:
        """The line the label belongs to."""
        return self.lower

    @property
    def end(self) -> tuple[int, float]:
        """Year and value at which the lower edge ends."""
        return self.lower[-1]


@dataclass(frozen=True, kw_only=True)
class LineChart(ChartWords):
    """A line over the years with its targets. Years without figures have no mark; nothing is put in their place."""

    points: tuple[LinePoint, ...]
    marks: tuple[MarkName, ...]
    targets: tuple[TargetLine, ...]
    first_year: int
    last_year: int
    goal_area: float | None = None
    """The value below which the goal is met for ever, tinted; ``None`` where there is no such goal."""
    second: SecondLine | None = None
    """The same by another reckoning, dashed."""
    trend: TrendLine | None = None
    """What follows if nothing changes; ``None`` where too few years are known or nothing is aimed at."""
    wedge: Wedge | None = None
    """What measures are expected to take off; an expectation, never a result."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.points


class StackClass(NamedTuple):
    """One class of a stack: its place in the palette is the same in every chart of every municipality."""

    id: str
    label: str
    colour: int


class StackPart(NamedTuple):
    """The amount of one class in one year, and how much of it rests on start values or grade D."""

    class_id: str
    value: float
    weak: float = 0.0


class StackPiece(NamedTuple):
    """A part with where it begins, at the side of zero, and where it ends."""

    part: StackPart
    start: float
    end: float


class StackBar(NamedTuple):
    """One year: parts from the bottom up, and what no split is known for; ``place`` is its position on the axis."""

    year: int
    place: float
    parts: tuple[StackPart, ...]
    unsplit: float
    total: float
    total_label: str
    complete: bool
    published: bool

    @property
    def label(self) -> str:
        """What stands under the bar."""
        return str(self.year)

    @property
    def pieces(self) -> tuple[StackPiece, ...]:
        """The parts above one another; those with a wrong sign hang below zero."""
        found, up, down = [], 0.0, 0.0
        for part in self.parts:
            start = up if part.value >= 0 else down
            found.append(StackPiece(part, start, start + part.value))
            if part.value >= 0:
                up += part.value
            else:
                down += part.value
        return tuple(found)

    @property
    def split_top(self) -> float:
        """Where the parts end above and what is not split begins."""
        return sum(part.value for part in self.parts if part.value > 0)

    @property
    def top(self) -> float:
        """Where the bar ends above: at its total, unless parts hang below zero."""
        return self.split_top + max(self.unsplit, 0.0)

    @property
    def bottom(self) -> float:
        """Where the bar ends below: at zero, unless parts hang below it."""
        return sum(part.value for part in self.parts if part.value < 0)


@dataclass(frozen=True, kw_only=True)
class StackedBars(ChartWords):
    """Bars of some years, split into the same classes in the same order. The bars start at zero."""

    classes: tuple[StackClass, ...]
    bars: tuple[StackBar, ...]
    weak_label: str = ""
    """What the hatched parts are; empty where nothing is hatched."""
    unsplit_label: str = ""
    """What the open parts are; empty where there are none."""
    unit_t: float = 1.0
    """How many tonnes a unit of the axis is."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.bars


class WindowBar(NamedTuple):
    """The change over one window, scaled to five years (a share), and in words whether the goal was reached."""

    from_year: int
    to_year: int
    change: float
    met: bool
    change_label: str
    verdict: str

    @property
    def label(self) -> str:
        """The window as it stands under the bar."""
        return f"{self.from_year}–{self.to_year}"


@dataclass(frozen=True, kw_only=True)
class WindowBars(ChartWords):
    """One bar a five-year window, from zero, against the line of the goal."""

    bars: tuple[WindowBar, ...]
    goal: float
    goal_label: str

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.bars


class CauseBar(NamedTuple):
    """A total, from zero, or a cause, from the level before it to the level after it; ``real``: it is a change."""

    label: str
    start: float
    end: float
    size_label: str
    is_total: bool
    real: bool = True


@dataclass(frozen=True, kw_only=True)
class CauseBars(ChartWords):
    """The total of one year, what changed it, and the total of another year: each bar begins where the last ended."""

    bars: tuple[CauseBar, ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.bars


class FlowNode(NamedTuple):
    """An energy carrier or a sector with what flows out of it or into it [MWh]; sectors have no colour of their own."""

    id: str
    label: str
    value: float
    amount_label: str
    share_label: str
    colour: int | None = None


class FlowBand(NamedTuple):
    """What flows from a carrier to a sector [MWh], and how much of it rests on start values or grade D."""

    carrier: str
    sector: str
    value: float
    weak: float
    label: str


@dataclass(frozen=True, kw_only=True)
class FlowChart(ChartWords):
    """Final energy of one year from carriers to sectors, both from the bottom up; no flow is negative."""

    carriers: tuple[FlowNode, ...]
    sectors: tuple[FlowNode, ...]
    bands: tuple[FlowBand, ...]
    weak_label: str = ""
    """What the hatched parts are; empty where nothing is hatched."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.bands


class PanelPoint(NamedTuple):
    """One year in a panel; ``weak`` where most of it rests on start values or grade D, ``label`` where printed."""

    year: int
    value: float
    complete: bool
    weak: bool
    label: str = ""


class Panel(NamedTuple):
    """One energy carrier: runs of points, between which years of the inventory lack a value, and its value axis."""

    id: str
    label: str
    colour: int
    runs: tuple[tuple[PanelPoint, ...], ...]
    low: float
    high: float

    @property
    def points(self) -> tuple[PanelPoint, ...]:
        """All years with a value."""
        return tuple(point for run in self.runs for point in run)


@dataclass(frozen=True, kw_only=True)
class SmallMultiples(ChartWords):
    """One small line a carrier over the same years; ``same_scale`` where all panels have the same value axis."""

    panels: tuple[Panel, ...]
    first_year: int
    last_year: int
    same_scale: bool
    weak_label: str = ""
    """What open marks are; empty where there are none."""
    incomplete_label: str = ""
    """What triangles are; empty where there are none."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.panels


class RowPiece(NamedTuple):
    """A piece of a lying bar: its class, its length, how much of it rests on start values, the letters inside it."""

    class_id: str
    value: float
    weak: float = 0.0
    label: str = ""


class RowBar(NamedTuple):
    """A lying bar from zero with the words at its end; without pieces the words stand in its place."""

    pieces: tuple[RowPiece, ...]
    label: str

    @property
    def value(self) -> float:
        """The length of the whole bar."""
        return sum(piece.value for piece in self.pieces)


class BarRow(NamedTuple):
    """What lies in one row: bars below one another under one name; ``strong`` for the row of the whole."""

    label: str
    bars: tuple[RowBar, ...]
    strong: bool = False


@dataclass(frozen=True, kw_only=True)
class RowBars(ChartWords):
    """Lying bars, row by row from the top; the value axis is at the bottom."""

    classes: tuple[StackClass, ...]
    rows: tuple[BarRow, ...]
    end_header: str = ""
    """What the words at the ends of the bars are, where they are not the lengths of the bars."""
    weak_label: str = ""
    """What the hatched parts are; empty where nothing is hatched."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.rows


@dataclass(frozen=True, kw_only=True)
class ShareBars(ChartWords):
    """How small a part of the whole something is, as one lying bar on top, and below it what it is made of by years."""

    share: float | None
    share_label: str
    rest_label: str
    stack: StackedBars

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self.stack.empty


Chart = LineChart | StackedBars | WindowBars | CauseBars | FlowChart | SmallMultiples | RowBars | ShareBars
