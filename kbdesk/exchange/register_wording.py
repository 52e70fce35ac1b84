"""The words that the sheets need of a register: only where there is one."""

from collections.abc import Iterator

from kbdesk.models.inventory import Inventory
from kbdesk.models.membership import member_question
from kbdesk.models.membership import statements_in
from kbdesk.texts.activity_names import KINDS
from kbdesk.texts.activity_names import MEMBER_TYPES
from kbdesk.texts.activity_names import STANCES
from kbdesk.texts.activity_names import STATES
from kbdesk.texts.marking import mark
from kbdesk.texts.measure_names import STATUS_NAMES

REGISTER_PHRASES = (
    mark("Member profile"),
    mark("Kind of member"),
    mark("Resolution of membership"),
    mark("Pledge adopted"),
    mark("Evidence"),
    mark("Climate justice"),
    mark("Held"),
    mark("Resolution"),
    mark("not said"),
    mark("Activities"),
    mark("Title"),
    mark("Description"),
    mark("Partner"),
    mark("State"),
    mark("Last report"),
    mark("Measures"),
    mark("Where and what"),
    mark("Full effect from"),
    mark("Responsible"),
    mark("Saving [MWh a year]"),
    mark("Saving [t a year]"),
    mark("Cost"),
    mark("Currency"),
    mark("Funding"),
    mark("Plants of heat networks"),
    mark("Local electricity"),
    mark("fuel"),
    mark("heat fed in"),
    mark("heat sold"),
    mark("electricity made"),
    mark("split of emissions"),
    mark("mean temperature of flow and return"),
    mark("temperature of the flow"),
    mark("efficiency of heat"),
    mark("efficiency of electricity"),
    mark("exergetic"),
    mark("by efficiency"),
    mark("local wind, water and sun"),
    mark("other local production"),
    mark("certified purchases"),
    mark("certified sales"),
    *KINDS.values(),
    *STATES.values(),
    *MEMBER_TYPES.values(),
    *STANCES.values(),
    *STATUS_NAMES.values(),
)
_PROFILE = ("type", "resolution", "date", "generation", "evidence")


def has_register(inventory: Inventory) -> bool:
    """Whether anything of a register is handed on."""
    records = (inventory.activities, inventory.measures, inventory.plants, inventory.electricity)
    said = any(inventory.answer(member_question(field)) for field in _PROFILE)
    return said or any(records) or bool(statements_in(inventory.answers))


def register_places(inventory: Inventory) -> Iterator[tuple[str, str]]:
    """The sectors and energy carriers of measures and plants; empty for none."""
    yield from ((measure.sector, measure.carrier) for measure in inventory.measures.values())
    for plant in inventory.plants.values():
        yield "", plant.carrier
        yield from (("", carrier) for carrier, _ in plant.fuels)
