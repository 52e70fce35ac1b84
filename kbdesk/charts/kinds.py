"""Which question each chart answers, and what it is called beside the others of its question.

A kind that is named nowhere here belongs to the question ``DEFAULT`` and is called by its id.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from kbdesk.texts.marking import mark


class Question(NamedTuple):
    """What an officer asks, with the kinds of charts that answer it, in their order."""

    id: str
    title: str
    kinds: tuple[str, ...]


QUESTIONS = (
    Question("on_track", mark("On track?"), ("per-inhabitant", "total", "windows", "measures")),
    Question("where_from", mark("Where from?"), ("sectors", "carriers", "national", "control", "flow")),
    Question("why", mark("Why?"), ("causes", "weather", "multiples")),
    Question("how_sure", mark("How sure?"), ("quality",)),
)
DEFAULT = "where_from"
"""The question of a kind that no question names."""
KIND_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "per-inhabitant": mark("Per inhabitant"),
        "total": mark("Total emissions"),
        "windows": mark("Five years"),
        "measures": mark("Measures"),
        "sectors": mark("Sectors"),
        "carriers": mark("Energy carriers"),
        "national": mark("National average"),
        "control": mark("In our own hands"),
        "flow": mark("Energy flow"),
        "causes": mark("Causes"),
        "weather": mark("Weather"),
        "multiples": mark("Carrier by carrier"),
        "quality": mark("Data quality"),
    }
)
"""Short English titles by kind, to be translated."""


def kind_title(kind: str) -> str:
    """The short English title of a kind, to be translated."""
    return KIND_TITLES.get(kind, kind.replace("-", " ").capitalize())


def by_question(kinds: Iterable[str]) -> tuple[Question, ...]:
    """The questions these kinds answer, each with those of its kinds that there are; every kind is in one of them."""
    known = tuple(dict.fromkeys(kinds))
    named = {kind for question in QUESTIONS for kind in question.kinds}
    others = tuple(kind for kind in known if kind not in named)
    asked = []
    for question in QUESTIONS:
        answers = tuple(kind for kind in question.kinds if kind in known)
        if question.id == DEFAULT:
            answers += others
        if answers:
            asked.append(question._replace(kinds=answers))
    return tuple(asked)
