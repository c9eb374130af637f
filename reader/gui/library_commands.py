"""What the entries of the menu of the library do."""

from collections.abc import Callable, Sequence
from functools import partial

from reader.gui.actions import Actions
from reader.gui.library.views import BIN, View
from reader.gui.library_menu import GROUPS, SORTS, VIEWS
from reader.gui.panes import ARTICLE, LIBRARY
from reader.gui.saying import announce_after_focus
from reader.gui.tools import Tools
from reader.model.query import Grouping, Order
from reader.settings import Settings


class LibraryCommands:
    """Connects each action of the library with the part that does it.

    What is done to articles is done to the selected ones while the list has the focus, else to
    the open one.
    """

    def __init__(self, tools: Tools) -> None:
        self._parts = tools.parts
        self._panes = tools.panes
        self._keeper = tools.means.keeper
        self._ = tools.means.translator

    def connect_to(self, actions: Actions) -> None:
        """Let the actions do their work, and show which choices hold."""
        parts, chosen = self._parts, self._with_chosen
        labelling, binning = parts.labelling, parts.binning
        table: dict[str, Callable[[], object]] = {
            "resume": self.resume,
            "mark_read": chosen(partial(labelling.mark, read=True)),
            "mark_unread": chosen(partial(labelling.mark, read=False)),
            "star": chosen(labelling.toggle_star),
            "reading_list": chosen(labelling.toggle_reading_list),
            "tags": chosen(labelling.show_tags),
            "collections": chosen(labelling.show_collections),
            "remove": chosen(binning.remove),
            "restore": chosen(binning.restore),
            "remove_for_good": chosen(binning.remove_for_good),
            "empty_bin": binning.empty,
            "repair_anew": parts.correcting.repair_anew,
            "archive_make": parts.archiving.make,
            "archive_copy": chosen(parts.archiving.copy),
            "archive_take_in": parts.archiving.take_in,
            "archive_check": parts.archiving.check,
            "move_out": parts.archiving.move_out,
            "move_in": parts.archiving.move_in,
            "archive_close": parts.archiving.close,
            "feeds": parts.following.show,
            "add_feed": parts.following.add,
            "update_feeds": parts.following.update,
            "update_report": parts.following.show_report,
        }
        table |= {f"view_{key}": partial(self.show_view, key, actions) for key in VIEWS}
        table |= {f"sort_{order}": partial(self.sort, Order(order)) for order in SORTS}
        table |= {f"group_{by}": partial(self.group, Grouping(by)) for by in GROUPS}
        for name, slot in table.items():
            actions.on(name, slot)
        parts.intake.archive_given.connect(parts.archiving.open)
        for shown in (parts.archiving.opened, parts.following.news_shown):
            shown.connect(lambda: self._panes.go_home(LIBRARY))
        parts.shelf.shown.connect(partial(_check_view, actions))
        parts.shelf.panel.list.moved.connect(labelling.move)
        self._keeper.changed.connect(partial(_check_order, actions))
        _check_view(actions, parts.shelf.view)
        _check_order(actions, self._keeper.current)

    def resume(self) -> None:
        """Open the article that was read last, where reading stopped."""
        if self._parts.reading.resume():
            self._panes.go_home(ARTICLE)
        else:
            self._parts.notice.say(self._("Nothing has been read yet."))

    def undo(self) -> None:
        """Undo what was done last where the focus is: in the list a removal, else a correction."""
        parts = self._parts
        if parts.shelf.has_focus or parts.reading.identifier is None:
            parts.binning.undo()
        else:
            parts.correcting.take_back()

    def show_view(self, key: str, actions: Actions) -> None:
        """Show a view in the list, and go there."""
        self._parts.shelf.show_view(key)
        _check_view(actions, self._parts.shelf.view)
        if self._parts.shelf.model.rowCount():
            self._panes.go_home(LIBRARY)
        else:
            self._panes.show_pane(LIBRARY)
            self._parts.shelf.panel.views.setFocus()

    def sort(self, order: Order) -> None:
        """List the articles in another order."""
        self._keeper.change(order=order)
        self._tell(SORTS[order])

    def group(self, by: Grouping) -> None:
        """List the articles in other groups."""
        self._keeper.change(grouping=by)
        self._tell(GROUPS[by])

    def _tell(self, words: str) -> None:
        said = self._(words).replace("&", "")
        if self._parts.shelf.view.order is not None:
            said = self._("{order}; this list keeps its own order.").format(order=said)
        announce_after_focus(self._parts.shelf.panel, said)

    def _chosen(self) -> list[int]:
        shelf, open_one = self._parts.shelf, self._parts.reading.identifier
        return shelf.selected if shelf.has_focus or open_one is None else [open_one]

    def _with_chosen(self, work: Callable[[Sequence[int]], object]) -> Callable[[], object]:
        return lambda: work(self._chosen())


def _check_view(actions: Actions, view: View) -> None:
    for key in VIEWS:
        actions[f"view_{key}"].setChecked(key == view.key)
    actions["restore"].setEnabled(view.key == BIN)


def _check_order(actions: Actions, now: Settings) -> None:
    if now.order in SORTS:
        actions[f"sort_{now.order}"].setChecked(True)
    actions[f"group_{now.grouping}"].setChecked(True)
