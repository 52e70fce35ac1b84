"""The words on the sheets: they travel in the payload, so that a file renders alike in every version of the program."""

from collections.abc import Mapping
from collections.abc import Sequence
from typing import Any

from kbdesk.exchange.canonical import Json
from kbdesk.exchange.labels import INDICATOR_LABELS
from kbdesk.exchange.labels import NOTATION_KEY_LABELS
from kbdesk.exchange.register_wording import REGISTER_PHRASES
from kbdesk.exchange.register_wording import has_register
from kbdesk.exchange.register_wording import register_places
from kbdesk.models.inventory import Inventory
from kbdesk.texts.break_texts import KIND_NAMES
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

PHRASES = (
    mark("Energy and greenhouse gas inventory"),
    mark("Municipality"),
    mark("Country"),
    mark("Official code"),
    mark("Inventory year"),
    mark("Revision"),
    mark("Check code"),
    mark("Released by"),
    mark("Office"),
    mark("Date"),
    mark("Base year"),
    mark("Year"),
    mark("Inhabitants"),
    mark("Final energy [MWh]"),
    mark("Emissions [t]"),
    mark("Emissions per inhabitant [t]"),
    mark("Direct emissions [t CO2e]"),
    mark("Data quality"),
    mark("Missing values"),
    mark("All years"),
    mark("By sector"),
    mark("Sector"),
    mark("Total"),
    mark("Kind"),
    mark("Sector or indicator"),
    mark("Label"),
    mark("Energy carrier"),
    mark("As typed"),
    mark("Quantity"),
    mark("Unit"),
    mark("Emission factor [t/MWh]"),
    mark("Factor status"),
    mark("Factor source"),
    mark("Grade"),
    mark("Notation key"),
    mark("Origin"),
    mark("Parameters"),
    mark("Source"),
    mark("Note"),
    mark("Level"),
    mark("Code"),
    mark("Explanation"),
    mark("Effect [t]"),
    mark("Nothing to explain."),
    mark("Acknowledged"),
    mark("Second look"),
    mark("checked on"),
    mark("From bills"),
    mark("Break in the series"),
    *KIND_NAMES.values(),
    mark("contained in"),
    mark("What"),
    mark("Field"),
    mark("Before"),
    mark("After"),
    mark("This is the first revision: there is nothing to compare it with."),
    mark("Nothing has changed since the last revision."),
    mark("Factor set"),
    mark("Edition"),
    mark("Basis of gas"),
    mark("Boundary"),
    mark("Reference"),
    mark("Schema"),
    mark("Rules version"),
    mark("Program version"),
    mark("Meaning of the codes"),
    mark("factor of this country and year"),
    mark("factor of the nearest year of the same series"),
    mark("factor of the municipality itself"),
    mark("no factor known"),
    mark("own measured data"),
    mark("extrapolated data"),
    mark("regional statistics"),
    mark("national statistics"),
    mark("Commitment"),
    mark("Wording"),
    mark("Measured by"),
    mark("Target year"),
    mark("Verdict"),
    mark("Latest year"),
    mark("Actual value"),
    mark("Target value"),
    mark("Distance [%]"),
    mark("total"),
    mark("per inhabitant"),
    mark("on track"),
    mark("off track"),
    mark("reached"),
    mark("not assessable"),
    mark("Five-year windows"),
    mark("From"),
    mark("To"),
    mark("Change per five years [%]"),
    mark("Ten percent kept"),
    mark("yes"),
    mark("no"),
    mark("The data below are the submission; the other sheets show them. Please change nothing in this file."),
    mark("SHA-256 of the last revision"),
    mark("Counted"),
    mark("no, contained in transport"),
    mark("Heat pumps, taken off [MWh]"),
    mark("Metered electricity contains heat pumps"),
    *INDICATOR_LABELS.values(),
    *NOTATION_KEY_LABELS.values(),
)
_SEPARATOR = " / "


def spoken(national: Texts, english: Texts) -> list[Texts]:
    """The languages of a submission: the national one and English, once where they are the same."""
    return [national] if national.language == english.language else [national, english]


def collected_wording(inventory: Inventory, national: Texts, english: Texts) -> dict[str, Json]:
    """Every word the sheets need, in the national language and in English."""
    languages = spoken(national, english)
    keys = inventory.entries
    sectors = {key.sector for key in keys} | {sector for _, sector in inventory.published if sector}
    carriers = {key.carrier for key in keys} | {carrier for _, carrier in inventory.local_factors}
    for sector, carrier in (contained_place(entry.contained_in) for entry in keys.values() if entry.contained_in):
        sectors.add(sector)
        carriers.update([carrier] if carrier else ())
    for sector, carrier in register_places(inventory):
        sectors.update([sector] if sector else ())
        carriers.update([carrier] if carrier else ())
    phrases = (*PHRASES, *(REGISTER_PHRASES if has_register(inventory) else ()))
    return {
        "languages": [texts.language for texts in languages],
        "phrases": {phrase: national.tr(phrase) for phrase in phrases} if len(languages) > 1 else {},
        "sectors": {id_: _all(t.sector(id_) for t in languages) for id_ in sorted(sectors)},
        "carriers": {id_: _all(t.carrier(id_) for t in languages) for id_ in sorted(carriers)},
    }


def contained_place(contained_in: str) -> tuple[str, str]:
    """Sector and carrier a value is contained in; no carrier where only the sector is said."""
    sector, _, carrier = contained_in.partition("/")
    return sector, carrier


class Wording:
    """The words of one payload."""

    def __init__(self, wording: Mapping[str, Any]) -> None:
        self._phrases: Mapping[str, str] = wording["phrases"]
        self._sectors = {id_: _joined(words) for id_, words in wording["sectors"].items()}
        self._carriers = {id_: _joined(words) for id_, words in wording["carriers"].items()}
        self.languages: Sequence[str] = wording["languages"]

    def phrase(self, english: str) -> str:
        """A phrase in the national language and in English, once where both are the same."""
        return _joined((self._phrases.get(english, english), english))

    def sector(self, sector_id: str) -> str:
        """The labels of a sector."""
        return self._sectors.get(sector_id, sector_id)

    def carrier(self, carrier_id: str) -> str:
        """The labels of an energy carrier."""
        return self._carriers.get(carrier_id, carrier_id)

    def joined(self, words: Sequence[str]) -> str:
        """Words of several languages in one cell."""
        return _joined(words)


def _all(words: Any) -> list[Json]:  # noqa: ANN401 - any iterable of texts
    return list(words)


def _joined(words: Sequence[str]) -> str:
    return _SEPARATOR.join(dict.fromkeys(words))
