"""What the search of an archive holds of a text, made once for each distinct word."""

from reader.text.words import folded, search_key, words

_MOST = 200_000  # words


class _Remembered(dict[str, tuple[str, str]]):
    """What each word is made into; less than half as slow as two caches of functools."""

    def __missing__(self, word: str) -> tuple[str, str]:
        if len(self) >= _MOST:
            self.clear()
        made = self[word] = (search_key(word), folded(word))
        return made


class Indexing:
    """Turns texts into what the two indexes hold: keys, and the words themselves."""

    def __init__(self) -> None:
        self._known = _Remembered()

    def both(self, text: str) -> tuple[str, str]:
        """Return the keys of a text's words, and the words as the exact search compares them."""
        made = [*map(self._known.__getitem__, words(text))]
        return " ".join([key for key, _ in made]), " ".join([word for _, word in made])
