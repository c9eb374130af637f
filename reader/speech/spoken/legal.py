"""Citations: parts of acts, acts, cases, documents, journals and their numbers."""

import re
from collections.abc import Iterable

from reader.speech.spoken.acronyms import table
from reader.speech.spoken.pieces import Piece, Reading, by_groups, whole
from reader.speech.spoken.scan import Rule
from reader.text.numerals import LARGEST, cardinal, roman_value

SLASH = " наклонена черта "
_DASH = " тире "
_POINT = " точка "
# Words and abbreviations after which a number is a label, whatever noun follows it.
_LABELS = (
    r"(?:\b(?:чл|ал|т|пар|б|стр|с|п|пп|гл|разд|прил|съобр|подт|доп|табл|фиг|бр|стр)\.|[§№]|"
    r"\b(?:член\w{0,4}|параграф\w{0,2}|алине\w{1,3}|точк\w{1,3}|подточк\w{1,3}|букв\w{1,3}|"
    r"съображени\w{1,3}|приложени\w{1,3}|глав[аи]\w{0,2}|раздел\w{0,3}|дял\w{0,2}|дялове\w{0,2}|"
    r"част\w{0,3}|протокол\w{0,3}|страниц\w{1,3}|разпоредб\w{1,3}|таблиц\w{1,3}|фигур\w{1,3}|"
    r"пункт\w{0,3}|номер\w{0,2}|брой|изменение|поправка|"
    r"линия|версия\w*|вариант\w*|въпрос\w*))\s*"
)
_LABEL_BEFORE = re.compile(_LABELS + r"(?:№\s*)?$", re.IGNORECASE)
_LIST_BEFORE = re.compile(
    _LABELS + r"\d+[а-я]?(?:\s?[,–-]\s?\d+[а-я]?)*(?:\s(?:и|или|до)\s|\s?,\s|\s?[–-]\s?)$",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[А-Яа-я§№]")
_JOINT_BEFORE = re.compile(r"\d[а-я]?(?:\s(?:и|или|до)\s|\s?,\s|\s?[–-]\s?)$")
_ACT_BEFORE = re.compile(
    r"(?:\((?:ЕС|ЕО|ЕИО|ОВППС|ПВР|Евратом|ЕОВС|EU|EC|EEC)[^()]{0,20}\)|№|No\.?|\b(?:регламент|"
    r"директив|решени|препорък|насок|наредб|закон|дел[оа]|постановлени|резолюци|заповед|определени|"
    r"становищ|споразумени|обявлени|протокол|договор|поръчк)\w*)\s*$",
    re.IGNORECASE,
)
_NUMBER_LABEL = re.compile(
    r"(?P<first>\d{1,5})(?P<letter>[а-я](?![\w.-]))?"
    r"(?P<rest>(?:\.\d{1,3})+)?(?![\d/:]|[.,]\d| \d{3}\b|-[а-я]|\s?[%€$])"
    r"(?:(?P<dash>\s?[–-]\s?)(?P<last>\d{1,5})(?P<end>[а-я](?![\w.-]))?(?![\d/,.]\d|-[а-я]))?"
)
_ACT = re.compile(
    r"(?P<first>\d{1,5})(?P<slash>/)(?P<second>\d{1,5})"
    r"(?:(?P<bar>/)(?P<mark>[А-Я]{2,6}|Евратом|[A-Z]{2,7}))?(?![\d/])"
)
# Of an act one number is a year or has three figures: „1/3 и 2/3 от гласовете“ are shares.
_ACT_AND = re.compile(r"(?:\d{3}/\d{1,5}|\d/\d{3,5})(?:/\w+)?\s?(?:,|и|или|до)\s(?:№\s?)?$")
_PROCEDURE = re.compile(
    r"(?P<first>\d{4})(?P<slash>/)(?P<second>\d{4})(?P<letter>[AB]?)\s?(?P<open>\()(?P<kind>[A-Z]{3})(?P<shut>\))"
)
# „Заповед № РД-09-123“: letters and numbers of a register, not a range.
_REGISTERED = re.compile(r"\d{1,6}(?>(?:[/-]\d{1,6}(?!\d|[.,]\d)){1,6})")
_REGISTER_BEFORE = re.compile(r"(?:№\s?(?:[А-ЯA-Z]+-)?|(?<![А-Яа-я])[А-Я]{1,4}-)$")
_CELEX = re.compile(
    r"(?P<sector>[0-9])(?P<year>(?:19|20)\d\d)(?P<kind>[A-Z]{1,2})(?P<number>\d{4})(?!\w)"
)
_COMMISSION = re.compile(
    r"(?<!\w)(?P<series>[CС][OО][MМ]|SWD|JOIN|SEC|КОМ|INFR|Ares|C)\s?(?P<open>\()"
    r"(?P<year>\d{4})(?P<shut>\))\s?(?:№\s?)?(?P<number>\d{1,8})(?!\d)(?:(?P<bar>\s?/\s?)(?P<part>\d{1,2})\b)?"
)
_CASE = re.compile(
    r"(?<!\w)(?P<court>[CСTТF])(?P<dash>[-–])(?P<number>\d{1,4})(?P<slash>/)(?P<year>\d\d)(?!\d)"
)
_PRESS = re.compile(
    r"(?<!\w)(?P<kind>IP|SPEECH|STATEMENT|MEMO|MEX|QANDA|READ|AC|FS|INF|CLDR|DOC|ANNEX)"
    r"(?P<slash>[/_])(?P<year>\d\d)(?P<bar>[/_])(?P<number>\d{1,5})(?!\w)",
    re.IGNORECASE,
)
_ECLI = re.compile(
    r"(?<!\w)(?:(?P<name>ECLI)(?P<a>:)(?P<land>[A-Z]{2})|(?P<union>EU))(?P<b>:)(?P<court>[A-Z]{1,7})(?P<c>:)(?P<year>\d{4})"
    r"(?P<d>:)(?P<number>\d{1,6})(?!\w)"
)
_SITTING = re.compile(
    r"(?<!\w)(?P<kind>[A-Z]{1,2})(?P<term>\d{1,2})(?P<dash>-)(?P<number>\d{4})(?P<slash>/)"
    r"(?P<year>\d{4})(?!\d)"
)
_ADOPTED = re.compile(
    r"(?<!\w)(?P<kind>[A-Z]{1,2})(?P<term>\d{1,2})(?P<low>_)(?P<what>[A-Z]{2})(?P<open>\()"
    r"(?P<year>\d{4})(?P<shut>\))(?P<number>\d{4})(?!\d)"
)
_COMPETITION = re.compile(
    r"(?<!\w)(?P<register>M|SA|AT|DMA|DSA|COMP|FS)(?P<point>\.)\s?(?P<number>\d{3,6})(?!\d)"
)
# HORIZON-CL5-2024-D3-01: the name of a call, of letters and numbers.
_CALL = re.compile(r"(?<![\w-])(?=[A-Z-]*\d)[A-Z][A-Z0-9]*(?:-[A-Z0-9]+){2,9}(?![\w-])")
_LETTERS_OR_NUMBER = re.compile(r"(?P<digits>\d+)|[A-Z]+|-")
_ENUMERATOR = re.compile(r"(?<![\w.-])[ivx]{1,5}(?=\))")
_JOURNAL = re.compile(
    r"(?<!\w)(?P<name>ОВ|OJ)\s(?P<series>[LCСЛ])(?P<gap>,?\s)(?P<issue>\d{1,4})"
    r"(?![\d/])"
)
_JOURNAL_ACT = re.compile(r"(?<!\w)(?P<name>ОВ|OJ)\s(?P<series>[LCСЛ])(?=,?\s\d{4}/\d)")
_BOOK = re.compile(
    r"(?<!\w)(?P<name>ISBN|ISSN)(?P<gap>(?:-1[03])?:?\s?)(?P<code>\d[\d–-]{6,18}[\dXХ])(?![\w-])"
)
_LETTER_LABEL = re.compile(
    r"(?<!\w)(?P<word>б|букв)\.\s?(?=[„“\"][а-яa-z][“”\"]|[а-яa-z](?![\w.]))",
)
_JOINT, _NEAR, _FAR = 8, 24, 60


def figures(digits: str) -> str:
    """Return a number in words, with the noughts that it begins with."""
    rest = digits.lstrip("0")
    noughts = ["нула"] * (len(digits) - len(rest))
    if len(rest) > len(str(LARGEST)):
        return " ".join(cardinal(int(figure)) for figure in digits)
    return " ".join([*noughts, cardinal(int(rest))] if rest else noughts)


def _label(match: re.Match[str]) -> Reading | None:
    text, start = match.string, match.start()
    if not (_LABEL_BEFORE.search(text, max(0, start - _NEAR), start) or _is_in_list(text, start)):
        return None
    return by_groups(
        match,
        first=figures(match["first"]),
        letter=f" {match['letter']}",
        rest="".join(_POINT + figures(part) for part in (match["rest"] or "").split(".")[1:]),
        dash=" до ",
        last=figures(match["last"] or "0"),
        end=f" {match['end']}",
    )


def _is_in_list(text: str, start: int) -> bool:
    """Tell whether a number is one of several labels: „чл. 5, 6 и 7“."""
    far = max(0, start - _FAR)
    joined = _JOINT_BEFORE.search(text, max(0, start - _JOINT), start)
    if joined is None or _LETTER.search(text, far, start) is None:
        return False
    return _LIST_BEFORE.search(text, far, start) is not None


def _registered(match: re.Match[str]) -> Reading | None:
    before = match.string[max(0, match.start() - 12) : match.start()]
    if not _REGISTER_BEFORE.search(before):
        return None
    signs = {"/": SLASH, "-": _DASH}
    parts = re.findall(r"\d+|[/-]", match.group())
    return whole(match, "".join(signs.get(part) or figures(part) for part in parts))


def _act(match: re.Match[str]) -> Reading | None:
    before = match.string[max(0, match.start() - 40) : match.start()]
    joined = _ACT_AND.search(before)
    if not (match["mark"] or _ACT_BEFORE.search(before) or joined):
        return None
    mark = match["mark"] or ""
    return by_groups(
        match,
        first=figures(match["first"]),
        slash=SLASH,
        second=figures(match["second"]),
        bar=SLASH,
        mark=None if mark in ("", "Евратом") else table().spelled(mark),
    )


def _by_parts(match: re.Match[str]) -> Reading:
    """Read numbers as numbers, slashes by name and letters as they stand; brackets are silent."""
    signs = {"/": SLASH, "_": " ", "(": " ", ")": " ", ":": " ", "-": " ", ".": " "}
    words: dict[str, str | None] = {}
    for name, part in match.groupdict().items():
        if part is not None:
            bare = part.strip()
            words[name] = figures(bare) if bare.isdigit() else signs.get(bare)
    return by_groups(match, **words)


def _journal(match: re.Match[str]) -> Reading:
    words = {"name": "Официален вестник,", "series": f" {_series(match)}"}
    if "issue" in match.re.groupindex:
        words |= {"gap": " ", "issue": figures(match["issue"])}
    return by_groups(match, **words)


def _series(match: re.Match[str]) -> str:
    return {"С": "C", "Л": "L"}.get(match["series"], match["series"])


def _book(match: re.Match[str]) -> Reading:
    start = match.start("code")
    pieces = [Piece(f"{table().spelled(match['name'])} ", match.start(), start)]
    for group in re.finditer(r"(?P<digits>\d+)|[–-]|[XХ]", match["code"]):
        said = _digits(group["digits"]) if group["digits"] else " "
        said = " хикс" if group.group() in "XХ" else said
        pieces.append(Piece(said, start + group.start(), start + group.end()))
    return pieces


def _call(match: re.Match[str]) -> Reading:
    pieces: list[Piece] = []
    for part in _LETTERS_OR_NUMBER.finditer(match.string, *match.span()):
        said = figures(part["digits"]) if part["digits"] else part.group().replace("-", "")
        pieces.append(Piece(f" {said}" if said and pieces else said, *part.span()))
    return pieces


def _enumerator(match: re.Match[str]) -> Reading | None:
    """Read „подточка ii)“, „iv) …“: small Roman numerals of a list."""
    value = roman_value(match.group().upper())
    return whole(match, cardinal(value)) if value else None


def _digits(group: Iterable[str]) -> str:
    return " ".join(cardinal(int(figure)) for figure in group)


def _letter(match: re.Match[str]) -> Reading:
    return by_groups(match, word="буква ")


NUMBERS = (
    Rule(_PROCEDURE, _by_parts),
    Rule(_CELEX, _by_parts),
    Rule(_ACT, _act),
    Rule(_REGISTERED, _registered),
    Rule(_NUMBER_LABEL, _label),
)
LATIN = (
    Rule(_COMMISSION, _by_parts),
    Rule(_CASE, _by_parts),
    Rule(_PRESS, _by_parts),
    Rule(_ECLI, _by_parts),
    Rule(_SITTING, _by_parts),
    Rule(_ADOPTED, _by_parts),
    Rule(_JOURNAL, _journal),
    Rule(_JOURNAL_ACT, _journal),
    Rule(_BOOK, _book),
    Rule(_COMPETITION, _by_parts),
    Rule(_CALL, _call),
    Rule(_ENUMERATOR, _enumerator),
)
CAPITALS = (Rule(_COMMISSION, _by_parts), Rule(_JOURNAL, _journal), Rule(_JOURNAL_ACT, _journal))
SHORT = (Rule(_CASE, _by_parts), Rule(_LETTER_LABEL, _letter))
