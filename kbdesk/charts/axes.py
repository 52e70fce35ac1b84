"""The value axis: round steps, zero always among them, labels as the locale writes them."""

import math

from kbdesk.charts.data import Axis
from kbdesk.charts.data import Tick
from kbdesk.texts.numbers import Numbers

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_LINES = 5
_SLACK = 1e-9


def value_axis(numbers: Numbers, high: float, low: float = 0.0, *, percent: bool = False) -> Axis:
    """An axis from zero, or from ``low`` where that is below zero, to at least ``high``."""
    low, high = min(low, 0.0), max(high, 0.0)
    step = _step((high - low) / _LINES) if high > low else 1.0
    first, last = math.floor(low / step + _SLACK), math.ceil(high / step - _SLACK)
    if first == last:
        last += 1
    return Axis(tuple(Tick(n * step, _label(numbers, n * step, step, percent)) for n in range(first, last + 1)))


def _step(wanted: float) -> float:
    magnitude: float = 10.0 ** math.floor(math.log10(wanted))
    return next(s * magnitude for s in _STEPS if s * magnitude >= wanted * (1 - _SLACK))


def _label(numbers: Numbers, value: float, step: float, percent: bool) -> str:  # noqa: FBT001 - private
    shown = 100.0 * step if percent else step
    decimals = 0 if shown >= 1 and shown == int(shown) else max(1, -math.floor(math.log10(shown)))
    return numbers.percent(value, decimals) if percent else numbers.fixed(value, decimals)
