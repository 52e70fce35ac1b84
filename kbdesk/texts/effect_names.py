"""What changed emissions, in the words of a reader."""

from kbdesk.models.decomposition import Effect
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

_NAMES = {
    Effect.POPULATION: mark("Number of inhabitants"),
    Effect.ENERGY: mark("Energy per inhabitant"),
    Effect.MIX: mark("Mix of energy carriers"),
    Effect.WEATHER: mark("Weather"),
    Effect.FACTOR: mark("Emission factors"),
    Effect.BREAK: mark("Method, boundary or data"),
    Effect.COVERAGE: mark("Recorded in one year only"),
}


def effect_name(effect: Effect, texts: Texts) -> str:
    """The name of an effect."""
    return texts.tr(_NAMES[effect])
