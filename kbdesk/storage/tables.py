"""The tables of a ``.kbdesk`` file, version 1.2. ``resources/help/file-format.md`` describes them for other programs.

A file is an SQLite database with ``application_id`` ``KBDK`` and ``user_version`` = 1000 × major + minor. Decimals,
times (ISO 8601, UTC) and everything a person typed are text. The inventory is in ``municipality``, ``entry``,
``base_datum``, ``local_factor`` and ``published_result``; what stands behind its values in ``source`` (with the files
kept of them in ``file``), ``bill``, ``answer``, ``acknowledgement``, ``second_look``, ``target``, ``plant_year``,
``electricity_year``, ``traffic_flow``; what the municipality does in ``activity`` and ``measure``. How it came about
is in ``step`` and ``change``. Journal, submissions, files and migrations are append-only: triggers refuse all other
statements.

A change of these tables needs a new version and a step in ``kbdesk.storage.migrations``.
"""

from sqlalchemy import CheckConstraint
from sqlalchemy import Column
from sqlalchemy import ForeignKey
from sqlalchemy import Index
from sqlalchemy import Integer
from sqlalchemy import LargeBinary
from sqlalchemy import MetaData
from sqlalchemy import Table
from sqlalchemy import Text

metadata = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _added_text(name: str) -> Column[str]:
    """A column that came later: what was stored before has an empty text there."""
    return Column(name, Text, nullable=False, server_default="")


def _optional(name: str) -> Column[str]:
    return Column(name, Text)


def _key_text(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True, nullable=False)


def _key_integer(name: str) -> Column[int]:
    return Column(name, Integer, primary_key=True, nullable=False, autoincrement=False)


def _single_row() -> Column[int]:
    return Column("id", Integer, CheckConstraint("id = 1", name="one_row"), primary_key=True)


document = Table(
    "document",
    metadata,
    _single_row(),
    _text("uuid"),
    _text("created_at"),
    _text("created_by"),
    _text("program"),
    sqlite_strict=True,
)

municipality = Table(
    "municipality",
    metadata,
    _single_row(),
    _text("country"),
    _text("name"),
    _text("code"),
    Column("base_year", Integer, nullable=False),
    _text("factor_set"),
    _text("language"),
    sqlite_strict=True,
)

