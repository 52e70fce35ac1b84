"""What a member does beside its figures as it stands in a payload, and back: profile, justice, activities, measures.

With what explains local factors (plants, local electricity) and the own targets. Every part is only there where
something is recorded; payloads of earlier programs have none of them.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from enum import StrEnum
from typing import Any

from kbdesk.exchange.canonical import Json
from kbdesk.exchange.canonical import decimal_text
from kbdesk.exchange.handed_on_register import evidence_question
from kbdesk.models.activities import Activity
from kbdesk.models.activities import ActivityKind
from kbdesk.models.activities import ActivityState
from kbdesk.models.answers import Answer
from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import CommitmentKind
from kbdesk.models.inventory import Inventory
from kbdesk.models.measures import Measure
from kbdesk.models.measures import MeasureStatus
from kbdesk.models.membership import EVIDENCE
from kbdesk.models.membership import Membership
from kbdesk.models.membership import justice_question
from kbdesk.models.membership import member_question
from kbdesk.models.membership import statements_in
from kbdesk.models.plants import ElectricityYear
from kbdesk.models.plants import PlantYear
from kbdesk.models.plants import Split
from kbdesk.models.plants import TemperatureKind
from kbdesk.models.targets import Target
from kbdesk.texts.texts import Texts

Item = dict[str, Json]
_PROFILE = ("type", "resolution", "date", "generation", EVIDENCE)
_STATEMENT = ("stance", "date", "resolution", EVIDENCE)
_EXTRA = ("reported", EVIDENCE)
_FUELS = "fuels"
REGISTER_KINDS = frozenset({"member", "justice", "activity", "measure", "target", "plant", "electricity"})
"""What the identities of the register begin with; its items have nothing in them of what they are known by."""


def register_parts(inventory: Inventory, known: Membership | None, languages: Iterable[Texts]) -> dict[str, Json]:
    """The parts of an inventory as handed on, by their names in the payload; those without content are left out."""
    answers, spoken = inventory.answers, tuple(languages)
    parts: dict[str, list[Item]] = {
        "justice": [_statement_item(id_, answers, known, spoken) for id_ in statements_in(answers)],
        "activities": [_named_item(a, answers) for _, a in sorted(inventory.activities.items())],
        "measures": [_named_item(m, answers) for _, m in sorted(inventory.measures.items())],
        "targets": [record_item(target) for _, target in sorted(inventory.targets.items())],
        "plants": [record_item(plant) for _, plant in sorted(inventory.plants.items())],
        "electricity": [record_item(year) for _, year in sorted(inventory.electricity.items())],
    }
    found: dict[str, Json] = {name: [*items] for name, items in parts.items() if items}
    if profile := _profile_item(answers, known, spoken):
        found["profile"] = profile
    return found


def register_items(inventory: Inventory) -> Iterator[tuple[tuple[str, ...], Item]]:
    """Every record of the register by its identity, without what it is known by; words of data are left out."""
    answers = inventory.answers
    yield ("member",), _said(answers, _PROFILE, member_question)
    for id_ in statements_in(answers):
        yield ("justice", id_), _said(answers, _STATEMENT, lambda field, id_=id_: justice_question(id_, field))  # type: ignore[misc]  # bound where it is made
    records: tuple[Activity | Measure, ...] = (*inventory.activities.values(), *inventory.measures.values())
    for record in records:
        yield record.identity, _without(_named_item(record, answers), "id")
    for target in inventory.targets.values():
        yield target.identity, _without(record_item(target), "id")
    for plant in inventory.plants.values():
        item = _without(record_item(plant), "plant", "year")
        yield plant.identity, item | {_FUELS: {carrier: decimal_text(mwh) for carrier, mwh in plant.fuels}}
    for year in inventory.electricity.values():
        yield year.identity, _without(record_item(year), "year")


def register_records(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The records of a valid payload, by the names of an inventory's tables."""
    activities = (
        _record(Activity, item, kind=ActivityKind, state=ActivityState) for item in _of(payload, "activities")
    )
    amounts = {"saving_mwh": _decimal, "saving_t": _decimal, "cost": _decimal}
    measures = (_record(Measure, item, status=MeasureStatus, **amounts) for item in _of(payload, "measures"))
    targets = (_record(Target, i, basis=Basis, kind=CommitmentKind, value=_decimal) for i in _of(payload, "targets"))
    plants = (_plant(item) for item in _of(payload, "plants"))
    electricity = (_electricity(item) for item in _of(payload, "electricity"))
    return {
        "activities": {each.id: each for each in activities},
        "measures": {each.id: each for each in measures},
        "targets": {each.id: each for each in targets},
        "plants": {(each.plant, each.year): each for each in plants},
        "electricity": {each.year: each for each in electricity},
    }


