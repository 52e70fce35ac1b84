"""The energy flow as it is drawn: bands as thick as what flows, in their carrier's colour, weak parts hatched."""

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.patches import Rectangle

from kbdesk.charts.compute import compute_chart
from kbdesk.charts.data import FlowChart
from kbdesk.charts.style import PALETTES
from kbdesk.charts.style import WEAK_PATTERN
from kbdesk.charts.style import ChartStyle
from kbdesk.charts.style import Theme
from kbdesk.models.inventory import Inventory
from tests.charts.draw.drawn import axes_of
from tests.charts.draw.drawn import drawn
from tests.charts.draw.drawn import texts_of
from tests.charts.draw.drawn import words_of
from tests.charts.examples import largest
from tests.charts.examples import mixed
from tests.charts.examples import muenster
from tests.charts.examples import request
from tests.charts.examples import texts


def flow(of: Inventory) -> FlowChart:
    found = compute_chart("flow", request(of), texts())
    assert isinstance(found, FlowChart)
    return found


def bands(figure: Figure) -> dict[str, PathPatch]:
    return {str(p.get_gid()): p for p in axes_of(figure).patches if isinstance(p, PathPatch)}


def nodes(figure: Figure) -> dict[str, Rectangle]:
    return {str(p.get_gid()): p for p in axes_of(figure).patches if isinstance(p, Rectangle)}


def thickness(band: PathPatch, *, at_start: bool) -> float:
    corners = np.asarray(band.get_path().vertices)
    x = corners[:, 0].min() if at_start else corners[:, 0].max()
    heights = corners[corners[:, 0] == x, 1]
    return float(heights.max() - heights.min())


def test_that_bands_are_as_thick_as_what_flows_at_both_ends() -> None:
    found = flow(muenster())
    drawn_bands = bands(drawn(found))
    points = {f"{b.carrier} {b.sector}": b.value for b in found.bands}
    scale = thickness(drawn_bands["gas unallocated"], at_start=True) / points["gas unallocated"]
    for name, value in points.items():
        for at_start in (True, False):
            assert thickness(drawn_bands[name], at_start=at_start) == pytest.approx(scale * value)


def test_that_nodes_are_as_high_as_their_bands_and_in_order() -> None:
    found = flow(largest())
    figure = drawn(found)
    drawn_nodes, drawn_bands = nodes(figure), bands(figure)
    for side in (found.carriers, found.sectors):
        bottoms = [drawn_nodes[node.id].get_y() for node in side if node.id != "other"]
        assert bottoms == sorted(bottoms)
    for sector in found.sectors:
        arriving = [thickness(b, at_start=False) for name, b in drawn_bands.items() if name.endswith(f" {sector.id}")]
        assert drawn_nodes[sector.id].get_height() == pytest.approx(sum(arriving))


@pytest.mark.parametrize("theme", Theme)
def test_that_a_band_has_the_edge_of_its_carrier_and_weak_parts_are_hatched(theme: Theme) -> None:
    found, palette = flow(mixed()), PALETTES[theme]
    drawn_bands = bands(drawn(found, ChartStyle(theme)))
    colours = {node.id: palette.classes[node.colour or 0] for node in found.carriers}
    for band in found.bands:
        assert to_hex(drawn_bands[f"{band.carrier} {band.sector}"].get_edgecolor()).upper() == colours[band.carrier]
    assert drawn_bands["oil households weak"].get_hatch() == WEAK_PATTERN
    assert "gas households weak" not in drawn_bands


def test_that_thin_bands_lie_on_thick_ones() -> None:
    order = [thickness(band, at_start=True) for band in bands(drawn(flow(largest()))).values()]
    assert order == sorted(order, reverse=True)


def test_that_every_node_is_labelled_with_amount_and_share_beside_it() -> None:
    found = flow(muenster())
    figure = drawn(found)
    words = words_of(figure)
    for node in (*found.carriers, *found.sectors):
        assert f"{node.label} {node.amount_label} · {node.share_label}".replace("\u00a0", " ") in words
    boxes = {text.get_text().split("\n")[0]: text.get_window_extent() for text in texts_of(figure)}
    low, high = (nodes(figure)[name].get_window_extent() for name in ("gas", "unallocated"))
    assert boxes["Natural gas"].x1 < low.x0
    assert boxes["Buildings, not allocated"].x0 > high.x1


def test_that_in_a_low_picture_labels_keep_name_and_share() -> None:
    words = words_of(drawn(flow(largest()), size=(5.4, 2.3)))
    assert "Electricity 6.6\u202f%" in words
