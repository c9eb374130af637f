"""Words of a text, and the key that all forms of a Bulgarian word share in the search.

The key is made by rules: the article goes, then the mark of the plural, then verb endings and
final vowels; what remains is made equal where the language changes it (успяха, успех; мярка,
мерки). Words that the rules would mix up stand in `resources/irregular_words_bg.txt`. Keys are
for comparing only: „важна" has the key „важн".
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from reader.paths import resource
from reader.text.verbs import verb_key

_WORD = re.compile(r"[^\W_][\w\u0300-\u036f]*")  # NFD and stress marks stay in the word
_STRESS = re.compile("(?<=[аеиоуъюя])[\u0300\u0301]")
RULES = 1  # to be raised when keys change: libraries then index their articles anew
_SHORTEST = 4  # shorter words are left alone: „ден" would lose its own letters
_CONSONANT = "[бвгджзклмнпрстфхцчшщ]"
_OF_TWO = re.compile("[аеиоуя][^аеиоуъюяйь][аи]$")  # ума, оси
_GENDERED = "(?:[аои]|ът|ата|ото|ите|ия|ият)?"  # the endings of participles
_NEUTER_ENDINGS = ("е", "ето", "ета", "етата")
_NOUN_ENDINGS = ("", "а", "ът", "и", "ите", "ата", "ия", "ият", "о", "ото", "ове", "овете", "та")


@dataclass(frozen=True, slots=True)
class _Rules:
    """Endings, and into what each is changed; `any` finds out at once that none of them fits."""

    any: re.Pattern[str]
    each: tuple[tuple[re.Pattern[str], str], ...]


def _rules(*rules: tuple[str, str]) -> _Rules:
    return _Rules(
        re.compile("|".join(f"(?:{ending})$" for ending, _ in rules)),
        tuple((re.compile(f"(?:{ending})$"), change) for ending, change in rules),
    )


# Of these three, only the first rule that fits is used. A lookbehind keeps the stem long enough.
_LONG_VERB_ENDINGS = _rules(
    # инвестират, показваше, финансираните, обсъждали
    (
        "(?<=..)(?:(?<=ир|.в|жд|.щ|ск|ос|ис)а|(?<=а[влнрсз])я)"
        "(?:т|м|ш|ме|те|х|ха|хме|хте|ше|й|йте|йки|[лн]" + _GENDERED + ")",
        "",
    ),
    ("(?<=..е)е(?:ш|м|те|х|ха|хме|хте|ше|йки|не|нето|[лщ]" + _GENDERED + ")?", ""),  # червенее
    ("(?<=....)[ая](?:не(?:то|та)?|ни(?:е|ето|я|ята))", ""),  # обсъждане, обсъжданията
    ("(?<=...)(?<!п[лр])ащ" + _GENDERED, ""),  # достигащите, but not the root of „плаща"
    ("х[мт]е", "х"),  # приехме
    ("(?<=...)(?:[аея]й(?:те|ки)|яй)", ""),  # работейки, отправяй
)
_ARTICLES = _rules(
    ("(?<=[аоуеи])ят", "й"),  # случаят
    ("(?<=...)(?:ият|ят)|(?<=..)ът", ""),  # европейският, законът, учителят
    ("(?<=..[ая])та", ""),  # страната, решенията
    ("(?<=..[тщвжд])та", ""),  # областта, помощта
    ("(?<=..[оеую])то", ""),  # дружеството; not „закрито"
    ("(?<=..[еиаямт])те", ""),  # законите, градовете, седемте
)
_PLURALS = _rules(
    ("(?<=...)ове|(?<=^[аеиоу].)ове", ""),  # градове, умове
    ("(?<=..к)овци", ""),  # батковци
    ("(?<=..)еве", "й"),  # броеве
    ("(?<=..че|..ие)та", ""),  # момчета
    # диалози, but not „прогнози"
    ("([лг]о|росо|рцо|овра|рате|осе|ости|иту|ирур|[лт]ур)зи", r"\1г"),
    ("(?<=ар)си", "х"),  # патриарси
    ("(?<=[аоуъюя])ци", "к"),  # знаци
)
# These two are used rule by rule, one after another.
_AFTERWARDS = _rules(
    ("(?<=....)[аеияо]х", ""),  # представих
    ("(?<=....)[ая][шм]", ""),  # предлагаше, предлагам
    ("(?<=...)[еи]ш", ""),  # търсиш
    ("(?<=...н)ем", ""),  # стигнем, открием
    ("(?<=...)им", ""),  # търсим
    ("(?<=...[вктдгжшчщзсбп])ат", ""),  # предлагат
    ("(?<=..[чшжщ])ат", ""),  # пишат
    ("(?<=..[бвгджзйклмпрстфхцчшщ]н)(?:[ая]т|[аея]л)", ""),  # достигнал, достигнат
    ("(?<=..ем)ат", ""),  # заемат
    ("(?<=..[аеиоу])ен", "йн"),  # случаен, случайна
    ("(?<=....[^аъоуеи])(?:ил|ял|(?<!т)ел)", ""),  # определил; not „учител"
    ("(?<=....[гкчжзщш])ал", ""),  # предлагал
    ("(?<=...[зжщш])ан", ""),  # показан; not „англичани"
    ("(?<=.)еец", "ейц"),  # европеец, европейци
    ("(?<=[аои])ец", "йц"),  # китаец, китайци
    ("(?<=...[ая]н)ин", ""),  # гражданин; not „планина"
    ("(?<=..)ик", "иц"),  # работник, работници
)
_CHANGING_VOWELS = _rules(
    (f"(?<={_CONSONANT})е([нлц])", r"\1"),  # важен, важна; търговец, търговци
    (f"(?<={_CONSONANT})ъ([рлкнмвг])", r"\1"),  # министър, министри
    (f"(?<={_CONSONANT})я({_CONSONANT}{{1,2}})", r"е\1"),  # мярка, мерки
)
# A final и stays where it alone tells „технология" from „технолог", „линия" from „лен".
_KEEPS_I = re.compile("(?:лог|граф|агог|тег|^[^аеиоуъюя][аеиоу][нмрсзцд])и[яией]$")


def tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each word or number of a text as it stands, with its start and end."""
    for match in _WORD.finditer(text):
        yield match.group(), match.start(), match.end()


