"""A small town's document as it is after some weeks: values of two years, a source, and what has to be looked at."""

from pathlib import Path

from kbdesk.models.changes import Edit
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Record
from kbdesk.paths import DataDir
from kbdesk.paths import resources_dir
from kbdesk.services import data_entry
from kbdesk.services.desk import Desk
from kbdesk.services.reference import Reference
from kbdesk.services.sources import add_source
from kbdesk.services.sources import name_source
from kbdesk.services.sources import new_source
from tests.builders import DUDENHOFEN
from tests.builders import typical_inventory

YEAR = 2020
ELECTRICITY = EntryKey(YEAR, "residential", "electricity")
GAS = EntryKey(YEAR, "residential", "natural_gas")
OIL = EntryKey(YEAR, "residential", "heating_oil")
HEAT = EntryKey(YEAR, "residential", "district_heat")


def prepared_document(folder: Path) -> Path:
    """The document, closed."""
    path = folder / "Dudenhofen.kbdesk"
    with Desk(Reference(resources_dir()), DataDir(folder / "before")).create(path, DUDENHOFEN) as project:
        typical = typical_inventory()
        records: list[Record] = [*typical.entries.values(), *typical.base_data.values()]
        project.commit("import", {"file": "typical", "count": str(len(records))}, [Edit(None, r) for r in records])
        source = new_source(project, supplier="Stadtwerke", title="Letter", date="2021-03-04", kind="operator")
        add_source(project, source)
        name_source(project, [ELECTRICITY], source.id, "page 2")
        data_entry.record_quantity(project, GAS, "38000000", ".")
        data_entry.record_quantity(project, OIL, "about ten", ".")
        data_entry.record_notation_key(project, HEAT, NotationKey.NO)
    return path
