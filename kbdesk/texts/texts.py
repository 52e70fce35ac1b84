"""The one object that turns codes, labels and numbers into what a person reads, in one language.

Source texts are English. ``tr`` marks them for extraction; the catalogues are in ``resources/i18n``. The interface
language and the number format are two settings.
"""

import gettext
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from kbdesk.errors import UserError
from kbdesk.models.codebook import Carrier
from kbdesk.models.codebook import Codebook
from kbdesk.models.codebook import Sector
from kbdesk.models.codebook import Unit
from kbdesk.models.inventory import DIRECT
from kbdesk.texts.numbers import Numbers
from kbdesk.texts.sentences import SENTENCES

DOMAIN = "kbdesk"
LANGUAGES = ("en", "de")


@dataclass(frozen=True)
class Texts:
    """Texts of one language with one number format."""

    language: str
    catalogue: gettext.NullTranslations
    numbers: Numbers
    codebook: Codebook

    @property
    def is_translated(self) -> bool:
        """Whether there is a compiled catalogue (English needs none)."""
        return self.language == LANGUAGES[0] or isinstance(self.catalogue, gettext.GNUTranslations)

    def tr(self, message: str, /, **parameters: object) -> str:
        """The message in this language with its named places filled."""
        return self._fill(self.catalogue.gettext(message) if message else "", parameters)

    def trn(self, singular: str, plural: str, count: int, /, **parameters: object) -> str:
        """The message for this count; ``{count}`` is filled."""
        chosen = self.catalogue.ngettext(singular, plural, count)
        return self._fill(chosen, {"count": self.numbers.integer(count), **parameters})

    def trc(self, context: str, message: str) -> str:
        """The message in this language, told apart from the same English word in another context."""
        return self.catalogue.pgettext(context, message)

    def sentence(self, code: str, parameters: Mapping[str, object]) -> str:
        """The sentence of a code (error, finding, action, verdict)."""
        return self.tr(SENTENCES[code], **parameters)

    def error(self, error: UserError) -> str:
        """The sentence of an error a user can mend."""
        return self.sentence(error.code, error.parameters)

    def sector(self, sector_id: str) -> str:
        """The label of a sector; an unknown id stands for itself."""
        sector: Sector | None = self.codebook.sectors.get(sector_id)
        return self.trc("sector", sector.label) if sector else sector_id

    def carrier(self, carrier_id: str) -> str:
        """The label of an energy carrier; an unknown id stands for itself."""
        if carrier_id == DIRECT:
            return self.tr("direct emissions")
        carrier: Carrier | None = self.codebook.carriers.get(carrier_id)
        return self.trc("carrier", carrier.label) if carrier else carrier_id

    def unit(self, unit: Unit) -> str:
        """The label of a unit."""
        return self.trc("unit", unit.label)

    def unit_label(self, unit_id: str, sector_id: str, carrier_id: str) -> str:
        """The label of a unit as it applies to a cell; an unknown id stands for itself."""
        unit = self.codebook.unit(unit_id, sector_id, carrier_id)
        return self.unit(unit) if unit else unit_id

    def _fill(self, template: str, parameters: Mapping[str, object]) -> str:
        return template.format(**{k: self._shown(v) for k, v in parameters.items()}) if parameters else template

    def _shown(self, value: object) -> object:
        if isinstance(value, Decimal | float):
            return self.numbers.plain(value)
        if isinstance(value, date):
            return self.numbers.day(value)
        return value


def load_texts(resources: Path, codebook: Codebook, language: str, number_locale: str = "") -> Texts:
    """Texts in a language; an unknown one falls back to English, an uncompiled catalogue to the source texts."""
    chosen = language if language in LANGUAGES else "en"
    catalogue = gettext.translation(DOMAIN, resources / "i18n", languages=[chosen], fallback=True)
    return Texts(chosen, catalogue, Numbers(number_locale or chosen), codebook)
