"""What media controls on Linux ask by the MPRIS convention, and the answers.

Nothing is sent here: calls and answers are plain data, so that no bus is needed to test them.
https://specifications.freedesktop.org/mpris-spec/latest/
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import isnan
from typing import Any

from reader.gui.media_keys.shown import (
    USUAL_RATE,
    Press,
    Request,
    SeekTo,
    SetSpeed,
    SetVolume,
    Shown,
)
from reader.gui.player.player import PlayerState
from reader.settings import RATES

NAME = "org.mpris.MediaPlayer2.chetivo"
PATH = "/org/mpris/MediaPlayer2"
PROGRAM = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
PROPERTIES = "org.freedesktop.DBus.Properties"

_INTROSPECTABLE = "org.freedesktop.DBus.Introspectable"
_PEER = "org.freedesktop.DBus.Peer"
_DESKTOP_ENTRY = "org.chetivo.Chetivo"
_ARTICLES = "/org/chetivo/Chetivo/article/"
_SECOND = 1_000_000  # MPRIS counts microseconds
_LONGEST = 2**63 - 1
_STATES = {
    PlayerState.PLAYING: "Playing",
    PlayerState.PAUSED: "Paused",
    PlayerState.STOPPED: "Stopped",
}
_PRESSES = {
    (PROGRAM, "Raise"): Press.RAISE,
    (PROGRAM, "Quit"): Press.QUIT,
    (PLAYER, "Next"): Press.NEXT,
    (PLAYER, "Previous"): Press.PREVIOUS,
    (PLAYER, "Pause"): Press.PAUSE,
    (PLAYER, "PlayPause"): Press.TOGGLE,
    (PLAYER, "Stop"): Press.STOP,
    (PLAYER, "Play"): Press.PLAY,
}
# Of each method the types that go in and those that come out.
_METHODS: dict[tuple[str, str], tuple[str, str]] = {
    **dict.fromkeys(_PRESSES, ("", "")),
    (PLAYER, "Seek"): ("x", ""),
    (PLAYER, "SetPosition"): ("ox", ""),
    (PLAYER, "OpenUri"): ("s", ""),
    (PROPERTIES, "Get"): ("ss", "v"),
    (PROPERTIES, "Set"): ("ssv", ""),
    (PROPERTIES, "GetAll"): ("s", "a{sv}"),
    (_INTROSPECTABLE, "Introspect"): ("", "s"),
    (_PEER, "Ping"): ("", ""),
}
_SIGNALS = {
    (PROPERTIES, "PropertiesChanged"): ("s", "a{sv}", "as"),
    (PLAYER, "Seeked"): ("x",),
}
_WRITABLE = ("Rate", "Volume")
_ERROR = "org.freedesktop.DBus.Error."

Value = tuple[str, Any]  # its type as D-Bus writes it, and the value


@dataclass(frozen=True, slots=True)
class Call:
    """A method called on the bus; `interface` is empty where the caller left it out."""

    path: str
    interface: str
    member: str
    signature: str = ""
    body: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the caller gets, and what the voice is asked for thereby."""

    signature: str = ""
    body: tuple[Any, ...] = ()
    request: Request | None = None


class RefusalError(Exception):
    """The call cannot be answered; the caller gets the error's name on the bus and the words."""

    def __init__(self, kind: str, words: str) -> None:
        super().__init__(words)
        self.name = _ERROR + kind
        self.words = words


def properties(shown: Shown, now: float) -> dict[str, dict[str, Value]]:
    """Return the properties of each interface."""
    playable = shown.article is not None
    return {
        PROGRAM: {
            "CanQuit": ("b", True),
            "CanRaise": ("b", True),
            "HasTrackList": ("b", False),
            "Identity": ("s", shown.program),
            "DesktopEntry": ("s", _DESKTOP_ENTRY),
            "SupportedUriSchemes": ("as", []),
            "SupportedMimeTypes": ("as", []),
        },
        PLAYER: {
            "PlaybackStatus": ("s", _STATES[shown.state]),
            "Rate": ("d", shown.speed),
            "MinimumRate": ("d", RATES.start / USUAL_RATE),
            "MaximumRate": ("d", (RATES.stop - 1) / USUAL_RATE),
            "Volume": ("d", shown.volume),
            "Position": ("x", _in_microseconds(shown.position_at(now))),
            "Metadata": ("a{sv}", _metadata(shown)),
            "CanPlay": ("b", playable),
            "CanPause": ("b", playable),
            "CanSeek": ("b", _is_under_way(shown)),
            "CanGoNext": ("b", _is_under_way(shown)),
            "CanGoPrevious": ("b", _is_under_way(shown)),
            "CanControl": ("b", True),
        },
    }


def changes(before: Shown, after: Shown) -> dict[str, Value]:
    """Return the player's properties that are others now; the position tells of itself."""
    old, new = (properties(each, 0.0)[PLAYER] for each in (before, after))
    return {name: new[name] for name in new if new[name] != old[name] and name != "Position"}


def answer(call: Call, shown: Shown, now: float) -> Answer:
    """Return the answer to a call; raises `RefusalError`."""
    if call.member == "Introspect" and call.interface in {"", _INTROSPECTABLE}:
        return Answer("s", (_described(call.path, shown),))
    if call.path != PATH:
        raise RefusalError("UnknownObject", f"no object {call.path}")
    method = _method(call)
    takes, _gives = _METHODS[method]
    if call.signature != takes:
        raise RefusalError("InvalidArgs", f"{call.member} takes ({takes}), not ({call.signature})")
    if method in _PRESSES:
        return Answer(request=_PRESSES[method])
    return _ANSWERS[method](call.body, shown, now)


