"""Every dialog of the program over an open document, made as the window makes it."""

from collections.abc import Callable
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.services import adding_factor_sets
from kbdesk.services import importing
from kbdesk.services.block_headings import Axis
from kbdesk.services.block_reading import BlockPlace
from kbdesk.services.block_reading import BlockReading
from kbdesk.services.block_reading import read_block
from kbdesk.services.clipboard_cells import read_cells
from kbdesk.services.factor_sets import preview
from kbdesk.services.safekeeping import back_up
from kbdesk.services.safekeeping import snapshots_of
from kbdesk.ui import dialogs
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.about_dialog import AboutDialog
from kbdesk.ui.dialogs.add_factor_set_dialog import AddFactorSetDialog
from kbdesk.ui.dialogs.bills_dialog import BillsDialog
from kbdesk.ui.dialogs.carry_forward_dialog import CarryForwardDialog
from kbdesk.ui.dialogs.commitments_dialog import CommitmentsDialog
from kbdesk.ui.dialogs.conformity_dialog import ConformityDialog
from kbdesk.ui.dialogs.deadline_dialog import DeadlineDialog
from kbdesk.ui.dialogs.explain_dialog import ExplainDialog
from kbdesk.ui.dialogs.factor_set_dialog import FactorSetDialog
from kbdesk.ui.dialogs.factor_sets_dialog import FactorSetsDialog
from kbdesk.ui.dialogs.factors_dialog import FactorsDialog
from kbdesk.ui.dialogs.file_dialogs import FileDialogs
from kbdesk.ui.dialogs.fill_inhabitants_dialog import FillInhabitantsDialog
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.dialogs.import_dialog import ImportDialog
from kbdesk.ui.dialogs.measure_dialog import MeasureDialog
from kbdesk.ui.dialogs.paste_dialog import PasteDialog
from kbdesk.ui.dialogs.plant_dialog import PlantDialog
from kbdesk.ui.dialogs.reason_dialog import ReasonDialog
from kbdesk.ui.dialogs.restore_dialog import RestoreDialog
from kbdesk.ui.dialogs.settings_dialog import SettingsDialog
from kbdesk.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from kbdesk.ui.dialogs.source_dialog import SourceDialog
from kbdesk.ui.dialogs.start_inventory_dialog import StartInventoryDialog
from kbdesk.ui.dialogs.still_true_dialog import StillTrueDialog
from kbdesk.ui.dialogs.traffic_dialog import TrafficDialog
from kbdesk.ui.dialogs.weather_dialog import WeatherDialog
from kbdesk.ui.forms.activity_dialog import ActivityDialog
from kbdesk.ui.forms.selection_source_dialog import SelectionSourceDialog
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.widgets.message_bar import MessageAction

Maker = Callable[[MainWindow, Context], FormDialog]

GAS = EntryKey(2015, "residential", "natural_gas")
TABLE = "year,sector,carrier,quantity,unit\n2015,residential,natural_gas,5,MWh\n2015,nowhere,gas,x,MWh\n"
BLOCK = "412.345\t1,5\nx\t9"


def known_dialogs() -> Iterator[type[FormDialog]]:
    """Every class of dialog there is."""
    for module in iter_modules(dialogs.__path__, dialogs.__name__ + "."):
        found = vars(import_module(module.name)).values()
        for each in found:
            own = isinstance(each, type) and each.__module__ == module.name and each is not FormDialog
            if own and issubclass(each, FormDialog):
                yield each


def _settings(window: MainWindow, context: Context) -> FormDialog:
    return SettingsDialog(window, context.desk, context.texts)


def _restore(window: MainWindow, context: Context) -> FormDialog:
    back_up(context.project)
    path = context.project.path
    return RestoreDialog(window, context.texts, path.name, snapshots_of(context.desk, path))


def _import(window: MainWindow, context: Context) -> FormDialog:
    table = Path(context.desk.data_dir.root) / "table.csv"
    table.write_text(TABLE, "utf-8")
    return ImportDialog(window, context.texts, context.theme, importing.plan(context.project, table))


def _paste(window: MainWindow, context: Context) -> FormDialog:
    place = BlockPlace(GAS, ("residential", "industry"), ("natural_gas", "heating_oil"), Axis.CARRIER)

    def read(mark: str = "") -> BlockReading:
        return read_block(context.project, read_cells(BLOCK, ""), place, ",", mark)

    return PasteDialog(window, context, read(), read)


def _factor_set(window: MainWindow, context: Context) -> FormDialog:
    return FactorSetDialog(window, context, preview(context.project, "com-lca-co2e-2024", context.year))


def _add_factor_set(window: MainWindow, context: Context) -> FormDialog:
    table = Path(context.desk.data_dir.root) / "ministry-2026.csv"
    table.write_text("country,year,carrier,t_per_mwh\nDE,2020,electricity,0.3\n", "utf-8")
    return AddFactorSetDialog(window, context, adding_factor_sets.read_file(context.project, table))


def _explain(window: MainWindow, context: Context) -> FormDialog:
    result = context.project.results[context.year]
    return ExplainDialog(window, context, "Total", result.cells)


DIALOGS: dict[type[FormDialog], Maker] = {
    AboutDialog: lambda w, c: AboutDialog(w, c.desk.reference, c.texts, c.theme),
    ActivityDialog: lambda w, c: ActivityDialog(c, w),
    AddFactorSetDialog: _add_factor_set,
    BillsDialog: lambda w, c: BillsDialog(c, GAS, w),
    CarryForwardDialog: lambda w, c: CarryForwardDialog(w, c, "2023"),
    CommitmentsDialog: CommitmentsDialog,
    ConformityDialog: ConformityDialog,
    DeadlineDialog: DeadlineDialog,
    ExplainDialog: _explain,
    FactorSetDialog: _factor_set,
    FactorSetsDialog: lambda w, c: FactorSetsDialog(w, c, FileDialogs()),
    FillInhabitantsDialog: FillInhabitantsDialog,
    FactorsDialog: lambda w, c: FactorsDialog(w, c, c.project.factor_set),
    ImportDialog: _import,
    MeasureDialog: lambda w, c: MeasureDialog(c, w),
    PasteDialog: _paste,
    PlantDialog: lambda w, c: PlantDialog(c, c.year, w),
    ReasonDialog: lambda w, c: ReasonDialog(w, c.texts, NotationKey.IE, [GAS]),
    RestoreDialog: _restore,
    SelectionSourceDialog: lambda w, c: SelectionSourceDialog(w, c, 3),
    SettingsDialog: _settings,
    ShortcutsDialog: lambda w, c: ShortcutsDialog(w, w.frame.menus.shortcuts(), c.texts),
    SourceDialog: lambda w, c: SourceDialog(c, w),
    StartInventoryDialog: lambda w, c: StartInventoryDialog(w, c, MessageAction(c.texts.tr("Undo"), w.undo)),
    StillTrueDialog: lambda w, c: StillTrueDialog(w, c, 2015),
    TrafficDialog: lambda w, c: TrafficDialog(c, c.year, w),
    WeatherDialog: WeatherDialog,
}
