"""What the local electricity mix of a year means, in a sentence with its icon."""

from kbdesk.models.local_mix import LocalMix
from kbdesk.services.electricity_mix import MixState
from kbdesk.texts.mix_texts import comparison
from kbdesk.texts.texts import Texts
from kbdesk.ui.forms.network_words import StateWords
from kbdesk.ui.theme import Meaning


def mix_words(found: MixState, texts: Texts) -> StateWords:
    """What the mix gives beside the national factor, and which of both counts; or what it lacks."""
    if found.refusal is not None:
        return StateWords("circle-alert", texts.error(found.refusal), Meaning.WARNING)
    if found.mix is None:
        said = texts.tr("Nothing is entered for {year}.", year=str(found.year))
        return StateWords("circle", said, None)
    return _counting(found, found.mix, texts)


def _counting(found: MixState, mix: LocalMix, texts: Texts) -> StateWords:
    both = comparison(mix, texts)
    recorded = "" if found.recorded is None else texts.numbers.plain(found.recorded.t_per_mwh)
    if found.is_outdated:
        said = texts.tr("The recorded local factor of {factor} t/MWh no longer fits.", factor=recorded)
        icon, meaning = "triangle-alert", Meaning.WARNING
    elif found.is_in_use:
        said, icon, meaning = texts.tr("The local factor is in use."), "circle-check", Meaning.OK
    elif recorded:
        said = texts.tr("A typed local factor is in use: {factor} t/MWh.", factor=recorded)
        icon, meaning = "info", None
    else:
        said, icon, meaning = texts.tr("The national factor is in use."), "info", None
    if found.is_side_information:
        side = texts.tr("BISKO counts the national mix: the local mix is side information only.")
        said = f"{said} {side}" if recorded else side
    return StateWords(icon, f"{both} {said}", meaning)
