"""Keys that are never given away, each with the reason in words."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.gui.keymap.entry import Entry, Scope, Takes
from reader.gui.keymap.key import Key
from reader.i18n import mark

_BARE = {"Ctrl", "Control", "Shift", "Alt", "Meta"}
_SCREEN_READER = {"Ins", "CapsLock", "ScrollLock", "NumLock"}
_ARROWS = {"Left", "Right", "Up", "Down"}
_MOVING = _ARROWS | {"Home", "End", "PgUp", "PgDown"}
_NAMED = _MOVING | {
    "Return",
    "Space",
    "Del",
    "Backspace",
    *(f"F{number}" for number in range(1, 25)),
}
_BRACKETS = {"[", "]"}
_SHIFT, _CTRL_ALT = frozenset({"Shift"}), frozenset({"Ctrl", "Alt"})


@dataclass(frozen=True, slots=True)
class _Rule:
    reason: str
    holds: Callable[[Key, Entry], bool]


def _types(key: Key) -> bool:
    """Return whether the key types a sign where one can type."""
    return len(key.name) == 1 and key.modifiers <= _SHIFT


_RULES = (
    _Rule(
        mark("This key is held together with others."),
        lambda key, _: key.name in _BARE,
    ),
    _Rule(
        mark("This key belongs to screen readers."),
        lambda key, _: key.name in _SCREEN_READER,
    ),
    _Rule(
        mark("The number pad belongs to screen readers."),
        lambda key, _: "Num" in key.modifiers,
    ),
    _Rule(
        mark("Keys with the system's own key belong to the system and to screen readers."),
        lambda key, _: "Meta" in key.modifiers,
    ),
    _Rule(
        mark("Ctrl and Alt together belong to screen readers, and type signs on some keyboards."),
        lambda key, _: key.modifiers >= _CTRL_ALT,
    ),
    _Rule(
        mark("Tab goes on to the next part of the window."),
        lambda key, _: key.name == "Tab",
    ),
    _Rule(
        mark("Escape cancels and closes."),
        lambda key, _: key.name == "Esc",
    ),
    _Rule(
        mark("F10 opens the menus."),
        lambda key, _: key.name == "F10",
    ),
    _Rule(
        mark("This key opens the menu of what has the focus."),
        lambda key, _: key.name == "Menu",
    ),
    _Rule(
        mark("This key belongs to the system."),
        lambda key, _: key.name in {"F4", "Space"} and "Alt" in key.modifiers,
    ),
    _Rule(
        mark("Alt with a letter opens a menu or goes to a field."),
        lambda key, _: "Alt" in key.modifiers and len(key.name) == 1 and key.name.isalpha(),
    ),
    _Rule(
        mark("This key moves through text and lists."),
        lambda key, _: key.name in _MOVING and "Alt" not in key.modifiers,
    ),
    _Rule(
        mark("Alt with Up or Down opens lists of choices."),
        lambda key, _: key.name in {"Up", "Down"} and "Alt" in key.modifiers,
    ),
    _Rule(
        mark("This key presses buttons and opens what has the focus."),
        lambda key, entry: (
            key.name in {"Return", "Space"}
            and key.modifiers <= _SHIFT
            and not (entry.scope is Scope.LINKS and key.modifiers)
        ),
    ),
    _Rule(
        mark("This key deletes where one can type."),
        lambda key, entry: key.name in {"Del", "Backspace"} and entry.scope is Scope.WINDOW,
    ),
    _Rule(
        mark("A key of the article is a letter or a digit alone; with Shift it goes backwards."),
        lambda key, entry: (
            entry.takes is Takes.LETTER and not (key.is_letter and not key.modifiers)
        ),
    ),
    _Rule(
        mark("With Shift, the letters of the article go backwards."),
        lambda key, entry: (
            entry.scope is Scope.ARTICLE and key.is_letter and key.modifiers == _SHIFT
        ),
    ),
    _Rule(
        mark("A single sign types where one can type: hold Ctrl, too."),
        lambda key, entry: _types(key) and entry.scope is not Scope.ARTICLE,
    ),
    _Rule(
        mark("Of single signs, letters, digits and square brackets are known on every keyboard."),
        lambda key, _: _types(key) and not (key.is_letter or key.name in _BRACKETS),
    ),
    _Rule(
        mark("This letter is not on every keyboard."),
        lambda key, _: key.is_letter and not key.name.isascii(),
    ),
    _Rule(
        mark("This key cannot be used here."),
        lambda key, _: len(key.name) != 1 and key.name not in _NAMED,
    ),
)


def why_not(key: Key, entry: Entry) -> str | None:
    """Return why the key can never be given to an entry, a message; None where it can."""
    return next((rule.reason for rule in _RULES if rule.holds(key, entry)), None)
