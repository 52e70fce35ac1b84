from pathlib import Path

import pytest

from kbdesk.charts.compute import CHART_KINDS
from kbdesk.charts.draw import save_chart
from kbdesk.charts.style import ChartStyle
from kbdesk.charts.style import Theme
from kbdesk.errors import UserError
from tests.charts.examples import chart
from tests.charts.examples import mixed
from tests.charts.examples import muenster
from tests.charts.examples import texts

SUFFIXES = pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])


def saved(tmp_path: Path, name: str, kind: str = "carriers", style: ChartStyle | None = None) -> bytes:
    path = tmp_path / name
    save_chart(chart(kind, mixed()), path, style or ChartStyle())
    return path.read_bytes()


@SUFFIXES
@pytest.mark.parametrize("kind", CHART_KINDS)
def test_that_the_same_chart_is_the_same_bytes(tmp_path: Path, suffix: str, kind: str) -> None:
    first = saved(tmp_path, f"a{suffix}", kind)
    saved(tmp_path, f"other{suffix}", "sectors", ChartStyle(Theme.DARK))
    assert saved(tmp_path, f"b{suffix}", kind) == first


def test_that_a_png_has_three_hundred_dots_an_inch_and_its_words(tmp_path: Path) -> None:
    content = saved(tmp_path, "chart.PNG")
    width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    assert (width, height) == (2850, 1770)
    assert b"Stacked bars. 2023" in content or b"Description" in content


def test_that_svg_text_is_text_and_nothing_tells_the_day(tmp_path: Path) -> None:
    content = saved(tmp_path, "chart.svg").decode()
    assert "<text" in content
    assert "Motor fuels" in content
    assert "'DejaVu Sans', sans-serif" in content
    assert "<dc:date>" not in content
    assert chart("carriers", mixed()).alt_text in content.replace("&#8239;", "\u202f")


def test_that_a_pdf_has_its_fonts_and_no_date(tmp_path: Path) -> None:
    content = saved(tmp_path, "chart.pdf")
    assert b"/FontFile2" in content
    assert b"/CreationDate" not in content


def test_that_the_dark_picture_is_another(tmp_path: Path) -> None:
    assert saved(tmp_path, "a.svg") != saved(tmp_path, "b.svg", style=ChartStyle(Theme.DARK))


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        save_chart(chart("windows", muenster()), path, ChartStyle())
    return texts().error(caught.value)


@pytest.mark.parametrize("name", ["chart.gif", "chart"])
def test_that_an_unknown_suffix_names_the_known_ones(tmp_path: Path, name: str) -> None:
    expected = f"A picture cannot be saved as “{name}”: choose a name that ends in .png, .svg, .pdf."
    assert refusal(tmp_path / name) == expected
    assert list(tmp_path.iterdir()) == []


def test_that_a_missing_folder_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "missing"
    assert refusal(folder / "chart.png") == f"The picture was not saved: there is no folder {folder}."


def test_that_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    path.mkdir()
    sentence = refusal(path)
    assert sentence.startswith(f"The picture could not be written to {path}: ")
    assert sentence.endswith(". Choose another folder or name.")
