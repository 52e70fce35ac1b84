"""Makes the pictures of the handbook, ``resources/help/*.png``: the real window on the figures of an example.

    QT_QPA_PLATFORM=offscreen python packaging/handbook_pictures.py [OUT]

The municipality is invented and says so in its name; its figures have the size that is usual for 6,000 inhabitants.
They are recorded by the services that the window uses.
"""

import sys
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QWidget

from kbdesk.app import Program
from kbdesk.models.answers import NO
from kbdesk.models.answers import YES
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import Municipality
from kbdesk.models.inventory import NotationKey
from kbdesk.paths import DataDir
from kbdesk.paths import resources_dir
from kbdesk.services import base_data
from kbdesk.services import council_report
from kbdesk.services import data_entry
from kbdesk.services import guiding
from kbdesk.services import sources
from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from kbdesk.services.reference import Reference
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.places.data_entry import DataEntryPlace
from kbdesk.ui.widgets.report_preview import ReportPreview

TODAY = date(2024, 5, 14)
EXAMPLE = Municipality("DE", "Musterdorf (example)", base_year=1990, factor_set="bisko", language="en")
YEARS = (1990, 2010, 2015, 2020, 2021, 2022, 2023)
INHABITANTS = ("5710", "5905", "5960", "6010", "6022", "6030", "6061")
NOT_HERE = ("district_heat", "coal", "industry_ets", "agriculture", "railway", "waterway", "airfield")
WIDTH, HEIGHT = 1280, 800
PAGE_WIDTH = 760
MOST_BYTES = 150_000
SETTLING_MS = 900
COLOURS = 256

LETTERS = {
    "grid": ("Electricity grid operator", "Network consumption 2023", "2024-02-19", "operator"),
    "gas": ("Gas grid operator", "Gas deliveries 2023", "2024-02-14", "operator"),
    "sweep": ("Chimney sweep", "Statistics of boilers and stoves", "2024-03-05", "sweep"),
    "traffic": ("Regional traffic model", "Road traffic by municipality", "2023-11-30", "model"),
    "town": ("Own buildings", "Energy report of the building office", "2024-04-08", "bill"),
}
"""Supplier, title, day and kind of the letters of the newest year."""

PAGES = {"grid": "p. 2", "gas": "p. 1", "sweep": "table 3", "town": "p. 5"}
"""Where in the letter the values stand."""

VALUES = """
residential electricity MWh grid 9,900 10,350 10,120 9,870 9,960 9,640 9,410
residential natural_gas MWh_hs gas 9,800 24,300 26,100 27,400 29,050 25,900 24,700
residential heating_oil l sweep 2,900,000 1,640,000 1,420,000 1,180,000 1,150,000 1,090,000 1,020,000
residential biomass MWh sweep 1,900 4,100 4,450 4,700 4,900 5,300 5,250
residential solar_thermal MWh - 0 310 420 480 490 510 -
residential ambient_heat MWh - 0 240 610 1,350 1,580 2,040 -
tertiary electricity MWh grid 5,200 6,150 6,080 5,610 5,720 5,540 5,390
tertiary natural_gas MWh_hs gas 4,100 7,900 8,050 7,720 8,100 7,150 6,880
tertiary heating_oil l sweep 610,000 330,000 270,000 214,000 205,000 196,000 188,000
industry electricity MWh grid 3,900 4,400 4,310 4,020 4,180 4,090 3.96
industry natural_gas MWh_hs gas 5,900 6,300 6,150 5,700 5,980 5,120 4,890
municipal_buildings electricity kWh town 402,000 455,000 448,000 421,000 430,000 447,000 439,500
municipal_buildings natural_gas MWh_hs town 1,310 1,240 1,190 1,090 1,150 1,040 988
street_lighting electricity kWh town 318,000 301,000 254,000 171,000 148,000 131,000 118,200
municipal_other electricity kWh town 412,000 438,000 441,000 436,000 429,000 433,000 -
municipal_fleet diesel l town 9,800 13,400 13,900 13,100 13,350 12,900 12,740
public_transport_road diesel l - 41,000 46,000 47,500 48,800 48,100 49,200 -
road_passenger motor_fuels MWh traffic 24,800 26,900 27,200 23,400 24,100 24,800 24,600
road_freight motor_fuels MWh traffic 8,100 9,700 10,200 10,050 10,400 10,300 10,150
"""
"""Sector, energy carrier, unit, letter, the values of ``YEARS`` as on paper ("-": none, still missing)."""


