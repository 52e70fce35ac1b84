"""Opening, making and looking at documents: what can be done before one is open."""

import getpass
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from unicodedata import category

from kbdesk.errors import UserError
from kbdesk.models.inventory import Municipality
from kbdesk.paths import DataDir
from kbdesk.services.project import Project
from kbdesk.services.reference import Reference
from kbdesk.services.settings import SettingsFile
from kbdesk.storage.document import Document
from kbdesk.texts.countries import is_country

SUFFIX = ".kbdesk"
EARLIEST_BASE_YEAR = 1990
_LONGEST_NAME = 120
_SHOWN = 40
_UNWRITABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Control characters, halves of surrogate pairs, breaks of lines and paragraphs."""
_LANGUAGE_CODE = re.compile("[a-z]{2,3}")
_NATIONAL_LANGUAGES = {"DE": "de", "AT": "de", "CH": "de", "LI": "de", "LU": "de"}


def national_language(country: str) -> str:
    """The shipped language in which submissions of this country are written beside English."""
    return _NATIONAL_LANGUAGES.get(country, "en")


def _check_words(municipality: Municipality) -> None:
    """Refuse what no municipality is called; a document keeps these words for ever and every submission shows them."""
    if not municipality.name.strip():
        raise UserError("municipality.no_name")
    for found in (municipality.name, municipality.code):
        if len(found) > _LONGEST_NAME or any(category(letter) in _UNWRITABLE for letter in found):
            raise UserError("municipality.wording", found=found[:_SHOWN], longest=str(_LONGEST_NAME))
    if not is_country(municipality.country):
        raise UserError("municipality.country", found=municipality.country[:_SHOWN])
    if not _LANGUAGE_CODE.fullmatch(municipality.language):
        raise UserError("municipality.language", found=municipality.language[:_SHOWN])


def _account() -> str:
    """The name of the account the program runs under; its kind of account may have none."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return "?"


@dataclass(frozen=True)
class Desk:
    """The program without an open document."""

    reference: Reference
    data_dir: DataDir
    today: Callable[[], date] = date.today

    @property
    def settings(self) -> SettingsFile:
        """The user's settings."""
        return SettingsFile(self.data_dir.settings)

    @property
    def who(self) -> str:
        """The name that stands in the journal: as set, else the account's."""
        return self.settings.load().name or _account()

    def create(self, path: Path, municipality: Municipality) -> Project:
        """Make a new document; never overwrites. A missing factor set becomes the country's default."""
        _check_words(municipality)
        if not EARLIEST_BASE_YEAR <= municipality.base_year <= self.today().year:
            raise UserError("municipality.base_year", found=str(municipality.base_year), last=str(self.today().year))
        self.reference.rules(municipality.factor_set)
        if not path.name:
            raise UserError("document.name_impossible", file=str(path), folder=str(path.absolute()))
        target = path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)
        document = Document.create(target, municipality, who=self.who, data_dir=self.data_dir)
        return Project(document, self.reference, self.today)

    def open(self, path: Path, *, read_only: bool = False) -> Project:
        """Open a document; foreign, damaged, newer or busy ones are a ``UserError``."""
        document = Document.open(path, who=self.who, data_dir=self.data_dir, read_only=read_only)
        return Project(document, self.reference, self.today)

    def create_sample(self, path: Path) -> Project:
        """Make a document of the sample municipality with its published figures."""
        from kbdesk.services.sample import fill_with_sample  # noqa: PLC0415 - seldom needed
        from kbdesk.services.sample import sample_municipality  # noqa: PLC0415 - seldom needed

        project = self.create(path, sample_municipality(self.reference.resources))
        fill_with_sample(project)
        return project
