"""The running program through AT-SPI, the accessibility interface of the desktop: read and handled by nothing else.

What is held of everything shown, in both languages:

- whatever takes the keyboard or can be changed has a name; a list to choose from has it as its label, because Qt tells
  its choice as the name;
- every field (a line of text, a number, a list to choose from) tells what stands in it, and a description that adds to
  name and value: the unit, the echo, a hint, what is proposed. A search line is no exception: it says what it does;
- what can be ticked can be told as ticked or not, and every finding is read as a whole;
- a value written through the interface, or by keys where the interface put the keyboard, is in the file.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from kbdesk.charts.kinds import KIND_TITLES
from kbdesk.models.inventory import EntryKey
from kbdesk.paths import DataDir
from kbdesk.paths import resources_dir
from kbdesk.services.desk import Desk
from kbdesk.services.reference import Reference
from kbdesk.texts.entry_texts import value_name
from kbdesk.texts.findings import finding_text
from kbdesk.texts.texts import Texts
from kbdesk.ui.menus import plain
from kbdesk.ui.panels.registry import PANELS
from kbdesk.ui.place_registry import PLACES
from kbdesk.ui.place_registry import place_keys
from tests.e2e.at_spi import Node
from tests.e2e.at_spi import ScreenReader
from tests.e2e.at_spi import missing_tools
from tests.e2e.at_spi import screen_reader
from tests.e2e.prepared import YEAR
from tests.e2e.prepared import prepared_document

MISSING = missing_tools()
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"there is no {MISSING}")

LANGUAGES = ["en", "de"]
TOWN_HALLS = EntryKey(YEAR, "municipal_buildings", "natural_gas")
_CELLS = 12
_TABLES = {"table", "tree table", "tree"}


@pytest.fixture(params=LANGUAGES)
def texts(request: pytest.FixtureRequest) -> Texts:
    return Reference(resources_dir()).texts(request.param)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return prepared_document(tmp_path)


@pytest.fixture
def reader(data_dir: DataDir, document: Path, texts: Texts) -> Iterator[ScreenReader]:
    with screen_reader(data_dir, document, texts.language) as opened:
        yield opened


def press(reader: ScreenReader, *keys: str) -> None:
    """Press keys in the main window."""
    assert reader.ask("keys", window="kbdesk", keys=keys) is True


def show_place(reader: ScreenReader, place_id: str, texts: Texts) -> None:
    """Go to a place by its keys."""
    number = [place.id for place in PLACES].index(place_id)
    title = texts.tr(PLACES[number].title)
    go = partial(press, reader, place_keys(number + 2).lower())
    go()

    def is_chosen(node: Node) -> bool:
        return node.role == "list item" and "selected" in node.states and node.name.split(",")[0] == title

    reader.wait(lambda nodes: any(map(is_chosen, nodes)), f"the place {title}", go)


def show_panel(reader: ScreenReader, panel_id: str, texts: Texts) -> None:
    """Go to one of the ways of entering values by its keys."""
    panel = next(panel for panel in PANELS if panel.id == panel_id)
    title = plain(texts.tr(panel.title))
    go = partial(press, reader, panel.keys.lower())
    go()
    reader.wait(lambda nodes: any(n.name == title and "checked" in n.states for n in nodes), f"the panel {title}", go)


def amiss(reader: ScreenReader, nodes: list[Node]) -> list[str]:
    """Everything shown that does not tell what has to be told."""
    found = []
    for node in nodes:
        if {"focusable", "editable", "checkable"} & node.states and not node.said_name:
            found.append(f"no name: {node}")
        if node.is_field and node.value is None:
            found.append(f"no value: {node}")
        if node.is_field and node.description.strip() in {"", node.said_name, node.value}:
            found.append(f"no description: {node}")
        if node.role in {"check box", "radio button"} and "checkable" not in node.states:
            found.append(f"no state: {node}")
        if node.role in _TABLES and node.children and not any(c.name for c in reader.children(node, 0, _CELLS)):
            found.append(f"silent cells: {node}")
    return found


def test_that_every_place_tells_everything(reader: ScreenReader, texts: Texts) -> None:
    for place in PLACES:
        show_place(reader, place.id, texts)
        assert amiss(reader, reader.nodes()) == [], place.id
        if place.id == "data_entry":
            for panel in PANELS:
                show_panel(reader, panel.id, texts)
                assert amiss(reader, reader.nodes()) == [], panel.id
        if place.id == "progress":
            for tab in [node for node in reader.nodes() if node.role == "page tab"]:
                reader.press(reader.find(tab.name, "page tab"))
                nodes = reader.wait(partial(is_on, tab.name), tab.name)
                assert amiss(reader, nodes) == [], tab.name
                show_pictures(reader, texts)


def show_pictures(reader: ScreenReader, texts: Texts) -> None:
    """Choose each picture of the question that is shown."""
    titles = {texts.tr(title) for title in KIND_TITLES.values()}
    for picture in [node.name for node in reader.nodes() if node.role == "check box" and node.name in titles]:
        reader.press(reader.find(picture, "check box"))

        def is_chosen(nodes: list[Node], picture: str = picture) -> bool:
            return any(node.name == picture and "checked" in node.states for node in nodes)

        assert amiss(reader, reader.wait(is_chosen, picture)) == [], picture


def is_on(tab: str, nodes: list[Node]) -> bool:
    """Whether a tab is the chosen one."""
    return any(node.role == "page tab" and node.name == tab and "selected" in node.states for node in nodes)


def test_that_every_finding_is_read_as_a_whole(
    reader: ScreenReader, texts: Texts, data_dir: DataDir, document: Path
) -> None:
    show_place(reader, "findings", texts)
    heard = [node.name for node in reader.nodes() if "focusable" in node.states and node.role != "label"]
    copy = document.with_name("Copy.kbdesk")
    copy.write_bytes(document.read_bytes())
    with Desk(Reference(resources_dir()), data_dir).open(copy) as project:
        expected = [finding_text(finding, texts) for finding in project.findings if finding.year == YEAR]
    assert expected
    for sentence in expected:
        assert any(sentence in name for name in heard), sentence


def stored(document: Path) -> str:
    """What the file has of the value that is changed here."""
    with closing(sqlite3.connect(f"file:{document}?mode=ro", uri=True)) as file:
        (text,) = file.execute("SELECT text FROM entry WHERE year=? AND sector=? AND carrier=?", TOWN_HALLS).fetchone()
    return str(text)


def test_that_a_value_is_changed_through_the_interface_and_kept(
    reader: ScreenReader, texts: Texts, document: Path
) -> None:
    show_place(reader, "data_entry", texts)
    show_panel(reader, "form", texts)
    name = value_name(TOWN_HALLS, texts)
    field = reader.find(name, "text")
    assert field.text == stored(document) == "1500"
    assert reader.ask("write", path=field.path, text="1421")
    reader.wait(lambda _: stored(document) == "1421", "1421 in the file")
    assert reader.find(name, "text").text == "1421"
    assert reader.ask("focus", path=field.path)
    reader.wait(lambda nodes: any(n.name == name and "focused" in n.states for n in nodes), "the focus")
    press(reader, "ctrl+a", "1", "4", "3", "0", "Return")
    reader.wait(lambda _: stored(document) == "1430", "1430 in the file")
    undo = next(node for node in reader.nodes() if node.name.startswith(texts.tr("Undo") + ":"))
    reader.press(undo)
    reader.wait(lambda _: stored(document) == "1421", "1421 again")


def test_that_a_dialog_tells_everything(reader: ScreenReader, texts: Texts) -> None:
    for place, button in (("sources", "New source…"), ("progress", "Choose commitments…")):
        show_place(reader, place, texts)
        reader.press(reader.find(texts.tr(button), "push button"))
        nodes = reader.wait(lambda nodes: any(n.role == "dialog" for n in nodes), button)
        dialog = next(node for node in nodes if node.role == "dialog")
        assert dialog.name
        assert amiss(reader, nodes) == [], button
        closing_words = {texts.tr("Cancel"), texts.tr("Close")}
        reader.press(next(n for n in nodes if n.name in closing_words and n.path[: len(dialog.path)] == dialog.path))
        reader.wait(lambda nodes: all(n.role != "dialog" for n in nodes), "the end of the dialog")
