"""A picture or its table is saved as a whole, or the sentence says why not."""

from datetime import date
from pathlib import Path

import pytest

from kbdesk.charts.style import ChartStyle
from kbdesk.errors import UserError
from kbdesk.services.chart_saving import SUFFIXES
from kbdesk.services.chart_saving import save
from tests.charts.examples import chart
from tests.charts.examples import muenster
from tests.charts.examples import texts

DAY = date(2026, 3, 1)
EVERY_KIND = pytest.mark.parametrize("suffix", SUFFIXES)


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        save(chart("windows", muenster()), path, ChartStyle(), DAY)
    return texts().error(caught.value)


@pytest.mark.parametrize("name", ["chart.gif", "chart"])
def test_that_an_unknown_suffix_names_the_known_ones(tmp_path: Path, name: str) -> None:
    expected = f"A picture cannot be saved as “{name}”: choose a name that ends in {', '.join(SUFFIXES)}."
    assert refusal(tmp_path / name) == expected
    assert list(tmp_path.iterdir()) == []


def test_that_a_missing_folder_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "missing"
    assert refusal(folder / "chart.png") == f"The picture was not saved: there is no folder {folder}."


def test_that_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    path.mkdir()
    sentence = refusal(path)
    assert sentence.startswith(f"The picture could not be written to {path}: ")
    assert sentence.endswith(". Choose another folder or name.")


@EVERY_KIND
def test_that_an_older_file_is_replaced_whatever_the_case_of_its_suffix(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"chart{suffix.upper()}"
    path.write_bytes(b"older")
    save(chart("windows", muenster()), path, ChartStyle(), DAY)
    assert len(path.read_bytes()) > 100
    assert list(tmp_path.iterdir()) == [path]


@EVERY_KIND
def test_that_a_full_disk_leaves_the_older_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str) -> None:
    def half(self: Path, content: bytes) -> int:
        with self.open("wb") as handle:
            handle.write(content[: len(content) // 2])
        raise OSError(28, "No space left on device")

    path = tmp_path / f"chart{suffix}"
    path.write_bytes(b"older")
    monkeypatch.setattr(Path, "write_bytes", half)
    assert "No space left on device" in refusal(path)
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]
