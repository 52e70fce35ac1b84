from kbdesk.paths import resources_dir
from kbdesk.services.reference import Reference
from kbdesk.texts.boundary_names import boundary_name


def test_that_every_boundary_of_a_shipped_set_has_words_and_others_stay_as_they_are() -> None:
    reference = Reference(resources_dir())
    texts = reference.texts("de", "de")
    named = {
        found.boundary: boundary_name(found.boundary, texts)
        for found in map(reference.factors.get, reference.factors.ids)
    }
    assert named == {"life-cycle": "mit Vorketten", "direct": "ohne Vorketten"}
    assert boundary_name("gate to gate", texts) == "gate to gate"
