"""The energy flow: carriers at the left, sectors at the right, between them bands as thick as what flows.

Bands are a tint of their carrier's colour with an edge in the full colour; thin ones lie on top of thick ones.
"""

from collections.abc import Mapping
from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.patches import Rectangle
from matplotlib.path import Path

from kbdesk.charts.data import FlowBand
from kbdesk.charts.data import FlowChart
from kbdesk.charts.data import FlowNode
from kbdesk.charts.draw.sheet import Sheet
from kbdesk.charts.draw.stacks import weak_look
from kbdesk.charts.spreading import spread
from kbdesk.charts.style import PATTERNS
from kbdesk.charts.style import blended

_NODE = 1.1
"""The width of a node in letters."""
_GAP = 1.1
"""The least distance of nodes above one another in lines."""
_MOST_GAPS = 0.35
"""The share of the height that the distances may take."""
_LABEL_SHARE = 0.24
_LABEL_SCALES = (0.92, 0.84, 0.76, 0.68, 0.62)
_LABEL_LINES = 1.08
_TINT = 0.42
_MOVED = 0.6
"""A label further from the middle of its node than this share of a letter is joined to it by a hair line."""
_LEAST = 0.8
"""The height of a node [pt] that would be too low to be seen."""

_CURVE = (Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY)


class _Span(NamedTuple):
    """Where a node or the end of a band lies [pt]."""

    bottom: float
    top: float

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2


class _Labels(NamedTuple):
    """The labels of one side in the scale in which they all fit."""

    texts: tuple[str, ...]
    scale: float
    width: float


def draw_flow(data: FlowChart, sheet: Sheet) -> None:
    """Draw bands, nodes and labels."""
    if data.weak_label:
        swatch = Rectangle((0.0, 0.0), 1.0, 1.0)
        swatch.set(**weak_look(sheet.palette, sheet.palette.muted))
        sheet.write_key([(swatch, data.weak_label)])
    sheet.write_top(data.y_label, 0.88, color=sheet.palette.muted)
    sheet.top -= 0.3 * sheet.size
    room = _Span(sheet.bottom + 0.3 * sheet.size, max(sheet.top, sheet.bottom + sheet.size))
    sources, uses = (_labels(sheet, nodes, room.top - room.bottom) for nodes in (data.carriers, data.sectors))
    axes = sheet.plain_axes()
    left = sheet.left + sources.width + 1.4 * sheet.size
    right = sheet.right - uses.width - 1.4 * sheet.size
    scale = _scale(data, sheet, room)
    starts, ends = (_stacked(nodes, scale, room) for nodes in (data.carriers, data.sectors))
    colours = {node.id: sheet.palette.classes[node.colour or 0] for node in data.carriers}
    wide = _NODE * sheet.size
    _bands(data, sheet, axes, _Places(left + wide, right - wide, scale, starts, ends, colours))
    for nodes, x, spans, column in ((data.carriers, left, starts, 0), (data.sectors, right - wide, ends, 2)):
        for number, node in enumerate(nodes):
            span = spans[node.id]
            _node(sheet, axes, x, span, node)
            sheet.note(number, column, x, span.bottom, x + wide, span.top)
    _write(sheet, sources, [starts[n.id] for n in data.carriers], left, -1, room)
    _write(sheet, uses, [ends[n.id] for n in data.sectors], right, 1, room)


class _Places(NamedTuple):
    """From where to where bands run, how thick a MWh is [pt], and where each node stands."""

    left: float
    right: float
    scale: float
    starts: Mapping[str, _Span]
    ends: Mapping[str, _Span]
    colours: Mapping[str, str]


def _labels(sheet: Sheet, nodes: Sequence[FlowNode], room: float) -> _Labels:
    """Name, amount and share in the largest type in which all are below one another; at worst name and share only."""
    wide = _LABEL_SHARE * sheet.width
    for form in (_long, _short):
        for scale in _LABEL_SCALES:
            texts = tuple(form(sheet, node, wide, scale) for node in nodes)
            if sum(_height(sheet, text, scale) for text in texts) <= room:
                break
        else:
            continue
        break
    return _Labels(texts, scale, max(sheet.width_of(text, scale) for text in texts))


def _long(sheet: Sheet, node: FlowNode, wide: float, scale: float) -> str:
    return f"{sheet.wrapped(node.label, wide, scale)}\n{node.amount_label} · {node.share_label}"


def _short(sheet: Sheet, node: FlowNode, wide: float, scale: float) -> str:
    return sheet.wrapped(f"{node.label} {node.share_label}", wide, scale)


def _height(sheet: Sheet, text: str, scale: float) -> float:
    return sheet.line(scale) * (text.count("\n") + 1) * _LABEL_LINES


def _scale(data: FlowChart, sheet: Sheet, room: _Span) -> float:
    """How many points a MWh is high, so that both sides fit."""
    height = room.top - room.bottom
    most = max(len(data.carriers), len(data.sectors))
    gaps = min((most - 1) * _GAP * sheet.line(), _MOST_GAPS * height)
    return (height - gaps) / sum(node.value for node in data.carriers)


