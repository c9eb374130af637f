"""What the library remembers of its own care: numbers by name."""

from datetime import date

from reader.library.connections import Connections

_CHECKED = "checked"  # the day of the last thorough check that found nothing
_WARNED = "warned"  # the place that was warned of
_DAYS = 7


class Diary:
    """The numbers that are kept in the file itself, and so go wherever it goes."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def checked(self) -> date | None:
        """Return the day of the last thorough check that found nothing."""
        number = self._number(_CHECKED)
        return date.fromordinal(number) if number else None

    def note_checked(self, day: date) -> None:
        """Remember that a thorough check has found nothing."""
        self._put(_CHECKED, day.toordinal())

    def is_check_due(self, today: date) -> bool:
        """Tell whether the last check is a week away, before or after: clocks are set back."""
        last = self.checked()
        return last is None or abs((today - last).days) >= _DAYS

    def warned_of(self) -> int:
        """Return which place the person has been warned of, 0 for none."""
        return self._number(_WARNED)

    def note_warned(self, place: int) -> None:
        """Remember that the person has been warned of a place."""
        self._put(_WARNED, place)

    def _number(self, name: str) -> int:
        with self._connections.reading() as connection:
            query = "SELECT value FROM setting WHERE name = ?"
            row = connection.execute(query, (name,)).fetchone()
            return row["value"] if row else 0

    def _put(self, name: str, value: int) -> None:
        with self._connections.writing() as connection:
            connection.execute("REPLACE INTO setting VALUES (?, ?)", (name, value))
