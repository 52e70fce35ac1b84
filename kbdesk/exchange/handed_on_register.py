"""What of profile, climate justice, activities and measures leaves the municipality: evidence in words, no people.

A source record's contact and file are the municipality's own affair, and so is who is responsible for a measure.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kbdesk.models.activities import Activity
from kbdesk.models.answers import Answer
from kbdesk.models.inventory import Inventory
from kbdesk.models.measures import Measure
from kbdesk.models.membership import EVIDENCE
from kbdesk.models.membership import PROFILE_FIELDS
from kbdesk.models.membership import SOURCE
from kbdesk.models.membership import STATEMENT_FIELDS
from kbdesk.models.membership import justice_question
from kbdesk.models.membership import member_question
from kbdesk.models.membership import statements_in
from kbdesk.models.sources import Source
from kbdesk.texts.source_texts import source_line
from kbdesk.texts.texts import Texts


def evidence_question(kind: str, record_id: str) -> str:
    """The question under which the evidence of a record stands in words."""
    return f"{kind}.{record_id}.{EVIDENCE}"


def register_handed_on(inventory: Inventory, office: str) -> dict[str, Any]:
    """Activities and measures without the records behind them; who is responsible is the office.

    Flows of road traffic stay, like bills: the values have their outcome.
    """
    return {
        "activities": {id_: replace(each, source_id="") for id_, each in inventory.activities.items()},
        "measures": {
            id_: replace(each, source_id="", responsible=office if each.responsible else "")
            for id_, each in inventory.measures.items()
        },
        "traffic": {},
    }


def answers_handed_on(inventory: Inventory, texts: Texts) -> dict[str, Answer]:
    """The answers that hold profile and statements, the days of reports, and every evidence in words."""
    told = {question: value for question, value in _told(inventory, texts) if value}
    return {question: Answer(question, value) for question, value in told.items()}


def _told(inventory: Inventory, texts: Texts) -> Iterator[tuple[str, str]]:
    answers, sources = inventory.answers, inventory.sources
    asked = [(member_question(field), field, member_question(EVIDENCE)) for field in PROFILE_FIELDS]
    for id_ in statements_in(answers):
        evidence = justice_question(id_, EVIDENCE)
        asked += [(justice_question(id_, field), field, evidence) for field in STATEMENT_FIELDS]
    for question, field, evidence in asked:
        value = inventory.answer(question)
        yield (evidence, _in_words(value, sources, texts)) if field == SOURCE else (question, value)
    for activity in inventory.activities.values():
        question = f"activity.{activity.id}.reported"
        yield question, inventory.answer(question)
    records: tuple[Activity | Measure, ...] = (*inventory.activities.values(), *inventory.measures.values())
    for record in records:
        yield evidence_question(record.identity[0], record.id), _in_words(record.source_id, sources, texts)


def _in_words(source_id: str, sources: Mapping[str, Source], texts: Texts) -> str:
    source = sources.get(source_id)
    return source_line(source, texts) if source else ""
