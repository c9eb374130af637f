"""What the forms of an English word share: plurals, verbs with -s, and past forms that are sure.

A key need not be a word: „texa" is as good as „Texas". Where what would be left is another word
(news, new), `resources/irregular_words_en.txt` keeps them apart. Words of other languages in the
same letters go by these rules too. Forms in -ing are left alone, for many are nouns of their own
(building, meeting). An apostrophe ends a word, so a possessive needs no rule.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Change: TypeAlias = tuple[re.Pattern[str], str]

# approve, propose, enable, update, provide, ensure, combine, consume, change, escape
_KEEPING_E = (
    "[vc] [^z]z [a-z]u [^s]s [bcdfgkpt]l [^eo]at [^o]ut [^o]ot [^ao]id [^o]ud [^eo]ad [^o]ur "
    "[^a]ir [^eo]ar [^aeo]in um [^eo]am [^aeo]il [^a]ul [^ng]g [aeu]ng [^eo]ap yp [^eo]ak [^o]ok "
    "[^e]ik"
)
# adopt, treat, exploit, limit, fund, ask, help, express, confirm, explain, deliver, allow, fill
_WITHOUT_E = (
    "[bcfhlnprsx]t [eo]at [aou]it [bdfmrs]it [lnr]d eed [ao]id [eo]ad oud ck [lnrsw]k [eo]ak ook "
    "[lmr]p elop [eo]ap ss sh ch x [rl]m aim eem oom [eo]am [aoe]in ion [grw]n en [eo]an er "
    "[aeo]ar air our [wy] ff [aiu]ll [aeo]il [eo]al oul rl ong [mr]b [a-z]o"
)


def _after(endings: str) -> str:
    """Return a pattern for the place after one of some endings of at least three letters."""
    return f"(?<=[a-z]{{3}})(?:{'|'.join(f'(?<={each})' for each in endings.split())})"


# By the last letter of a word; the first that fits is used, alone.
RULES: Mapping[str, Sequence[Change]] = {
    letter: [(re.compile(f"{ending}$"), change) for ending, change in listed]
    for letter, listed in {
        "s": [
            ("(?<=[a-z]{2})ies", "y"),  # policies
            ("(?<=[a-z](?:ss|sh|ch|zz)|[a-z]{2}[ox])es", ""),  # processes, taxes, vetoes
            ("(?<=[a-z]{3})(?<![isu])(?<!ic)s", ""),  # bridges; not crisis, process, economics
        ],
        "n": [("(?<=[a-z]{2})men", "man")],  # women, spokesmen
        "d": [
            ("(?<=[a-z]{2})ied", "y"),  # applied
            (r"(?<=[a-z]{2})([bdgmnprt])\1ed", r"\1"),  # planned
            ("(?<=el|ol)led", ""),  # travelled, controlled
            (f"{_after(_KEEPING_E)}ed", "e"),
            (f"{_after(_WITHOUT_E)}ed", ""),
        ],
    }.items()
}


def is_in_its_letters(word: str) -> bool:
    """Tell whether a word has letters of English alone, and so no ending of a Bulgarian word."""
    return word.isascii() and word.isalpha()


def english_stem(word: str) -> str:
    """Return what the regular forms of a word in small letters share."""
    for ending, change in RULES.get(word[-1], ()):
        if ending.search(word):
            return ending.sub(change, word)
    return word