def register_answers(payload: Mapping[str, Any]) -> dict[str, Answer]:
    """The answers of a valid payload that hold profile, statements, evidence in words and days of reports."""
    profile = payload.get("profile", {})
    told = {member_question(field): profile.get(field, "") for field in _PROFILE}
    for item in _of(payload, "justice"):
        told |= {justice_question(item["id"], field): item[field] for field in _STATEMENT}
    for item in _of(payload, "activities"):
        told[evidence_question("activity", item["id"])] = item[EVIDENCE]
        told[_reported_question(item["id"])] = item.get("reported", "")
    for item in _of(payload, "measures"):
        told[evidence_question("measure", item["id"])] = item[EVIDENCE]
    return {question: Answer(question, value) for question, value in told.items() if value}


def record_item(record: Any) -> Item:  # noqa: ANN401 - any of the records above
    """A record, field by field."""
    named = (field.name for field in fields(record) if field.name != "source_id")
    return {name: _json(getattr(record, name)) for name in named}


def _named_item(record: Activity | Measure, answers: Mapping[str, Answer]) -> Item:
    """A record with its evidence in words; an activity also with the day of its last report, where there is one."""
    kind = record.identity[0]
    item = record_item(record) | {EVIDENCE: _value(answers, evidence_question(kind, record.id))}
    reported = _value(answers, _reported_question(record.id)) if kind == "activity" else ""
    return item | {"reported": reported} if reported else item


def _profile_item(answers: Mapping[str, Answer], known: Membership | None, spoken: tuple[Texts, ...]) -> Item:
    item = _said(answers, _PROFILE, member_question)
    if not any(item.values()):
        return {}
    generation = known.generation(str(item["generation"])) if known else None
    words = (generation.name, generation.wording) if generation else ("", "")
    return item | {"generation_name": _words(words[0], spoken), "generation_wording": _words(words[1], spoken)}


def _statement_item(
    id_: str, answers: Mapping[str, Answer], known: Membership | None, spoken: tuple[Texts, ...]
) -> Item:
    statement = next((each for each in known.statements if each.id == id_), None) if known else None
    words: Item = {
        "id": id_,
        "name": _words(statement.name if statement else id_, spoken),
        "wording": _words(statement.wording if statement else "", spoken),
    }
    return words | _said(answers, _STATEMENT, lambda field: justice_question(id_, field))


def _said(answers: Mapping[str, Answer], names: Iterable[str], question: Callable[[str], str]) -> Item:
    return {name: _value(answers, question(name)) for name in names}


def _value(answers: Mapping[str, Answer], question: str) -> str:
    found = answers.get(question)
    return found.value if found else ""


def _words(text: str, spoken: tuple[Texts, ...]) -> list[Json]:
    """The text in the languages of the submission, once where they are alike."""
    return [*dict.fromkeys(texts.trc("membership", text) for texts in spoken)] if text else []


def _reported_question(activity_id: str) -> str:
    return f"activity.{activity_id}.reported"


def _json(value: Any) -> Json:  # noqa: ANN401 - any field of a record
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [{"carrier": carrier, "mwh": decimal_text(mwh)} for carrier, mwh in value]
    known: str | int | None = value
    return known


def _record(kind: type[Any], item: Mapping[str, Any], /, **conversions: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - as asked for
    """The record an item stands for; what is only there in words is left to the answers."""
    named = {name: value for name, value in item.items() if name not in _EXTRA}
    return kind(**{name: conversions[name](value) if name in conversions else value for name, value in named.items()})


def _plant(item: Mapping[str, Any]) -> PlantYear:
    numbers = ("heat_mwh", "sold_mwh", "electricity_mwh", "temperature_c", "heat_efficiency", "power_efficiency")
    plant: PlantYear = _record(
        PlantYear,
        item,
        fuels=lambda fuels: tuple((fuel["carrier"], Decimal(fuel["mwh"])) for fuel in fuels),
        split=lambda split: None if split is None else Split(split),
        temperature_kind=TemperatureKind,
        **dict.fromkeys(numbers, _decimal),
    )
    return plant


def _electricity(item: Mapping[str, Any]) -> ElectricityYear:
    amounts = {name: _decimal for name in item if name not in {"year", "source"}}
    year: ElectricityYear = _record(ElectricityYear, item, **amounts)
    return year


def _of(payload: Mapping[str, Any], part: str) -> Iterable[Mapping[str, Any]]:
    found: Iterable[Mapping[str, Any]] = payload.get(part, ())
    return found


def _without(item: Item, *names: str) -> Item:
    return {name: value for name, value in item.items() if name not in names}


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
