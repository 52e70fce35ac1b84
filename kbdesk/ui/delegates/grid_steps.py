"""Where the keyboard goes next in a grid."""

from enum import Enum


class GridStep(Enum):
    """One step through the cells that can hold a value."""

    NEXT_FIELD = (0, 1)
    FORMER_FIELD = (0, -1)
    NEXT_ROW = (1, 0)
    FORMER_ROW = (-1, 0)
