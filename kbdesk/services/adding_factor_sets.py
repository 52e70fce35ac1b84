"""A factor set from a file: read, looked at, and kept in the document; it never replaces one that is there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kbdesk.errors import UserError
from kbdesk.exchange.factor_set_tables import HEAD
from kbdesk.exchange.factor_set_tables import FactorTable
from kbdesk.exchange.factor_set_tables import factor_table_text
from kbdesk.exchange.factor_set_tables import read_factor_table
from kbdesk.exchange.labels import build_labels
from kbdesk.models.answers import Answer
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.services.kept_factor_sets import QUESTION
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts

GASES = ("CO2", "CO2e")
_ID = re.compile(r"[a-z0-9][a-z0-9.-]{1,59}")
_LONGEST = 300
_NEEDED = ("title", "edition", "reference")


@dataclass(frozen=True)
class FoundSet:
    """A set read from a file: its table, and a head in which what the file does not say is proposed or empty."""

    path: Path
    table: FactorTable
    head: Mapping[str, str]


def read_file(project: Project, path: Path) -> FoundSet:
    """Read a table of factors; nothing is recorded. A file that is none is a ``UserError``."""
    reference = project.reference
    table = read_factor_table(path, build_labels(reference.codebook, reference.all_texts()).carriers)
    proposed = re.sub(r"[^a-z0-9.]+", "-", path.stem.lower()).strip("-.")[:40]
    head = {"id": proposed, "title": path.stem, "gas_basis": GASES[1], **{k: v for k, v in table.head.items() if v}}
    return FoundSet(path, table, {name: head.get(name, "").strip() for name in HEAD})


def problem_lines(found: FoundSet, texts: Texts) -> tuple[str, ...]:
    """One sentence for each problem, with its row."""
    return tuple(
        texts.tr("Row {row}: {problem}", row=str(row), problem=problem.sentence(texts))
        for row, problem in found.table.problems
    )


def add(project: Project, found: FoundSet, head: Mapping[str, str]) -> Change | None:
    """Keep the set in the document under the head as it was completed.

    Rows with problems, an id that is taken or is none, and a head without title, edition, gas or reference are a
    ``UserError``.
    """
    said = {name: " ".join(head.get(name, "").split()) for name in HEAD}
    if found.table.problems or not found.table.factors:
        raise UserError("factor_set.rows", count=str(len(found.table.problems)), file=found.path.name)
    _check(project, said)
    sha = project.document.keep_file(factor_table_text(said, found.table.series).encode())
    question = f"{QUESTION}{said['id']}"
    edit = Edit(project.inventory.answers.get(question), Answer(question, sha))
    return project.commit("factor_set.added", {"set": f"{said['title']}, {said['edition']}"}, [edit])


def _check(project: Project, head: Mapping[str, str]) -> None:
    if not _ID.fullmatch(head["id"]):
        raise UserError("factor_set.id", found=head["id"][:_LONGEST])
    if head["id"] in project.reference.factors.ids:
        raise UserError("factor_set.taken", found=head["id"])
    if head["gas_basis"] not in GASES:
        raise UserError("factor_set.gas", found=head["gas_basis"][:_LONGEST])
    for name in _NEEDED:
        if not head[name]:
            raise UserError(f"factor_set.no_{name}")
    if any(len(value) > _LONGEST for value in head.values()):
        raise UserError("factor_set.too_long", longest=str(_LONGEST))