entry = Table(
    "entry",
    metadata,
    _key_integer("year"),
    _key_text("sector"),
    _key_text("carrier"),
    _text("text"),
    _optional("quantity"),
    _text("unit"),
    _text("parameters"),
    _optional("grade"),
    _text("source"),
    _text("note"),
    _optional("notation_key"),
    _text("origin"),
    _added_text("source_id"),
    _added_text("contained_in"),
    CheckConstraint("notation_key IS NULL OR text = ''", name="value_or_notation_key"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

base_datum = Table(
    "base_datum",
    metadata,
    _key_integer("year"),
    _key_text("indicator"),
    _text("value"),
    _text("source"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

local_factor = Table(
    "local_factor",
    metadata,
    _key_integer("year"),
    _key_text("carrier"),
    _text("t_per_mwh"),
    _text("source"),
    _text("note"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

published_result = Table(
    "published_result",
    metadata,
    _key_integer("year"),
    _key_text("sector"),
    _text("emissions_t"),
    _optional("final_energy_mwh"),
    _text("source"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

source = Table(
    "source",
    metadata,
    _key_text("id"),
    _text("supplier"),
    _text("kind"),
    _text("contact"),
    _text("title"),
    _text("date"),
    _text("note"),
    _text("file_name"),
    _text("file_sha256"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

bill = Table(
    "bill",
    metadata,
    _key_text("id"),
    _text("sector"),
    _text("carrier"),
    _text("first_day"),
    _text("last_day"),
    _text("text"),
    _text("quantity"),
    _text("unit"),
    _text("parameters"),
    _text("method"),
    _text("source_id"),
    _text("note"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

answer = Table(
    "answer",
    metadata,
    _key_text("question"),
    _text("value"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

acknowledgement = Table(
    "acknowledgement",
    metadata,
    _key_text("code"),
    _key_integer("year"),
    _key_text("sector"),
    _key_text("carrier"),
    _text("fingerprint"),
    _text("reason"),
    _text("text"),
    _text("who"),
    _text("on"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

second_look = Table(
    "second_look",
    metadata,
    _key_integer("year"),
    _key_text("sector"),
    _text("who"),
    _text("on"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

target = Table(
    "target",
    metadata,
    _key_text("id"),
    _text("name"),
    _text("basis"),
    _text("kind"),
    _text("value"),
    Column("base_year", Integer),
    Column("target_year", Integer),
    _text("decided"),
    _text("source"),
    _added_text("sector"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

plant_year = Table(
    "plant_year",
    metadata,
    _key_text("plant"),
    _key_integer("year"),
    _text("carrier"),
    _text("fuels"),
    _optional("heat_mwh"),
    _optional("sold_mwh"),
    _optional("electricity_mwh"),
    _optional("split"),
    _optional("temperature_c"),
    _text("temperature_kind"),
    _optional("heat_efficiency"),
    _optional("power_efficiency"),
    _text("source"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

electricity_year = Table(
    "electricity_year",
    metadata,
    _key_integer("year"),
    _optional("renewable_mwh"),
    _optional("renewable_t"),
    _optional("plants_mwh"),
    _optional("plants_t"),
    _optional("purchases_mwh"),
    _optional("purchases_t"),
    _optional("sales_mwh"),
    _optional("sales_t"),
    _text("source"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

activity = Table(
    "activity",
    metadata,
    _key_text("id"),
    _text("kind"),
    _text("title"),
    _text("state"),
    Column("start_year", Integer),
    Column("end_year", Integer),
    _text("partner"),
    _text("country"),
    _text("decided"),
    _text("resolution"),
    _text("text"),
    _text("source_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

measure = Table(
    "measure",
    metadata,
    _key_text("id"),
    _text("title"),
    _text("status"),
    _text("sector"),
    _text("carrier"),
    Column("start_year", Integer),
    Column("end_year", Integer),
    _text("responsible"),
    _optional("saving_mwh"),
    _optional("saving_t"),
    _optional("cost"),
    _text("currency"),
    _text("funding"),
    _text("note"),
    _text("source_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

traffic_flow = Table(
    "traffic_flow",
    metadata,
    _key_integer("year"),
    _key_text("sector"),
    _key_text("carrier"),
    _key_text("road"),
    _key_text("vehicle"),
    _optional("million_km"),
    _optional("kwh_per_km"),
    _text("source"),
    _text("source_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

file = Table(
    "file",
    metadata,
    _key_text("sha256"),
    Column("content", LargeBinary, nullable=False),
    _text("at"),
    sqlite_strict=True,
)

step = Table(
    "step",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("at"),
    _text("who"),
    Column("kind", Text, CheckConstraint("kind IN ('edit', 'undo', 'redo')", name="known_kind"), nullable=False),
    Column("target", Integer, ForeignKey("step.id")),
    _text("action"),
    _text("parameters"),
    CheckConstraint("(kind = 'edit') = (target IS NULL)", name="undo_and_redo_have_a_target"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

change = Table(
    "change",
    metadata,
    Column("step", Integer, ForeignKey("step.id"), primary_key=True, nullable=False, autoincrement=False),
    _key_text("kind"),
    _key_text("identity"),
    _optional("before"),
    _optional("after"),
    CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="something_changed"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index("change_by_identity", change.c.kind, change.c.identity)

submission = Table(
    "submission",
    metadata,
    _key_integer("year"),
    _key_integer("revision"),
    _text("sha256"),
    _text("check_code"),
    _text("file_name"),
    _text("at"),
    Column("step", Integer, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    sqlite_strict=True,
)

migration = Table(
    "migration",
    metadata,
    Column("version", Integer, primary_key=True, nullable=False, autoincrement=False),
    _text("info"),
    _text("at"),
    _text("program"),
    sqlite_strict=True,
)

APPEND_ONLY = (step, change, submission, migration, file)


def trigger_statements() -> tuple[str, ...]:
    """The statements that make journal, submissions, files and migrations append-only."""
    return tuple(
        f"CREATE TRIGGER {table.name}_refuses_{event} BEFORE {event.upper()} ON {table.name} "
        f"BEGIN SELECT RAISE(ABORT, '{table.name} is append-only'); END"
        for table in APPEND_ONLY
        for event in ("update", "delete")
    )
