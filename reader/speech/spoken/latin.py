"""Roman numerals, versions and other numbers that go with Latin letters."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reader.paths import resource
from reader.speech.spoken.following import Following, following
from reader.speech.spoken.legal import figures
from reader.speech.spoken.lists import word_lists
from reader.speech.spoken.pieces import Reading, by_groups, whole
from reader.speech.spoken.scan import Rule
from reader.text.numerals import Form, cardinal, ordinal, roman_value

_FIGURES = r"[IVXLХІ]{1,7}"
_ROMAN = re.compile(
    rf"(?<![\w.-])(?P<first>{_FIGURES})(?:(?P<to>\s?[–-]\s?|\s(?:до|и|или)\s)(?P<last>{_FIGURES}))?"
    r"(?:-(?P<ending>[а-я]{1,4})|(?P<letter>[а-я]))?(?![\w+/&])(?P<mark>\s?вв?\.(?!\s?„))?"
)
_WORD_BEFORE = re.compile(r"(?P<word>[A-Za-zА-Яа-я]+)[\s„]{1,2}$")
_NAME_BEFORE = re.compile(r"(?P<title>[а-я]+)\s(?:[А-Я][а-я]+[\s-]){1,3}$")
_WORD_AFTER = re.compile(r"\s„?(?P<word>[А-Яа-я]+)")
_BEFORE_AND = re.compile(rf"{_FIGURES}(?:\s?,\s?|\s(?:и|или|до)\s|\s?[–-]\s?)$")
_ANOTHER_CENTURY = re.compile(
    rf"(?:,|\s(?:и|или|до|към))\s(?:[а-я]+\s){{0,5}}{_FIGURES}\s?(?:в\.|век)"
)
_GOES_ON = re.compile(r"[\s-][A-Za-z]")
_JOINING = {"и", "или", "а", "но", "да", "че", "е", "са", "се", "ще"}
_MOBILE = re.compile(r"(?P<number>[2-9])(?P<letter>G)(?![A-Za-z0-9])")
_NO_LETTER = re.compile(r"[^A-Za-z]")
_BORROWED = re.compile(
    r"(?<![\w.])(?:(?:No|Nr)\.?\s?(?=\d)|N[°º]\s?(?=\d)|(?:art|p|pp|ca)\.\s?(?=\d)"
    r"|(?:vs|etc|et al|e\.\s?g|i\.\s?e|cf)\.(?!\s[a-z])\s?)",
)
_FOR = re.compile(r"(?<!\w)(?P<whom>[A-Z]{2,3})(?P<four>4)(?P<what>[A-Z][A-Za-z]+)")
_VERSION = re.compile(r"\d+(?:\.\d+){1,3}(?!\d|,\d|\s?[%€$])")
_VERSION_BEFORE = re.compile(
    r"(?:верси\w+|индустрия|уеб|(?<![\w.])v\.?|[A-Z][a-zA-Z+]+|[a-z][A-Z]\w+)\s?$", re.IGNORECASE
)
_ENDED_FORMS = (
    Form.MASCULINE,
    Form.FEMININE,
    Form.NEUTER,
    Form.MASCULINE_FULL,
    Form.MASCULINE_SHORT,
    Form.FEMININE_DEFINITE,
    Form.NEUTER_DEFINITE,
    Form.PLURAL_DEFINITE,
)
_OF_KIND = {
    Following.MASCULINE: Form.MASCULINE,
    Following.FEMININE: Form.FEMININE,
    Following.NEUTER: Form.NEUTER,
    Following.PLURAL: Form.PLURAL,
}
_SURE = 2  # from this many letters on, a numeral is no letter
_LONG = 4
_NEAR = 48


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands beside Roman numerals; the file tells what each list is for."""

    heads: tuple[str, ...]
    men: tuple[str, ...]
    women: tuple[str, ...]
    titles: tuple[str, ...]
    followed: tuple[str, ...]
    centuries: dict[str, str]
    borrowed: dict[str, str]


@cache
def _words() -> _Words:
    data = json.loads(resource("roman_bg.json").read_text("utf-8"))
    lists = ("heads", "men", "women", "titles", "followed")
    return _Words(
        **{n: tuple(data[n]) for n in lists}, centuries=data["centuries"], borrowed=data["borrowed"]
    )


def _roman(match: re.Match[str]) -> Reading | None:
    values = [roman_value(match[name] or "I") for name in ("first", "last")]
    form = _form(match)
    if None in values or form is None:
        return None
    first, last = (_said(value or 0, form) for value in values)
    joint = match["to"] or ""
    return by_groups(
        match,
        first=first,
        to=" до " if joint.strip() in "–-" else joint,
        last=last,
        ending="",
        letter=f" {match['letter']}",
        mark=f" {_words().centuries[(match['mark'] or 'в.').strip()]}",
    )


