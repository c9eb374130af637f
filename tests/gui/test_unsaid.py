import threading

import pytest

from reader.gui.notice import Notice
from reader.gui.player.unsaid import Unsaid
from reader.i18n import Translator


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The voice cannot say “①”; a short tone stands in its place."),
        ("bg", "Гласът не може да изговори „①“; на негово място звучи кратък тон."),
    ],
)
def test_a_word_that_cannot_be_said_is_told_of_in_the_window(qtbot, language, words):
    _ = Translator(language)
    notice = Notice(_)
    qtbot.addWidget(notice)
    notice.show()
    thread = threading.Thread(target=Unsaid(notice, _), args=("①",))
    thread.start()
    qtbot.waitUntil(lambda: notice.text == words)
    thread.join()
