"""What a unit needs beside the quantity: gross or net, calorific value and state number, kWh per vehicle-km.

Fields are made when a unit first needs them; most values need none. Gross or net is a choice of two, neither of which
is chosen until somebody says it (see ``services.data_entry``): the unit recorded then holds the basis.
"""

from collections import Counter
from collections.abc import Callable
from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QRadioButton
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QWidget

from kbdesk.models.codebook import Unit
from kbdesk.models.conversion import parameters_needed
from kbdesk.models.conversion import parameters_offered
from kbdesk.models.inventory import Entry
from kbdesk.texts.parameter_texts import parameter_hint
from kbdesk.texts.parameter_texts import parameter_name
from kbdesk.texts.texts import Texts
from kbdesk.ui.context import Context
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.widgets.flow_layout import FlowLayout
from kbdesk.ui.widgets.saving_line import SavingLine

_WIDTH = 9
"""Characters of a parameter."""


class UnitFields(QWidget):
    """Hidden where the unit needs nothing. ``keep`` saves a parameter's text and says whether it was taken."""

    basis_chosen = Signal(bool)
    """Gross (True) or net was chosen."""
    restored = Signal(str)
    """Esc brought back what was in the field of this parameter."""

    def __init__(self, context: Context, keep: Callable[[str, str], bool], *, shows_optional: bool) -> None:
        super().__init__()
        self._context, self._keep = context, keep
        self.shows_optional = shows_optional
        self.parameters: dict[str, SavingLine] = {}
        self._pairs: dict[str, QWidget] = {}
        self._basis: tuple[QRadioButton, QRadioButton] | None = None
        self._flow = FlowLayout(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._flow.setSpacing(GRID)
        self.hide()

    @property
    def basis(self) -> tuple[QRadioButton, QRadioButton]:
        """The buttons *gross* and *net*."""
        if self._basis is None:
            self._basis = self._make_basis()
        return self._basis

    def show_entry(self, entry: Entry, name: str, *, asks: bool = True, anew: bool) -> None:
        """Show what the unit of this entry needs, named for assistive technology after the value.

        Nothing is asked of a value nobody asks for.
        """
        codebook = self._context.project.reference.codebook
        _, sector, carrier = entry.key
        unit = codebook.unit(entry.unit, sector, carrier)
        pair = codebook.basis_pair(entry.unit or codebook.default_unit(carrier), sector, carrier)
        self._show_basis(entry.unit, name, wanted=asks and pair is not None)
        given = dict(entry.parameters)
        offered = self._offered(unit, given) if unit and asks else ()
        for parameter in dict.fromkeys((*offered, *self._pairs)):
            self._show_parameter(parameter, given.get(parameter), name, wanted=parameter in offered, anew=anew)
        self._show_if(self, wanted=any(not widget.isHidden() for widget in self._parts()))

    def save_pending(self) -> None:
        """Save what is being typed."""
        for line in self.parameters.values():
            line.save_pending()

    def line(self, parameter: str) -> SavingLine:
        """The field of a parameter, made when first asked for."""
        if parameter not in self.parameters:
            self._make_parameter(parameter)
        return self.parameters[parameter]

    def _offered(self, unit: Unit, given: Mapping[str, Decimal]) -> tuple[str, ...]:
        """What the unit needs, what is given, and everything it may have where that is wanted."""
        needed = parameters_needed(unit)
        return tuple(p for p in parameters_offered(unit) if self.shows_optional or p in needed or p in given)

    def _parts(self) -> list[QWidget]:
        return [*self._pairs.values(), *(self._basis or ())]

    def _show_basis(self, unit: str, name: str, *, wanted: bool) -> None:
        if not wanted and self._basis is None:
            return
        gross, net = self.basis
        group = gross.group()
        group.setExclusive(False)
        gross.setChecked(unit.endswith("_hs"))
        net.setChecked(bool(unit) and not unit.endswith("_hs"))
        group.setExclusive(True)
        for button in self.basis:
            button.setAccessibleName(f"{name}: {button.text()}")
            self._show_if(button, wanted=wanted)

    def _show_parameter(self, parameter: str, value: Decimal | None, name: str, *, wanted: bool, anew: bool) -> None:
        line = self.line(parameter)
        line.setAccessibleName(f"{parameter_name(parameter, self._context.texts)}, {name}")
        text = "" if value is None else self._context.texts.numbers.plain(value)
        (line.start_with if anew else line.show_text)(text)
        self._show_if(self._pairs[parameter], wanted=wanted)

    def _make_parameter(self, parameter: str) -> None:
        texts, theme = self._context.texts, self._context.theme
        pair = QWidget(self)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        label = QLabel(parameter_name(parameter, texts))
        line = SavingLine(theme, lambda text: self._keep(parameter, text))
        line.setFont(theme.numerals(line.font()))
        line.setFixedWidth(line.fontMetrics().averageCharWidth() * _WIDTH + 2 * GRID)
        line.restored.connect(lambda: self.restored.emit(parameter))
        hint = parameter_hint(parameter, texts)
        line.setToolTip(hint)
        line.setAccessibleDescription(hint)
        label.setBuddy(line)
        row.addWidget(label)
        row.addWidget(line)
        self.parameters[parameter], self._pairs[parameter] = line, pair
        self._flow.addWidget(pair)

    def _make_basis(self) -> tuple[QRadioButton, QRadioButton]:
        tr = self._context.texts.tr
        gross, net = QRadioButton(tr("gross (Hs), as billed")), QRadioButton(tr("net (Hi)"))
        group = QButtonGroup(self)
        for button, is_gross in ((gross, True), (net, False)):
            group.addButton(button)
            self._flow.addWidget(button)
            button.clicked.connect(lambda _checked, is_gross=is_gross: self.basis_chosen.emit(is_gross))
        return gross, net

    @staticmethod
    def _show_if(widget: QWidget, *, wanted: bool) -> None:
        if widget.isHidden() == wanted:
            widget.setVisible(wanted)


def unit_choices(sector: str, carrier: str, texts: Texts) -> list[tuple[str, str]]:
    """The units of a cell with what they are called: without explanations where they are told apart without."""
    codebook, choices = texts.codebook, list[tuple[str, str]]()
    units = codebook.units_for(sector, carrier)
    short = Counter(texts.unit(unit).partition(" (")[0] for unit in units)
    for unit in units:
        pair, label = codebook.basis_pair(unit.id, sector, carrier), texts.unit(unit)
        brief = label.partition(" (")[0]
        if pair is not None and unit.id == pair.net:
            choices.append((unit.id, texts.tr("{unit} net (Hi)", unit=label)))
        elif pair is not None:
            choices.append((unit.id, texts.tr("{unit} (Hs)", unit=brief)))
        else:
            choices.append((unit.id, brief if short[brief] == 1 else label))
    return choices
