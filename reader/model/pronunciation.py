"""How a person wants a word to be said."""

from dataclasses import dataclass

LANGUAGES = ("bg", "en", "de", "fr", "es", "it")  # of the voices that can be asked to say a word


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """Words as they are written, and as they are said by a voice of a language.

    Unless it is a `whole_word`, it counts inside longer words, too; with `match_case`, only in
    the very same letters.
    """

    written: str
    said: str
    whole_word: bool = True
    match_case: bool = False
    language: str = "bg"

    @property
    def key(self) -> tuple[bool, str]:
        """What two entries share that are for the same words."""
        words = " ".join(self.written.split())
        return self.match_case, words if self.match_case else words.casefold()


Pronunciations = tuple[Pronunciation, ...]


def with_entry(
    entries: Pronunciations, entry: Pronunciation, instead: Pronunciation | None = None
) -> Pronunciations:
    """Return the list with an entry, in the place of `instead` and of one for the same words."""
    others = (other for other in entries if other != instead and other.key != entry.key)
    return in_order((*others, entry))


def merged(entries: Pronunciations, others: Pronunciations) -> Pronunciations:
    """Return the list with those of another one whose words it does not have yet."""
    known = {other.key: other for other in reversed(others)}
    known |= {entry.key: entry for entry in entries}
    return in_order(tuple(known.values()))


def in_order(entries: Pronunciations) -> Pronunciations:
    """Return the entries by what is written."""
    return tuple(sorted(entries, key=lambda entry: (entry.written.casefold(), entry.key)))
