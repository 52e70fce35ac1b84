"""The forms of data entry as data: which values a form asks for, in which unit, and where each stands on the letter.

The same value can stand on several forms: one of its sector, one of whoever supplies it. Data in ``resources/forms``.
Labels, help and hints are English source texts; ``kbdesk.texts`` translates them in the context ``form``.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kbdesk.models.absences import Place
from kbdesk.models.codebook import Codebook
from kbdesk.models.codebook import SectorKind
from kbdesk.models.inventory import DIRECT
from kbdesk.models.resource_tables import read_table


class FormGroup(StrEnum):
    """What a form gathers: the values of a sector, or those one supplier knows."""

    SECTOR = "sector"
    SUPPLIER = "supplier"


@dataclass(frozen=True, slots=True)
class Hint:
    """Where a number stands on the letter, and the unit it is usually stated in (empty: the codebook's)."""

    text: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class HintRule:
    """One row of ``hints.csv``: empty names stand for any."""

    form: str
    sector: str
    carrier: str
    country: str
    hint: Hint

    def fits(self, form: str, place: Place, country: str) -> bool:
        """Whether the row is about this field."""
        wanted = ((self.form, form), (self.sector, place[0]), (self.carrier, place[1]), (self.country, country))
        return all(not named or named == given for named, given in wanted)

    @property
    def rank(self) -> tuple[bool, bool, bool, bool]:
        """A row that names more decides: a country before a form, a form before a sector, a sector before a carrier."""
        return bool(self.country), bool(self.form), bool(self.sector), bool(self.carrier)


@dataclass(frozen=True, slots=True)
class FormField:
    """One value a form shows; ``asked``: an empty one counts as missing."""

    sector: str
    carrier: str
    asked: bool

    @property
    def place(self) -> Place:
        """Sector and carrier."""
        return self.sector, self.carrier


@dataclass(frozen=True, slots=True)
class EntryForm:
    """One form, its fields in the order shown."""

    id: str
    group: FormGroup
    label: str
    icon: str
    help: str
    fields: tuple[FormField, ...]
    hints: tuple[HintRule, ...] = ()

    @property
    def sectors(self) -> tuple[str, ...]:
        """The sectors of its fields, in order."""
        return tuple(dict.fromkeys(field.sector for field in self.fields))

    @property
    def places(self) -> frozenset[Place]:
        """Every sector with its carrier."""
        return frozenset(field.place for field in self.fields)

    def hint(self, place: Place, country: str) -> Hint:
        """Where the number of a field stands in this country; an empty one where nothing is known.

        The text is that of the row that names most, the unit that of the row that names most among those with a unit.
        """
        fitting = sorted((r for r in self.hints if r.fits(self.id, place, country)), key=lambda rule: rule.rank)
        text = next((rule.hint.text for rule in reversed(fitting) if rule.hint.text), "")
        unit = next((rule.hint.unit for rule in reversed(fitting) if rule.hint.unit), "")
        return Hint(text, unit)

    def further(self, codebook: Codebook) -> Iterator[Place]:
        """The places of its sectors that it does not show: every other carrier that fits."""
        shown = self.places
        for sector in self.sectors:
            for carrier in carriers_that_fit(codebook, sector):
                if (sector, carrier) not in shown:
                    yield sector, carrier


def carriers_that_fit(codebook: Codebook, sector: str) -> Iterator[str]:
    """The carriers that occur in a sector, in the order of the codebook; direct emissions belong to direct sectors."""
    kind = codebook.sectors[sector].kind
    if kind is SectorKind.DIRECT:
        yield DIRECT
        return
    yield from (carrier.id for carrier in codebook.carriers.values() if carrier.serves(kind))


def read_forms(folder: Path) -> tuple[EntryForm, ...]:
    """Read ``forms.csv``, ``fields.csv`` and ``hints.csv`` of the folder, in the order in which forms are shown."""
    fields: dict[str, list[FormField]] = {}
    for row in read_table(folder / "fields.csv"):
        fields.setdefault(row["form"], []).extend(_fields(row))
    hints = tuple(_hint_rule(row) for row in read_table(folder / "hints.csv"))
    return tuple(_form(row, fields[row["id"]], hints) for row in read_table(folder / "forms.csv"))


def _fields(row: Mapping[str, str]) -> Iterator[FormField]:
    for carrier in row["carriers"].split():
        yield FormField(row["sector"], carrier, asked=row["asked"] == "yes")


def _hint_rule(row: Mapping[str, str]) -> HintRule:
    return HintRule(row["form"], row["sector"], row["carrier"], row["country"], Hint(row["hint"], row["unit"]))


def _form(row: Mapping[str, str], fields: Iterable[FormField], hints: Iterable[HintRule]) -> EntryForm:
    own = tuple(rule for rule in hints if rule.form in ("", row["id"]))
    return EntryForm(row["id"], FormGroup(row["group"]), row["label"], row["icon"], row["help"], tuple(fields), own)
