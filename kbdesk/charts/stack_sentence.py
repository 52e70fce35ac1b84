"""The finding of a stacked chart in one sentence: the change since the base year and the largest part."""

from collections.abc import Sequence

from kbdesk.charts.data import StackBar
from kbdesk.charts.data import StackClass
from kbdesk.texts.texts import Texts

_SAME = 0.005


def stack_sentence(
    texts: Texts, bars: Sequence[StackBar], spoken: StackBar | None, classes: Sequence[StackClass], base_year: int
) -> str:
    """What is said of one bar; changes only between complete years, parts only where a split is known."""
    if spoken is None:
        return texts.tr("There are no emissions to show yet: they appear with the first values.")
    return _join(texts, spoken.year, _change(texts, bars, spoken, base_year), _largest(texts, spoken, classes))


def _join(texts: Texts, year: int, change: str, largest: str) -> str:
    if change and largest:
        return texts.tr("{year}: {change} – {largest}.", year=year, change=change, largest=largest)
    if change or largest:
        return texts.tr("{year}: {text}.", year=year, text=change or largest)
    return texts.tr("{year}: only the total is known.", year=year)


def _change(texts: Texts, bars: Sequence[StackBar], spoken: StackBar, base_year: int) -> str:
    if not spoken.complete:
        return texts.tr("incomplete figures")
    base = next((bar for bar in bars if bar.year >= base_year), None)
    if base is None or base.year >= spoken.year or not base.total or not base.complete:
        return ""
    change = spoken.total / base.total - 1.0
    percent = texts.numbers.percent(abs(change), 0)
    if abs(change) < _SAME:
        return texts.tr("emissions as in {base}", base=base.year)
    if change < 0:
        return texts.tr("emissions {percent} below {base}", percent=percent, base=base.year)
    return texts.tr("emissions {percent} above {base}", percent=percent, base=base.year)


def _largest(texts: Texts, spoken: StackBar, classes: Sequence[StackClass]) -> str:
    if not spoken.parts or spoken.total <= 0:
        return ""
    part = max(spoken.parts, key=lambda p: p.value)
    label = next(c.label for c in classes if c.id == part.class_id)
    share = texts.numbers.percent(part.value / spoken.total, 0)
    return texts.tr("largest part: {label} ({share})", label=label, share=share)
