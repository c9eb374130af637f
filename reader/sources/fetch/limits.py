"""How long to wait for an answer, and how much of one to take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one request; times in seconds."""

    connect: float = 10.0
    silence: float = 20.0
    """The longest pause in an answer."""
    whole: float = 120.0
    """From the request to the end of the answer, wherever it led on to."""
    megabytes: int = 32
    """What may arrive, and what may unpack from it: a thousand times the usual page."""
    redirects: int = 10
    patience: float = 30.0
    """How long to wait for a host that wants to be left alone; it is an error beyond that."""
