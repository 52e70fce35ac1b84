"""Where the factor of a heat network is from, in a sentence with its icon."""

from typing import NamedTuple

from kbdesk.services.heat_networks import NetworkState
from kbdesk.services.heat_networks import Route
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import Meaning


class StateWords(NamedTuple):
    """A state as icon and words."""

    icon: str
    words: str
    meaning: Meaning | None


def route_words(state: NetworkState, texts: Texts) -> StateWords:
    """The route in use, and what is better or no longer fits."""
    tr, network, year = texts.tr, texts.carrier(state.carrier), str(state.year)
    factor = texts.numbers.plain(state.factor.t_per_mwh) if state.factor.t_per_mwh is not None else ""
    if state.is_outdated:
        return StateWords("triangle-alert", _outdated_words(state, texts), Meaning.WARNING)
    match state.route:
        case Route.PLANTS:
            words = tr(
                "{network} {year}: {factor} t/MWh, computed from own plant data.",
                network=network,
                year=year,
                factor=factor,
            )
            return StateWords("circle-check", words, Meaning.OK)
        case Route.TYPED:
            words = tr(
                "{network} {year}: {factor} t/MWh, typed as a local factor. Source: {source}",
                network=network,
                year=year,
                factor=factor,
                source=state.factor.source or tr("not given"),
            )
            return StateWords("circle-check", words, Meaning.OK)
        case Route.STANDARD:
            words = tr(
                "{network} {year}: {factor} t/MWh, the standard of the factor set. Better: the data of the plants "
                "below, or a factor of the operator among the local emission factors.",
                network=network,
                year=year,
                factor=factor,
            )
            return StateWords("info", words, None)
        case Route.MISSING:
            words = tr(
                "{network} {year} has no factor: the factor set has none. Enter the data of the plants below, or a "
                "factor of the operator among the local emission factors.",
                network=network,
                year=year,
            )
            return StateWords("triangle-alert", words, Meaning.WARNING)


def _outdated_words(state: NetworkState, texts: Texts) -> str:
    network, year = texts.carrier(state.carrier), str(state.year)
    recorded = texts.numbers.plain(state.factor.t_per_mwh or 0)
    if state.computed is None:
        return texts.tr(
            "{network} {year}: the local factor of {factor} t/MWh was computed from plants that no longer give one.",
            network=network,
            year=year,
            factor=recorded,
        )
    return texts.tr(
        "{network} {year}: the local factor of {factor} t/MWh no longer fits the plants; they now give {now} t/MWh.",
        network=network,
        year=year,
        factor=recorded,
        now=texts.numbers.plain(state.computed.t_per_mwh),
    )
