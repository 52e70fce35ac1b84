"""Running commands in this process, as a person would in a terminal."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kbdesk.__main__ import main
from kbdesk.models.breaks import Break
from kbdesk.paths import DataDir
from kbdesk.paths import resources_dir
from kbdesk.services import breaks
from kbdesk.services.desk import Desk
from kbdesk.services.reference import Reference


@dataclass(frozen=True)
class Run:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as one JSON document."""
        return json.loads(self.out)


Kbdesk = Callable[..., Run]


@pytest.fixture
def kbdesk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Kbdesk:
    """Runs ``kbdesk`` with arguments in an own folder with own data."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object) -> Run:
        capsys.readouterr()
        code = main(["--data-dir", str(tmp_path / "data"), "--language", "en", *map(str, arguments)])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Run(code, said.out, said.err)

    return run


@pytest.fixture
def vinkovci(kbdesk: Kbdesk, tmp_path: Path) -> Path:
    """A document of Vinkovci 2011 made by commands from its published activity data."""
    case = json.loads((Path(__file__).parent.parent / "data" / "cases" / "vinkovci_2011.json").read_text("utf-8"))
    sectors = {
        "residential_buildings": "residential",
        "tertiary_buildings": "tertiary",
        "public_lighting": "street_lighting",
        "private_commercial_transport_road": "road_passenger",
    }
    carriers = {"liquid_gas": "lpg", "other_biomass": "biomass"}
    entries = ["year,sector,carrier,quantity,unit,quality,source"]
    entries += [
        f"2011,{sectors.get(sector, sector)},{carriers.get(carrier, carrier)},{mwh!r},MWh,A,SECAP"
        for sector, cells in case["energy_mwh"].items()
        for carrier, mwh in cells.items()
    ]
    factors = ["year,carrier,t_per_mwh,source"]
    factors += [f"2011,{carriers.get(c, c)},{value!r},Constants" for c, value in case["factors"].items()]
    (tmp_path / "entries.csv").write_text("\n".join(entries) + "\n", "utf-8")
    (tmp_path / "factors.csv").write_text("\n".join(factors) + "\n", "utf-8")
    (tmp_path / "structure.csv").write_text("year,indicator,value\n2011,population,35312\n", "utf-8")
    path = tmp_path / "Vinkovci.kbdesk"
    made = kbdesk(
        "new", path, "--country", "HR", "--name", "Vinkovci", "--base-year", 2011, "--factor-set", "com-ipcc-co2-2022"
    )
    assert made.code == 0, made.err
    for table in ("entries", "factors", "structure"):
        imported = kbdesk("import", path, tmp_path / f"{table}.csv")
        assert imported.code == 0, imported.err
    return path


@pytest.fixture
def mark_break(tmp_path: Path) -> Callable[[Path, Break], None]:
    """Marks a break in a document, which is done in the window."""

    def mark(path: Path, marked: Break) -> None:
        desk = Desk(Reference(resources_dir()), DataDir(tmp_path / "data"))
        with desk.open(path) as project:
            breaks.mark_break(project, marked.year, marked.kind, marked.text, marked.sector)

    return mark
