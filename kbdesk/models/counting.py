"""What a total contains, and that nothing is in it twice: the rules of a scheme (accounting rules, section 5).

BISKO balances all traffic on the territory. The vehicles of the municipality drive in it, so their fuel is *apart*:
shown and explained, never added. The other sets are those of the Covenant of Mayors and what can be copied into its
form: there the fleet has a row of its own beside public and private transport, and the rows are added up (SECAP
template 2020, table A, rows 2.1 to 2.3). So the fleet is counted like every other sector.

BISKO counts the electricity of heat pumps with the ambient heat (factor: mix / 3.2). Where the municipality declares
that its metered electricity contains it, it is taken off there. Other sets give ambient heat no emissions; nothing is
taken off.
"""

from typing import NamedTuple

from kbdesk.models.answers import YES

RULES_VERSION = "2"
"""Counts up when the same activity data and factors give other results than before.

Version 1 counted the municipal fleet on top of transport, and left the electricity of heat pumps where it was metered.
"""
KNOWN_VERSIONS = frozenset({"1", RULES_VERSION})
"""The versions that results can still be computed by."""

BISKO = "bisko"
"""The factor set, and the scheme, of German inventories."""
_EDITION = f"{BISKO}-"
"""How the ids of its other editions begin, as they are added from files."""
FLEET = "municipal_fleet"
"""The sector that is apart in BISKO."""
HEAT_PUMPS_METERED = "heat_pumps.metered"
"""The question whether metered electricity contains that of heat pumps: *yes*, *no*, or not answered."""


class Counting(NamedTuple):
    """What is shown but not added, and whether electricity is counted without that of heat pumps."""

    apart: frozenset[str] = frozenset()
    takes_off_heat_pumps: bool = False


EVERYTHING = Counting()
"""Every sector is counted, as it was metered."""


def is_bisko(factor_set: str) -> bool:
    """Whether a factor set is counted by the rules of BISKO: the shipped one, or another edition by its id."""
    return factor_set == BISKO or factor_set.startswith(_EDITION)


def counting(factor_set: str, heat_pumps_metered: str, version: str = RULES_VERSION) -> Counting:
    """How results of a factor set are counted; ``heat_pumps_metered`` is the answer, empty where none was given."""
    if not is_bisko(factor_set) or version == "1":
        return EVERYTHING
    return Counting(frozenset({FLEET}), heat_pumps_metered == YES)
