"""The articles of a view in the person's order, institutions by the names they have there."""

from array import array
from dataclasses import replace
from itertools import accumulate

from reader.app import Shelving
from reader.gui.library.views import View
from reader.i18n import Translator
from reader.model.query import Arrangement, Grouping, Order
from reader.wording import publisher_name


def arranged(
    shelving: Shelving, view: View, order: Order, grouping: Grouping, _: Translator
) -> Arrangement:
    """Return the articles of a view, in the view's own order where it has one."""
    if grouping is Grouping.PUBLISHER:
        return _by_name(shelving.arranged(view.filter, order, grouping), _)
    if order is Order.PUBLISHER and grouping is Grouping.NONE:
        by_publisher = shelving.arranged(view.filter, Order.DAY, Grouping.PUBLISHER)
        return replace(_by_name(by_publisher, _), groups=())
    return shelving.arranged(view.filter, order, grouping)


def _by_name(arrangement: Arrangement, _: Translator) -> Arrangement:
    """Return publishers by their names, those without one last."""
    ends = accumulate(group.count for group in arrangement.groups)
    parts = sorted(
        zip(arrangement.groups, ends, strict=True),
        key=lambda part: (part[0].key is None, publisher_name(part[0].key, _)),
    )
    ids = array("q")
    for group, end in parts:
        ids.extend(arrangement.ids[end - group.count : end])
    return Arrangement(ids, tuple(group for group, _end in parts))
