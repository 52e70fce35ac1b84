from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kbdesk.charts.spreading import spread

labels = st.lists(st.tuples(st.floats(-50, 150), st.floats(1, 12)), max_size=8)


def test_that_labels_with_room_stay_where_they_are() -> None:
    assert spread([10, 50, 90], [8, 8, 8], 0, 100) == [10, 50, 90]


def test_that_labels_that_overlap_move_apart_evenly() -> None:
    assert spread([50, 50], [10, 10], 0, 100) == [45, 55]
    assert spread([48, 52, 50], [10, 10, 10], 0, 100) == [40, 60, 50]


def test_that_labels_stay_inside() -> None:
    assert spread([-5, 120], [10, 10], 0, 100) == [5, 95]


@given(labels)
def test_that_no_two_labels_overlap_and_their_order_is_kept(wanted: list[tuple[float, float]]) -> None:
    middles, heights = [w for w, _ in wanted], [h for _, h in wanted]
    places = spread(middles, heights, 0, 100)
    order = sorted(range(len(wanted)), key=lambda n: places[n])
    for lower, upper in pairwise(order):
        assert places[upper] - places[lower] >= (heights[lower] + heights[upper]) / 2 - 1e-6
        assert middles[lower] <= middles[upper]
    assert all(place >= -1e-6 + height / 2 for place, height in zip(places, heights, strict=True))
    assert all(place <= 100 + 1e-6 - height / 2 for place, height in zip(places, heights, strict=True))
