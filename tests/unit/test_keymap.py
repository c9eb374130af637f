"""Keys: which are free, which are taken, and that no two commands ever share one."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.gui.keymap.entry import Entry, Scope, Takes
from reader.gui.keymap.key import Key
from reader.gui.keymap.keymap import Keymap

OPEN = Entry("open", "File", "Open", ("Ctrl+O",))
PLAY = Entry("play", "Voice", "Read", ("F5", "Ctrl+2"))
FASTER = Entry("faster", "Voice", "Faster", ("Ctrl+Shift+]", "Ctrl+}"))
COPY = Entry("copy", "Edit", "Copy", ("Ctrl+C",))
SAMPLE = Entry("sample", "Help", "Sample")
REPAIRS = Entry("repairs", "Reading", "Repairs", ("R",), Scope.ARTICLE)
HEADING = Entry("go_h", "Article", "Heading", ("H",), Scope.ARTICLE, Takes.LETTER)
LINK = Entry("go_k", "Article", "Link", ("K",), Scope.ARTICLE, Takes.LETTER)
WORD = Entry("word", "Article", "Word", ("Ctrl+Right", "Ctrl+Left"), Scope.ARTICLE, Takes.NONE)
REMOVE = Entry("remove", "Library", "Remove", ("Del",), Scope.LIST)
ORIGINAL = Entry("original", "Links", "Original", ("Shift+Return",), Scope.LINKS)
ADDRESS = Entry("address", "Links", "Copy the address", scope=Scope.LINKS, follows="copy")
ENTRIES = (
    *(OPEN, PLAY, FASTER, COPY, SAMPLE, REPAIRS, HEADING, LINK),
    *(WORD, REMOVE, ORIGINAL, ADDRESS),
)
USUAL = Keymap(ENTRIES)


def change(keymap: Keymap, entry: Entry, key: str) -> Keymap:
    assert keymap.can_have(entry, key)
    return keymap.with_change(entry, key)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ctrl+Shift+J", "Shift+Ctrl+J"),
        ("Ctrl++", "Ctrl+Shift+="),
        ("Ctrl+}", "Ctrl+Shift+]"),
        ("Ctrl+!", "Ctrl+Shift+1"),
        ("Enter", "Return"),
        ("Shift+Backtab", "Shift+Tab"),
        ("r", "R"),
    ],
)
def test_one_press_is_one_key_however_it_is_written(one: str, other: str) -> None:
    assert Key.read(one) == Key.read(other) is not None


@pytest.mark.parametrize("text", ["", "Hyper+J", "Ctrl+Nonsense+J"])
def test_what_is_no_key_is_known(text: str) -> None:
    assert Key.read(text) is None
    assert USUAL.refusal(OPEN, text)


@pytest.mark.parametrize("key", ["+", "Ctrl++", "Ctrl+Shift+F5", "-", "Num+5"])
def test_keys_of_all_kinds_are_read(key: str) -> None:
    assert Key.read(key) is not None


def test_a_key_taken_from_another_command_comes_back_when_it_is_given_back() -> None:
    taken = change(USUAL, PLAY, "Ctrl+O")
    assert taken.keys(PLAY) == ("Ctrl+O",)
    assert taken.keys(OPEN) == ()
    assert not taken.is_usual(OPEN)
    back = taken.with_usual(PLAY)
    assert back == USUAL
    assert back.keys(OPEN) == ("Ctrl+O",)


def test_a_command_that_wants_its_usual_key_takes_it_back() -> None:
    taken = change(USUAL, PLAY, "Ctrl+O").with_usual(OPEN)
    assert taken.keys(OPEN) == ("Ctrl+O",)
    assert taken.keys(PLAY) == PLAY.keys
    assert taken.own == ()


def test_a_key_of_ones_own_can_be_taken_too() -> None:
    first = change(USUAL, OPEN, "Ctrl+K")
    assert first.conflicts(PLAY, "Ctrl+K") == (OPEN,)
    second = change(first, PLAY, "Ctrl+K")
    assert second.keys(OPEN) == ("Ctrl+O",)
    assert second.own == (("play", ("Ctrl+K",)),)


def test_a_usual_key_chosen_again_is_no_change() -> None:
    assert change(change(USUAL, OPEN, "Ctrl+K"), OPEN, "Ctrl+O") == USUAL


def test_the_same_press_written_otherwise_is_a_conflict() -> None:
    assert USUAL.conflicts(OPEN, "Ctrl+Shift+]") == (FASTER,)
    assert USUAL.conflicts(OPEN, "Ctrl+}") == (FASTER,)


def test_keys_of_different_places_do_not_meet_but_those_of_the_window_meet_all() -> None:
    assert USUAL.conflicts(REMOVE, "F8") == ()
    assert USUAL.conflicts(REMOVE, "F5") == (PLAY,)
    at_f8 = change(USUAL, REPAIRS, "F8")
    assert at_f8.conflicts(REMOVE, "F8") == ()
    assert at_f8.conflicts(OPEN, "F8") == (REPAIRS,)
    in_both = change(at_f8, REMOVE, "F8")
    assert in_both.holders("F8") == (REPAIRS, REMOVE)
    everywhere = change(in_both, OPEN, "F8")
    assert everywhere.holders("F8") == (OPEN,)


def test_letters_of_the_article_can_be_exchanged() -> None:
    keymap = change(USUAL, HEADING, "K")
    assert (keymap.keys(HEADING), keymap.keys(LINK)) == (("K",), ())
    keymap = change(keymap, LINK, "H")
    assert (keymap.keys(HEADING), keymap.keys(LINK)) == (("K",), ("H",))


def test_what_is_fixed_is_neither_changed_nor_taken() -> None:
    assert not USUAL.can_have(WORD, "F8")
    assert USUAL.conflicts(REPAIRS, "Ctrl+Right") == (WORD,)
    assert not USUAL.can_have(REPAIRS, "Ctrl+Right")


def test_an_entry_that_follows_has_the_keys_of_the_other() -> None:
    assert USUAL.keys(ADDRESS) == ("Ctrl+C",)
    assert change(USUAL, COPY, "Ctrl+K").keys(ADDRESS) == ("Ctrl+K",)
    assert USUAL.conflicts(OPEN, "Ctrl+C") == (COPY,)


@pytest.mark.parametrize(
    ("entry", "key", "reason"),
    [
        (OPEN, "Ins", "screen readers"),
        (OPEN, "Ctrl+Ins", "screen readers"),
        (OPEN, "CapsLock", "screen readers"),
        (OPEN, "Num+5", "screen readers"),
        (OPEN, "Ctrl+Alt+Right", "screen readers"),
        (OPEN, "Meta+Alt+Right", "screen readers"),  # Ctrl+Option on macOS
        (OPEN, "Control", "held"),
        (OPEN, "Tab", "Tab"),
        (OPEN, "Ctrl+Shift+Tab", "Tab"),
        (OPEN, "Esc", "Escape"),
        (OPEN, "F10", "menus"),
        (OPEN, "Down", "moves"),
        (OPEN, "Ctrl+Home", "moves"),
        (OPEN, "Alt+Down", "lists of choices"),
        (OPEN, "Alt+F", "menu"),
        (OPEN, "Alt+Ф", "menu"),
        (OPEN, "Alt+F4", "system"),
        (OPEN, "Return", "presses"),
        (OPEN, "Space", "presses"),
        (OPEN, "Shift+Return", "presses"),
        (OPEN, "Del", "deletes"),
        (OPEN, "G", "types"),
        (OPEN, "Shift+G", "types"),
        (REMOVE, "G", "types"),
        (OPEN, "Ctrl+Й", "every keyboard"),
        (OPEN, "Volume Up", "cannot"),
        (REPAIRS, "Shift+G", "backwards"),
        (REPAIRS, ";", "brackets"),
        (HEADING, "Ctrl+G", "letter"),
        (HEADING, "[", "letter"),
    ],
)
def test_reserved_keys_are_refused_with_the_reason(entry: Entry, key: str, reason: str) -> None:
    assert reason in (USUAL.refusal(entry, key) or "")
    assert not USUAL.can_have(entry, key)


@pytest.mark.parametrize(
    ("entry", "key"),
    [
        (OPEN, "Ctrl+G"),
        (OPEN, "Ctrl+Shift+G"),
        (OPEN, "Alt+Left"),
        (OPEN, "Alt+4"),
        (OPEN, "F8"),
        (OPEN, "Ctrl+Return"),
        (REPAIRS, "G"),
        (REPAIRS, "]"),
        (REPAIRS, "Ctrl+G"),
        (HEADING, "X"),
        (HEADING, "7"),
        (REMOVE, "Backspace"),
        (ORIGINAL, "Shift+Return"),
    ],
)
def test_other_keys_can_be_had(entry: Entry, key: str) -> None:
    assert USUAL.refusal(entry, key) is None
    assert USUAL.can_have(entry, key)


def test_kept_keys_are_used_as_far_as_they_can_be() -> None:
    kept = (
        ("from_a_newer_version", ("Ctrl+G",)),
        ("open", ("Ctrl+G", "Tab", "no key at all+")),
        ("play", ("Ctrl+G", "F8")),
        ("word", ("F9",)),
        ("copy", ()),
    )
    assert USUAL.with_kept(kept).own == (("open", ("Ctrl+G",)), ("play", ("F8",)))


def test_what_is_kept_comes_back() -> None:
    changed = change(change(USUAL, PLAY, "Ctrl+O"), OPEN, "Ctrl+G")
    assert USUAL.with_kept(changed.own) == changed


def shared(keymap: Keymap) -> list[tuple[str, str]]:
    """Return the pairs of entries that one press in one place would reach both."""
    return [
        (one.name, other.name)
        for one, other in combinations(keymap.entries, 2)
        if not one.follows and not other.follows and one.scope.meets(other.scope)
        if set(map(Key.read, keymap.keys(one))) & set(map(Key.read, keymap.keys(other)))
    ]


KEYS = ("Ctrl+O", "F5", "Ctrl+2", "Ctrl+}", "Ctrl+Shift+]", "R", "H", "K", "F8", "Del", "Ctrl+C")
STEPS = st.lists(st.tuples(st.sampled_from(ENTRIES), st.sampled_from((*KEYS, "usual"))))


@given(steps=STEPS)
def test_no_two_commands_ever_share_a_key(steps: list[tuple[Entry, str]]) -> None:
    keymap = USUAL
    for entry, key in steps:
        if key == "usual":
            keymap = keymap.with_usual(entry)
            assert entry.follows or keymap.is_usual(entry)
        elif keymap.can_have(entry, key):
            keymap = keymap.with_change(entry, key)
            assert key in keymap.keys(entry)
        assert shared(keymap) == []
    assert USUAL.with_kept(keymap.own) == keymap
    assert keymap.with_all_usual() == USUAL


OWN = st.lists(
    st.tuples(
        st.sampled_from([entry.name for entry in ENTRIES]),
        st.lists(st.sampled_from(KEYS), max_size=3).map(tuple),
    )
).map(tuple)


@given(kept=OWN)
def test_not_even_keys_kept_by_another_hand_are_shared(
    kept: tuple[tuple[str, tuple[str, ...]], ...],
) -> None:
    assert shared(USUAL.with_kept(kept)) == []
