"""Why emissions changed: from the total of one year to that of another, one bar a cause."""

from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Decimal

from kbdesk.charts.axes import value_axis
from kbdesk.charts.data import CauseBar
from kbdesk.charts.data import CauseBars
from kbdesk.charts.data import Quantity
from kbdesk.charts.request import ChartRequest
from kbdesk.charts.request import base_year_note
from kbdesk.charts.request import footer
from kbdesk.models.decomposition import Decomposition
from kbdesk.models.decomposition import Effect
from kbdesk.models.decomposition import decompose
from kbdesk.texts.effect_names import effect_name
from kbdesk.texts.texts import Texts

_SMALL = 0.0005
"""A change below this share of the first total is none worth a cause."""


def cause_chart(request: ChartRequest, texts: Texts) -> CauseBars:
    """The effects [t] between the first own inventory from the base year on and the chosen one."""
    found = _compared(request)
    bars = tuple(_bars(found, texts)) if found else ()
    sentence = _sentence(request, found, texts)
    heights = [height for bar in bars for height in (bar.start, bar.end)]
    return CauseBars(
        kind="causes",
        title=texts.tr("Why emissions changed: {name}", name=request.inventory.municipality.name),
        sentence=sentence,
        alt_text=_alt_text(texts, sentence, bars),
        y_label=texts.tr("t {gas}", gas=request.gas),
        notes=tuple(_notes(request, found, texts)),
        footer=footer(request, texts, [s.year for s in request.supports]),
        axis=value_axis(texts.numbers, max(heights, default=0.0), min(heights, default=0.0)),
        header=(texts.tr("Cause"), texts.tr("Tonnes"), texts.tr("Share of the first total")),
        cells=tuple(_rows(found, bars)),
        numbers=texts.numbers,
        bars=bars,
    )


def _compared(request: ChartRequest) -> Decomposition | None:
    """The decomposition to show; ``None`` where there are not two own years with emissions."""
    chosen = request.chosen(support.year for support in request.supports)
    own = [year for year, result in request.results.items() if result.emissions_t.value is not None]
    if chosen is None or not own:
        return None
    last = chosen if chosen in own else own[-1]
    earlier = [year for year in own if year < last]
    from_base = [year for year in earlier if year >= request.inventory.municipality.base_year]
    if not earlier:
        return None
    return decompose(request.results[(from_base or earlier)[0]], request.results[last])


def _bars(found: Decomposition, texts: Texts) -> Iterator[CauseBar]:
    numbers = texts.numbers
    level = float(found.before_t)
    yield CauseBar(str(found.from_year), 0.0, level, numbers.integer(found.before_t), is_total=True)
    for effect, tonnes in found.effects().items():
        if effect is Effect.COVERAGE and not tonnes:
            continue
        end = level + float(tonnes)
        yield CauseBar(effect_name(effect, texts), level, end, _signed(tonnes, texts), is_total=False)
        level = end
    yield CauseBar(str(found.to_year), 0.0, float(found.after_t), numbers.integer(found.after_t), is_total=True)


def _signed(tonnes: Decimal, texts: Texts) -> str:
    shown = texts.numbers.integer(abs(tonnes))
    return shown if shown == texts.numbers.integer(0) else f"{'+' if tonnes > 0 else '−'}{shown}"


def _sentence(request: ChartRequest, found: Decomposition | None, texts: Texts) -> str:
    if found is None:
        if request.supports:
            return texts.tr("The causes of a change show with a second year of own values.")
        return texts.tr("There are no emissions to show yet: they appear with the first values.")
    percent = texts.numbers.percent(found.change_t / found.before_t, 0, signed=True) if found.before_t else "–"
    if abs(found.change_t) <= _SMALL * abs(float(found.before_t)):
        return texts.tr("{to} as {start}: the causes balance out.", to=found.to_year, start=found.from_year)
    if abs(found.effects()[Effect.COVERAGE]) > abs(found.change_t) / 2:
        return texts.tr(
            "{to} and {start} cannot be compared yet: most of the difference is recorded in one of the years only.",
            to=found.to_year,
            start=found.from_year,
        )
    main = _main(found)
    return texts.tr(
        "{to} against {start}: {percent} – the largest cause is “{cause}” ({tonnes} t).",
        to=found.to_year,
        start=found.from_year,
        percent=percent,
        cause=effect_name(main, texts),
        tonnes=_signed(found.effects()[main], texts),
    )


def _main(found: Decomposition) -> Effect:
    """The effect that did most in the direction of the change."""
    sign = 1 if found.change_t > 0 else -1
    effects = found.effects()
    return max(effects, key=lambda effect: sign * effects[effect])


def _notes(request: ChartRequest, found: Decomposition | None, texts: Texts) -> Iterator[str]:
    yield from base_year_note(request, texts)
    if found is None:
        return
    first, last = request.results[found.from_year], request.results[found.to_year]
    if first.population is None or last.population is None:
        yield texts.tr("Without the inhabitants of both years their effect is part of the energy.")
    if found.effects()[Effect.COVERAGE]:
        yield texts.tr("“Recorded in one year only” is no change of consumption: the other year says nothing of it.")
    for result in (first, last):
        if not result.complete:
            yield texts.tr("{year} is incomplete.", year=str(result.year))


def _rows(found: Decomposition | None, bars: Sequence[CauseBar]) -> Iterator[tuple[str | Quantity, ...]]:
    first = float(found.before_t) if found else 0.0
    for bar in bars:
        size = bar.end - bar.start
        yield (bar.label, Quantity(size), Quantity(size / first if first else None, 1, percent=True))


def _alt_text(texts: Texts, sentence: str, bars: Sequence[CauseBar]) -> str:
    if not bars:
        return sentence
    values = "; ".join(f"{bar.label}: {bar.size_label} t" for bar in bars)
    return texts.tr("Waterfall chart. {sentence} {values}.", sentence=sentence, values=values)
