"""The local electricity mix in sentences, and in the text that a factor recorded of it carries as its source."""

from decimal import Decimal

from kbdesk.models.factors import FactorStatus
from kbdesk.models.local_mix import LocalMix
from kbdesk.models.local_mix import MixCase
from kbdesk.texts.texts import Texts


def mix_sentences(mix: LocalMix, texts: Texts) -> tuple[str, ...]:
    """The local factor step by step."""
    numbers = texts.numbers
    consumption = texts.tr(
        "Consumption of all sectors: {mwh} MWh.", mwh=numbers.plain(_short(mix.consumption.value or Decimal(0)))
    )
    if not mix.consumption.complete:
        missing = texts.trn("{count} value is missing.", "{count} values are missing.", mix.consumption.missing)
        consumption = f"{consumption} {missing}"
    own = texts.tr(
        "Made here: {made} MWh with {made_t} t. Bought less sold, with guarantees of origin: {bought} MWh with "
        "{bought_t} t.",
        made=numbers.plain(mix.made_mwh),
        made_t=numbers.plain(mix.made_t),
        bought=numbers.plain(mix.bought_mwh),
        bought_t=numbers.plain(mix.bought_t),
    )
    national = texts.tr("National factor: {factor} t/MWh.", factor=_national(mix, texts))
    if mix.national.status is FactorStatus.PROVISIONAL:
        said = texts.tr("The factor is provisional: that of {year}.", year=str(mix.national.year_used))
        national = f"{national} {said}"
    return consumption, own, national, _rule(mix, texts)


def comparison(mix: LocalMix, texts: Texts) -> str:
    """The local factor beside the national one."""
    return texts.tr(
        "Local factor {local} t/MWh, national {national} t/MWh.",
        local=texts.numbers.plain(mix.t_per_mwh),
        national=_national(mix, texts),
    )


def mix_source(mix: LocalMix, set_title: str, texts: Texts) -> str:
    """The source of a recorded local factor: complete, so that it can be followed without the program."""
    year = str(mix.record.year)
    said = texts.tr(
        "Local electricity {year}: {sentences} {set}",
        year=year,
        sentences=" ".join(mix_sentences(mix, texts)),
        set=set_title,
    )
    return f"{said} ({mix.record.source})" if mix.record.source else said


def _rule(mix: LocalMix, texts: Texts) -> str:
    numbers = texts.numbers
    local = numbers.plain(mix.t_per_mwh)
    if mix.case is MixCase.NOTHING_CONSUMED:
        return texts.tr("Nothing is consumed: the national factor holds.")
    if mix.case is MixCase.SURPLUS:
        return texts.tr(
            "More is made and bought than consumed, so that its own mix holds: {own_t} t ÷ {own} MWh = {local} t/MWh.",
            own_t=numbers.plain(mix.own_t),
            own=numbers.plain(mix.own_mwh),
            local=local,
        )
    consumption = mix.consumption.value or Decimal(0)
    return texts.tr(
        "The rest, {rest} MWh, at the national factor, with what is local: ({rest} × {national} + {own_t}) t ÷ "
        "{consumption} MWh = {local} t/MWh.",
        rest=numbers.plain(_short(consumption - mix.own_mwh)),
        national=_national(mix, texts),
        own_t=numbers.plain(mix.own_t),
        consumption=numbers.plain(_short(consumption)),
        local=local,
    )


def _national(mix: LocalMix, texts: Texts) -> str:
    return texts.numbers.plain(mix.national.t_per_mwh or Decimal(0))


def _short(mwh: Decimal) -> Decimal:
    """A sum of many converted values, with the decimals that matter."""
    return round(mwh, 3)
