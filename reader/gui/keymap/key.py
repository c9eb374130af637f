"""A key as it is written down, such as "Ctrl+Shift+J"."""

from dataclasses import dataclass, replace
from typing import Self

_MODIFIERS = frozenset({"Ctrl", "Alt", "Shift", "Meta", "Num"})
# Shift makes another sign of a sign; where it is another one, the two keys merely count as one.
_SHIFTED = dict(zip("1234567890-=[]\\;',./`", '!@#$%^&*()_+{}|:"<>?~', strict=True))
_ONE_KEY = {"Enter": "Return", "Backtab": "Tab"}


@dataclass(frozen=True, slots=True)
class Key:
    """A key and what is held down with it, by their names in Qt; equal where a press is the same.

    "Ctrl+Shift+=" and "Ctrl++" are equal, and so are the two Enters. "Num" is the number pad.
    """

    name: str
    modifiers: frozenset[str] = frozenset()

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the key that is written so, or None where it is none."""
        if text.endswith("+"):
            name, before = "+", text[:-1].removesuffix("+")
        else:
            before, _, name = text.rpartition("+")
        held = frozenset(before.split("+")) if before else frozenset()
        if not name or not held <= _MODIFIERS:
            return None
        if "Shift" in held and name in _SHIFTED:
            return cls(_SHIFTED[name], held - {"Shift"})
        name = name.upper() if len(name) == 1 else _ONE_KEY.get(name, name)
        return cls(name, held)

    def unshifted(self) -> Self:
        """Return the same key without Shift."""
        return replace(self, modifiers=self.modifiers - {"Shift"})

    @property
    def is_letter(self) -> bool:
        """Whether it is the key of a letter or a digit."""
        return len(self.name) == 1 and self.name.isalnum()
