"""Damaged files end in an article or in an error by name, read as the program reads them."""

from tests.fuzz.hammer import hammered


def test_a_damaged_file_is_read_whole_or_refused_by_name():
    ends = hammered(seed=2026, count=250)
    assert ends["read"] > 50
    assert ends["DamagedFileError"] > 20
    assert {end: times for end, times in ends.items() if end.startswith("!")} == {}
