"""The sample municipality: real published figures, brought in by the program's own import."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from kbdesk.models.inventory import Municipality
from kbdesk.services.importing import carry_out
from kbdesk.services.importing import plan

if TYPE_CHECKING:
    from kbdesk.services.project import Project

TABLES = ("structure", "local_factors", "entries")


def sample_municipality(resources: Path) -> Municipality:
    """The municipality the sample is about."""
    content = json.loads((resources / "sample" / "municipality.json").read_text(encoding="utf-8"))
    return Municipality(
        country=content["country"],
        name=content["name"],
        code=content["code"],
        base_year=content["base_year"],
        factor_set=content["factor_set"],
        language=content["language"],
    )


def fill_with_sample(project: "Project") -> None:
    """Import the sample's tables into a new document."""
    for name in TABLES:
        carry_out(project, plan(project, project.reference.resources / "sample" / f"{name}.csv"))
