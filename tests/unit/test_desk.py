"""The desk of the audit waits for a program that has not come up."""

import socket
from types import SimpleNamespace

from tests.screenreader.desk import Desk


def test_a_program_that_does_not_answer_yet_shows_nothing(tmp_path):
    session = SimpleNamespace(env={}, launch=lambda _argv, _env: None)
    desk = Desk(session, tmp_path, "bg")
    assert not desk.shown().kinds
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "probe"))  # the file is there, and refuses
        assert not desk.shown().kinds
    assert not desk.shown().has_focus
