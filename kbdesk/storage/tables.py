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

from kbdesk.storage.schema import Column
from kbdesk.storage.schema import Table


def _text(name: str) -> Column:
    return Column(name)


def _added_text(name: str) -> Column:
    """A column that came later: what was stored before has an empty text there."""
    return Column(name, default="")


def _optional(name: str) -> Column:
    return Column(name, optional=True)


def _key_text(name: str) -> Column:
    return Column(name, key=True)


def _integer(name: str) -> Column:
    return Column(name, "INTEGER")


def _optional_integer(name: str) -> Column:
    return Column(name, "INTEGER", optional=True)


def _key_integer(name: str) -> Column:
    return Column(name, "INTEGER", key=True)


def _single_row() -> Column:
    return Column("id", "INTEGER", key=True, check="CONSTRAINT one_row CHECK (id = 1)")


document = Table(
    "document",
    _single_row(),
    _text("uuid"),
    _text("created_at"),
    _text("created_by"),
    _text("program"),
    numbered=True,
)

municipality = Table(
    "municipality",
    _single_row(),
    _text("country"),
    _text("name"),
    _text("code"),
    _integer("base_year"),
    _text("factor_set"),
    _text("language"),
    numbered=True,
)

entry = Table(
    "entry",
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
    condition="CONSTRAINT value_or_notation_key CHECK (notation_key IS NULL OR text = '')",
)

base_datum = Table(
    "base_datum",
    _key_integer("year"),
    _key_text("indicator"),
    _text("value"),
    _text("source"),
)

local_factor = Table(
    "local_factor",
    _key_integer("year"),
    _key_text("carrier"),
    _text("t_per_mwh"),
    _text("source"),
    _text("note"),
)

published_result = Table(
    "published_result",
    _key_integer("year"),
    _key_text("sector"),
    _text("emissions_t"),
    _optional("final_energy_mwh"),
    _text("source"),
)

source = Table(
    "source",
    _key_text("id"),
    _text("supplier"),
    _text("kind"),
    _text("contact"),
    _text("title"),
    _text("date"),
    _text("note"),
    _text("file_name"),
    _text("file_sha256"),
)

bill = Table(
    "bill",
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
)

answer = Table(
    "answer",
    _key_text("question"),
    _text("value"),
)

acknowledgement = Table(
    "acknowledgement",
    _key_text("code"),
    _key_integer("year"),
    _key_text("sector"),
    _key_text("carrier"),
    _text("fingerprint"),
    _text("reason"),
    _text("text"),
    _text("who"),
    _text("on"),
)

second_look = Table(
    "second_look",
    _key_integer("year"),
    _key_text("sector"),
    _text("who"),
    _text("on"),
)

target = Table(
    "target",
    _key_text("id"),
    _text("name"),
    _text("basis"),
    _text("kind"),
    _text("value"),
    _optional_integer("base_year"),
    _optional_integer("target_year"),
    _text("decided"),
    _text("source"),
    _added_text("sector"),
)

plant_year = Table(
    "plant_year",
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
)

electricity_year = Table(
    "electricity_year",
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
)

activity = Table(
    "activity",
    _key_text("id"),
    _text("kind"),
    _text("title"),
    _text("state"),
    _optional_integer("start_year"),
    _optional_integer("end_year"),
    _text("partner"),
    _text("country"),
    _text("decided"),
    _text("resolution"),
    _text("text"),
    _text("source_id"),
)

measure = Table(
    "measure",
    _key_text("id"),
    _text("title"),
    _text("status"),
    _text("sector"),
    _text("carrier"),
    _optional_integer("start_year"),
    _optional_integer("end_year"),
    _text("responsible"),
    _optional("saving_mwh"),
    _optional("saving_t"),
    _optional("cost"),
    _text("currency"),
    _text("funding"),
    _text("note"),
    _text("source_id"),
)

traffic_flow = Table(
    "traffic_flow",
    _key_integer("year"),
    _key_text("sector"),
    _key_text("carrier"),
    _key_text("road"),
    _key_text("vehicle"),
    _optional("million_km"),
    _optional("kwh_per_km"),
    _text("source"),
    _text("source_id"),
)

file = Table(
    "file",
    _key_text("sha256"),
    Column("content", "BLOB"),
    _text("at"),
    numbered=True,
)

step = Table(
    "step",
    Column("id", "INTEGER", check="PRIMARY KEY AUTOINCREMENT"),
    _text("at"),
    _text("who"),
    Column("kind", check="CONSTRAINT known_kind CHECK (kind IN ('edit', 'undo', 'redo'))"),
    Column("target", "INTEGER", optional=True, references="step (id)"),
    _text("action"),
    _text("parameters"),
    condition="CONSTRAINT undo_and_redo_have_a_target CHECK ((kind = 'edit') = (target IS NULL))",
    numbered=True,
)

change = Table(
    "change",
    Column("step", "INTEGER", key=True, references="step (id)"),
    _key_text("kind"),
    _key_text("identity"),
    _optional("before"),
    _optional("after"),
    condition="CONSTRAINT something_changed CHECK (before IS NOT NULL OR after IS NOT NULL)",
)

submission = Table(
    "submission",
    _key_integer("year"),
    _key_integer("revision"),
    _text("sha256"),
    _text("check_code"),
    _text("file_name"),
    _text("at"),
    _integer("step"),
    Column("payload", "BLOB"),
    numbered=True,
)

migration = Table(
    "migration",
    _key_integer("version"),
    _text("info"),
    _text("at"),
    _text("program"),
    numbered=True,
)

ALL = (
    document,
    municipality,
    entry,
    base_datum,
    local_factor,
    published_result,
    source,
    bill,
    answer,
    acknowledgement,
    second_look,
    target,
    plant_year,
    electricity_year,
    activity,
    measure,
    traffic_flow,
    file,
    step,
    change,
    submission,
    migration,
)
"""Every table, one another refers to before the other."""

APPEND_ONLY = (step, change, submission, migration, file)


def creation_statements() -> tuple[str, ...]:
    """The statements that create all tables and make journal, submissions, files and migrations append-only."""
    triggers = (
        f"CREATE TRIGGER {table.name}_refuses_{event} BEFORE {event.upper()} ON {table.name} "
        f"BEGIN SELECT RAISE(ABORT, '{table.name} is append-only'); END"
        for table in APPEND_ONLY
        for event in ("update", "delete")
    )
    return (
        *(table.creation for table in ALL),
        "CREATE INDEX change_by_identity ON change (kind, identity)",
        *triggers,
    )
