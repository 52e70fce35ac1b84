"""What a municipality declares of its values, because it cannot be read from the numbers."""

from kbdesk.models.answers import NO
from kbdesk.models.answers import YES
from kbdesk.models.answers import Answer
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.counting import HEAT_PUMPS_METERED
from kbdesk.services.project import Project

UNDECLARED = ""
HEAT_PUMPS = (UNDECLARED, YES, NO)
"""Whether metered electricity contains that of heat pumps: not said yet, yes, no."""


def heat_pumps(project: Project) -> str:
    """What is declared of heat pumps; what another program may have written there counts as nothing."""
    said = project.inventory.answer(HEAT_PUMPS_METERED)
    return said if said in HEAT_PUMPS else UNDECLARED


def declare_heat_pumps(project: Project, said: str) -> Change | None:
    """Record one of ``HEAT_PUMPS``: with *yes*, BISKO takes their electricity off that metered in the same sector."""
    if said not in HEAT_PUMPS:
        raise ValueError(said)
    before = project.inventory.answers.get(HEAT_PUMPS_METERED)
    after = Answer(HEAT_PUMPS_METERED, said) if said else None
    return project.commit("heat_pumps.declared", {}, [Edit(before, after)])
