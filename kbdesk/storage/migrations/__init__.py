"""Steps that bring a document of an older version to the present one.

Rules:

- One module a step, named ``to_NNNN`` by the ``user_version`` it leads to (1000 × major + minor). It has ``INFO``, one
  line that says what changes, and ``migrate(connection)``, which gets a ``sqlite3.Connection`` inside a transaction.
- A step is plain SQL and imports nothing of kbdesk and no SQLAlchemy: those go on changing, a step does not.
- A released step is finished: it is never edited again, not even to repair it; a further step repairs.
- A step neither begins nor ends a transaction and sets no version; the runner does.
- Major versions change what an older program must not read; minor ones add what it may ignore.
- With a step come a populated file of the version before in ``tests/data/files`` with its readable dump, and the test
  that the migrated tables equal those of ``kbdesk.storage.tables``.

The runner backs the document up, applies all steps to a copy in one transaction, checks the copy, and swaps it in. A
step that fails leaves the document as it was, byte for byte.
"""
