"""The assumptions of the weather correction from the window: changed in one step, refused in words."""

from PySide6.QtWidgets import QPushButton

from kbdesk.ui.dialogs.weather_dialog import WeatherDialog
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.places.progress import ProgressPlace


def opened(sample: MainWindow) -> tuple[ProgressPlace, WeatherDialog]:
    sample.show_place("progress")
    place = sample.frame.stack.shown
    assert isinstance(place, ProgressPlace)
    place.show_target("weather")
    panel = place.panel("weather")
    (button,) = [each for each in panel.findChildren(QPushButton) if each.text() == "Assumptions…"]
    button.click()
    (dialog,) = place.findChildren(WeatherDialog)
    return place, dialog


def corrected(place: ProgressPlace) -> object:
    chart = place.panel("weather").chart
    assert chart is not None
    return chart.table().rows[0][2]


def test_that_an_assumption_changes_the_second_line_and_can_be_undone(sample: MainWindow) -> None:
    place, dialog = opened(sample)
    project = sample.project
    assert project is not None
    before = corrected(place)
    assert set(dialog.shares) == {"electricity", "electricity_heating", "district_heat", "natural_gas"} | {
        "heating_oil",
        "other_fossil",
    }
    dialog.shares["natural_gas"].setText("50")
    dialog.accept()
    assert project.inventory.answer("weather.natural_gas") == "0.5"
    assert corrected(place) != before
    sample.undo()
    assert corrected(place) == before


def test_that_a_share_above_a_hundred_is_refused_beside_the_fields(sample: MainWindow) -> None:
    _, dialog = opened(sample)
    project = sample.project
    assert project is not None
    dialog.shares["natural_gas"].setText("120")
    dialog.accept()
    assert dialog.message.text() == "“120” is no share: enter a percentage from 0 to 100."
    assert dialog.isVisible()
    assert not project.inventory.answer("weather.natural_gas")
    dialog.reject()


def test_that_every_field_has_a_name_and_says_what_it_means(sample: MainWindow) -> None:
    _, dialog = opened(sample)
    assert all(field.accessibleDescription() for field in (*dialog.shares.values(), dialog.mean))
    dialog.reject()
