"""How fast a voice speaks that knows no words a minute."""

# Letters that espeak says in a second at a rate of 1: of Bulgarian news between 80 and 450 words a
# minute, without the silence round its sentences, 0.071 to 0.087.
_LETTERS_AT_ONE = 0.078
_USUAL = 13.0  # letters a second, until the voice has said enough to know better
_ENOUGH = 60  # letters
_TOLERANCE = 0.12
_SHORTEST, _LONGEST = 0.25, 4.0


class Tempo:
    """Learns from what a voice says how to bring it to a rate.

    A scale of 1 leaves the voice as it is, 2 makes each sound twice as long.
    """

    def __init__(self) -> None:
        self._letters = 0
        self._seconds = 0.0

    def learn(self, text: str, seconds: float, scale: float) -> None:
        """Take into account how long the text was heard."""
        self._letters += sum(letter.isalnum() for letter in text)
        self._seconds += seconds / scale

    def scale(self, rate: int) -> float:
        """Return the scale for so many words a minute."""
        enough = self._letters >= _ENOUGH and self._seconds > 0
        own = self._letters / self._seconds if enough else _USUAL
        return min(max(own / (_LETTERS_AT_ONE * rate), _SHORTEST), _LONGEST)

    def fits(self, scale: float, rate: int) -> bool:
        """Tell whether the scale comes near enough to the rate."""
        return abs(scale / self.scale(rate) - 1) <= _TOLERANCE
