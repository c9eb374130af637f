"""What a key can be for."""

from dataclasses import dataclass
from enum import Enum, auto


class Scope(Enum):
    """Where the focus must be for a key to work."""

    WINDOW = auto()
    ARTICLE = auto()
    LIST = auto()
    LINKS = auto()

    def meets(self, other: "Scope") -> bool:
        """Return whether there is a place where the keys of both work."""
        return self is other or Scope.WINDOW in (self, other)


class Takes(Enum):
    """Which keys can be given to an entry."""

    ANY = auto()
    LETTER = auto()  # or a digit; with Shift it goes backwards
    NONE = auto()  # its keys are fixed


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list of keys; `where` and `text` are messages to be translated.

    `keys` are the usual ones. An entry that `follows` another does the same in a place of its own
    and has the other one's keys.
    """

    name: str
    where: str
    text: str
    keys: tuple[str, ...] = ()
    scope: Scope = Scope.WINDOW
    takes: Takes = Takes.ANY
    follows: str = ""

    @property
    def is_fixed(self) -> bool:
        """Whether its keys cannot be changed here."""
        return self.takes is Takes.NONE or bool(self.follows)
