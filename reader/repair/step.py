"""What a step of repair is."""

from collections.abc import Callable
from typing import TypeAlias

from reader.model.raw import RawDocument, Repair
from reader.repair.knowledge import Knowledge

Done: TypeAlias = tuple[RawDocument, tuple[Repair, ...]]
Step: TypeAlias = Callable[[RawDocument, Knowledge], Done]
