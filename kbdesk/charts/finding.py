"""The finding of the per-inhabitant chart in one sentence: the value of a year and where it stands to the target.

The first reduction per inhabitant that can be judged is spoken of, else the level that holds for ever. An incomplete
year is a lower bound: *above* stays true, *below* cannot be said.
"""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

from kbdesk.charts.request import ChartRequest
from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import Commitment
from kbdesk.models.commitments import CommitmentKind
from kbdesk.models.progress import Progress
from kbdesk.models.progress import SupportYear
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

_HALF = Decimal("0.5")
_FINE = 0.095
_ON_PATH = 0.005


class _Stand(StrEnum):
    ABOVE = "above"
    BELOW = "below"
    ON = "on"
    REACHED = "reached"


_HALVING = {
    _Stand.ABOVE: mark("{year}: {value} t per inhabitant – {distance} t above the path to half by {end}."),
    _Stand.BELOW: mark("{year}: {value} t per inhabitant – {distance} t below the path to half by {end}."),
    _Stand.ON: mark("{year}: {value} t per inhabitant – exactly on the path to half by {end}."),
    _Stand.REACHED: mark("{year}: {value} t per inhabitant – half by {end} is reached."),
}
_REDUCTION = {
    _Stand.ABOVE: mark("{year}: {value} t per inhabitant – {distance} t above the path to −{percent} by {end}."),
    _Stand.BELOW: mark("{year}: {value} t per inhabitant – {distance} t below the path to −{percent} by {end}."),
    _Stand.ON: mark("{year}: {value} t per inhabitant – exactly on the path to −{percent} by {end}."),
    _Stand.REACHED: mark("{year}: {value} t per inhabitant – −{percent} by {end} is reached."),
}
_LEVEL = {
    _Stand.ABOVE: mark("{year}: {value} t per inhabitant – {distance} t above the goal of {goal} t."),
    _Stand.BELOW: mark("{year}: {value} t per inhabitant – {distance} t below the goal of {goal} t."),
    _Stand.ON: mark("{year}: {value} t per inhabitant – the goal of {goal} t is reached."),
    _Stand.REACHED: mark("{year}: {value} t per inhabitant – the goal of {goal} t is reached."),
}


def finding(request: ChartRequest, texts: Texts, support: SupportYear) -> str:
    """The sentence about one support year with inhabitants."""
    actual = support.value(Basis.PER_INHABITANT) or 0.0
    value = _at_least(texts, texts.numbers.fixed(actual, 1), support)
    for progress in _judging(request.progress):
        commitment = progress.commitment
        target = _target(request, progress, support)
        if target is None:
            continue
        distance = actual - target
        if not support.complete and distance <= _ON_PATH:
            return texts.tr(
                "{year}: {value} t per inhabitant – too incomplete to be judged.", year=support.year, value=value
            )
        return texts.tr(
            _template(commitment, _stand(request, progress, actual, distance)),
            year=support.year,
            value=value,
            distance=_at_least(texts, texts.numbers.fixed(abs(distance), 2 if abs(distance) < _FINE else 1), support),
            end=commitment.target_year,
            percent=texts.numbers.percent(commitment.value, 0),
            goal=texts.numbers.fixed(commitment.value, 1),
        )
    return texts.tr("{year}: {value} t per inhabitant.", year=support.year, value=value)


def _judging(progress: Sequence[Progress]) -> list[Progress]:
    per_inhabitant = [p for p in progress if p.commitment.basis is Basis.PER_INHABITANT]
    order = (CommitmentKind.REDUCTION, CommitmentKind.LEVEL)
    return [p for kind in order for p in per_inhabitant if p.commitment.kind is kind]


def _target(request: ChartRequest, progress: Progress, support: SupportYear) -> float | None:
    """The target of the year; ``None`` where a path has no complete base year before it."""
    commitment = progress.commitment
    if commitment.kind is CommitmentKind.LEVEL:
        return float(commitment.value)
    base = _base(request, progress)
    if base is None or not base.complete or support.year <= base.year:
        return None
    return commitment.target(support.year, base.year, base.value(Basis.PER_INHABITANT) or 0.0)


def _base(request: ChartRequest, progress: Progress) -> SupportYear | None:
    return next((s for s in request.supports if s.year == progress.base_year), None)


def _stand(request: ChartRequest, progress: Progress, actual: float, distance: float) -> _Stand:
    base = _base(request, progress)
    final = progress.commitment.final_target((base.value(Basis.PER_INHABITANT) if base else None) or 0.0)
    if progress.commitment.kind is CommitmentKind.REDUCTION and final is not None and actual <= final:
        return _Stand.REACHED
    if abs(distance) < _ON_PATH:
        return _Stand.ON
    return _Stand.ABOVE if distance > 0 else _Stand.BELOW


def _template(commitment: Commitment, stand: _Stand) -> str:
    if commitment.kind is CommitmentKind.LEVEL:
        return _LEVEL[stand]
    return (_HALVING if commitment.value == _HALF else _REDUCTION)[stand]


def _at_least(texts: Texts, number: str, support: SupportYear) -> str:
    return number if support.complete else texts.tr("at least {value}", value=number)
