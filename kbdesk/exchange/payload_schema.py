"""Whether a payload has the published shape (``resources/schema/submission-1.json``)."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

_SCHEMA_FILE = "submission-1.json"


class PayloadSchema:
    """The published schema, compiled when first needed."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _SCHEMA_FILE
        self._check: Callable[[Any], Any] | None = None

    def problem(self, payload: object) -> str:
        """What is wrong with the payload, empty where nothing is."""
        from fastjsonschema import JsonSchemaValueException  # noqa: PLC0415 - costs start-up time

        try:
            self._validator()(payload)
        except JsonSchemaValueException as error:
            return str(error.message)
        return ""

    def _validator(self) -> Callable[[Any], Any]:
        if self._check is None:
            import fastjsonschema  # noqa: PLC0415 - costs start-up time

            schema = json.loads(self._path.read_text(encoding="utf-8"))
            self._check = fastjsonschema.compile(schema, use_formats=False)
        return self._check
