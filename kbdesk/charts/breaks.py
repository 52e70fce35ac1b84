"""Breaks in the series, said in every chart over years: a note each, a mark at their place, windows in words."""

from collections.abc import Sequence
from dataclasses import replace

from kbdesk.charts.classes import own_scheme
from kbdesk.charts.data import BreakMark
from kbdesk.charts.data import Chart
from kbdesk.charts.data import LineChart
from kbdesk.charts.data import Quantity
from kbdesk.charts.data import ShareBars
from kbdesk.charts.data import SmallMultiples
from kbdesk.charts.data import StackBar
from kbdesk.charts.data import StackedBars
from kbdesk.charts.data import WindowBar
from kbdesk.charts.data import WindowBars
from kbdesk.models.breaks import Break
from kbdesk.models.breaks import breaks_between
from kbdesk.texts.break_texts import across_breaks
from kbdesk.texts.break_texts import break_sentences
from kbdesk.texts.texts import Texts

_GAP = 0.35
"""The room a break adds between two bars."""
_HIGH = 0.45
"""Below this share of the axis a line leaves room above it for the label of a break."""
_NEAR = 4
"""How many years beside a break its label reaches over."""


def with_breaks(chart: Chart, breaks: Sequence[Break], texts: Texts) -> Chart:
    """The chart with the breaks between the years it shows; unchanged where there are none."""
    match chart:
        case LineChart():
            return _line(chart, breaks, texts)
        case StackedBars():
            return _stack(chart, breaks, texts)
        case WindowBars():
            return _windows(chart, breaks, texts)
        case ShareBars():
            return _share(chart, breaks, texts)
        case SmallMultiples():
            return _multiples(chart, breaks, texts)
    return chart


def break_notes(breaks: Sequence[Break], texts: Texts) -> tuple[str, ...]:
    """One sentence for each break; breaks of which the same is said have one together."""
    return tuple(break_sentences(breaks, texts))


def _line(chart: LineChart, breaks: Sequence[Break], texts: Texts) -> LineChart:
    years = [point.year for point in chart.points]
    shown = _between(breaks, years)
    places = dict.fromkeys(each.year - 0.5 for each in shown)
    marks = tuple(BreakMark(at, texts.tr("break"), low=_is_high(chart, at)) for at in places)
    return replace(chart, breaks=marks, notes=_notes(chart, shown, texts), alt_text=_alt_text(chart, shown, texts))


def _is_high(chart: LineChart, at: float) -> bool:
    """Whether the line runs where the label would stand at the top."""
    near = [point.value for point in chart.points if abs(point.year - at) <= _NEAR]
    return bool(near) and max(near) > _HIGH * chart.axis.high


def _stack(chart: StackedBars, breaks: Sequence[Break], texts: Texts) -> StackedBars:
    shown = _between(breaks, [bar.year for bar in chart.bars])
    bars, marks = list[StackBar](), dict[float, BreakMark]()
    shift = 0.0
    for bar in chart.bars:
        if bars and any(bars[-1].year < each.year <= bar.year for each in shown):
            shift += _GAP
            at = (bars[-1].place + bar.place + shift) / 2
            marks[at] = BreakMark(at, texts.tr("break"), low=True)
        bars.append(bar._replace(place=bar.place + shift))
    return replace(
        chart,
        bars=tuple(bars),
        breaks=tuple(marks.values()),
        notes=_notes(chart, shown, texts),
        alt_text=_alt_text(chart, shown, texts),
    )


def _share(chart: ShareBars, breaks: Sequence[Break], texts: Texts) -> ShareBars:
    """Only what concerns everything or own facilities."""
    own = own_scheme().of
    stack = _stack(chart.stack, [each for each in breaks if not each.sector or each.sector in own], texts)
    return replace(chart, stack=stack, notes=stack.notes, alt_text=stack.alt_text)


def _windows(chart: WindowBars, breaks: Sequence[Break], texts: Texts) -> WindowBars:
    """A window across a break says so beside its verdict."""
    bars, rows, shown = list[WindowBar](), list[tuple[str | Quantity, ...]](), dict[Break, None]()
    for bar, row in zip(chart.bars, chart.cells, strict=True):
        shown |= dict.fromkeys(breaks_between(breaks, bar.from_year, bar.to_year))
        verdict = across_breaks(bar.verdict, breaks, (bar.from_year, bar.to_year), texts)
        bars.append(bar._replace(verdict=verdict))
        rows.append((*row[:-1], verdict))
    said = tuple(shown)
    return replace(
        chart,
        bars=tuple(bars),
        cells=tuple(rows),
        notes=_notes(chart, said, texts),
        alt_text=_alt_text(chart, said, texts),
    )


def _multiples(chart: SmallMultiples, breaks: Sequence[Break], texts: Texts) -> SmallMultiples:
    """Said in words only: the panels are too small for one more mark."""
    shown = _between(breaks, [point.year for panel in chart.panels for point in panel.points])
    return replace(chart, notes=_notes(chart, shown, texts), alt_text=_alt_text(chart, shown, texts))


def _between(breaks: Sequence[Break], years: Sequence[int]) -> tuple[Break, ...]:
    return breaks_between(breaks, min(years), max(years)) if years else ()


def _notes(chart: Chart, shown: Sequence[Break], texts: Texts) -> tuple[str, ...]:
    return (*chart.notes, *break_notes(shown, texts))


def _alt_text(chart: Chart, shown: Sequence[Break], texts: Texts) -> str:
    return " ".join((chart.alt_text, *break_notes(shown, texts)))
