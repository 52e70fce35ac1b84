"""The inventory in the stored files of ``tests/data/files``, and how such a file is made.

One file a released version, named by its ``user_version``, with its readable dump beside it. Once released it is never
made again: it stands for the files people have. ``python -m tests.storage.stored_files`` writes the one of the present
version, where there is none yet.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC
from datetime import date
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from kbdesk.models.acknowledgements import Acknowledgement
from kbdesk.models.activities import Activity
from kbdesk.models.activities import ActivityKind
from kbdesk.models.activities import ActivityState
from kbdesk.models.answers import Answer
from kbdesk.models.bills import Bill
from kbdesk.models.bills import SplitMethod
from kbdesk.models.changes import Edit
from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import CommitmentKind
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import Municipality
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.inventory import PublishedResult
from kbdesk.models.inventory import Record
from kbdesk.models.measures import Measure
from kbdesk.models.measures import MeasureStatus
from kbdesk.models.plants import ElectricityYear
from kbdesk.models.plants import PlantYear
from kbdesk.models.plants import Split
from kbdesk.models.plants import TemperatureKind
from kbdesk.models.second_looks import SecondLook
from kbdesk.models.sources import Source
from kbdesk.models.submissions import SubmissionEntry
from kbdesk.models.targets import Target
from kbdesk.models.traffic import TrafficFlow
from kbdesk.paths import DataDir
from kbdesk.storage.document import Document
from kbdesk.storage.header import CURRENT_VERSION

FOLDER = Path(__file__).parents[1] / "data" / "files"
NOW = datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
MUNICIPALITY = Municipality("DE", "Dudenhofen", "07338007", 1990, "bisko", "de")
HEATING_OIL = Entry(
    EntryKey(2020, "residential", "heating_oil"),
    text="1.200,5",
    quantity=Decimal("1200.5"),
    unit="l",
    parameters=(("net_calorific_value", Decimal("10.02")),),
    grade=Grade.B,
    source="Schornsteinfeger",
    note="geschätzt für Größe ≥ 50 kW",
    origin=Origin.IMPORT,
)
RECORDS: tuple[Record, ...] = (
    HEATING_OIL,
    Entry(EntryKey(2020, "residential", "electricity"), "9700.10", Decimal("9700.10"), "MWh", grade=Grade.A),
    Entry(EntryKey(2020, "tertiary", "electricity"), "about 6000"),
    Entry(EntryKey(2020, "rail", "diesel"), notation_key=NotationKey.NO, note="no railway"),
    BaseDatum(2020, Indicator.POPULATION, Decimal(6030), "register"),
    LocalFactor(2020, "district_heat", Decimal("0.1850"), "utility", "certified"),
    PublishedResult(2015, Decimal("41000.5"), "", Decimal(120000), "report 2016"),
)
LETTER = Source(
    "s1", "Stadtwerke Süd", "operator", "Frau Weiß, 06232 100", "Jahresmeldung", "2021-02-14", "", "letter.pdf"
)
ADDED: tuple[Record, ...] = (
    LETTER,
    Entry(
        EntryKey(2021, "residential", "natural_gas"),
        "412345",
        Decimal(412345),
        "kWh_hs",
        source="p. 2",
        source_id=LETTER.id,
        origin=Origin.BILLS,
    ),
    Entry(
        EntryKey(2021, "municipal_other", "electricity"),
        notation_key=NotationKey.IE,
        contained_in="tertiary/electricity",
    ),
    Bill(
        "b1",
        "residential",
        "natural_gas",
        date(2020, 10, 1),
        date(2021, 9, 30),
        "412.345",
        Decimal(412345),
        "m3",
        (("hs_kwh_per_m3", Decimal("11.20")),),
        SplitMethod.DEGREE_DAYS,
        LETTER.id,
    ),
    Answer("card.railway", "no"),
    Acknowledgement(
        "entry.jump", 2021, "residential", "natural_gas", "412345 kWh_hs", "weather", "cold", "Anna", "2024-03-05"
    ),
    SecondLook(2021, "residential", "Jan Wolf", "2024-03-05"),
    Target(
        "t1",
        "Klimaneutral 2040",
        Basis.TOTAL,
        CommitmentKind.REDUCTION,
        Decimal("0.95"),
        target_year=2040,
        decided="2021-07-01",
        source="Ratsbeschluss 12/2021",
    ),
    PlantYear(
        "BHKW Nord",
        2021,
        "local_heat",
        (("natural_gas", Decimal("10000.5")), ("biogas", Decimal(800))),
        Decimal(5400),
        Decimal(4900),
        Decimal(3200),
        Split.EXERGETIC,
        Decimal("66.5"),
        TemperatureKind.FLOW,
        source="Betreiber, Jahresbericht 2021",
    ),
    ElectricityYear(2021, Decimal("1234.5"), None, Decimal(3200), Decimal("640.25"), Decimal(100), Decimal(0)),
)
"""Kinds of records, and fields, that version 1.1 added."""
LATER: tuple[Record, ...] = (
    Target(
        "t2",
        "Verkehr −40 %",
        Basis.TOTAL,
        CommitmentKind.REDUCTION,
        Decimal("0.4"),
        base_year=2010,
        target_year=2030,
        sector="private_transport",
    ),
    Activity(
        "a1",
        ActivityKind.INDIGENOUS,
        "Solarlampen für Ucayali",
        ActivityState.DONE,
        2004,
        2009,
        "COICA",
        "PE",
        "2003-11-06",
        "Ratsbeschluss 88/2003",
        "Spenden der Schulen",
        LETTER.id,
    ),
    Measure(
        "m1",
        "Straßenbeleuchtung auf LED",
        MeasureStatus.RUNNING,
        "street_lighting",
        "electricity",
        2022,
        2024,
        "Bauamt",
        Decimal("120.5"),
        Decimal("52.40"),
        Decimal(180000),
        "EUR",
        "Kommunalrichtlinie",
        "",
        LETTER.id,
    ),
    TrafficFlow(
        2021, "private_transport", "diesel", "motorway", "car", Decimal("12.75"), Decimal("0.58"), "Zählung", LETTER.id
    ),
    Entry(
        EntryKey(2021, "private_transport", "diesel"),
        "7395",
        Decimal(7395),
        "MWh",
        origin=Origin.TRAFFIC,
    ),
)
"""Kinds of records, and fields, that version 1.2 added."""
KEPT_FILE = b"%PDF-1.7 a letter"
CORRECTED = replace(HEATING_OIL, text="1.250", quantity=Decimal(1250))
SUBMISSION = SubmissionEntry(2020, 1, "ab" * 32, "K7Q2M9X", "KB-DE-07338007-2020-r1-K7Q2M9X.xlsx", NOW, b"\x1f\x8b\x08")


def write(path: Path) -> None:
    """A document with every kind of record, a correction that was undone, and a submission."""
    with (
        TemporaryDirectory() as data,
        Document.create(path, MUNICIPALITY, who="Anna Beck", data_dir=DataDir(Path(data)), clock=lambda: NOW) as made,
    ):
        made.record("import", {"file": "werte.csv"}, [Edit(None, record) for record in (*RECORDS, *ADDED, *LATER)])
        made.keep_file(KEPT_FILE)
        made.register_submission(SUBMISSION)
        made.record("entry.recorded", {"sector": "residential"}, [Edit(HEATING_OIL, CORRECTED)])
        made.undo()


def dump(path: Path) -> str:
    """The file as SQL text, with whose it is and of which version."""
    with closing(sqlite3.connect(path)) as file:
        return "\n".join([*_identification(file), *file.iterdump()]) + "\n"


def _identification(file: sqlite3.Connection) -> Iterator[str]:
    for pragma in ("application_id", "user_version"):
        yield f"PRAGMA {pragma} = {file.execute(f'PRAGMA {pragma}').fetchone()[0]};"


if __name__ == "__main__":
    stored = FOLDER / f"v{CURRENT_VERSION.number}.kbdesk"
    write(stored)
    stored.with_suffix(".sql").write_text(dump(stored), "utf-8")