def _stacked(nodes: Sequence[FlowNode], scale: float, room: _Span) -> dict[str, _Span]:
    """The nodes of one side from the bottom up, with even distances over the whole height."""
    free = room.top - room.bottom - scale * sum(node.value for node in nodes)
    gap = free / (len(nodes) - 1) if len(nodes) > 1 else 0.0
    places: dict[str, _Span] = {}
    bottom = room.bottom if len(nodes) > 1 else room.bottom + free / 2
    for node in nodes:
        places[node.id] = _Span(bottom, bottom + scale * node.value)
        bottom += scale * node.value + gap
    return places


def _bands(data: FlowChart, sheet: Sheet, axes: Axes, places: _Places) -> None:
    starts = _ends(data.bands, places.starts, places.scale, of_carrier=True)
    ends = _ends(data.bands, places.ends, places.scale, of_carrier=False)
    largest_first = sorted(zip(data.bands, starts, ends, strict=True), key=lambda each: -each[0].value)
    background = sheet.palette.background
    across = (places.left + places.right) / 2
    for number, (band, start, end) in enumerate(zip(data.bands, starts, ends, strict=True)):
        half, middle = places.scale * band.value / 2, (start.middle + end.middle) / 2
        sheet.note(number, 1, across - sheet.size, middle - half, across + sheet.size, middle + half)
    for band, start, end in largest_first:
        colour = places.colours[band.carrier]
        sure = places.scale * (band.value - band.weak)
        look = {"facecolor": blended(colour, background, _TINT), "edgecolor": colour, "linewidth": 0.8}
        _paint(axes, places, start, end, look, f"{band.carrier} {band.sector}")
        if band.weak:
            weak = {**weak_look(sheet.palette, colour), "linewidth": 0.8}
            hatched = (start._replace(bottom=start.bottom + sure), end._replace(bottom=end.bottom + sure))
            _paint(axes, places, *hatched, weak, f"{band.carrier} {band.sector} weak")


def _ends(bands: Sequence[FlowBand], nodes: Mapping[str, _Span], scale: float, *, of_carrier: bool) -> list[_Span]:
    """Where each band leaves its carrier or arrives at its sector; bands are in the order of both."""
    used: dict[str, float] = {}
    spans = []
    for band in bands:
        node = band.carrier if of_carrier else band.sector
        bottom = used.get(node, nodes[node].bottom)
        used[node] = bottom + scale * band.value
        spans.append(_Span(bottom, used[node]))
    return spans


def _paint(axes: Axes, places: _Places, start: _Span, end: _Span, look: dict[str, object], name: str) -> None:
    left, right = places.left, places.right
    middle = (left + right) / 2
    corners = (
        (left, start.top),
        (middle, start.top),
        (middle, end.top),
        (right, end.top),
        (right, end.bottom),
        (middle, end.bottom),
        (middle, start.bottom),
        (left, start.bottom),
        (left, start.top),
    )
    patch = PathPatch(Path(corners, _CURVE))
    patch.set(gid=name, zorder=2, joinstyle="round", **look)
    axes.add_artist(patch)


def _node(sheet: Sheet, axes: Axes, left: float, span: _Span, node: FlowNode) -> None:
    palette = sheet.palette
    high = max(span.top - span.bottom, _LEAST)
    patch = Rectangle((left, span.middle - high / 2), _NODE * sheet.size, high)
    colour = palette.muted if node.colour is None else palette.classes[node.colour]
    hatch = PATTERNS[node.colour] or None if node.colour is not None else None
    patch.set(facecolor=colour, linewidth=0.0, hatch=hatch, hatchcolor=palette.background, gid=node.id, zorder=3)
    axes.add_artist(patch)


def _write(sheet: Sheet, labels: _Labels, spans: Sequence[_Span], edge: float, side: int, room: _Span) -> None:
    """The labels beside their nodes, at the left (-1) or right (1), moved apart where they would overlap."""
    heights = [_height(sheet, text, labels.scale) for text in labels.texts]
    middles = [span.middle for span in spans]
    places = spread(middles, heights, sheet.bottom, room.top + 0.3 * sheet.size)
    for text, middle, place in zip(labels.texts, middles, places, strict=True):
        x = edge + side * 1.0 * sheet.size
        across = "right" if side < 0 else "left"
        sheet.write(x, place, text, labels.scale, va="center", ha=across, multialignment=across)
        if abs(place - middle) > _MOVED * sheet.size:
            _hair_line(sheet, (edge + side * 0.15 * sheet.size, x - side * 0.2 * sheet.size), (middle, place))


def _hair_line(sheet: Sheet, across: tuple[float, float], heights: tuple[float, float]) -> None:
    line = Line2D(
        [x / sheet.width for x in across],
        [y / sheet.height for y in heights],
        color=sheet.palette.muted,
        linewidth=0.7,
    )
    line.set_transform(sheet.figure.transFigure)
    sheet.figure.add_artist(line)
