"""Every kind of picture at the edge: no text on another, none cut off, all legible, the same bytes everywhere."""

import hashlib
import os
import subprocess
import sys
from functools import cache
from typing import Any

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from numpy.typing import NDArray

from kbdesk.charts.compute import CHART_KINDS
from kbdesk.charts.compute import compute_chart
from kbdesk.charts.style import ChartStyle
from kbdesk.charts.style import Theme
from kbdesk.charts.style import contrast
from kbdesk.paths import resources_dir
from kbdesk.services.reference import Reference
from kbdesk.texts.texts import Texts
from tests.charts.draw.drawn import drawn
from tests.charts.draw.drawn import outside
from tests.charts.draw.drawn import overlaps
from tests.charts.draw.drawn import texts_of
from tests.charts.examples import chart
from tests.charts.examples import mixed
from tests.charts.examples import request
from tests.charts.examples import texts
from tests.charts.examples import thirty_five_years
from tests.charts.extremes import EXTREMES

KINDS = pytest.mark.parametrize("kind", CHART_KINDS)
LEGIBLE = 4.5
FULLEST = ("huge", "with_gaps")
UNDER_TEXT = 0.9
"""The share of what lies under a text that must be far enough from its colour; the rest may be thin lines."""
CODE = """
import sys
from pathlib import Path
from kbdesk.charts.compute import CHART_KINDS
from kbdesk.charts.draw import picture_bytes
from kbdesk.charts.style import ChartStyle
from tests.charts.examples import chart, largest
for kind in CHART_KINDS:
    Path(sys.argv[1], f"{kind}.svg").write_bytes(picture_bytes(chart(kind, largest()), ".svg", ChartStyle()))
"""


@cache
def german() -> Texts:
    return Reference(resources_dir()).texts("de")


@KINDS
@pytest.mark.parametrize("name", EXTREMES)
def test_that_no_texts_overlap_and_none_is_cut_off_at_the_edge(kind: str, name: str) -> None:
    asked = request(EXTREMES[name]())
    looks = [((9.5, 5.9), texts("de", stretched=True)), ((5.4, 3.4), german())]
    if name in FULLEST:
        looks += [((12.0, 5.2), texts()), ((6.3, 7.5), german())]
    for size, language in looks:
        figure = drawn(compute_chart(kind, asked, language), size=size)
        assert overlaps(figure) == []
        assert outside(figure) == []


@KINDS
@pytest.mark.parametrize("theme", Theme)
def test_that_every_text_is_legible_where_it_stands(kind: str, theme: Theme) -> None:
    for of in (mixed(), thirty_five_years()):
        figure = drawn(chart(kind, of), ChartStyle(theme))
        for text, share in legible_shares(figure).items():
            assert share >= UNDER_TEXT, text


def legible_shares(figure: Figure) -> dict[str, float]:
    """By text the share of the picture under it that has enough contrast to the colour of the text."""
    shown = texts_of(figure)
    boxes = [text.get_window_extent() for text in shown]
    colours = [to_hex(text.get_color()) for text in shown]
    for text in shown:
        text.set_alpha(0.0)
    canvas: Any = figure.canvas
    canvas.draw()
    picture = np.asarray(canvas.buffer_rgba())[::-1, :, :3]
    return {
        text.get_text(): _share(picture[int(box.y0) : int(box.y1) + 1, int(box.x0) : int(box.x1) + 1], colour)
        for text, box, colour in zip(shown, boxes, colours, strict=True)
    }


def _share(field: NDArray[np.uint8], colour: str) -> float:
    found, counts = np.unique(field.reshape(-1, 3), axis=0, return_counts=True)
    enough = [contrast("#{:02X}{:02X}{:02X}".format(*under), colour) >= LEGIBLE for under in found]
    return float(counts[enough].sum() / counts.sum())


def test_that_another_run_of_the_program_draws_the_same_bytes(tmp_path_factory: pytest.TempPathFactory) -> None:
    digests = []
    for seed in ("1", "2"):
        folder = tmp_path_factory.mktemp("pictures")
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", CODE, str(folder)], check=True, env=environment)
        digests.append({path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())})
    assert digests[0] == digests[1]
    assert len(digests[0]) == len(CHART_KINDS)
