"""The keys in use: the usual ones with the person's own over them."""

from dataclasses import dataclass, replace
from typing import Self

from reader.gui.keymap.entry import Entry, Takes
from reader.gui.keymap.key import Key
from reader.gui.keymap.reserved import why_not

OwnKeys = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Keymap:
    """Which keys each entry has: no two entries whose keys work in one place share any.

    `own` are the keys that the person has given, by the names of the entries. An entry whose
    usual key is another's own does without until the other gives it back.
    """

    entries: tuple[Entry, ...]
    own: OwnKeys = ()

    def with_kept(self, kept: OwnKeys) -> Self:
        """Return the keymap with those of the kept keys that can be given."""
        made = self
        for name, keys in kept:
            entry = made.find(name)
            if entry is not None:
                free = tuple(key for key in keys if made._is_free(entry, key))
                made = made._given(entry, free)
        return made

    def find(self, name: str) -> Entry | None:
        """Return the entry of a name."""
        return next((entry for entry in self.entries if entry.name == name), None)

    def keys(self, entry: Entry) -> tuple[str, ...]:
        """Return the keys of an entry, the main one first."""
        if entry.follows:
            followed = self.find(entry.follows)
            return self.keys(followed) if followed else ()
        own = dict(self.own).get(entry.name)
        return own or tuple(key for key in entry.keys if not self._is_given(entry, key))

    def is_usual(self, entry: Entry) -> bool:
        """Return whether an entry has just its usual keys."""
        return bool(entry.follows) or self.keys(entry) == entry.keys

    def conflicts(self, entry: Entry, key: str) -> tuple[Entry, ...]:
        """Return the others that have a key in a place where the entry's keys work."""
        wanted = Key.read(key)
        return tuple(
            other
            for other in self.entries
            if _meet(entry, other) and wanted in map(Key.read, self.keys(other))
        )

    def holders(self, key: str) -> tuple[Entry, ...]:
        """Return all entries that have a key; with Shift a reading letter goes backwards."""
        wanted = Key.read(key)
        backwards = wanted.unshifted() if wanted and wanted.is_letter else None
        return tuple(
            entry
            for entry in self.entries
            for read in [list(map(Key.read, self.keys(entry)))]
            if wanted in read or (entry.takes is Takes.LETTER and backwards in read)
        )

    def refusal(self, entry: Entry, key: str) -> str | None:
        """Return why a key can never be given to the entry, a message; None where it can."""
        return why_not(Key.read(key) or Key(""), entry)

    def can_have(self, entry: Entry, key: str) -> bool:
        """Return whether a key can be given to the entry, be it taken from another one."""
        fixed = any(other.is_fixed for other in self.conflicts(entry, key))
        return not (entry.is_fixed or fixed or self.refusal(entry, key))

    def with_change(self, entry: Entry, key: str) -> Self:
        """Return the keymap with this key for the entry, taken from whichever had it.

        The key is one that the entry can have.
        """
        return self._given(entry, (key,), lost=(key,))

    def with_usual(self, entry: Entry) -> Self:
        """Return the keymap with the usual keys for the entry, taken from whichever had them."""
        return self._given(entry, (), lost=entry.keys)

    def with_all_usual(self) -> Self:
        """Return the keymap with no key of the person's own."""
        return replace(self, own=())

    def _is_free(self, entry: Entry, key: str) -> bool:
        return self.can_have(entry, key) and not self._is_given(entry, key)

    def _is_given(self, entry: Entry, key: str) -> bool:
        """Return whether the person has given a key to another entry that this one meets."""
        wanted = Key.read(key)
        return any(
            _meet(entry, other) and wanted in map(Key.read, keys)
            for name, keys in self.own
            if (other := self.find(name)) is not None
        )

    def _given(self, entry: Entry, keys: tuple[str, ...], lost: tuple[str, ...] = ()) -> Self:
        """Return the keymap with keys of the entry's own, and others without what they lost."""
        gone = set(map(Key.read, lost))
        own = {}
        for name, kept in self.own:
            other = self.find(name)
            loses = other is not None and _meet(entry, other)
            own[name] = tuple(key for key in kept if not (loses and Key.read(key) in gone))
        own[entry.name] = () if keys == entry.keys else keys
        return replace(self, own=tuple(sorted((name, kept) for name, kept in own.items() if kept)))


def _meet(entry: Entry, other: Entry) -> bool:
    """Return whether two entries must not share a key."""
    return other.name != entry.name and not other.follows and entry.scope.meets(other.scope)