def words(text: str) -> list[str]:
    """Return the words and numbers of a text as they stand; faster than `tokens`."""
    return _WORD.findall(text)


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """Return a word in lower case and NFC, without marks of stress; „ѝ" stays apart from „и"."""
    lower = unicodedata.normalize("NFC", word).lower()
    if lower.isascii() or lower == "ѝ":
        return lower
    return unicodedata.normalize("NFC", _STRESS.sub("", unicodedata.normalize("NFD", lower)))


@lru_cache(maxsize=50_000)
def search_key(word: str) -> str:
    """Return the key that all forms of a Bulgarian word share; other words are only folded."""
    plain = folded(word)
    if listed := _irregular().get(plain):
        return listed
    stem = verb_key(plain)
    return _regular(plain) if stem is None else _settled(stem)


def _regular(word: str) -> str:
    if len(word) < _SHORTEST:
        return word[:-1] if _OF_TWO.match(word) else word
    for rules in (_LONG_VERB_ENDINGS, _ARTICLES, _PLURALS):
        word = _first(rules, word)
    word = _without_vowels(word)
    return _regular(word) if len(word) < _SHORTEST else _settled(word)


def _settled(word: str) -> str:
    for rules in (_AFTERWARDS, _CHANGING_VOWELS):
        word = _all(rules, word)
    return word


def _first(rules: _Rules, word: str) -> str:
    if rules.any.search(word):
        for ending, change in rules.each:
            changed, count = ending.subn(change, word)
            if count:
                return changed
    return word


def _all(rules: _Rules, word: str) -> str:
    if rules.any.search(word):
        for ending, change in rules.each:
            if len(word) >= _SHORTEST:
                word = ending.sub(change, word)
    return word


def _without_vowels(word: str) -> str:
    """Take off the final vowel, and an и before it („инвестиция", „решение", „новия")."""
    if len(word) < _SHORTEST or word[-1] not in "аъоуеиюяй":
        return word
    stem = word[:-1]
    soft = word[-1] in "яеий" and stem[-1] in "ий"
    if soft and len(stem) >= _SHORTEST and not _KEEPS_I.search(word):
        return stem[:-1]
    return stem


@cache
def _irregular() -> Mapping[str, str]:
    listed = resource("irregular_words_bg.txt").read_text("utf-8")
    keys: dict[str, str] = {}
    for line in listed.splitlines():
        first, *rest = line.split()
        if first == "=":
            keys |= {stem + end: _settled(stem) for stem in rest for end in _NOUN_ENDINGS}
        elif first == "+":
            keys |= {stem + end: _settled(stem) for stem in rest for end in _NEUTER_ENDINGS}
        elif first != "#":
            keys |= dict.fromkeys((first, *rest), first)
    return keys
