"""What a municipality records: entries, base data, local factors, published results, and what stands behind them.

Every record is frozen and has an ``identity``: two records with the same identity are versions of the same thing.
Missing is ``None``, never 0 (accounting rules, section 2).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from kbdesk.models.acknowledgements import Acknowledgement
from kbdesk.models.activities import Activity
from kbdesk.models.answers import Answer
from kbdesk.models.bills import Bill
from kbdesk.models.measures import Measure
from kbdesk.models.plants import ElectricityYear
from kbdesk.models.plants import PlantYear
from kbdesk.models.second_looks import SecondLook
from kbdesk.models.sources import Source
from kbdesk.models.targets import Target
from kbdesk.models.traffic import TrafficFlow

DIRECT = "direct"
"""The carrier id under which direct (non-energy) emissions are entered, in t CO2e."""


class Grade(StrEnum):
    """Data quality grade: A primary data, B extrapolated, C regional ratios, D national ratios."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class NotationKey(StrEnum):
    """Why there is no value: does not exist, not estimated, included elsewhere, confidential."""

    NO = "NO"
    NE = "NE"
    IE = "IE"
    C = "C"


class Origin(StrEnum):
    """How a value came into the document."""

    TYPED = "typed"
    PASTED = "pasted"
    IMPORT = "import"
    START = "start_inventory"
    CARRIED = "carried_forward"
    BILLS = "bills"
    TRAFFIC = "traffic"


COMPUTED = frozenset({Origin.BILLS, Origin.TRAFFIC})
"""Where values come from that nobody typed, but that follow from what was typed beside them."""
UNTYPED = COMPUTED | {Origin.START}
"""Where values come from whose unit and digits nobody chose."""


class Indicator(StrEnum):
    """Base data of a year."""

    POPULATION = "population"
    AREA_KM2 = "area_km2"
    HOUSEHOLDS = "households"
    EMPLOYEES = "employees"
    HEATING_DEGREE_DAYS = "heating_degree_days"


class EntryKey(NamedTuple):
    """The place of one value."""

    year: int
    sector: str
    carrier: str


@dataclass(frozen=True, slots=True)
class Municipality:
    """The municipality a document is about, and the rules it is accounted by."""

    country: str
    name: str
    code: str = ""
    base_year: int = 1990
    factor_set: str = ""
    language: str = "en"

    @property
    def identity(self) -> tuple[str, ...]:
        """There is one municipality in a document."""
        return ("municipality",)


@dataclass(frozen=True, slots=True)
class Entry:
    """Activity data of one cell: year, sector, energy carrier.

    ``text`` is the quantity exactly as typed and is kept for ever; ``quantity`` is its decimal value, ``None`` where
    the text is no number (a draft) or nothing was typed. ``parameters`` holds what a unit needs beside the quantity
    (see ``conversion``). A value and a notation key exclude each other. ``source_id`` names a source record; ``source``
    then says where in it the value stands, else it is the whole source. ``contained_in`` says where a value is included
    that has the key *included elsewhere*: a sector id, or sector and carrier id with a slash between.

    An entry carried forward without value or key says that a value is expected here.
    """

    key: EntryKey
    text: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    parameters: tuple[tuple[str, Decimal], ...] = ()
    grade: Grade | None = None
    source: str = ""
    note: str = ""
    notation_key: NotationKey | None = None
    origin: Origin = Origin.TYPED
    source_id: str = ""
    contained_in: str = ""

    def __post_init__(self) -> None:
        """Refuse a value together with a notation key."""
        if self.notation_key is not None and self.text:
            raise ValueError(f"{self.key}: a value and a notation key exclude each other")

    @property
    def identity(self) -> tuple[str, ...]:
        """Kind, year, sector, carrier."""
        return ("entry", str(self.key.year), self.key.sector, self.key.carrier)

    @property
    def is_draft(self) -> bool:
        """Whether something was typed that is no number."""
        return bool(self.text) and self.quantity is None

    @property
    def is_expected(self) -> bool:
        """Whether nothing stands here yet, but the year it was carried forward from has a value."""
        return self.origin is Origin.CARRIED and not self.text and self.notation_key is None


@dataclass(frozen=True, slots=True)
class BaseDatum:
    """One indicator of one year (inhabitants, area, households, employees, heating degree days)."""

    year: int
    indicator: Indicator
    value: Decimal
    source: str = ""

    @property
    def identity(self) -> tuple[str, ...]:
        """Kind, year, indicator."""
        return ("base", str(self.year), self.indicator)


@dataclass(frozen=True, slots=True)
class LocalFactor:
    """The municipality's own emission factor [t CO2 or CO2e per MWh] of one year and carrier."""

    year: int
    carrier: str
    t_per_mwh: Decimal
    source: str = ""
    note: str = ""

    @property
    def identity(self) -> tuple[str, ...]:
        """Kind, year, carrier."""
        return ("factor", str(self.year), self.carrier)


@dataclass(frozen=True, slots=True)
class PublishedResult:
    """Emissions of an earlier inventory of which only the result is known; no sector means the total."""

    year: int
    emissions_t: Decimal
    sector: str = ""
    final_energy_mwh: Decimal | None = None
    source: str = ""

    @property
    def identity(self) -> tuple[str, ...]:
        """Kind, year, sector."""
        return ("published", str(self.year), self.sector)


Record = (
    Municipality
    | Entry
    | BaseDatum
    | LocalFactor
    | PublishedResult
    | Source
    | Bill
    | Answer
    | Acknowledgement
    | SecondLook
    | Target
    | PlantYear
    | ElectricityYear
    | Activity
    | Measure
    | TrafficFlow
)


@dataclass(frozen=True, slots=True)
class Inventory:
    """Everything recorded about one municipality."""

    municipality: Municipality
    entries: Mapping[EntryKey, Entry] = field(default_factory=dict)
    base_data: Mapping[tuple[int, Indicator], BaseDatum] = field(default_factory=dict)
    local_factors: Mapping[tuple[int, str], LocalFactor] = field(default_factory=dict)
    published: Mapping[tuple[int, str], PublishedResult] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    bills: Mapping[str, Bill] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    acknowledgements: Mapping[tuple[str, int, str, str], Acknowledgement] = field(default_factory=dict)
    second_looks: Mapping[tuple[int, str], SecondLook] = field(default_factory=dict)
    targets: Mapping[str, Target] = field(default_factory=dict)
    plants: Mapping[tuple[str, int], PlantYear] = field(default_factory=dict)
    electricity: Mapping[int, ElectricityYear] = field(default_factory=dict)
    activities: Mapping[str, Activity] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    traffic: Mapping[tuple[int, str, str, str, str], TrafficFlow] = field(default_factory=dict)

    @property
    def years(self) -> tuple[int, ...]:
        """The inventory years: those with at least one entry, ascending."""
        return tuple(sorted({key.year for key in self.entries}))

    def population(self, year: int) -> Decimal | None:
        """Inhabitants in the year; ``None`` where not recorded."""
        datum = self.base_data.get((year, Indicator.POPULATION))
        return datum.value if datum else None

    def answer(self, question: str) -> str:
        """The answer to a question; empty where there is none."""
        found = self.answers.get(question)
        return found.value if found else ""
