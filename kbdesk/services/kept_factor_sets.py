"""The factor sets a document keeps beside the shipped ones, so that it can be read on every computer."""

from collections.abc import Iterator
from collections.abc import Mapping

from kbdesk.errors import UserError
from kbdesk.models.answers import Answer
from kbdesk.models.counting import BISKO
from kbdesk.models.counting import is_bisko
from kbdesk.models.factors import DerivedFactor
from kbdesk.models.factors import FactorSet
from kbdesk.models.factors import Series
from kbdesk.services.reference import Reference
from kbdesk.storage.document import Document

QUESTION = "factor_set."
"""Before the id of a set: the answer is the SHA-256 under which its table is kept."""


def extended(reference: Reference, document: Document, answers: Mapping[str, Answer]) -> Reference:
    """The resources with the sets the document keeps; without any, as they were."""
    if not any(question.startswith(QUESTION) for question in answers):
        return reference
    return reference.with_factor_sets(_kept(reference, document, answers))


def factor_set_of(
    head: Mapping[str, str], series: Mapping[tuple[str, str], Series], derived: Mapping[str, DerivedFactor]
) -> FactorSet:
    """A set of what its table says; ``derived`` are the factors that follow from others where it has none."""
    countries = " ".join(sorted({country for country, _ in series}))
    said = {name: head.get(name, "") for name in ("title", "edition", "gas_basis", "boundary", "licence", "reference")}
    return FactorSet(id=head["id"], countries=countries, use="", series=series, derived=derived, **said)


def _kept(reference: Reference, document: Document, answers: Mapping[str, Answer]) -> Iterator[FactorSet]:
    """What cannot be read is left out: if it is the one in use, the document says that it is unknown."""
    from kbdesk.exchange.factor_set_tables import factor_table_of  # noqa: PLC0415 - few documents keep a set
    from kbdesk.exchange.labels import build_labels  # noqa: PLC0415 - as above

    carriers = build_labels(reference.codebook, ()).carriers
    for question, answer in answers.items():
        content = document.file_content(answer.value) if question.startswith(QUESTION) else None
        if content is None:
            continue
        set_id = question.removeprefix(QUESTION)
        try:
            table = factor_table_of(content, carriers, set_id)
        except UserError:
            continue
        if not table.problems:
            derived = reference.factors.get(BISKO).derived if is_bisko(set_id) else {}
            yield factor_set_of({**table.head, "id": set_id}, table.series, derived)
