"""The weather-corrected side series of the open inventory, and the assumptions it rests on."""

from collections.abc import Mapping
from decimal import Decimal
from decimal import InvalidOperation

from kbdesk.errors import UserError
from kbdesk.models.answers import Answer
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.circumstances import degree_days
from kbdesk.models.weather_series import SpaceHeat
from kbdesk.models.weather_series import WeatherSeries
from kbdesk.models.weather_series import choose_degree_days
from kbdesk.models.weather_series import heated_sectors
from kbdesk.models.weather_series import weather_series
from kbdesk.services.project import Project
from kbdesk.services.typed_numbers import positive_number
from kbdesk.services.typed_numbers import typed_number

MEAN = "weather_mean"
"""The answer that holds the long-term mean of the municipality's own degree days [Kd]."""
_SHARE = "weather."
_PERCENT = Decimal(100)


def corrected_series(project: Project) -> WeatherSeries:
    """Every year of the inventory in mean weather, as far as degree days are known."""
    national = project.reference.degree_days(project.municipality.country)
    chosen = choose_degree_days(degree_days(project.inventory), national, own_mean(project))
    return weather_series(project.results, project.reference.codebook, shares(project), chosen)


def shares(project: Project) -> dict[str, Decimal]:
    """How much of each carrier heats rooms (0 to 1): what the municipality said, else what is shipped."""
    shipped = project.reference.space_heat
    said = {carrier: _said_share(project, carrier) for carrier in _carriers(project)}
    found = {carrier: line.share for carrier, line in shipped.items()}
    return found | {carrier: share for carrier, share in said.items() if share is not None}


def assumptions(project: Project) -> tuple[SpaceHeat, ...]:
    """The shipped share of each carrier that is recorded where rooms are heated, in codebook order."""
    sectors = heated_sectors(project.reference.codebook)
    used = {key.carrier for key in project.inventory.entries if key.sector in sectors}
    shipped = project.reference.space_heat
    return tuple(shipped.get(c, SpaceHeat(c, Decimal(0), "")) for c in project.reference.codebook.carriers if c in used)


def own_mean(project: Project) -> Decimal | None:
    """The long-term mean of the municipality's own degree days [Kd]; ``None`` where not said."""
    value = _decimal(project.inventory.answer(MEAN))
    return value if value is not None and value > 0 else None


def record(project: Project, percents: Mapping[str, str], mean: str, decimal_mark: str) -> Change | None:
    """Record the shares [percent] and the mean [Kd] as typed, in one step.

    An empty share means the shipped one, an empty mean none. What is no number, a share outside 0 to 100 and a mean
    that is not positive are a ``UserError``; then nothing is recorded.
    """
    shipped = project.reference.space_heat
    edits: list[Edit] = []
    for carrier, text in percents.items():
        share = _share(text, decimal_mark)
        usual = shipped[carrier].share if carrier in shipped else Decimal(0)
        edits += _edits(project, _SHARE + carrier, "" if share in (None, usual) else f"{share:f}")
    edits += _edits(project, MEAN, f"{positive_number(mean, decimal_mark):f}" if mean.strip() else "")
    return project.commit("weather.assumptions", {}, edits)


def _share(text: str, decimal_mark: str) -> Decimal | None:
    if not text.strip():
        return None
    value = typed_number(text.replace("%", ""), decimal_mark)
    if not 0 <= value <= _PERCENT:
        raise UserError("weather.no_share", found=text.strip())
    return (value / _PERCENT).normalize()


def _carriers(project: Project) -> tuple[str, ...]:
    return tuple(project.reference.codebook.carriers)


def _said_share(project: Project, carrier: str) -> Decimal | None:
    value = _decimal(project.inventory.answer(_SHARE + carrier))
    return value if value is not None and 0 <= value <= 1 else None


def _decimal(text: str) -> Decimal | None:
    """A recorded number; ``None`` for nothing and for what another program may have written there."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _edits(project: Project, question: str, value: str) -> list[Edit]:
    before = project.inventory.answers.get(question)
    after = Answer(question, value) if value else None
    return [Edit(before, after)] if before or after else []
