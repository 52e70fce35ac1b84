"""The data grades as classes of a chart: what each is called, with one colour everywhere."""

from kbdesk.charts.data import StackClass
from kbdesk.models.inventory import Grade
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

UNGRADED = "ungraded"
OPEN_COLOUR = -1
"""Drawn open, without a colour: nothing is known."""
_GRADES = (
    (Grade.A, mark("A measured or billed"), 1),
    (Grade.B, mark("B extrapolated from own data"), 4),
    (Grade.C, mark("C regional figures"), 5),
    (Grade.D, mark("D national figures"), 2),
)


def grade_classes(texts: Texts) -> tuple[StackClass, ...]:
    """The classes from the best grade to none."""
    graded = (StackClass(grade.value, texts.tr(label), colour) for grade, label, colour in _GRADES)
    return (*graded, StackClass(UNGRADED, texts.tr("without a grade"), OPEN_COLOUR))
