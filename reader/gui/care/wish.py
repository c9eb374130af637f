"""What a person wants done with a damaged library."""

from dataclasses import dataclass
from enum import StrEnum


class Deed(StrEnum):
    """What can be done with a library that is closed."""

    RESTORE = "restore"
    REPAIR = "repair"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be done; `backup` is the name of the one to restore."""

    deed: Deed
    backup: str = ""
