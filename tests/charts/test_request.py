from kbdesk.charts.request import year_list


def test_that_years_that_follow_on_one_another_are_a_range() -> None:
    assert year_list([1990, 2001, 2002, 2003, 2007, 2008]) == "1990, 2001–2003, 2007, 2008"
    assert year_list([]) == ""
