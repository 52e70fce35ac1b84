"""How many cars there are for a thousand inhabitants, where cars are entered by their number."""

from collections.abc import Iterator
from decimal import Decimal

from kbdesk.models.finding_parts import rounded
from kbdesk.models.findings import Finding
from kbdesk.models.sight import Sight

_CARS, _VEHICLES = "road_passenger", "vehicles"
_MOST_CARS = frozenset({"gasoline", "diesel"})
"""Without the cars of both the number is not that of all cars: then it is only said where it is too large."""
_THOUSAND = 1000


def cars_findings(sight: Sight) -> Iterator[Finding]:
    """One finding where the cars of a year are unusually few or many for the inhabitants."""
    check, people = sight.rules.checks["transport.cars"], sight.result.population
    cells = [cell for cell in sight.result.cells if cell.key.sector == _CARS and cell.entry.quantity]
    counted = [cell for cell in cells if cell.entry.unit == _VEHICLES]
    if not counted or not people or people <= 0:
        return
    number = sum((cell.entry.quantity or Decimal(0) for cell in counted), Decimal(0)) * _THOUSAND / people
    are_all = len(counted) == len(cells) and {cell.key.carrier for cell in counted} >= _MOST_CARS
    too_few = check.minimum is not None and number < check.minimum
    if check.accepts(number) or (too_few and not are_all):
        return
    shown = (("value", rounded(float(number))), ("minimum", check.minimum), ("maximum", check.maximum))
    keys = tuple(cell.key for cell in counted)
    yield Finding(check.level, check.code, sight.result.year, _CARS, parameters=shown, related=keys)
