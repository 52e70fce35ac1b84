"""The values of single bars: five-year windows, and causes of a change with the two totals they lie between."""

from collections.abc import Iterator

from kbdesk.charts.data import CauseBars
from kbdesk.charts.data import WindowBars
from kbdesk.charts.spots import BAR_WIDTH
from kbdesk.charts.spots import Behind
from kbdesk.charts.spots import Box
from kbdesk.charts.spots import Spot
from kbdesk.charts.spots import SpotTarget
from kbdesk.models.decomposition import Effect
from kbdesk.texts.effect_names import effect_name
from kbdesk.texts.texts import Texts


def window_spots(chart: WindowBars, texts: Texts) -> Iterator[Spot]:
    """One value a window; behind it is the year it ends with."""
    for number, bar in enumerate(chart.bars):
        change = texts.tr("{change} in five years", change=bar.change_label)
        text = f"{bar.label} · {change} · {bar.verdict}"
        yield Spot(0, number, text, bar.change, _box(number, 0.0, bar.change), SpotTarget(bar.to_year))


def cause_spots(chart: CauseBars, texts: Texts) -> Iterator[Spot]:
    """One value a bar; behind the inhabitants are the base data, behind all else the values of the later year."""
    if not chart.bars:
        return
    first, later = chart.bars[0], int(chart.bars[-1].label)
    inhabitants = effect_name(Effect.POPULATION, texts)
    for number, bar in enumerate(chart.bars):
        words = [bar.label, f"{bar.size_label} t"]
        if bar.is_total:
            target = SpotTarget(int(bar.label))
        else:
            behind = Behind.BASE_DATA if bar.label == inhabitants else Behind.VALUES
            target = SpotTarget(later, behind=behind)
            if first.end:
                words.append(texts.numbers.percent((bar.end - bar.start) / first.end, 1, signed=True))
        yield Spot(0, number, " · ".join(words), bar.end - bar.start, _box(number, bar.start, bar.end), target)


def _box(number: int, start: float, end: float) -> Box:
    return Box(number - BAR_WIDTH / 2, min(start, end), number + BAR_WIDTH / 2, max(start, end))
