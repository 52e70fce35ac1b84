from collections.abc import Callable

import pytest
from matplotlib.colors import to_hex
from matplotlib.font_manager import findfont
from matplotlib.ft2font import FT2Font

from kbdesk.charts.compute import CHART_KINDS
from kbdesk.charts.compute import compute_chart
from kbdesk.charts.draw import draw_chart
from kbdesk.charts.style import SHIPPED_FONT
from kbdesk.charts.style import ChartStyle
from kbdesk.charts.style import Theme
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import Municipality
from tests.builders import entry
from tests.builders import inventory
from tests.builders import minimal_inventory
from tests.builders import typical_inventory
from tests.charts.draw.drawn import drawn
from tests.charts.draw.drawn import outside
from tests.charts.draw.drawn import overlaps
from tests.charts.draw.drawn import texts_of
from tests.charts.draw.drawn import words_of
from tests.charts.examples import bielefeld
from tests.charts.examples import chart
from tests.charts.examples import largest
from tests.charts.examples import mixed
from tests.charts.examples import muenster
from tests.charts.examples import request
from tests.charts.examples import texts
from tests.charts.examples import thirty_five_years

KINDS = pytest.mark.parametrize("kind", CHART_KINDS)
EXAMPLES: dict[str, Callable[[], Inventory]] = {
    "minimal": minimal_inventory,
    "mixed": mixed,
    "bielefeld": bielefeld,
    "muenster": muenster,
    "thirty_five_years": thirty_five_years,
    "largest": largest,
}
SIZES = {"small": (5.4, 3.4), "ordinary": (9.5, 5.9)}


def drawable(kind: str) -> Inventory:
    """An inventory that has something to show: Münster has published nothing of its own facilities."""
    return typical_inventory() if kind == "control" else muenster()


@KINDS
def test_that_finding_title_unit_notes_and_source_are_on_the_picture(kind: str) -> None:
    found = chart(kind, mixed() if kind != "windows" else muenster())
    words = words_of(drawn(found))
    for text in (found.sentence, found.title, found.y_label, " ".join(found.notes), found.footer):
        assert text.replace("CO2", "CO₂").replace("\u00a0", " ") in words


@KINDS
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_that_no_texts_overlap_and_none_is_cut_off(kind: str, name: str, size: tuple[float, float]) -> None:
    figure = drawn(chart(kind, EXAMPLES[name]()), size=size)
    assert overlaps(figure) == []
    assert outside(figure) == []


@KINDS
@pytest.mark.parametrize("name", EXAMPLES)
def test_that_half_as_long_again_texts_fit(kind: str, name: str) -> None:
    figure = drawn(compute_chart(kind, request(EXAMPLES[name]()), texts("de", stretched=True)))
    assert overlaps(figure) == []
    assert outside(figure) == []


@KINDS
@pytest.mark.parametrize("name", ["mixed", "thirty_five_years"])
def test_that_type_of_twice_the_size_fits(kind: str, name: str) -> None:
    figure = drawn(chart(kind, EXAMPLES[name]()), ChartStyle(scale=2.0), size=(13.0, 8.0))
    assert overlaps(figure) == []
    assert outside(figure) == []


@KINDS
def test_that_every_sign_is_in_the_shipped_font(kind: str) -> None:
    font = FT2Font(findfont(SHIPPED_FONT))
    for of in (muenster(), mixed(), bielefeld()):
        signs = {sign for text in words_of(drawn(chart(kind, of))) for sign in text}
        assert [sign for sign in signs if not font.get_char_index(ord(sign))] == []


@KINDS
def test_that_an_empty_chart_is_a_sentence_on_a_quiet_field(kind: str) -> None:
    figure = drawn(chart(kind, inventory()))
    assert figure.axes == []
    assert "There are no emissions to show yet: they appear with the first values." in words_of(figure)


@KINDS
@pytest.mark.parametrize("theme", Theme)
def test_that_the_theme_colours_background_and_text(kind: str, theme: Theme) -> None:
    style = ChartStyle(theme)
    figure = drawn(chart(kind, drawable(kind)), style)
    assert to_hex(figure.get_facecolor()).upper() == style.palette.background
    (headline,) = [text for text in texts_of(figure) if text.get_text().startswith("20")][:1]
    assert to_hex(headline.get_color()).upper() == style.palette.text


@KINDS
def test_that_drawing_again_replaces_what_was_there(kind: str) -> None:
    figure = drawn(chart(kind, thirty_five_years()))
    draw_chart(chart(kind, drawable(kind)), figure, ChartStyle())
    assert len(figure.axes) == 1
    assert not any("Römerberg" in text for text in words_of(figure))


@KINDS
def test_that_there_is_one_value_axis(kind: str) -> None:
    assert len(drawn(chart(kind, drawable(kind))).axes) == 1


def test_that_a_name_is_never_read_as_a_formula() -> None:
    name = "Bad $x^2$ an der $y"
    of = inventory(
        [entry(2020, "residential", "natural_gas", "9000")],
        municipality=Municipality("DE", name, "", 1990, "bisko", "de"),
        population={2020: 1000},
    )
    figure = drawn(chart("per-inhabitant", of))
    assert f"Emissions per inhabitant: {name}" in words_of(figure)
    assert not any(text.get_parse_math() for text in texts_of(figure))


def test_that_a_font_this_machine_lacks_is_replaced_silently() -> None:
    figure = drawn(chart("per-inhabitant", muenster()), ChartStyle(font="No Such Font"))
    assert words_of(figure)
