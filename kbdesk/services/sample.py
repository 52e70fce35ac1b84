"""The sample municipality: real published figures, brought in by the program's own import."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from kbdesk.models.inventory import Municipality

if TYPE_CHECKING:
    from kbdesk.services.project import Project

TABLES = ("structure", "local_factors", "entries")


def sample_municipality(resources: Path) -> Municipality:
    """The municipality the sample is about."""
    content = json.loads((resources / "sample" / "municipality.json").read_text(encoding="utf-8"))
    return Municipality(**content)


def fill_with_sample(project: "Project") -> None:
    """Import the sample's tables into a new document."""
    from kbdesk.services.importing import carry_out  # noqa: PLC0415 - reading tables costs start-up time
    from kbdesk.services.importing import plan  # noqa: PLC0415 - likewise

    for name in TABLES:
        carry_out(project, plan(project, project.reference.resources / "sample" / f"{name}.csv"))
