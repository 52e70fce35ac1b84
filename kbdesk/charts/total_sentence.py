"""The finding of the chart of total emissions: the change since the base year and where it stands to the path.

The rate of every five years is spoken of where the municipality holds it, else the first reduction of the total. What
is incomplete, or covers too little, is judged only as far as it proves something.
"""

from collections.abc import Sequence
from enum import StrEnum

from kbdesk.charts.request import ChartRequest
from kbdesk.charts.tonnes import amount
from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import CommitmentKind
from kbdesk.models.progress import Progress
from kbdesk.models.progress import SupportYear
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

_SAME = 0.005
_ON_PATH = 0.0005
"""As a share of the target: closer than this is on the path."""


class _Stand(StrEnum):
    ABOVE = "above"
    BELOW = "below"
    ON = "on"
    REACHED = "reached"
    UNKNOWN = "unknown"


_TOO_INCOMPLETE = mark("too incomplete to be judged")
_RATE = {
    _Stand.ABOVE: mark("{distance} t above the path of {name}"),
    _Stand.BELOW: mark("{distance} t below the path of {name}"),
    _Stand.ON: mark("exactly on the path of {name}"),
    _Stand.UNKNOWN: _TOO_INCOMPLETE,
}
_REDUCTION = {
    _Stand.ABOVE: mark("{distance} t above the path to {name}"),
    _Stand.BELOW: mark("{distance} t below the path to {name}"),
    _Stand.ON: mark("exactly on the path to {name}"),
    _Stand.REACHED: mark("{name} is reached"),
    _Stand.UNKNOWN: _TOO_INCOMPLETE,
}


def total_sentence(request: ChartRequest, texts: Texts, spoken: SupportYear | None) -> str:
    """What is said of one support year; without any the program says that values are missing."""
    if spoken is None:
        return texts.tr("There are no emissions to show yet: they appear with the first values.")
    change, stand = _change(request, texts, spoken), _stand_text(request, texts, spoken)
    if stand == texts.tr(_TOO_INCOMPLETE):
        change = ""
    if change and stand:
        return texts.tr("{year}: {change} – {stand}.", year=spoken.year, change=change, stand=stand)
    if change or stand:
        return texts.tr("{year}: {text}.", year=spoken.year, text=change or stand)
    shown = amount(texts, float(spoken.emissions_t))
    if spoken.complete:
        return texts.tr("{year}: {amount} t {gas}.", year=spoken.year, amount=shown, gas=request.gas)
    return texts.tr("{year}: at least {amount} t {gas}.", year=spoken.year, amount=shown, gas=request.gas)


def judging(request: ChartRequest) -> Progress | None:
    """The commitment on the total that the sentence speaks of."""
    total = [p for p in request.progress if p.commitment.basis is Basis.TOTAL]
    order = (CommitmentKind.RATE, CommitmentKind.REDUCTION)
    return next((p for kind in order for p in total if p.commitment.kind is kind), None)


def base_support(request: ChartRequest) -> SupportYear | None:
    """The base year of the total: the municipality's own, else the first later one with figures."""
    wanted = request.inventory.municipality.base_year
    return next((s for s in request.supports if s.year >= wanted), None)


def _change(request: ChartRequest, texts: Texts, spoken: SupportYear) -> str:
    base = base_support(request)
    if not spoken.complete:
        return texts.tr("incomplete figures")
    if base is None or base.year >= spoken.year or not base.complete or base.emissions_t <= 0:
        return ""
    if base.covering != spoken.covering:
        return ""
    change = float(spoken.emissions_t / base.emissions_t) - 1.0
    percent = texts.numbers.percent(abs(change), 0)
    if abs(change) < _SAME:
        return texts.tr("emissions as in {base}", base=base.year)
    if change < 0:
        return texts.tr("emissions {percent} below {base}", percent=percent, base=base.year)
    return texts.tr("emissions {percent} above {base}", percent=percent, base=base.year)


def _stand_text(request: ChartRequest, texts: Texts, spoken: SupportYear) -> str:
    progress = judging(request)
    base = next((s for s in request.supports if progress and s.year == progress.base_year), None)
    if progress is None or base is None or spoken.year <= base.year:
        return ""
    target = progress.commitment.target(spoken.year, base.year, float(base.emissions_t))
    distance = float(spoken.emissions_t) - target
    stand = _stand(progress, base, spoken, distance, target)
    if stand is None:
        return ""
    templates = _RATE if progress.commitment.kind is CommitmentKind.RATE else _REDUCTION
    shown = amount(texts, abs(distance))
    return texts.tr(
        templates[stand],
        distance=shown if spoken.complete else texts.tr("at least {value}", value=shown),
        name=_name(texts, progress),
    )


def _stand(progress: Progress, base: SupportYear, spoken: SupportYear, distance: float, target: float) -> _Stand | None:
    """Where the year stands; ``None`` where the base year is too small to be a base."""
    if distance > _ON_PATH * target:
        base_is_low = not base.complete or (spoken.covering and not base.covering)
        return None if base_is_low else _Stand.ABOVE
    if not spoken.complete or (base.covering and not spoken.covering):
        return _Stand.UNKNOWN
    final = progress.commitment.final_target(float(base.emissions_t))
    if final is not None and float(spoken.emissions_t) <= final:
        return _Stand.REACHED
    return _Stand.ON if abs(distance) <= _ON_PATH * target else _Stand.BELOW


def _name(texts: Texts, progress: Progress) -> str:
    commitment = progress.commitment
    percent = texts.numbers.percent(commitment.value, 0)
    if commitment.kind is CommitmentKind.RATE:
        return texts.trn(
            "−{percent} every year", "−{percent} every {count} years", commitment.period_years, percent=percent
        )
    return texts.tr("−{percent} by {year}", percent=percent, year=commitment.target_year)


def inhabitants_note(request: ChartRequest, texts: Texts, spoken: SupportYear | None) -> Sequence[str]:
    """How the inhabitants changed meanwhile, and with them the emissions per inhabitant."""
    base = base_support(request)
    if base is None or spoken is None or base.year >= spoken.year or not (base.complete and spoken.complete):
        return ()
    each = [support.value(Basis.PER_INHABITANT) for support in (base, spoken)]
    if not each[0] or each[1] is None or not base.population or spoken.population is None:
        return ()
    return (
        texts.tr(
            "{from_year}–{to_year}: inhabitants {people}, emissions per inhabitant {each}.",
            from_year=base.year,
            to_year=spoken.year,
            people=texts.numbers.percent(float(spoken.population / base.population) - 1.0, 0, signed=True),
            each=texts.numbers.percent(each[1] / each[0] - 1.0, 0, signed=True),
        ),
    )
