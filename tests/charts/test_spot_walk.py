"""Reading a picture by keyboard and pointer: every value can be reached, and nothing leads nowhere."""

from hypothesis import given
from hypothesis import strategies as st

from kbdesk.charts.spot_walk import Placed
from kbdesk.charts.spot_walk import Step
from kbdesk.charts.spot_walk import nearest
from kbdesk.charts.spot_walk import neighbour
from kbdesk.charts.spots import Box
from kbdesk.charts.spots import Frame
from kbdesk.charts.spots import Place
from kbdesk.charts.spots import Spot

WHOLE = Frame(Place(0.0, 0.0, 1.0, 1.0), 0.0, 0.0, 10.0, 10.0)


def placed(*values: tuple[int, int, float]) -> list[Placed]:
    """Points of (series, column, height)."""
    found = []
    for series, column, height in values:
        box = Box(column, height, column, height)
        found.append(Placed(Spot(series, column, "", height, box), WHOLE.place_of(box)))
    return found


def test_that_a_box_lies_where_the_axes_put_it() -> None:
    frame = Frame(Place(0.1, 0.2, 0.9, 0.6), 2000, 0, 2010, 100)
    found = frame.place_of(Box(2000, 0, 2005, 50))
    assert [round(each, 6) for each in found] == [0.1, 0.4, 0.5, 0.6]


def test_that_steps_stay_on_the_series_and_change_it() -> None:
    two = placed((0, 1, 5), (0, 3, 6), (1, 1, 2), (1, 2, 3), (1, 3, 1))
    assert neighbour(two, 0, Step.ON) == 1
    assert neighbour(two, 1, Step.ON) == 1
    assert neighbour(two, 1, Step.BACK) == 0
    assert neighbour(two, 0, Step.DOWN) == 2
    assert neighbour(two, 2, Step.UP) == 0
    assert neighbour(two, 3, Step.UP) == 0
    assert neighbour(two, 2, Step.LAST) == 4
    assert neighbour(two, 0, Step.NEXT) == 1
    assert neighbour(two, 4, Step.NEXT) == 4
    assert neighbour(two, 4, Step.PREVIOUS) == 3
    assert neighbour(two, None, Step.ON) == 0
    assert neighbour(two, None, Step.BACK) == 1
    assert neighbour([], None, Step.ON) is None


def test_that_a_series_that_ends_goes_on_beside() -> None:
    gone = placed((0, 1, 5), (1, 2, 4), (2, 2, 9))
    assert neighbour(gone, 0, Step.ON) == 1


POINTS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 6), st.floats(0, 10)),
    min_size=1,
    max_size=20,
    unique_by=lambda p: p[:2],
)


@given(POINTS)
def test_that_every_value_can_be_reached_by_keyboard(points: list[tuple[int, int, float]]) -> None:
    all_placed = placed(*points)
    first = neighbour(all_placed, None, Step.ON)
    reached, ahead = {first}, [first]
    while ahead:
        at = ahead.pop()
        found = {neighbour(all_placed, at, step) for step in Step} - reached
        reached |= found
        ahead += found
    columns = {all_placed[at].spot.column for at in reached if at is not None}
    assert columns == {column for _, column, _ in points}
    assert reached == set(range(len(points)))


@given(POINTS, st.floats(0, 400), st.floats(0, 300))
def test_that_the_pointer_finds_the_nearest_within_reach(
    points: list[tuple[int, int, float]], x: float, y: float
) -> None:
    all_placed, size = placed(*points), (400.0, 300.0)
    found = nearest(all_placed, x, y, size, 16.0)
    distances = [((each.place.left * 400 - x) ** 2 + (each.place.top * 300 - y) ** 2) ** 0.5 for each in all_placed]
    if found is None:
        assert min(distances) > 16.0 - 1e-9
    else:
        assert distances[found] <= min(distances) + 1e-9