def _said(value: int, form: Form | str) -> str:
    if isinstance(form, Form):
        return ordinal(value, form)
    return cardinal(value)


def _form(match: re.Match[str]) -> Form | str | None:
    """Return the ordinal that a numeral stands for, "" for a plain number, None for neither."""
    value = roman_value(match["last"] or match["first"])
    if value is None or value == 0:
        return None
    if match["ending"]:
        return next(_with_ending(value, match["ending"]), None)
    if match["mark"]:
        return Form.MASCULINE
    answers = (rule(match) for rule in _RULES)
    return next((answer for answer in answers if answer is not None), None)


def _with_ending(value: int, ending: str) -> Iterator[Form]:
    return (form for form in _ENDED_FORMS if ordinal(value, form).endswith(ending))


def _by_ruler(match: re.Match[str]) -> Form | None:
    """Read „Бенедикт XVI“ as „шестнадесети“."""
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    found = _WORD_BEFORE.search(before)
    if found is None or not found["word"][0].isupper():
        return None
    if found["word"] in _words().women:
        return Form.FEMININE
    title = _NAME_BEFORE.search(before)
    titled = title is not None and title["title"] in _words().titles
    return Form.MASCULINE if titled or found["word"] in _words().men else None


def _by_head(match: re.Match[str]) -> Form | str | None:
    """Read „глава IV“ as „глава четвърта“."""
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    found = _WORD_BEFORE.search(_BEFORE_AND.sub("", before))
    if found is None:
        return None
    word = found["word"].lower()
    if word.startswith(_words().heads):
        kind = following(word, 0, word_lists())
        definite = word.endswith(("та", "то", "ът", "те"))
        return "" if kind is Following.PLURAL or definite or match["last"] else _OF_KIND[kind]
    return None


def _by_noun(match: re.Match[str]) -> Form | None:
    """Read „II тримесечие“ as „второ тримесечие“."""
    noun = _noun(match)
    if noun is None:
        return None
    many = match["last"] or len(match["first"]) >= _SURE
    if not many and not noun.startswith(_words().followed + _words().heads):
        return None
    kind = following(match.string, match.end(), word_lists())
    return _OF_KIND[kind]


def _by_name(match: re.Match[str]) -> str | None:
    """Read „Базел III“ as „Базел три“."""
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    found = _WORD_BEFORE.search(before)
    noun = _noun(match) or ""
    if found is None or noun.startswith(_words().followed) or len(match["first"]) < _SURE:
        return None
    named = found["word"][0].isupper() and found.start() + match.start() > len(before)
    return "" if named and not _GOES_ON.match(match.string, match.end()) else None


def _alone(match: re.Match[str]) -> str | None:
    """Read a numeral at the beginning, after a word that it may number, or of several letters."""
    begins = match.start() == 0 and match.string[match.end() : match.end() + 1] in {".", ")", ""}
    before = _WORD_BEFORE.search(match.string[max(0, match.start() - _NEAR) : match.start()])
    numbers = before is not None and len(before["word"]) >= _LONG and not before["word"].isascii()
    single = begins or (numbers and match["first"] in {"I", "V"} and not _noun(match))
    sure = len(match["first"]) >= _SURE and not _GOES_ON.match(match.string, match.end())
    return "" if sure or single else None


def _noun(match: re.Match[str]) -> str | None:
    """Return the word after a numeral, also after those joined to it: „XIX и XX век“."""
    found = _WORD_AFTER.match(match.string, match.end())
    if found is None or found["word"] in _JOINING | word_lists().prepositions:
        return None
    return found["word"]


def _by_century(match: re.Match[str]) -> Form | None:
    """Read „в края на XX и началото на XXI в.“: both are of centuries."""
    return Form.MASCULINE if _ANOTHER_CENTURY.match(match.string, match.end()) else None


_RULES = (_by_century, _by_ruler, _by_head, _by_name, _by_noun, _alone)


def _mobile(match: re.Match[str]) -> Reading:
    return by_groups(match, number=cardinal(int(match["number"])), letter=" джи")


def _version(match: re.Match[str]) -> Reading | None:
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    if not _VERSION_BEFORE.search(before):
        return None
    return whole(match, " точка ".join(figures(part) for part in match.group().split(".")))


def _borrowed(match: re.Match[str]) -> Reading:
    """Read abbreviations of other languages in a Bulgarian text: „No 5“, „etc.“."""
    return whole(match, f"{_words().borrowed[re.sub(_NO_LETTER, '', match.group())]} ")


def _for(match: re.Match[str]) -> Reading:
    """Read „EU4Health“ as it is meant."""
    return by_groups(match, whom=None, four=" for ", what=None)


NUMBERS = (Rule(_MOBILE, _mobile), Rule(_VERSION, _version))
ROMAN = (Rule(_BORROWED, _borrowed), Rule(_FOR, _for), Rule(_ROMAN, _roman))