def _method(call: Call) -> tuple[str, str]:
    found = [method for method in _METHODS if method[1] == call.member]
    if call.interface:
        found = [method for method in found if method[0] == call.interface]
    if not found:
        raise RefusalError("UnknownMethod", f"no method {call.interface}.{call.member}")
    return found[0]


def _seek(body: tuple[Any, ...], shown: Shown, now: float) -> Answer:
    """Go on so much further; beyond the end that is the next sentence, of which there is none."""
    return _go(shown, shown.position_at(now) + body[0] / _SECOND)


def _set_position(body: tuple[Any, ...], shown: Shown, _now: float) -> Answer:
    track, place = body
    if track != _track(shown) or place < 0:  # the person has gone on to another article
        return Answer()
    return _go(shown, place / _SECOND)


def _go(shown: Shown, seconds: float) -> Answer:
    if not _is_under_way(shown) or seconds > shown.length:
        return Answer()
    return Answer(request=SeekTo(max(0.0, seconds)))


def _open(_body: tuple[Any, ...], _shown: Shown, _now: float) -> Answer:
    raise RefusalError("NotSupported", "addresses are opened in the window")


def _get(body: tuple[Any, ...], shown: Shown, now: float) -> Answer:
    return Answer("v", (_property(body[0], body[1], shown, now),))


def _get_all(body: tuple[Any, ...], shown: Shown, now: float) -> Answer:
    return Answer("a{sv}", (_interface(body[0], shown, now),))


def _set(body: tuple[Any, ...], shown: Shown, now: float) -> Answer:
    interface, name, (signature, value) = body
    wanted, _ = _property(interface, name, shown, now)
    if name not in _WRITABLE:
        raise RefusalError("PropertyReadOnly", f"{name} is read-only")
    if signature != wanted:
        raise RefusalError("InvalidArgs", f"{name} is of the type {wanted}, not {signature}")
    if isnan(value):
        raise RefusalError("InvalidArgs", f"{name} is a number")
    if name == "Volume":
        return Answer(request=SetVolume(min(max(value, 0.0), 1.0)))
    if value == 0:  # so says the convention
        return Answer(request=Press.PAUSE)
    slowest, fastest = RATES.start / USUAL_RATE, (RATES.stop - 1) / USUAL_RATE
    return Answer(request=SetSpeed(min(max(value, slowest), fastest)))


def _ping(_body: tuple[Any, ...], _shown: Shown, _now: float) -> Answer:
    return Answer()


_ANSWERS: dict[tuple[str, str], Callable[[tuple[Any, ...], Shown, float], Answer]] = {
    (PLAYER, "Seek"): _seek,
    (PLAYER, "SetPosition"): _set_position,
    (PLAYER, "OpenUri"): _open,
    (PROPERTIES, "Get"): _get,
    (PROPERTIES, "Set"): _set,
    (PROPERTIES, "GetAll"): _get_all,
    (_PEER, "Ping"): _ping,
}


def _interface(name: str, shown: Shown, now: float) -> dict[str, Value]:
    try:
        return properties(shown, now)[name]
    except KeyError:
        raise RefusalError("UnknownInterface", f"no interface {name}") from None


def _property(interface: str, name: str, shown: Shown, now: float) -> Value:
    try:
        return _interface(interface, shown, now)[name]
    except KeyError:
        raise RefusalError("UnknownProperty", f"no property {interface}.{name}") from None


def _metadata(shown: Shown) -> dict[str, Value]:
    if shown.article is None:
        return {}
    found = {
        "mpris:trackid": ("o", _track(shown)),
        "mpris:length": ("x", _in_microseconds(shown.length)),
        "xesam:title": ("s", shown.title),
        "xesam:artist": ("as", [shown.publisher] if shown.publisher else []),
        "xesam:asText": ("s", shown.sentence),
    }
    return {name: value for name, value in found.items() if value[1]}


def _track(shown: Shown) -> str:
    return f"{_ARTICLES}{shown.article}"


def _is_under_way(shown: Shown) -> bool:
    return shown.state is not PlayerState.STOPPED


def _in_microseconds(seconds: float) -> int:
    return min(int(seconds * _SECOND), _LONGEST)


def _described(path: str, shown: Shown) -> str:
    """Return the XML that tools show of an object, or of the way to it."""
    if path == PATH:
        interfaces = dict.fromkeys((PROGRAM, PLAYER, PROPERTIES, _INTROSPECTABLE, _PEER))
        there = properties(shown, 0.0)
        inside = "".join(_interface_in_xml(name, there.get(name, {})) for name in interfaces)
    else:
        way = path.rstrip("/") + "/"
        child = PATH[len(way) :].split("/", maxsplit=1)[0] if PATH.startswith(way) else ""
        inside = f'<node name="{child}"/>' if child else ""
    return f"<node>{inside}</node>"


def _interface_in_xml(name: str, values: Mapping[str, Value]) -> str:
    lines = []
    for (interface, method), (takes, gives) in _METHODS.items():
        if interface == name:
            arguments = [(kind, "in") for kind in takes]  # a letter each
            arguments += [(gives, "out")] if gives else []
            inside = "".join(f'<arg type="{kind}" direction="{way}"/>' for kind, way in arguments)
            lines.append(f'<method name="{method}">{inside}</method>')
    for (interface, signal), kinds in _SIGNALS.items():
        if interface == name:
            inside = "".join(f'<arg type="{kind}"/>' for kind in kinds)
            lines.append(f'<signal name="{signal}">{inside}</signal>')
    for each, (kind, _value) in values.items():
        access = "readwrite" if each in _WRITABLE else "read"
        lines.append(f'<property name="{each}" type="{kind}" access="{access}"/>')
    return f'<interface name="{name}">{"".join(lines)}</interface>'
