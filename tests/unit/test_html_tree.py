"""A page as a row of elements: what one of them holds."""

import pytest

from reader.importers.html import rules
from reader.importers.html.parsing import parsed
from reader.importers.html.tree import Row


@pytest.mark.parametrize(
    ("outer", "tags", "holds"),
    [
        ("ul", (), True),
        ("ul", ("em",), True),
        ("ul", ("table", "li"), True),
        ("ul", ("ul",), False),
        ("ul", ("p", "b"), False),
        ("em", (), False),
        ("body", ("p",), True),
    ],
)
def test_an_element_has_what_stands_inside_it(
    outer: str, tags: tuple[str, ...], holds: bool
) -> None:
    root = parsed("<p>Преди.</p><ul><li>Едно <em>две</em></li></ul><p>След <b>тях</b>.</p>")
    assert root is not None
    row = Row(root, rules.load())
    (place,) = row.tagged(outer)
    assert row.has(place, *tags) is holds
