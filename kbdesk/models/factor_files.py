"""Reading the shipped factor sets: ``sets.csv``, ``sources.csv``, ``derived.csv`` and one table a set."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from kbdesk.errors import UserError
from kbdesk.models.factors import DerivedFactor
from kbdesk.models.factors import FactorRow
from kbdesk.models.factors import FactorSet
from kbdesk.models.resource_tables import read_table


class FactorLibrary:
    """The factor sets of a folder; each is read when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._heads = {row["id"]: row for row in read_table(folder / "sets.csv")}
        self._read: dict[str, FactorSet] = {}
        self._added: frozenset[str] = frozenset()

    def with_added(self, sets: Iterable[FactorSet]) -> "FactorLibrary":
        """A library that has these sets too; none replaces one that is built in."""
        library = FactorLibrary(self._folder)
        for factor_set in sets:
            if factor_set.id not in library._heads:
                library._heads[factor_set.id] = {"title": factor_set.title, "edition": factor_set.edition}
                library._read[factor_set.id] = factor_set
                library._added |= {factor_set.id}
        return library

    def is_built_in(self, set_id: str) -> bool:
        """Whether a set is shipped with the program, and so never changes."""
        return set_id in self._heads and set_id not in self._added

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all sets, in the order in which they are offered."""
        return tuple(self._heads)

    def title(self, set_id: str) -> str:
        """The English title of a set, with its edition."""
        head = self._heads[set_id]
        return f"{head['title']}, {head['edition']}"

    def get(self, set_id: str) -> FactorSet:
        """The factor set with this id; unknown ids are a ``UserError``."""
        if set_id not in self._heads:
            raise UserError("factor_set.unknown", set=set_id, known=", ".join(self._heads))
        if set_id not in self._read:
            self._read[set_id] = self._load(set_id)
        return self._read[set_id]

    def default_for(self, country: str) -> str:
        """The set a new document of this country starts with (accounting rules, section 4)."""
        return "bisko" if country == "DE" else "com-lca-co2e-2024"

    def _load(self, set_id: str) -> FactorSet:
        sources = {row["id"]: row["text"] for row in read_table(self._folder / "sources.csv")}
        series: defaultdict[tuple[str, str], dict[int | None, FactorRow]] = defaultdict(dict)
        for row in read_table(self._folder / f"{set_id}.csv"):
            source = sources.get(row["source"], row["source"])
            year = int(row["year"]) if row["year"] else None
            value = FactorRow(Decimal(row["t_per_mwh"]), source, row["confidence"], row["note"])
            series[row["country"], row["carrier"]][year] = value
        head = self._heads[set_id]
        return FactorSet(
            id=set_id,
            title=head["title"],
            edition=head["edition"],
            gas_basis=head["gas_basis"],
            boundary=head["boundary"],
            countries=head["countries"],
            use=head["use"],
            licence=head["licence"],
            reference=head["reference"],
            series=dict(series),
            derived=self._derived(set_id),
        )

    def _derived(self, set_id: str) -> dict[str, DerivedFactor]:
        return {
            row["carrier"]: DerivedFactor(row["from_carrier"], Decimal(row["divisor"]), row["source"])
            for row in read_table(self._folder / "derived.csv")
            if row["set"] == set_id
        }
