"""The dialog that shows the lines of an article as they were printed."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from reader.gui.proof.rows import Row, RowsDialog
from reader.i18n import Translator
from reader.model.position import Position
from reader.model.printed import Printed


class PrintedDialog(RowsDialog):
    """Lists the lines as they were found, page by page; a row leads to where its words went."""

    def __init__(
        self, printed: Printed, block: int, translator: Translator, parent: QWidget | None = None
    ) -> None:
        """Stand on the first line of a piece of the article."""
        _ = translator
        count = len(printed.lines)
        title = _.plural("{count} original line", "{count} original lines", count)
        rows = list(_rows(printed, _))
        super().__init__(title.format(count=count), _("Original lines"), rows, _, parent)
        lines = printed.origins[block] if block < len(printed.origins) else ()
        if rows:
            self.go_to(min(lines, default=0))


def _rows(printed: Printed, _: Translator) -> Iterator[Row]:
    leaf_of: dict[int, int] = {}
    for index, sources in enumerate(printed.origins):
        for source in sources:
            leaf_of.setdefault(source, index)
    page = -1
    for number, line in enumerate(printed.lines):
        leaf = leaf_of.get(number)
        said = line.text if leaf is not None else _("{text}, taken out").format(text=line.text)
        head, shown = "", said
        if line.page != page:
            page = line.page
            head = _("Page {page}").format(page=page + 1)
            said = f"{head}. {said}"
        yield Row(head, (shown,), said, None if leaf is None else Position(leaf, 0))
