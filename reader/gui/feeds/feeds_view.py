"""How the dialog of feeds looks: the list, and what can be done with it."""

from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QPushButton,
    QWidget,
)

from reader.gui.choice import Choice
from reader.gui.feeds.feeds_list import SORTINGS, FeedsList
from reader.gui.fitted_dialog import ButtonBox
from reader.gui.flow import Flow
from reader.gui.form import add_row, new_form
from reader.gui.scrolled_dialog import ScrolledDialog, words_label
from reader.i18n import Translator
from reader.model.feed import KeptFeed

_WIDTH = 48  # in heights of a line
_LEAST_ROWS = 5  # heights of a line in the list
_MORE_ROWS = 9  # where there is room
_GAP = 8  # between buttons


class FeedsView(ScrolledDialog):
    """Lays the dialog out; `feeds_dialog` gives it its life."""

    def __init__(self, translator: Translator, parent: QWidget | None) -> None:
        self._ = _ = translator
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close)
        super().__init__("feedsDialog", _("Feeds"), buttons, parent)
        self.none = words_label(
            _(
                "There are no feeds yet. A feed tells of the news of a site, which come in here "
                "when you ask for an update. Choose some from the catalogue of the European Union, "
                "or add one by its address."
            )
        )
        self.sorting = Choice((_(words), sorting.value) for sorting, words in SORTINGS.items())
        self.list = FeedsList(_)
        self.news = _button("feedsNews", _("Read its &news"))
        self.update_one = _button("feedsUpdateOne", _("&Update"))
        self.update_all = _button("feedsUpdateAll", _("Update a&ll"))
        self.stop = _button("feedsStop", _("Cancel the up&date"))
        self.catalogue = _button("feedsCatalogue", _("Ca&talogue…"))
        self.add = _button("feedsAdd", _("&Add…"))
        self.edit = _button("feedsEdit", _("&Edit…"))
        self.pause = _button("feedsPause", _("&Pause"))
        self.remove = _button("feedsRemove", _("Re&move…"))
        self.rules = _button("feedsRules", _("&Rules…"))
        self.take = _button("feedsTake", _("&Import OPML…"))
        self.hand_on = _button("feedsHandOn", _("E&xport OPML…"))
        self.report = _button("feedsReport", _("Rep&ort…"))
        self._lay_out_list()

    def fit_to_contents(self) -> None:
        """Take the room that the contents need, where there is so much."""
        self.fit(_WIDTH, 0 if self.list.isHidden() else _MORE_ROWS)

    def show_empty(self, *, empty: bool) -> None:
        """Show the list, or what can be done where there is none."""
        is_other = self.list.isHidden() != empty
        self.none.setVisible(empty)
        self.list.setVisible(not empty)
        self._fields.setVisible(not empty)
        (self.catalogue if empty else self.news).setDefault(True)  # what Enter does
        if is_other:
            self.fit_to_contents()

    def offer(self, feed: KeptFeed | None, *, busy: bool, report: bool) -> None:
        """Allow what can be done with a feed, or with none, while others are being asked or not."""
        focus = QApplication.focusWidget()
        of_feed = (self.news, self.edit, self.pause, self.remove, self.update_one)
        for button in (*of_feed, self.update_all, self.hand_on):
            button.setEnabled(feed is not None)
        self.report.setEnabled(report)
        self.stop.setVisible(busy)
        paused = feed is not None and feed.paused
        self.pause.setText(self._("Re&sume") if paused else self._("&Pause"))
        if isinstance(focus, QPushButton) and not (focus.isEnabled() and focus.isVisibleTo(self)):
            self.update_all.setFocus()  # the button under the person's finger must not vanish

    def _lay_out_list(self) -> None:
        letter = self.fontMetrics().height()
        self.list.setMinimumHeight(_LEAST_ROWS * letter)
        self._fields = QWidget()
        add_row(new_form(self._fields), self._("Order &by"), self.sorting)
        flow = Flow(_GAP)
        first = (self.news, self.update_one, self.update_all, self.stop, self.catalogue, self.add)
        others = (self.edit, self.pause, self.remove, self.rules, self.take, self.hand_on)
        for button in (*first, *others, self.report):
            button.setAutoDefault(False)
            flow.addWidget(button)
        for widget in (self.none, self._fields, self.list):
            self.body.addWidget(widget, 1 if widget is self.list else 0)
        self.body.addLayout(flow)


def _button(object_name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(object_name)
    return button
