"""Acronyms that are said in full, each where an article has it first."""

from reader.speech.spoken import acronyms


class Acronyms:
    """Remembers what has been said in full; asked for the sentences in their order."""

    def __init__(self, *, told: bool) -> None:
        self._told = told
        self._said: frozenset[str] = frozenset()

    def first_uses(self, text: str, start: int, end: int) -> frozenset[int]:
        """Return the places in a text of those that a stretch of it has first."""
        if not self._told:
            return frozenset()
        places, self._said = acronyms.first_uses(text[start:end], self._said)
        return frozenset(start + place for place in places)
