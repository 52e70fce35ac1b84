"""What is shown and not added, and what is taken off for heat pumps, in words."""

from decimal import Decimal

from kbdesk.models.calculation import CellResult
from kbdesk.models.heat_pumps import SEASONAL_PERFORMANCE_FACTOR
from kbdesk.models.heat_pumps import heat_pump_electricity
from kbdesk.texts.texts import Texts


def apart_name(name: str, texts: Texts) -> str:
    """The name of what stands apart: “Municipal fleet (shown apart)”."""
    return texts.tr("{name} (shown apart)", name=name)


def apart_sentence(texts: Texts) -> str:
    """Why something stands apart."""
    return texts.tr("Shown apart: BISKO counts all traffic, and the municipal fleet is part of it. It is in no total.")


def counted_words(cell: CellResult | None, texts: Texts) -> str:
    """In a few words, where a cell is not counted as it stands there; else empty."""
    if cell is not None and cell.apart:
        return texts.tr("contained in transport, not added")
    if cell is None or cell.heat_pump_mwh is None:
        return ""
    return texts.tr("{energy} MWh without heat pumps", energy=texts.numbers.significant(cell.energy_mwh))


def heat_pump_sentences(cell: CellResult, heat_mwh: Decimal | None, texts: Texts) -> tuple[str, ...]:
    """What was taken off a metered cell because of this ambient heat [MWh]; none where nothing was."""
    if cell.heat_pump_mwh is None or heat_mwh is None:
        return ()
    numbers = texts.numbers
    return (
        texts.tr(
            "Heat pumps: {heat} MWh of ambient heat ÷ {factor} = {needed} MWh of electricity, which BISKO counts with "
            "the heat.",
            heat=numbers.plain(heat_mwh),
            factor=numbers.plain(SEASONAL_PERFORMANCE_FACTOR),
            needed=numbers.plain(heat_pump_electricity(heat_mwh)),
        ),
        texts.tr(
            "Taken off here: {metered} MWh − {share} MWh = {energy} MWh",
            metered=numbers.plain(cell.conversion.energy_mwh or Decimal(0)),
            share=numbers.plain(cell.heat_pump_mwh),
            energy=numbers.plain(cell.energy_mwh or Decimal(0)),
        ),
    )
