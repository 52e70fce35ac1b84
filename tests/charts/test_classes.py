"""Which class a carrier belongs to."""

from kbdesk.charts.classes import carrier_scheme
from tests.builders import codebook


def test_that_every_carrier_only_engines_use_is_a_motor_fuel() -> None:
    scheme = carrier_scheme()
    only_engines = [c.id for c in codebook().carriers.values() if c.transport and not c.stationary]
    assert "motor_fuels" in only_engines
    assert {scheme.class_of(carrier) for carrier in only_engines} == {"fuels"}
