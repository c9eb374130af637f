"""How well the search key keeps the forms of a word together and different words apart.

Each line of the dev and heldout files is all the inflected forms of one word. Rules may be fitted
to the dev files, of which dev_3 has words with near neighbours (взема and вземам, вода and водя);
the heldout files tell what they are worth on words nobody looked at. Each line of pairs.txt is two
or three words that look alike and have nothing to do with each other.
Run: python -m tests.unit.word_families.score
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.text.words import search_key

HERE = Path(__file__).parent
FILES = ("dev_1", "dev_2", "dev_3", "heldout_1", "heldout_2")
PAIRS = "pairs"


@dataclass(frozen=True)
class Family:
    """The forms of one word, and the key that most of them have."""

    forms: tuple[str, ...]
    keys: tuple[str, ...]

    @property
    def key(self) -> str:
        return Counter(self.keys).most_common(1)[0][0]


@dataclass(frozen=True)
class Score:
    """What was counted in some families; scores of several files add up."""

    families: int = 0
    whole: int = 0  # families whose forms all share one key
    forms: int = 0
    together: int = 0  # forms that have the key of their family
    false: int = 0  # forms that have the key of another family, and are no form of it

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.families + other.families,
            self.whole + other.whole,
            self.forms + other.forms,
            self.together + other.together,
            self.false + other.false,
        )


def read_lines(name: str) -> list[tuple[str, ...]]:
    """Return the words of each line of a file of this folder."""
    text = (HERE / f"{name}.txt").read_text("utf-8")
    return [tuple(line.split()) for line in text.splitlines()]


def read_families(name: str) -> list[Family]:
    """Return the families of a file with the keys of their forms."""
    return [Family(forms, tuple(map(search_key, forms))) for forms in read_lines(name)]


def by_key(families: Iterable[Family]) -> dict[str, list[Family]]:
    """Return the families under the key that most of their forms have."""
    found = defaultdict(list)
    for family in families:
        found[family.key].append(family)
    return found


def false_forms(family: Family, everywhere: Mapping[str, Sequence[Family]]) -> list[str]:
    """Return the forms with which a search for another word would find this one.

    A homograph is not counted: what is a form of both words belongs to both.
    """
    return [
        form
        for form, key in zip(family.forms, family.keys, strict=True)
        if any(other != family and form not in other.forms for other in everywhere.get(key, ()))
    ]


def score(families: Iterable[Family], everywhere: Mapping[str, Sequence[Family]]) -> Score:
    """Return what is right and what is false in the families, seen among all of them."""
    return sum(
        (
            Score(
                families=1,
                whole=len(set(family.keys)) == 1,
                forms=len(family.forms),
                together=family.keys.count(family.key),
                false=len(false_forms(family, everywhere)),
            )
            for family in families
        ),
        Score(),
    )


def row(name: str, found: Score) -> str:
    """Return the line that tells a score."""
    return (
        f"{name:10} whole {found.whole:3} of {found.families:3}   "
        f"together {found.together / found.forms:6.1%} of {found.forms:5}   "
        f"false {found.false / found.forms:6.2%}"
    )


def pairs_apart() -> tuple[int, int]:
    """Return how many lines of look-alike words have a key for each word, and of how many."""
    lines = read_lines(PAIRS)
    return sum(len(set(map(search_key, words))) == len(words) for words in lines), len(lines)


def main() -> None:
    """Print the score of each file and of all of them."""
    files = {name: read_families(name) for name in FILES}
    everywhere = by_key(family for families in files.values() for family in families)
    scores = {name: score(families, everywhere) for name, families in files.items()}
    for name, found in scores.items():
        print(row(name, found))
    print(row("total", sum(scores.values(), Score())))
    apart, lines = pairs_apart()
    print(f"{PAIRS:10} apart {apart:3} of {lines:3}")


if __name__ == "__main__":
    main()
