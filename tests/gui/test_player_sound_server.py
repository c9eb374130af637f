import socket
import sys

import pytest

from reader.gui.player.sound_server import find_server

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="PulseAudio is not for Windows")


@pytest.fixture
def listen(tmp_path):
    """Opens a socket as a sound server does, at the same place each time."""
    opened = []

    def serve():
        path = tmp_path / "native"
        path.unlink(missing_ok=True)
        server = socket.socket(socket.AF_UNIX)
        opened.append(server)
        server.bind(str(path))
        server.listen()
        return server

    yield serve
    for server in opened:
        server.close()


def test_a_server_that_runs_on_is_the_same(listen, tmp_path):
    listen()
    server = find_server({"PULSE_RUNTIME_PATH": str(tmp_path)})
    assert server.path == tmp_path / "native"
    assert server.is_same()


def test_a_server_that_answers_no_more_is_not_the_same(listen, tmp_path):
    listening = listen()
    server = find_server({"PULSE_RUNTIME_PATH": str(tmp_path)})
    listening.close()
    assert not server.is_same()
    (tmp_path / "native").unlink()
    assert not server.is_same()


def test_a_server_that_was_started_anew_is_not_the_same(listen, tmp_path):
    listen()
    server = find_server({"PULSE_RUNTIME_PATH": str(tmp_path)})
    listen()
    assert not server.is_same()


@pytest.mark.parametrize(
    ("environ", "path"),
    [
        ({"PULSE_SERVER": "unix:/run/x/native"}, "/run/x/native"),
        ({"PULSE_SERVER": "{4f2a}unix:/run/x/native tcp:host:4713"}, "/run/x/native"),
        ({"PULSE_SERVER": "/run/x/native", "XDG_RUNTIME_DIR": "/run/y"}, "/run/x/native"),
        ({"XDG_RUNTIME_DIR": "/run/user/1000"}, "/run/user/1000/pulse/native"),
        ({"PULSE_SERVER": "tcp:host:4713"}, None),
        ({}, None),
    ],
)
def test_the_server_is_found_where_programs_look_for_it(environ, path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    found = find_server(environ).path
    assert (found and str(found)) == path


def test_where_there_is_nothing_to_watch_all_is_well(tmp_path):
    assert find_server({}).is_same()
    assert find_server({"PULSE_RUNTIME_PATH": str(tmp_path)}).is_same()


def test_other_systems_have_no_such_server(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert find_server({"PULSE_RUNTIME_PATH": "/tmp"}).path is None
