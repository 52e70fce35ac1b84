"""Names of countries in the language of the texts (CLDR, by Babel, which is loaded when first needed)."""

from kbdesk.texts.texts import Texts


def country_name(texts: Texts, code: str) -> str:
    """The name of a country by its ISO code; an unknown code stands for itself."""
    from babel import Locale  # noqa: PLC0415 - Babel costs start-up time

    return str(Locale.parse(texts.language).territories.get(code, code))
