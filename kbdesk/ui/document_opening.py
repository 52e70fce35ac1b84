"""Getting a document onto the desk: opened, made new, made as a copy of the sample."""

import logging
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from kbdesk.errors import UserError
from kbdesk.models.changes import Edit
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Indicator
from kbdesk.paths import default_data_dir
from kbdesk.services.desk import SUFFIX
from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts
from kbdesk.ui.new_document import NewDocument
from kbdesk.ui.new_document import free_path

if TYPE_CHECKING:
    from kbdesk.models.municipalities import KnownMunicipality

_LOG = logging.getLogger(__name__)


class DocumentOpening:
    """Opens documents and remembers them; every method may raise ``UserError``."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def folder(self) -> Path:
        """Where a document is looked for or stored first: where the last one is, else the user's documents."""
        recent = self._desk.settings.load().recent
        if recent and Path(recent[0]).parent.is_dir():
            return Path(recent[0]).parent
        if self._desk.data_dir == default_data_dir():
            found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            return Path(found) if found else Path.home()
        return self._desk.data_dir.documents

    def open(self, path: Path, *, read_only: bool = False) -> Project:
        """Open a document that is there."""
        return self._remembered(self._desk.open(path, read_only=read_only))

    def make(self, new: NewDocument, texts: Texts) -> Project:
        """Make a new document; what the European list knows of the municipality is its first data."""
        make_folder(new.path.parent)
        project = self._desk.create(new.path, new.municipality)
        if new.known is not None:
            _record_known(project, new.known, texts)
        return self._remembered(project)

    def make_sample(self) -> Project:
        """Make a fresh copy of the sample municipality; earlier copies stay."""
        folder = self._desk.data_dir.documents
        make_folder(folder)
        from kbdesk.services.sample import sample_municipality  # noqa: PLC0415 - seldom needed

        name = sample_municipality(self._desk.reference.resources).name
        return self._remembered(self._desk.create_sample(free_path(folder / f"{name}{SUFFIX}")))

    def _remembered(self, project: Project) -> Project:
        settings = self._desk.settings.load()
        settings.remember(project.path)
        try:
            self._desk.settings.save(settings)
        except OSError:
            _LOG.info("the list of recent documents could not be written", exc_info=True)
        return project


def make_folder(folder: Path) -> None:
    """Make a folder for documents."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("export.not_written", path=str(folder), reason=error.strerror or str(error)) from error


def _record_known(project: Project, known: "KnownMunicipality", texts: Texts) -> None:
    """Inhabitants and area as the list has them, with where the list is from."""
    if known.population is None or known.population_year is None:
        return
    year = known.population_year
    source = texts.tr("List of European municipalities (Eurostat LAU {year})", year=year)
    edits = [Edit(None, BaseDatum(year, Indicator.POPULATION, Decimal(known.population), source))]
    if known.area_km2 is not None:
        edits.append(Edit(None, BaseDatum(year, Indicator.AREA_KM2, known.area_km2, source)))
    shown = {"year": str(year), "indicator": Indicator.POPULATION.value, "value": str(known.population)}
    project.commit("base.datum", shown, edits)
