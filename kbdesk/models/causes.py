"""The strongest causes of a change: effects, of one class of sectors or one carrier where that dominates."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kbdesk.models.decomposition import CellEffects
from kbdesk.models.decomposition import Decomposition
from kbdesk.models.decomposition import Effect

_DOMINATES = Decimal("0.6")
"""The share of all movements from which on one part, or one direction, stands for the whole effect."""
_SMALL = Decimal("0.002")
"""An effect below this share of the larger total is none worth a sentence."""
_ZERO = Decimal(0)
_UNSPLIT = (Effect.POPULATION, Effect.WEATHER, Effect.BREAK, Effect.COVERAGE)


@dataclass(frozen=True, slots=True)
class Cause:
    """An effect [t] on everything, or on one ``part``: a class of sectors, for emission factors a carrier.

    ``change`` is by what share the energy per inhabitant (in mean weather), the factor, or the number of inhabitants
    changed; ``None`` where that is not known or points the other way. ``carriers`` are, for the mix, the carrier that
    lost and the one that gained most. ``in_mean_weather``: the share is that of weather-corrected energy.
    """

    effect: Effect
    tonnes: Decimal
    part: str = ""
    change: Decimal | None = None
    carriers: tuple[str, str] | None = None
    in_mean_weather: bool = False


def strongest_causes(found: Decomposition, class_of: Callable[[str], str], count: int) -> tuple[Cause, ...]:
    """The strongest causes, strongest first; ``class_of`` is the class of a sector. Small ones are left out."""
    least = _SMALL * max(abs(found.before_t), abs(found.after_t))
    causes = [cause for cause in _causes(found, class_of) if cause.tonnes and abs(cause.tonnes) >= least]
    return tuple(sorted(causes, key=lambda cause: -abs(cause.tonnes))[:count])


def _causes(found: Decomposition, class_of: Callable[[str], str]) -> Iterator[Cause]:
    effects = found.effects()
    for effect in _UNSPLIT:
        people = found.people if effect is Effect.POPULATION else None
        change = _along(people[1] / people[0] - 1, effects[effect]) if people else None
        yield Cause(effect, effects[effect], change=change)
    for part, cells in _parts(found.cells, Effect.ENERGY, lambda cell: class_of(cell.sector)):
        yield _energy(found, part, cells)
    for part, cells in _parts(found.cells, Effect.MIX, lambda cell: class_of(cell.sector)):
        yield _mix(part, cells)
    for part, cells in _parts(found.cells, Effect.FACTOR, lambda cell: cell.carrier):
        yield _factor(part, cells)


def _parts(
    cells: Sequence[CellEffects], effect: Effect, part_of: Callable[[CellEffects], str]
) -> Iterator[tuple[str, list[CellEffects]]]:
    """The part that dominates an effect; where none does, the whole; where parts oppose one another, each of them."""
    parts: dict[str, list[CellEffects]] = {}
    for cell in cells:
        if effect in cell.effects:
            parts.setdefault(part_of(cell), []).append(cell)
    sizes = {part: _tonnes(within, effect) for part, within in parts.items()}
    gross, net = sum(map(abs, sizes.values()), _ZERO), sum(sizes.values(), _ZERO)
    if not gross:
        return
    largest = max(sizes, key=lambda part: abs(sizes[part]))
    if abs(sizes[largest]) >= _DOMINATES * gross:
        yield largest, parts[largest]
    elif abs(net) >= _DOMINATES * gross:
        yield "", [cell for within in parts.values() for cell in within]
    else:
        yield from parts.items()


def _energy(found: Decomposition, part: str, cells: Sequence[CellEffects]) -> Cause:
    tonnes = _tonnes(cells, Effect.ENERGY)
    sides = [cell.sides for cell in cells if cell.sides is not None]
    change = None
    if len(sides) == len(cells):
        one, other = (sum((pair[at].mean_mwh for pair in sides), _ZERO) for at in (0, 1))
        first, last = found.people or (Decimal(1), Decimal(1))
        change = _along((other / last) / (one / first) - 1, tonnes) if one else None
    in_mean_weather = any(pair[0].mwh != pair[0].mean_mwh for pair in sides)
    return Cause(Effect.ENERGY, tonnes, part, change, in_mean_weather=in_mean_weather)


def _factor(part: str, cells: Sequence[CellEffects]) -> Cause:
    tonnes = _tonnes(cells, Effect.FACTOR)
    ratios = {
        (other.t / other.mwh) / (one.t / one.mwh) - 1
        for one, other in (cell.sides for cell in cells if cell.sides is not None)
        if one.t and one.mwh and other.mwh
    }
    # Cells of one carrier share its factor; where they do not, no one share is true of all.
    same = bool(part and ratios) and max(ratios) - min(ratios) < _SMALL
    return Cause(Effect.FACTOR, tonnes, part, _along(max(ratios), tonnes) if same else None)


def _mix(part: str, cells: Sequence[CellEffects]) -> Cause:
    tonnes, moved = _tonnes(cells, Effect.MIX), _moved(cells)
    lost, gained = (min(moved, key=moved.__getitem__), max(moved, key=moved.__getitem__)) if moved else ("", "")
    if not moved or moved[lost] >= 0 or moved[gained] <= 0:
        return Cause(Effect.MIX, tonnes, part)
    cleaner = _intensity(cells, gained) - _intensity(cells, lost)
    return Cause(Effect.MIX, tonnes, part, carriers=(lost, gained) if cleaner * tonnes > 0 else None)


def _moved(cells: Sequence[CellEffects]) -> dict[str, Decimal]:
    """By carrier: the energy [MWh] of the later year less what it had been with the shares of the earlier one."""
    moved: dict[str, Decimal] = {}
    for sector in dict.fromkeys(cell.sector for cell in cells):
        sides = {cell.carrier: cell.sides for cell in cells if cell.sector == sector and cell.sides is not None}
        before, after = (sum((pair[at].mean_mwh for pair in sides.values()), _ZERO) for at in (0, 1))
        if not before:
            continue
        for carrier, (one, other) in sides.items():
            moved[carrier] = moved.get(carrier, _ZERO) + other.mean_mwh - after * one.mean_mwh / before
    return moved


def _intensity(cells: Sequence[CellEffects], carrier: str) -> Decimal:
    """The emissions per energy of a carrier over both years [t/MWh]."""
    sides = [side for cell in cells if cell.carrier == carrier and cell.sides for side in cell.sides]
    energy = sum((side.mwh for side in sides), _ZERO)
    return sum((side.t for side in sides), _ZERO) / energy if energy else _ZERO


def _along(change: Decimal, tonnes: Decimal) -> Decimal | None:
    """The change, unless it points the other way than the tonnes, which a reader could not follow."""
    return change if change * tonnes > 0 else None


def _tonnes(cells: Iterable[CellEffects], effect: Effect) -> Decimal:
    return sum((cell.effects.get(effect, _ZERO) for cell in cells), _ZERO)
