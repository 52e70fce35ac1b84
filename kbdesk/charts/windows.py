"""The change over each window of about five years against the goal of −10 % (accounting rules, section 6)."""

from collections.abc import Iterator
from collections.abc import Sequence

from kbdesk.charts.axes import value_axis
from kbdesk.charts.data import Quantity
from kbdesk.charts.data import WindowBar
from kbdesk.charts.data import WindowBars
from kbdesk.charts.request import ChartRequest
from kbdesk.charts.request import base_year_note
from kbdesk.charts.request import footer
from kbdesk.charts.request import late_base_year
from kbdesk.charts.request import year_list
from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import CommitmentKind
from kbdesk.models.progress import FIVE_YEAR_GOAL
from kbdesk.models.progress import WINDOW_YEARS
from kbdesk.models.progress import Progress
from kbdesk.models.progress import Window
from kbdesk.texts.texts import Texts

MOST_BARS = 9


def window_chart(request: ChartRequest, texts: Texts) -> WindowBars:
    """One bar a window [share per five years]; of many overlapping windows those that follow on one another."""
    rate = _rate(request)
    found = rate.windows if rate else ()
    chosen = request.chosen(window.to_year for window in found)
    shown = found if len(found) <= MOST_BARS else _chain(found, chosen)
    bars = tuple(_bar(texts, window) for window in shown)
    sentence = _sentence(request, texts, bars, chosen)
    changes = [bar.change for bar in bars]
    return WindowBars(
        kind="windows",
        title=_title(request, texts, rate),
        sentence=sentence,
        alt_text=_alt_text(texts, sentence, bars),
        y_label=texts.tr("Percent within five years"),
        notes=tuple(_notes(request, texts, found, bars)),
        footer=footer(request, texts, (year for w in shown for year in (w.from_year, w.to_year))),
        axis=value_axis(texts.numbers, max(changes, default=0.0), min([FIVE_YEAR_GOAL, *changes]), percent=True),
        header=(
            texts.tr("Five-year window"),
            texts.tr("Change in five years"),
            texts.tr("Goal"),
            texts.tr("Result"),
        ),
        cells=tuple(_rows(bars)),
        numbers=texts.numbers,
        bars=bars,
        goal=FIVE_YEAR_GOAL,
        goal_label=texts.tr("Goal: {percent}", percent=texts.numbers.percent(FIVE_YEAR_GOAL, 0)),
    )


def _rate(request: ChartRequest) -> Progress | None:
    return next((p for p in request.progress if p.commitment.kind is CommitmentKind.RATE), None)


def _title(request: ChartRequest, texts: Texts, rate: Progress | None) -> str:
    name = request.inventory.municipality.name
    if rate is not None and rate.commitment.basis is Basis.PER_INHABITANT:
        return texts.tr("Change of emissions per inhabitant in five years: {name}", name=name)
    return texts.tr("Change of total emissions in five years: {name}", name=name)


def _chain(found: Sequence[Window], chosen: int | None) -> tuple[Window, ...]:
    """The window that ends in the chosen year, the one that ends where it begins, and so on; likewise forwards."""
    by_end = {window.to_year: window for window in found}
    chain = [by_end[chosen]] if chosen is not None else []
    while chain and (before := by_end.get(chain[0].from_year)) is not None:
        chain.insert(0, before)
    while chain and (after := next((w for w in found if w.from_year == chain[-1].to_year), None)) is not None:
        chain.append(after)
    return tuple(chain)


def _bar(texts: Texts, window: Window) -> WindowBar:
    return WindowBar(
        from_year=window.from_year,
        to_year=window.to_year,
        change=window.change_per_five_years,
        met=window.met,
        change_label=texts.numbers.percent(window.change_per_five_years, 1, signed=True),
        verdict=texts.tr("reached") if window.met else texts.tr("not reached"),
    )


def _sentence(request: ChartRequest, texts: Texts, bars: Sequence[WindowBar], chosen: int | None) -> str:
    spoken = next((bar for bar in bars if bar.to_year == chosen), None)
    if spoken is None:
        if (late := late_base_year(request)) is not None:
            return texts.tr("No five-year window can be judged: there are no figures from {wished} on.", wished=late)
        if request.supports:
            return texts.tr(
                "No five-year window can be judged yet: it takes two complete years, three to seven years apart."
            )
        return texts.tr("There are no emissions to show yet: they appear with the first values.")
    met = sum(bar.met for bar in bars)
    if spoken.met:
        text = texts.tr(
            "{window}: {change} in five years – the goal of {goal} was reached.",
            window=spoken.label,
            change=spoken.change_label,
            goal=texts.numbers.percent(FIVE_YEAR_GOAL, 0),
        )
    else:
        text = texts.tr(
            "{window}: {change} in five years – the goal of {goal} was not reached.",
            window=spoken.label,
            change=spoken.change_label,
            goal=texts.numbers.percent(FIVE_YEAR_GOAL, 0),
        )
    if len(bars) == 1:
        return text
    tally = texts.trn("Reached in {met} of {count} window.", "Reached in {met} of {count} windows.", len(bars), met=met)
    return f"{text} {tally}"


def _notes(request: ChartRequest, texts: Texts, found: Sequence[Window], bars: Sequence[WindowBar]) -> Iterator[str]:
    yield from base_year_note(request, texts)
    if len(bars) < len(found):
        yield texts.trn(
            "{shown} of {count} window shown: those that follow on one another.",
            "{shown} of {count} windows shown: those that follow on one another.",
            len(found),
            shown=len(bars),
        )
    if any(bar.to_year - bar.from_year != WINDOW_YEARS for bar in bars):
        yield texts.tr("Windows of other length are scaled to five years.")
    if bars and (left_out := [s.year for s in request.supports if not s.complete]):
        yield texts.tr("Left out, because incomplete: {years}.", years=year_list(left_out))


def _rows(bars: Sequence[WindowBar]) -> Iterator[tuple[str | Quantity, ...]]:
    for bar in bars:
        yield (bar.label, Quantity(bar.change, 1, percent=True), Quantity(FIVE_YEAR_GOAL, 0, percent=True), bar.verdict)


def _alt_text(texts: Texts, sentence: str, bars: Sequence[WindowBar]) -> str:
    if not bars:
        return sentence
    values = "; ".join(f"{bar.label}: {bar.change_label}, {bar.verdict}" for bar in bars)
    return texts.tr("Bar chart. {sentence} {values}.", sentence=sentence, values=values)
