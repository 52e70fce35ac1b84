"""The document that shows what is said: a source record, with its kept file."""

from collections.abc import Callable

from kbdesk.ui.context import Context
from kbdesk.ui.forms.source_picker import SourcePicker


def evidence_picker(context: Context, name: str, save: Callable[[str], object] | None = None) -> SourcePicker:
    """A picker of source records without a place in them; ``save`` is told the id chosen, empty for none."""
    picker = SourcePicker(context, compact=True)
    picker.place.hide()
    picker.combo.setAccessibleName(name)
    picker.combo.setAccessibleDescription(context.texts.tr("The letter, minutes or certificate that shows it"))
    if save is not None:
        picker.source_chosen.connect(save)
    return picker
