"""The value axis: round steps, zero always among them, room for labels, words as the locale writes them."""

import math
from collections.abc import Sequence

from kbdesk.charts.data import Axis
from kbdesk.charts.data import Tick
from kbdesk.texts.numbers import Numbers

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_PERCENT_STEPS = (1.0, 2.0, 5.0, 10.0)
_MOST_STEPS = 6.5
_ROOM = 0.1
"""The share of the axis that is left free beyond the extreme values, where their labels stand."""
_SLACK = 1e-9
_NOTHING = 1e-6
"""Values as small as this are drawn as nothing."""


def value_axis(numbers: Numbers, high: float, low: float = 0.0, *, percent: bool = False) -> Axis:
    """An axis from zero, or below ``low`` where that is negative, to beyond ``high``."""
    low, high = min(low, 0.0), max(high, 0.0)
    if high - low < _NOTHING:
        low, high = 0.0, 1.0
    room = _ROOM * (high - low)
    low, high = low - room * (low < 0), high + room * (high > 0)
    step = _step((high - low) / _MOST_STEPS, _PERCENT_STEPS if percent else _STEPS)
    first, last = math.ceil(low / step - _SLACK), math.floor(high / step + _SLACK)
    ticks = (Tick(n * step, _label(numbers, n * step, step, percent=percent)) for n in range(first, last + 1))
    return Axis(tuple(ticks), low, high)


def _step(wanted: float, steps: Sequence[float]) -> float:
    magnitude: float = 10.0 ** math.floor(math.log10(wanted))
    return next(s * magnitude for s in steps if s * magnitude >= wanted * (1 - _SLACK))


def _label(numbers: Numbers, value: float, step: float, *, percent: bool) -> str:
    shown = round(100.0 * step, 9) if percent else step
    decimals = 0 if shown >= 1 and shown == int(shown) else max(1, -math.floor(math.log10(shown)))
    return numbers.percent(value, decimals) if percent else minus(numbers.fixed(value, decimals))


def minus(number: str) -> str:
    """A written number with the sign that stands before the others of a picture: a minus, no hyphen."""
    return number.replace("-", "−")
