"""The voice under media keys: another program drives the window over a private session bus."""

import os

import pytest
from PySide6.QtCore import QCoreApplication

from reader.gui.media_keys.media_keys import system_controls
from reader.gui.media_keys.shown import Press
from reader.gui.player.player import PlayerState
from tests.gui.media_keys_parts import NAME, PLAYER, PROGRAM, PROPERTIES, Bus
from tests.gui.player_parts import Sinks
from tests.gui.window_parts import LIBRARIES, fill, opened

pytest_plugins = ("tests.gui.window_fixtures",)


@pytest.fixture
def bus(tmp_path, monkeypatch):
    folder = tmp_path / "bus"
    folder.mkdir()
    bus = Bus(folder)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    yield bus
    bus.end()


@pytest.fixture
def sinks():
    return Sinks()


@pytest.fixture
def window(show, library, qtbot, bus, sinks):
    """A window with an article open, on the bus."""
    number = fill(library)[0]
    window = show(open_sink=sinks.open, media_controls=system_controls())
    window.parts.reading.open(number)
    opened(window, qtbot, number)
    return window


@pytest.fixture
def ask(window, bus, qtbot):
    """Has another program ask the player, and returns what it got."""

    def asked(member, *arguments, interface=PLAYER, name=NAME):
        question = bus.asks(f"{interface}.{member}", *arguments, name=name)
        qtbot.waitUntil(question.is_answered)
        return question.error or question.reply

    qtbot.waitUntil(
        lambda: "Identity" in asked("GetAll", f"string:{PROGRAM}", interface=PROPERTIES)
    )
    return asked


@pytest.fixture
def get(ask):
    def got(name, interface=PLAYER):
        return ask("Get", f"string:{interface}", f"string:{name}", interface=PROPERTIES)

    return got


@pytest.fixture
def put(ask):
    def wrote(name, value):
        return ask(
            "Set", f"string:{PLAYER}", f"string:{name}", f"variant:{value}", interface=PROPERTIES
        )

    return wrote


@pytest.fixture
def hear(bus, qtbot):
    """Waits until another program has heard words in the signals of the player."""
    listener = bus.listens()

    def heard(*words):
        qtbot.waitUntil(lambda: all(word in listener.heard for word in words))
        return listener.heard

    heard("NameLost")  # whoever watches a bus is no part of it; so it watches now
    yield heard
    listener.close()


def becomes(qtbot, window, state):
    qtbot.waitUntil(lambda: window.parts.player.state is state)


def test_the_program_is_named_and_can_be_raised_and_ended(get):
    assert "Chetivo" in get("Identity", PROGRAM)
    assert "org.chetivo.Chetivo" in get("DesktopEntry", PROGRAM)
    assert "boolean true" in get("CanRaise", PROGRAM)
    assert "boolean true" in get("CanQuit", PROGRAM)


def test_keys_play_pause_go_on_and_stop(window, ask, get, qtbot):
    assert "Stopped" in get("PlaybackStatus")
    ask("PlayPause")
    becomes(qtbot, window, PlayerState.PLAYING)
    assert "Playing" in get("PlaybackStatus")
    ask("Play")
    ask("Pause")
    becomes(qtbot, window, PlayerState.PAUSED)
    ask("Pause")
    assert "Paused" in get("PlaybackStatus")
    ask("Play")
    becomes(qtbot, window, PlayerState.PLAYING)
    ask("Stop")
    becomes(qtbot, window, PlayerState.STOPPED)
    assert "Stopped" in get("PlaybackStatus")


def test_next_and_previous_go_by_sentences(window, ask, qtbot):
    ask("Play")
    becomes(qtbot, window, PlayerState.PLAYING)
    ask("Next")
    ask("Next")
    qtbot.waitUntil(lambda: window.parts.player.progress.number == 3)
    ask("Previous")
    qtbot.waitUntil(lambda: window.parts.player.progress.number == 2)


def test_the_article_and_the_sentence_are_shown(window, ask, get, sinks, qtbot):
    ask("Play")
    qtbot.waitUntil(lambda: bool(sinks.opened))
    sinks.now.play(10)
    qtbot.waitUntil(lambda: window.parts.player.current is not None)
    shown = get("Metadata")
    assert f"/org/chetivo/Chetivo/article/{window.parts.reading.identifier}" in shown
    assert LIBRARIES.title in shown
    assert "xesam:asText" in shown
    assert "mpris:length" in shown
    assert "int64" in shown
    assert "int64" in get("Position")


def test_what_changes_is_told(window, ask, hear, qtbot):
    ask("Play")
    becomes(qtbot, window, PlayerState.PLAYING)
    hear("PropertiesChanged", "PlaybackStatus", "Playing", "CanGoNext")
    ask("Pause")
    hear('"Paused"')


def test_the_rate_is_that_of_the_voice(window, get, put, hear, qtbot):
    assert "double 1" in get("Rate")
    put("Rate", "double:2")
    qtbot.waitUntil(lambda: window.parts.player.progress is not None)
    qtbot.waitUntil(lambda: keeper_of(window).current.rate == 350)
    hear('"Rate"', "double 2")
    put("Rate", "double:100")
    qtbot.waitUntil(lambda: keeper_of(window).current.rate == 450)


