import subprocess
import sys
from itertools import combinations
from itertools import pairwise

import pytest

from kbdesk.charts.classes import carrier_scheme
from kbdesk.charts.classes import sector_scheme
from kbdesk.charts.style import PALETTES
from kbdesk.charts.style import PATTERNS
from kbdesk.charts.style import WEAK_PATTERN
from kbdesk.charts.style import ChartStyle
from kbdesk.charts.style import Palette
from kbdesk.charts.style import Theme
from kbdesk.charts.style import blended
from kbdesk.charts.style import contrast
from tests.builders import codebook
from tests.charts.colour_vision import Vision
from tests.charts.colour_vision import difference

THEMES = pytest.mark.parametrize("palette", PALETTES.values(), ids=list(PALETTES))
TYPICAL_CARRIERS = {"electricity", "heat", "gas", "oil", "fuels", "other"}


def test_that_contrast_is_that_of_the_guideline() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@THEMES
def test_that_every_colour_of_a_class_has_three_to_one_on_the_background(palette: Palette) -> None:
    colours = (*palette.classes, palette.reached, palette.missed)
    assert min(contrast(colour, palette.background) for colour in colours) >= 3.0


@THEMES
def test_that_text_has_four_and_a_half_to_one(palette: Palette) -> None:
    for text in (palette.text, palette.muted):
        assert min(contrast(text, field) for field in (palette.background, palette.tint)) >= 4.5


@THEMES
def test_that_no_colour_serves_twice(palette: Palette) -> None:
    assert len(set(palette.classes)) == len(palette.classes) == len(PATTERNS)


def test_that_the_light_palette_is_the_tested_one() -> None:
    tested = ("#000000", "#332288", "#7F2704", "#666666", "#1A85FF", "#B8860B")
    assert PALETTES[Theme.LIGHT].classes[:6] == tested


def test_that_only_weak_values_are_hatched_slanting() -> None:
    assert not any(slanted in pattern for pattern in PATTERNS for slanted in "/\\xX")
    assert set(WEAK_PATTERN) == {"/"}


def test_that_neighbours_in_a_stack_differ_in_lightness_or_pattern() -> None:
    colours = PALETTES[Theme.LIGHT].classes
    carriers = [colour for id_, _, colour in carrier_scheme().classes if id_ in TYPICAL_CARRIERS]
    sectors = [colour for _, _, colour in sector_scheme(codebook()).classes]
    for lower, upper in [*pairwise(carriers), *pairwise(sectors)]:
        assert contrast(colours[lower], colours[upper]) >= 1.7 or PATTERNS[lower] != PATTERNS[upper]


VISIONS = pytest.mark.parametrize("vision", [v for v in Vision if v is not Vision.GREY])
EASILY_TOLD = 13.0
TOLD_IN_PRINT = 8.0


@THEMES
@VISIONS
def test_that_any_two_classes_are_told_apart_however_colours_are_seen(palette: Palette, vision: Vision) -> None:
    pairs = {(a, b): difference(a, b, vision) for a, b in combinations(palette.classes, 2)}
    assert min(pairs.values()) >= EASILY_TOLD, min(pairs, key=lambda pair: pairs[pair])


@THEMES
def test_that_neighbours_are_told_apart_without_any_colour(palette: Palette) -> None:
    orders = [[colour for _, _, colour in scheme.classes] for scheme in (sector_scheme(codebook()), carrier_scheme())]
    typical = [colour for id_, _, colour in carrier_scheme().classes if id_ in TYPICAL_CARRIERS]
    for lower, upper in (pair for order in (*orders, typical) for pair in pairwise(order)):
        apart = difference(palette.classes[lower], palette.classes[upper], Vision.GREY)
        assert apart >= TOLD_IN_PRINT or PATTERNS[lower] != PATTERNS[upper]


@THEMES
def test_that_reached_and_missed_differ_however_they_are_seen(palette: Palette) -> None:
    assert min(difference(palette.reached, palette.missed, vision) for vision in Vision) >= TOLD_IN_PRINT


@THEMES
def test_that_a_tint_of_a_class_is_between_its_colour_and_the_background(palette: Palette) -> None:
    for colour in palette.classes:
        tint = blended(colour, palette.background, 0.42)
        assert 1.0 < contrast(tint, palette.background) < contrast(colour, palette.background)
    assert blended("#102030", "#FFFFFF", 1.0) == "#102030"


def test_that_small_pictures_have_smaller_type_and_large_type_stops_where_there_is_no_room() -> None:
    assert ChartStyle().size(9.5, 5.9) == 11.5
    assert ChartStyle().size(4.0, 3.0) == 7.5
    assert ChartStyle(scale=1.5).size(20.0, 14.0) == 17.25
    assert 11.5 < ChartStyle(scale=3.0).size(9.5, 5.9) < 16
    assert ChartStyle(scale=3.0).size(3.0, 2.0) == 7.5


ALL_BUT_PICTURES = """
import importlib, pathlib, sys, kbdesk
root = pathlib.Path(kbdesk.__path__[0])
for path in root.rglob("*.py"):
    parts = path.relative_to(root.parent).with_suffix("").parts
    if parts[1:3] != ("charts", "draw") and parts[1:2] != ("reports",) and parts[-1] != "__main__":
        importlib.import_module(".".join(parts).removesuffix(".__init__"))
from kbdesk.charts.compute import CHART_KINDS
from tests.charts.examples import chart, mixed
for kind in CHART_KINDS:
    chart(kind, mixed()).table()
sys.exit("matplotlib" in sys.modules)
"""


def test_that_nothing_but_pictures_and_reports_loads_matplotlib() -> None:
    assert subprocess.run([sys.executable, "-c", ALL_BUT_PICTURES], check=False).returncode == 0
