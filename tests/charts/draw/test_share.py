import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from kbdesk.charts.draw.share import OWN_COLOUR
from kbdesk.charts.style import PALETTES
from kbdesk.charts.style import ChartStyle
from kbdesk.charts.style import Theme
from tests.builders import typical_inventory
from tests.charts.draw.drawn import drawn
from tests.charts.draw.drawn import pieces
from tests.charts.draw.drawn import words_of
from tests.charts.examples import largest
from tests.charts.test_control import control


def strip(figure: Figure) -> dict[str, Rectangle]:
    found = (artist for artist in figure.findobj(Rectangle) if isinstance(artist, Rectangle))
    return {str(artist.get_gid()): artist for artist in found if artist.get_gid() in ("own", "rest")}


@pytest.mark.parametrize("theme", Theme)
def test_that_the_part_is_to_scale_within_the_whole(theme: Theme) -> None:
    found = control(typical_inventory())
    bars = strip(drawn(found, ChartStyle(theme)))
    assert bars["own"].get_width() / bars["rest"].get_width() == pytest.approx(found.share)
    assert bars["own"].get_x() == bars["rest"].get_x()
    assert to_hex(bars["own"].get_facecolor()).upper() == PALETTES[theme].classes[OWN_COLOUR]


def test_that_both_parts_are_labelled_and_the_kinds_stand_below() -> None:
    figure = drawn(control(typical_inventory()))
    assert {"Own facilities: 1.8\u202f%", "Everybody else: 98.2\u202f%", "Street lighting"} <= set(words_of(figure))
    assert len(list(pieces(figure, "buildings"))) == 2


def test_that_a_share_that_cannot_be_said_is_not_drawn() -> None:
    figure = drawn(control(largest()))
    assert strip(figure) == {}
    assert len(list(pieces(figure, "fleet"))) == 12
