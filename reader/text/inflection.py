"""What the forms of a Bulgarian word share, by the rules for nouns, adjectives and unknown verbs.

Endings come off in turn: of verbs, the article, the mark of the plural, the last vowel. What
remains is made equal where the language changes it (успяха, успех; мярка, мерки).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Change: TypeAlias = tuple[re.Pattern[str], str]

_SHORTEST = 4  # shorter words are left alone: „ден" would lose its own letters
_ADJECTIVE = ("", "а", "о", "и", "ът", "ата", "ото", "ите", "ия", "ият")
_TENSES = "т м ш ме те х ха хме хте ше й йте йки л* н*"
_CONSONANT = "[бвгджзклмнпрстфхцчшщ]"
VOWEL_AND_CONSONANT = re.compile("[аеиоуя][^аеиоуъюяйь][аи]")  # ума, оси
# A final и stays where it alone tells „технология" from „технолог", „действие" from „действам".
KEEPS_I = re.compile(
    "(?:лог|граф|соф|ург|агог|тег|ств|^участ|^[^аеиоуъюя][аеиоу][нмрсзцд])и[яией]$"
)


@dataclass(frozen=True, slots=True)
class Endings:
    """Rules by ending: what stands before it, and what takes its place."""

    rules: Mapping[str, Sequence[Change]]
    longest: Mapping[str, int]  # by their last letters; most words end in another one


def _endings(*rules: tuple[str, str, str]) -> Endings:
    """Return rules; each says what stands before an ending, the endings, what takes their place.

    Of what stands before an ending, one of several may be given. * stands for the endings of
    adjectives.
    """
    table: dict[str, list[Change]] = {}
    for before, endings, change in rules:
        rule = re.compile("|".join(f"(?<={each})" for each in before.split())), change
        for ending in endings.split():
            for end in _ADJECTIVE if ending[-1] == "*" else ("",):
                table.setdefault(ending.rstrip("*") + end, []).append(rule)
    return Endings(table, {each[-1]: len(each) for each in sorted(table, key=len)})


@dataclass(frozen=True, slots=True)
class Settling:
    """Changes of what stands at the end, one after another, and what tells that there is one."""

    any_of: re.Pattern[str]
    changes: Sequence[Change]


def _by_last_letter(
    rules: Mapping[str, Sequence[tuple[str, str]]],
) -> Mapping[str, Settling]:
    table: dict[str, list[tuple[str, str]]] = {}
    for letters, listed in rules.items():
        for letter in letters:
            table.setdefault(letter, []).extend(listed)
    return {letter: _settling(listed) for letter, listed in table.items()}


def _settling(listed: Sequence[tuple[str, str]]) -> Settling:
    changes = [(re.compile(f"(?:{ending})$"), change) for ending, change in listed]
    return Settling(re.compile("|".join(ending.pattern for ending, _ in changes)), changes)


_VERBS = _endings(
    ("...(?<=ир|.в|жд|.щ|ск|ос|ис)", " ".join("а" + end for end in _TENSES.split()), ""),
    (".а[влнрсз]", " ".join("я" + end for end in _TENSES.split()), ""),
    ("..е", "е еш ем ете ех еха ехме ехте еше ейки ене енето ел* ещ*", ""),  # червенее
    ("....", "ане ането ание анието ания анията яне янето яния янията", ""),  # обсъждане
    ("...(?<!п[лр])", "ащ*", ""),  # достигащите, but not the root of „плаща"
    ("", "хме хте", "х"),  # приехме
    ("...", "айте ейте яйте яй яйки", ""),  # работейте, отправяй
)
_ARTICLES = _endings(
    ("[аоуеи]", "ят", "й"),  # случаят
    ("...", "ият ят", ""),  # европейският, учителят
    ("..", "ът", ""),  # законът
    ("..[ая] ..[тщжд] [ъо]в", "та", ""),  # страната, решенията, областта, кръвта
    ("..[оеую]", "то", ""),  # дружеството; not „закрито"
    ("..[еиаямт]", "те", ""),  # законите, градовете, седемте
)
_PLURALS = _endings(
    ("... ^[аеиоу].", "ове", ""),  # градове, умове
    ("..к", "овци", ""),  # батковци
    ("..", "еци", "ек"),  # бъбреци
    ("..", "еве", "й"),  # броеве
    ("..че ..ие", "та", ""),  # момчета
    # диалози, but not „прогнози"
    ("(?<!у)ло го росо рцо овра рате осе ости иту ирур [лт]ур", "зи", "г"),
    ("ар", "си", "х"),  # патриарси
    ("[аоуъюя]", "ци", "к"),  # знаци
)
ENDINGS = (_VERBS, _ARTICLES, _PLURALS)  # in the order in which they come off
# These are used one after another, those of the letter that the word ends in at first.
_CHANGES = _by_last_letter(
    {
        "х": [("(?<=....)[аеияо]х", "")],  # представих
        "ш": [("(?<=....)[ая]ш|(?<=...)(?<!к)[еи]ш", "")],  # предлагаше, търсиш
        "м": [("(?<=....)[ая]м|(?<=...н)ем|(?<=...)им", "")],  # предлагам, стигнем, търсим
        "т": [
            ("(?<=...[вктдгжшчщзсбп])ат|(?<=..[чшжщ])ат|(?<=..ем)ат", ""),  # предлагат, пишат
            (f"(?<=..{_CONSONANT}н)[ая]т", ""),  # достигнат
        ],
        "л": [
            (f"(?<=..{_CONSONANT}н)[аея]л", ""),  # достигнал
            ("(?<=....[^аъоуеи])(?:ил|ял|(?<!т)ел)", ""),  # определил; not „учител"
            ("(?<=....[гкчжзщш])ал", ""),  # предлагал
        ],
        "н": [
            ("(?<=..[аеиоу])ен", "йн"),  # случаен, случайна
            ("(?<=...[зжщш])ан", ""),  # показан; not „англичани"
            ("(?<=...[ая]н)ин", ""),  # гражданин; not „планина"
        ],
        "ц": [
            ("(?<=.)еец", "ейц"),  # европеец, европейци
            ("(?<=[аои])ец", "йц"),  # китаец, китайци
        ],
        "к": [("(?<=..)ик", "иц")],  # работник, работници
    }
)
_VOWELS = _by_last_letter(
    {
        "нлц": [(f"(?<={_CONSONANT})е([нлц])", r"\1")],  # важен, важна; търговец, търговци
        "рлкнмвг": [(f"(?<={_CONSONANT})ъ([рлкнмвг])", r"\1")],  # министър, министри
    }
)
SETTLING = (_CHANGES, _VOWELS)
BROKEN = re.compile(f"(?<={_CONSONANT})я({_CONSONANT}{{1,2}})$")  # мярка, мерки


def stem(word: str) -> str:
    """Return what the forms of a word share, as far as rules can tell."""
    if len(word) < _SHORTEST:
        return word[:-1] if VOWEL_AND_CONSONANT.fullmatch(word) else word
    for endings in ENDINGS:
        word = _without_ending(word, endings)
    word = _without_vowels(word)
    return stem(word) if len(word) < _SHORTEST else settled(word)


def settled(word: str) -> str:
    """Make equal what the language changes at the end of a stem."""
    for rules in SETTLING:
        found = rules.get(word[-1])
        if found and found.any_of.search(word):
            for ending, change in found.changes:
                if len(word) >= _SHORTEST:
                    word = ending.sub(change, word)
        if "я" in word[-3:]:
            word = BROKEN.sub(r"е\1", word)
    return word


def _without_ending(word: str, endings: Endings) -> str:
    """Change the longest ending that a rule fits."""
    longest = endings.longest.get(word[-1], 0)
    for place in range(max(len(word) - longest, 0), len(word)):
        for before, change in endings.rules.get(word[place:], ()):
            if before.match(word, place):
                return word[:place] + change
    return word


def _without_vowels(word: str) -> str:
    """Take off the final vowel, and an и before it („инвестиция", „решение", „новия")."""
    if len(word) < _SHORTEST or word[-1] not in "аъоуеиюяй":
        return word
    shorter = word[:-1]
    soft = word[-1] in "яеий" and shorter[-1] in "ий"
    if soft and len(shorter) >= _SHORTEST and not KEEPS_I.search(word):
        return shorter[:-1]
    return shorter
