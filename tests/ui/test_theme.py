"""Colours keep their contrast whatever the palette; icons and fonts follow it."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtGui import QFont
from PySide6.QtGui import QIcon
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from kbdesk.paths import resources_dir
from kbdesk.ui.place_registry import PLACES
from kbdesk.ui.theme import GRAPHIC_CONTRAST
from kbdesk.ui.theme import TEXT_CONTRAST
from kbdesk.ui.theme import Meaning
from kbdesk.ui.theme import Theme
from kbdesk.ui.theme import contrast
from kbdesk.ui.theme import scaled

ICONS = resources_dir() / "icons"
Role = QPalette.ColorRole


def palette(window: str, base: str, text: str, button: str, accent: str = "#308cc6") -> QPalette:
    made = QPalette()
    for role, colour in ((Role.Window, window), (Role.Base, base), (Role.Button, button), (Role.Accent, accent)):
        made.setColor(role, QColor(colour))
    for role in (Role.Text, Role.WindowText, Role.ButtonText):
        made.setColor(role, QColor(text))
    return made


LIGHT = palette("#efefef", "#ffffff", "#000000", "#efefef")
DARK = palette("#2b2b2b", "#1e1e1e", "#f0f0f0", "#383838")
BLACK = palette("#000000", "#000000", "#ffffff", "#000000", "#ffff00")
PALETTES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark"), pytest.param(BLACK, id="high contrast")]


@pytest.mark.parametrize("used", PALETTES)
def test_that_texts_can_be_read_on_every_ground(qapp: QApplication, used: QPalette) -> None:
    theme = Theme(ICONS, used)
    grounds = [theme.surface, theme.window, *(theme.tint(meaning) for meaning in Meaning)]
    for ground in grounds:
        assert contrast(theme.text, ground) >= TEXT_CONTRAST
    for name, colour in theme.meanings():
        for ground in (theme.surface, theme.window):
            assert contrast(colour, ground) >= TEXT_CONTRAST, name
    assert contrast(theme.hatch, theme.surface) >= GRAPHIC_CONTRAST


@pytest.mark.parametrize("used", PALETTES)
def test_that_icons_of_messages_can_be_seen_on_their_tint(qapp: QApplication, used: QPalette) -> None:
    theme = Theme(ICONS, used)
    for meaning in Meaning:
        assert contrast(theme.colour(meaning), theme.tint(meaning)) >= GRAPHIC_CONTRAST


@given(red=st.integers(0, 255), green=st.integers(0, 255), blue=st.integers(0, 255), dark=st.booleans())
def test_that_any_accent_of_the_system_becomes_readable(*, red: int, green: int, blue: int, dark: bool) -> None:
    used = QPalette(DARK if dark else LIGHT)
    used.setColor(Role.Accent, QColor(red, green, blue))
    theme = Theme(ICONS, used)
    assert contrast(theme.accent, theme.surface) >= TEXT_CONTRAST
    assert contrast(theme.accent, theme.window) >= TEXT_CONTRAST


@pytest.mark.parametrize("used", PALETTES)
def test_that_frames_of_fields_can_be_seen(qapp: QApplication, used: QPalette) -> None:
    theme = Theme(ICONS, used)
    frame = theme.field_palette().color(Role.Window).darker(140)
    assert contrast(frame, theme.surface) >= GRAPHIC_CONTRAST - 0.1


def test_that_the_theme_knows_dark_and_high_contrast(qapp: QApplication) -> None:
    themes = [Theme(ICONS, used) for used in (LIGHT, DARK, BLACK)]
    assert [theme.dark for theme in themes] == [False, True, True]
    assert [theme.high_contrast for theme in themes] == [False, False, True]
    assert themes[2].colour(Meaning.ERROR) == themes[2].text


def test_that_a_theme_follows_another_palette(qapp: QApplication) -> None:
    theme = Theme(ICONS, LIGHT)
    theme.follow(DARK)
    assert theme.dark
    assert theme.surface == QColor("#1e1e1e")


@pytest.mark.parametrize("path", sorted(ICONS.glob("*.svg")), ids=lambda path: path.stem)
def test_that_every_icon_draws_in_the_colour_asked_for(qapp: QApplication, path: Path) -> None:
    theme = Theme(ICONS, LIGHT)
    image = theme.icon(path.stem, QColor("#ff0000")).pixmap(QSize(32, 32)).toImage()
    pixels = [image.pixelColor(x, y) for x in range(32) for y in range(32)]
    drawn = [colour for colour in pixels if colour.alpha() == 255]
    assert drawn
    assert all(colour.red() > 200 and colour.green() < 60 for colour in drawn)


def test_that_disabled_icons_are_paler(qapp: QApplication) -> None:
    icon = Theme(ICONS, LIGHT).icon("house")
    plain, disabled = (icon.pixmap(QSize(24, 24), mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled))
    assert max(plain.pixelColor(x, 12).alpha() for x in range(24)) == 255
    assert max(disabled.pixelColor(x, 12).alpha() for x in range(24)) < 120


def test_that_icons_are_sharp_on_dense_screens(qapp: QApplication) -> None:
    pixmap = Theme(ICONS, LIGHT).icon("house").pixmap(QSize(16, 16), 2.0)
    assert pixmap.size() == QSize(32, 32)
    assert pixmap.devicePixelRatio() == 2.0


def test_that_every_icon_named_in_the_window_is_shipped_with_its_licence() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (resources_dir().parent / "kbdesk/ui").rglob("*.py"))
    named = {*re.findall(r'(?:icon|PlaceState)\(\s*"([a-z0-9-]+)"', sources), *(place.icon for place in PLACES)}
    assert {name for name in named if not (ICONS / f"{name}.svg").is_file()} == set()
    assert "ISC License" in (ICONS / "LICENSE-lucide.txt").read_text(encoding="utf-8")


def test_that_every_icon_shipped_is_named_in_the_window_or_in_a_table() -> None:
    root = resources_dir().parent
    files = [*(root / "kbdesk" / "ui").rglob("*.py"), *(root / "resources" / "forms").glob("*.csv")]
    files += (root / "resources" / "improving").glob("*.csv")
    named = set(re.findall(r"[\w-]+", " ".join(path.read_text(encoding="utf-8") for path in files)))
    assert [path.name for path in sorted(ICONS.glob("*.svg")) if path.stem not in named] == []


def test_that_headings_follow_the_size_of_the_system(qapp: QApplication) -> None:
    theme = Theme(ICONS, LIGHT)
    base = QFont()
    base.setPointSizeF(10)
    assert theme.heading(base).pointSizeF() == pytest.approx(14)
    assert theme.heading(base, 2).pointSizeF() == pytest.approx(11.5)
    base.setPixelSize(20)
    assert scaled(base, 1.4).pixelSize() == 28


def test_that_contrast_is_measured_as_the_web_rules_say() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


def test_that_every_icon_the_window_asks_for_is_shipped() -> None:
    """A missing one would only show when it is painted, and end the program there."""
    shipped = {path.stem for path in ICONS.glob("*.svg")}
    asked = {
        (path.name, name)
        for path in (resources_dir().parent / "kbdesk" / "ui").rglob("*.py")
        for name in re.findall(r"(?:\.icon\(|\bicon = |_icon\()\"([\w-]+)\"", path.read_text(encoding="utf-8"))
    }
    assert {(file, name) for file, name in asked if name not in shipped} == set()
    assert len(asked) > 30
