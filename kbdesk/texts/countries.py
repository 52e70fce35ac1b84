"""Names of countries in the language of the texts (CLDR, by Babel, which is loaded when first needed)."""

import unicodedata

from kbdesk.texts.texts import Texts

_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
"""Two-letter codes of CLDR that stand for something else than a country."""


def is_country(code: str) -> bool:
    """Whether this is the two-letter ISO code of a country, in capitals."""
    from babel import Locale  # noqa: PLC0415 - Babel costs start-up time

    known = len(code) == len("DE") and code.isascii() and code.isalpha()
    return known and code not in _NO_COUNTRIES and code in Locale("en").territories


def country_name(texts: Texts, code: str) -> str:
    """The name of a country by its ISO code; an unknown code stands for itself."""
    from babel import Locale  # noqa: PLC0415 - Babel costs start-up time

    return str(Locale.parse(texts.language).territories.get(code, code))


def known_countries(texts: Texts) -> tuple[tuple[str, str], ...]:
    """Every country with its ISO code, by name in the language of the texts."""
    from babel import Locale  # noqa: PLC0415 - Babel costs start-up time

    named = Locale.parse(texts.language).territories.items()
    found = ((code, str(name)) for code, name in named if is_country(code))
    return tuple(sorted(found, key=lambda pair: _sorted_name(pair[1])))


def _sorted_name(name: str) -> str:
    """The name as it is looked up: accents do not count."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