def test_the_volume_is_that_of_the_voice(window, get, put, qtbot):
    assert "double 1" in get("Volume")
    put("Volume", "double:0.5")
    qtbot.waitUntil(lambda: keeper_of(window).current.speaking.volume == 50)
    put("Volume", "double:-3")
    qtbot.waitUntil(lambda: keeper_of(window).current.speaking.volume == 0)


def test_a_place_is_found_by_time(window, ask, hear, sinks, qtbot):
    ask("Play")
    becomes(qtbot, window, PlayerState.PLAYING)
    qtbot.waitUntil(lambda: bool(sinks.opened))  # by then it is known how long a letter takes
    track = f"objpath:/org/chetivo/Chetivo/article/{window.parts.reading.identifier}"
    place = int(window.parts.player.progress.seconds * 0.55 * 1e6)
    ask("SetPosition", track, f"int64:{place}")
    # Which sentence that is depends on how many are got ready by then, and so known to the end.
    qtbot.waitUntil(lambda: window.parts.player.progress.number > 1)
    hear("Seeked")
    ask("Seek", f"int64:{-10 * place}")  # from wherever the clock stands by then
    qtbot.waitUntil(lambda: window.parts.player.progress.number == 1)


def test_a_place_in_another_article_is_not_gone_to(window, ask, qtbot):
    ask("Play")
    becomes(qtbot, window, PlayerState.PLAYING)
    ask("SetPosition", "objpath:/org/chetivo/Chetivo/article/999", "int64:9000000")
    ask("Pause")
    becomes(qtbot, window, PlayerState.PAUSED)
    assert window.parts.player.progress.number == 1


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (("Dance",), "UnknownMethod"),
        (("Play", "string:loud"), "InvalidArgs"),
        (("Seek", "string:there"), "InvalidArgs"),
        (("SetPosition", "string:a", "string:b"), "InvalidArgs"),
        (("OpenUri", "string:https://example.org"), "NotSupported"),
    ],
)
def test_calls_that_make_no_sense_are_answered_with_an_error(ask, get, call, error):
    assert error in ask(*call)
    assert "Stopped" in get("PlaybackStatus")


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("Rate", "string:fast", "InvalidArgs"),
        ("Rate", "double:nan", "InvalidArgs"),
        ("Position", "int64:5", "PropertyReadOnly"),
        ("Colour", "string:red", "UnknownProperty"),
    ],
)
def test_properties_that_cannot_be_so_are_refused(put, get, name, value, error):
    assert error in put(name, value)
    assert "double 1" in get("Rate")


def test_an_unknown_interface_is_refused(ask):
    assert "UnknownInterface" in ask("GetAll", "string:org.example.None", interface=PROPERTIES)


def test_tools_can_look_at_what_there_is(ask):
    described = ask("Introspect", interface="org.freedesktop.DBus.Introspectable")
    assert '<property name="Rate" type="d" access="readwrite"/>' in described
    assert '<method name="PlayPause">' in described


def test_nothing_can_be_played_while_no_article_is_open(window, get):
    window.parts.reading.forget(window.parts.reading.identifier)
    assert "boolean false" in get("CanPlay")
    assert "article" not in get("Metadata")


def test_the_window_comes_to_the_front_and_ends(window, ask, qtbot):
    window.showMinimized()
    ask("Raise", interface=PROGRAM)
    qtbot.waitUntil(lambda: not window.isMinimized())
    ask("Quit", interface=PROGRAM)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_bus_that_is_lost_leaves_the_window_at_work(window, ask, bus, qtbot):
    ask("Play")
    becomes(qtbot, window, PlayerState.PLAYING)
    bus.end()
    window.parts.aloud.toggle()
    becomes(qtbot, window, PlayerState.PAUSED)
    window.close()
    assert not window.isVisible()


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere", "nonsense", "tcp:host=localhost"])
def test_without_a_bus_nothing_is_said(show, library, qtbot, monkeypatch, address):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    number = fill(library)[0]
    window = show(open_sink=Sinks().open, media_controls=system_controls())
    window.parts.reading.open(number)
    window.parts.aloud.toggle()
    becomes(qtbot, window, PlayerState.PLAYING)
    assert window.parts.notice.text == ""


def test_a_second_window_is_there_beside_the_first(window, show, ask, bus, qtbot):
    show(open_sink=Sinks().open, media_controls=system_controls())
    second = f"{NAME}.instance{os.getpid()}"
    qtbot.waitUntil(
        lambda: (
            "Chetivo"
            in ask("Get", f"string:{PROGRAM}", "string:Identity", interface=PROPERTIES, name=second)
        )
    )
    assert "Chetivo" in ask("Get", f"string:{PROGRAM}", "string:Identity", interface=PROPERTIES)


def keeper_of(window):
    return window._means.keeper


def test_what_was_asked_for_as_the_window_closed_is_not_done(show, numbers, sinks):
    asked = []

    class Controls:
        def show(self, shown):
            pass

        def close(self):
            asked[0](Press.PLAY)  # from the thread that serves: it comes later

    def connect(_shown, ask):
        asked.append(ask)
        return Controls()

    window = show(open_sink=sinks.open, media_controls=connect)
    window.parts.reading.open(numbers[0])
    window.close()
    QCoreApplication.processEvents()
    assert window.parts.player.state is PlayerState.STOPPED