def fill(project: Project, names: Mapping[str, tuple[str, str, str, str]] = LETTERS, mark: str = ".") -> None:
    """Type the example into a new document, with this decimal mark."""
    for year, number in zip(YEARS, INHABITANTS, strict=True):
        base_data.record_base_datum(project, year, Indicator.POPULATION, number, ".")
    letters = {
        key: sources.new_source(project, supplier=supplier, title=title, date=day, kind=kind)
        for key, (supplier, title, day, kind) in names.items()
    }
    for source in letters.values():
        sources.add_source(project, source)
    for at, year in enumerate(YEARS):
        for sector, carrier, unit, letter, *typed in map(str.split, VALUES.strip().splitlines()):
            if typed[at] != "-":
                key = EntryKey(year, sector, carrier)
                data_entry.record_quantity(project, key, written(typed[at], mark), mark)
                data_entry.record_unit(project, key, unit)
                if letter in letters:
                    sources.name_source(project, [key], letters[letter].id, PAGES.get(letter))
    answer(project)


def answer(project: Project) -> None:
    """Say what there is in the municipality, and what is not known yet."""
    for card in project.reference.cards:
        guiding.answer_card(project, card, NO if card.id in NOT_HERE else YES)
    newest = YEARS[-1]
    data_entry.record_notation_keys(
        project,
        [EntryKey(newest, "public_transport_road", "diesel")],
        NotationKey.NE,
        note="The bus company was asked on 6 May",
    )
    data_entry.record_note(project, EntryKey(newest, "residential", "natural_gas"), "All tariff customers.")


def written(text: str, mark: str) -> str:
    """A number of ``VALUES`` as it is written with this decimal mark."""
    return text if mark == "." else text.replace(",", ".")


def pictures(window: MainWindow, out: Path) -> None:
    """Make every picture of the handbook."""
    newest = YEARS[-1]
    window.show_place("overview", newest)
    keep(window, out / "overview.png")
    show_values(window, "form", EntryKey(newest, "residential", "electricity"))
    keep(window, out / "form.png")
    show_values(window, "year", EntryKey(newest, "residential", "natural_gas"))
    keep(window, out / "data-entry.png")
    window.show_place("findings", newest)
    keep(window, out / "findings.png")


def council_page(desk: Desk, folder: Path, path: Path) -> None:
    """Store the first page of the sample municipality's report, as the window shows it."""
    with desk.create_sample(folder / "Sample.kbdesk") as project:
        report = council_report.council_report(project, max(project.results), desk.reference.texts("en"))
        page = ReportPreview()
        page.setFrameShape(ReportPreview.Shape.Box)
        page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page.resize(PAGE_WIDTH, HEIGHT)
        page.show()
        page.show_report(replace(report, annex=()))
        page.resize(PAGE_WIDTH, round(page.document().size().height()) + 2 * page.frameWidth())
        for _ in range(2):
            QTest.qWait(SETTLING_MS)
        store(page, path)
        page.close()


def show_values(window: MainWindow, panel: str, key: EntryKey) -> None:
    """Show data entry with the keyboard in a value."""
    window.show_place("data_entry")
    place = window.frame.stack.shown
    if not isinstance(place, DataEntryPlace):
        sys.exit("data entry was not shown")
    place.show_panel(panel)
    place.show_target(key)


def keep(window: MainWindow, path: Path) -> None:
    """Store what the window shows."""
    for _ in range(2):  # the first picture of a chart takes all of the first wait: matplotlib is loaded
        QTest.qWait(SETTLING_MS)
    store(window, path)


def store(widget: QWidget, path: Path) -> None:
    """Store what a widget shows, with the 256 colours that serve best."""
    shown = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    size = (shown.width(), shown.height())
    whole = Image.frombuffer("RGB", size, bytes(shown.constBits()), "raw", "RGB", shown.bytesPerLine(), 1)
    whole.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)
    if path.stat().st_size > MOST_BYTES:
        sys.exit(f"{path} is larger than {MOST_BYTES} bytes")


def main(out: Path) -> None:
    """Make the pictures into a folder."""
    application = QApplication(["kbdesk"])
    application.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Reference(resources_dir()), DataDir(Path(folder) / "data"), lambda: TODAY)
        project = desk.create(Path(folder) / "Musterdorf.kbdesk", EXAMPLE)
        fill(project)
        window = Program(application, desk, "en").window
        window.resize(WIDTH, HEIGHT)
        window.show()
        window.take_project(project)
        window.activateWindow()
        pictures(window, out)
        council_page(desk, Path(folder), out / "report.png")
        window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else resources_dir() / "help")
