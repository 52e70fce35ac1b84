"""Three numbers for a council: what an inhabitant emits, how far emissions fell, how much of it rests on own data."""

from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import CommitmentKind
from kbdesk.models.own_data import own_data_share
from kbdesk.models.progress import SupportYear
from kbdesk.reports.basis import ReportBasis
from kbdesk.reports.content import KeyNumber
from kbdesk.reports.content import KeyNumbers
from kbdesk.texts.texts import Texts

_NOTHING = "–"


def key_numbers(basis: ReportBasis, texts: Texts) -> KeyNumbers:
    """The three numbers; one that is not known is a dash and says why, never a zero."""
    numbers = (_per_inhabitant(basis, texts), _change(basis, texts), _own_data(basis, texts))
    return KeyNumbers(texts.tr("Three numbers"), numbers)


def base_support(basis: ReportBasis) -> SupportYear | None:
    """The year emissions are held against: the first with figures from the base year on, before the report's year."""
    wanted = basis.inventory.municipality.base_year
    earlier = [support for support in basis.supports if support.year < basis.year]
    return next((support for support in earlier if support.year >= wanted), earlier[0] if earlier else None)


def _per_inhabitant(basis: ReportBasis, texts: Texts) -> KeyNumber:
    support, before = basis.support, base_support(basis)
    meaning = texts.tr("Emissions per inhabitant in {year}", year=str(support.year))
    value = support.value(Basis.PER_INHABITANT)
    if value is None:
        return KeyNumber(_NOTHING, meaning, texts.tr("The number of inhabitants is missing."))
    earlier = before.value(Basis.PER_INHABITANT) if before else None
    comparison = texts.tr("tonnes of {gas}", gas=_gas(basis))
    if before is not None and earlier is not None:
        shown = _at_least(before, texts.numbers.fixed(earlier, 1))
        comparison = texts.tr("tonnes of {gas}; {year}: {value} t", gas=_gas(basis), year=str(before.year), value=shown)
    return KeyNumber(f"{_at_least(support, texts.numbers.fixed(value, 1))}\N{NO-BREAK SPACE}t", meaning, comparison)


def _change(basis: ReportBasis, texts: Texts) -> KeyNumber:
    support, before = basis.support, base_support(basis)
    if before is None:
        meaning = texts.tr("Change of total emissions")
        return KeyNumber(_NOTHING, meaning, texts.tr("There are no figures of an earlier year to compare with."))
    meaning = texts.tr("Total emissions since {year}", year=str(before.year))
    for one in (before, support):
        if not one.complete or not one.covering:
            return KeyNumber(
                _NOTHING, meaning, texts.tr("{year} is too incomplete to be compared.", year=str(one.year))
            )
    first, last = before.value(Basis.TOTAL) or 0.0, support.value(Basis.TOTAL) or 0.0
    if first <= 0:
        return KeyNumber(_NOTHING, meaning, texts.tr("There are no figures of an earlier year to compare with."))
    numbers = texts.numbers
    goal = _goal(basis, before, first)
    comparison = texts.tr("from {first} to {last} t", first=numbers.integer(first), last=numbers.integer(last))
    if goal is not None:
        comparison = texts.tr("goal by then: {percent}", percent=numbers.percent(goal / first - 1, 0, signed=True))
    return KeyNumber(numbers.percent(last / first - 1, 0, signed=True), meaning, comparison)


def _goal(basis: ReportBasis, before: SupportYear, first: float) -> float | None:
    """What the total [t] should be in the year, by the first commitment that says so for this base year."""
    for kind in (CommitmentKind.RATE, CommitmentKind.REDUCTION):
        for progress in basis.progress:
            commitment = progress.commitment
            if commitment.basis is Basis.TOTAL and commitment.kind is kind and progress.base_year == before.year:
                return commitment.target(basis.year, before.year, first)
    return None


def _own_data(basis: ReportBasis, texts: Texts) -> KeyNumber:
    meaning = texts.tr("Emissions computed from own data")
    result = basis.result
    share = own_data_share(result.cells) if result else None
    if share is None:
        return KeyNumber(_NOTHING, meaning, texts.tr("Only the published result of the year is recorded."))
    comparison = texts.tr("the rest from regional or national averages")
    if share == 1:
        comparison = texts.tr("nothing from regional or national averages")
    return KeyNumber(texts.numbers.percent(share, 0), meaning, comparison)


def _at_least(support: SupportYear, number: str) -> str:
    return number if support.complete else f"≥\N{NO-BREAK SPACE}{number}"


def _gas(basis: ReportBasis) -> str:
    """The gas as it is read: CO₂ or CO₂e."""
    return basis.gas.replace("2", "₂")
