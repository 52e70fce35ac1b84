"""A local factor that was computed, explained by what it was computed from."""

from kbdesk.models.factors import Factor
from kbdesk.models.factors import FactorStatus
from kbdesk.models.local_mix import ELECTRICITY
from kbdesk.models.recorded_factors import FROM_MIX
from kbdesk.models.recorded_factors import FROM_PLANTS
from kbdesk.services import electricity_mix
from kbdesk.services import heat_networks
from kbdesk.services.project import Project
from kbdesk.texts.mix_texts import mix_sentences
from kbdesk.texts.plant_texts import network_sentence
from kbdesk.texts.plant_texts import plant_sentences
from kbdesk.texts.texts import Texts


def factor_steps(project: Project, year: int, factor: Factor, texts: Texts) -> tuple[str, ...]:
    """Every step from plants or local mix to the recorded factor, or that it no longer follows from them.

    Empty for a factor of a set and one that was typed.
    """
    if factor.status is not FactorStatus.LOCAL:
        return ()
    own = project.inventory.local_factors[year, factor.carrier_used]
    if own.note == FROM_PLANTS:
        return _plant_steps(project, year, own.carrier, texts)
    if own.note == FROM_MIX and own.carrier == ELECTRICITY:
        return _mix_steps(project, year, texts)
    return ()


def _plant_steps(project: Project, year: int, carrier: str, texts: Texts) -> tuple[str, ...]:
    state = heat_networks.network(project, year, carrier)
    if state.is_outdated or state.computed is None:
        return (_outdated(texts),)
    steps = [f"{heat.plant.plant}: {line}" for heat in state.computed.plants for line in plant_sentences(heat, texts)]
    together = (network_sentence(state.computed, texts),) if len(state.plants) > 1 else ()
    return (*steps, *together)


def _mix_steps(project: Project, year: int, texts: Texts) -> tuple[str, ...]:
    state = electricity_mix.state(project, year)
    if state.is_outdated or state.mix is None:
        return (_outdated(texts),)
    return mix_sentences(state.mix, texts)


def _outdated(texts: Texts) -> str:
    return texts.tr("What it was computed from gives another factor now: renew it under base data.")
