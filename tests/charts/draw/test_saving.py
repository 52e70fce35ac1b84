import pytest

from kbdesk.charts.compute import CHART_KINDS
from kbdesk.charts.draw import picture_bytes
from kbdesk.charts.style import ChartStyle
from kbdesk.charts.style import Theme
from tests.charts.examples import chart
from tests.charts.examples import mixed

SUFFIXES = pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])


def saved(suffix: str, kind: str = "carriers", style: ChartStyle | None = None) -> bytes:
    return picture_bytes(chart(kind, mixed()), suffix, style or ChartStyle())


@SUFFIXES
@pytest.mark.parametrize("kind", CHART_KINDS)
def test_that_the_same_chart_is_the_same_bytes(suffix: str, kind: str) -> None:
    first = saved(suffix, kind)
    saved(suffix, "sectors", ChartStyle(Theme.DARK))
    assert saved(suffix, kind) == first


def test_that_a_png_has_three_hundred_dots_an_inch_and_its_words() -> None:
    content = saved(".png")
    width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    assert (width, height) == (2850, 1770)
    assert b"Stacked bars. 2023" in content or b"Description" in content


def test_that_svg_text_is_text_and_nothing_tells_the_day() -> None:
    content = saved(".svg").decode()
    assert "<text" in content
    assert "Motor fuels" in content
    assert "'DejaVu Sans', sans-serif" in content
    assert "<dc:date>" not in content
    assert chart("carriers", mixed()).alt_text in content.replace("&#8239;", "\u202f")


def test_that_a_pdf_has_its_fonts_and_no_date() -> None:
    content = saved(".pdf")
    assert b"/FontFile2" in content
    assert b"/CreationDate" not in content


def test_that_the_dark_picture_is_another() -> None:
    assert saved(".svg") != saved(".svg", style=ChartStyle(Theme.DARK))
