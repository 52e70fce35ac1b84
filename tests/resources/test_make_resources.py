"""The script that makes the tables: the same byte for byte, additions in their place."""

import gzip
import hashlib
import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from kbdesk.models.codebook import read_codebook
from kbdesk.models.factor_files import FactorLibrary
from kbdesk.models.municipalities import MunicipalityIndex
from tests.models.cases import CASES

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "make_resources.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_resources", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Collected tables in small: what the additions refer to, a set, three municipalities, the sample."""
    _write(
        tmp_path / "codebook" / "sectors.csv",
        "id,parent,kind,label_en,label_de,bisko,covenant_row,covenant_key_sector,gpc,entry_note_en",
        "residential,,stationary,Residential,Haushalte,PH,1_3,residential,I.1,note",
    )
    _write(
        tmp_path / "codebook" / "carriers.csv",
        "id,variant_of,group,label_en,label_de,bisko,covenant_column,default_unit,stationary,transport,note_en",
        "gasoline,,fossil,Petrol,Benzin,Benzin fossil,7,l,yes,yes,",
        "kerosene,,fossil,Kerosene,Kerosin,Kerosin,10,t,no,yes,",
    )
    _write(
        tmp_path / "codebook" / "units.csv",
        "id,quantity,carrier,factor_to_mwh,basis,label_en,label_de,source,confidence",
        *(f"{unit},volume,{carrier},1,net,{unit},{unit},s,high" for unit, carrier in _UNITS),
    )
    _write(
        tmp_path / "factors" / "factors.csv",
        "set,country,year,carrier,t_per_mwh,confidence,source,note",
        "bisko,DE,2019,electricity,0.478,high,s017,same rule",
        "bisko,DE,2018,electricity,0.544,high,s016,",
    )
    _write(
        tmp_path / "factors" / "factor_sets.csv",
        "id,title,edition,gas_basis,boundary,countries,use,licence,reference",
        "bisko,BISKO,2019,CO2e,life-cycle,DE,u,l,r",
    )
    _write(
        tmp_path / "national" / "municipalities.csv",
        "country,code,name,population,population_year,area_km2",
        "DE,01,Klein,10,2020,1.5",
        "DE,02,Groß,1000,2020,2.5",
        "AT,1,Österreichdorf,,,3",
    )
    cases = tmp_path / "cases"
    cases.mkdir()
    (cases / "muenster_1990_2015.json").write_bytes((CASES / "muenster_1990_2015.json").read_bytes())
    return tmp_path


_UNITS = [
    ("vehicle_km", "transport"),
    ("l", "heating_oil"),
    ("l", "diesel"),
    ("l", "gasoline"),
    ("kg", "lpg"),
    ("l", "plant_oil"),
    ("l", "biodiesel"),
    ("t", "lignite"),
    *((unit, "biomass") for unit in ("t_pellets", "rm_beech", "rm_spruce", "srm_chips_soft", "srm_chips_hard")),
]


def test_that_the_tables_are_the_same_byte_for_byte(script: ModuleType, source: Path, tmp_path: Path) -> None:
    digests = []
    for name in ("once", "twice"):
        script.main(source, tmp_path / name)
        files = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        digests.append([(p.name, hashlib.sha256(p.read_bytes()).hexdigest()) for p in files])
    assert digests[0] == digests[1]
    assert len(digests[0]) == 13


def test_that_the_program_reads_what_the_script_makes(script: ModuleType, source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    script.main(source, out)
    assert list(read_codebook(out / "codebook").carriers) == ["gasoline", "motor_fuels", "kerosene"]
    series = FactorLibrary(out / "factors").get("bisko").series["DE", "electricity"]
    assert list(series) == [2018, 2019]
    assert series[2019].note.startswith("life-cycle value less combustion")
    index = MunicipalityIndex.load(out / "national" / "municipalities.txt.gz")
    assert [found.name for found in index.search("o", "DE")] == ["Groß"]
    assert index.search("osterreich")[0].population is None


def test_that_the_shipped_sample_is_what_the_script_makes(script: ModuleType, source: Path, tmp_path: Path) -> None:
    script.main(source, tmp_path / "out")
    shipped = SCRIPT.parents[1] / "resources" / "sample"
    for made in (tmp_path / "out" / "sample").iterdir():
        assert made.read_bytes() == (shipped / made.name).read_bytes(), made.name
    assert json.loads((shipped / "municipality.json").read_text(encoding="utf-8"))["code"] == "05515000"


def test_that_reworded_helps_and_added_factors_are_those_that_are_shipped(script: ModuleType) -> None:
    resources = SCRIPT.parents[1] / "resources"
    shipped = {row["id"]: row["help"] for row in script.read(resources / "codebook" / "carriers.csv")}
    assert all(shipped[row["id"]] == row["help"] for row in script.read(script.TABLES / "carrier_helps.csv"))
    for row in script.read(script.TABLES / "factors_added.csv"):
        found = script.read(resources / "factors" / f"{row['set']}.csv")
        assert {name: row[name] for name in script.FACTOR_COLUMNS} in found


def test_that_the_list_of_municipalities_holds_no_time_stamp() -> None:
    packed = (SCRIPT.parents[1] / "resources" / "national" / "municipalities.txt.gz").read_bytes()
    assert packed[4:8] == bytes(4)
    assert gzip.decompress(packed).count(b"\f") == 34
    assert len(packed) < 1_500_000


def _write(path: Path, *lines: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
