"""The one row of the table ``municipality`` as the municipality and back."""

from kbdesk.models.inventory import Municipality
from kbdesk.storage import tables
from kbdesk.storage.record_table import RecordTable
from kbdesk.storage.record_table import Row

_ONLY_ROW = 1


def _row_of(municipality: Municipality) -> Row:
    return {
        "id": _ONLY_ROW,
        "country": municipality.country,
        "name": municipality.name,
        "code": municipality.code,
        "base_year": municipality.base_year,
        "factor_set": municipality.factor_set,
        "language": municipality.language,
    }


def _municipality_of(
    _id: int, country: str, name: str, code: str, base_year: int, factor_set: str, language: str
) -> Municipality:
    return Municipality(country, name, code, base_year, factor_set, language)


MUNICIPALITIES = RecordTable("municipality", tables.municipality, _row_of, _municipality_of)
