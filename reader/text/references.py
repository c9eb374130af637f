"""Documents named in running text: press releases, acts, Commission documents, court cases.

The forms are those of the interinstitutional style guide and of the press corner's numbers.
"""

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from reader.model.article import Reference
from reader.text.overlaps import apart

Found: TypeAlias = tuple[int, int, Reference]

_PRESS = re.compile(
    r"(?<![\w/])(IP|SPEECH|STATEMENT|MEMO|MEX|QANDA|READ|AC|FS|INF)[/_](\d\d)[/_](\d{1,5})(?![\w/]|\.\w)",
    re.IGNORECASE,
)
# СОМ and С are often typed with Cyrillic letters in Bulgarian texts.
_COMMISSION = re.compile(
    r"(?<!\w)(?:"
    r"((?:[CС][OО][MМ]|SWD|JOIN|SEC)(?=\s?\()|[CС](?=\())\s?\((\d{4})\)\s?(?:№\s?)?(\d{1,5})"
    r"|([CС][OО][MМ]|SWD|JOIN|SEC)(?:/(\d{4})/(\d{1,5})(?=\s(?:final|окончателен))|:(\d{4}):(\d{1,5})(?=:FIN))"
    r")(?!\d)(?::FIN\b|[ /](?:final|окончателен)\b)?"
)
_CASE = re.compile(r"(?<![\w/-])([CСTТF])[-‐‑–](\d{1,4})/(\d\d)(?![\d/])")
_CELEX = re.compile(
    r"(?<!\w)(3\d{4}[A-Z]\d{4}(?:R?\(\d\d\))?|5\d{4}[A-Z]{2}\d{4,5}(?:\(\d\d\))?"
    r"|6\d{4}[CTF][JOCA]\d{4}|0\d{4}[RLD]\d{4}-\d{8})(?!\w)"
)
_ECLI = re.compile(r"(?<!\w)ECLI:[A-Z]{2}:[A-Z]{1,7}:\d{4}:[A-Z0-9]{1,25}(?![\w:])")
_PROCEDURE = re.compile(
    r"(?<![\w/])(\d{4})/(\d{4})\s?\((COD|CNS|APP|NLE|BUD|INI|AVC|SYN|INL|RSP|BUI|DEC|ACC)\)"
)
_DOI = re.compile(r"\bdoi\s?:?\s?(10\.\d{4,9}/[^\s„“”\"<>]*[^\s„“”\"<>.,;:)\]])", re.IGNORECASE)
# ОВ L 123, 1.1.2020 г., стр. 1 · since October 2023 each act is an issue: ОВ L, 2024/1689
_JOURNAL = re.compile(
    r"""(?<!\w)(?:ОВ|OJ|OB|JO)\s(?P<series>[LCС])\s
    (?P<issue>\d{1,4})(?:\s?[АA])?,\s\d{1,2}\.\d{1,2}\.(?P<year>\d{4})(?:\s?г\.)?
    (?:,\s(?:стр|с|p{1,2})\.\s?\d{1,4}(?:[-–]\d{1,4})?)?""",
    re.VERBOSE,
)
_ACT_IN_JOURNAL = re.compile(
    r"(?<!\w)(?:ОВ|OJ|OB|JO)\s(?P<series>[LCС]),\s(?P<year>\d{4})/(?P<number>\d{1,5})(?![\d/])"
)
_ACT = re.compile(
    r"""(?<!\w)
    (?P<kind>рамков\w+\s+решени|framework\s+decision|регламент|директив|решени|препорък
      |становищ|regulation|directive|decision|recommendation|opinion)\w*
    (?:\s+[^\W\d]+){0,8}?                       # за изпълнение, на Европейския парламент …
    (?P<bracket>\s*\([^\W\d]{2,8}(?:,\s*[^\W\d]{2,8})*\))?
    \s+(?P<number>(?:№|No\.?|N°)\s*)?
    (?P<first>\d{1,4})/(?P<second>\d{1,4})
    (?P<suffix>/[^\W\d]{2,8})?(?![\w/]|\s?\([A-Z]{3}\)|\s\((?:ECB|ЕЦБ)/)""",
    re.IGNORECASE | re.VERBOSE,
)
# „Директиви 2014/24/ЕС и 2014/25/ЕС“: one noun, several numbers.
_ANOTHER = re.compile(
    r"""\s*(?:,|и|или|and|or)\s+
    (?P<bracket>\([^\W\d]{2,8}(?:,\s*[^\W\d]{2,8})*\)\s*)?
    (?P<number>(?:№|No\.?|N°)\s*)?
    (?P<first>\d{1,4})/(?P<second>\d{1,4})
    (?P<suffix>/[^\W\d]{2,8})?(?![\w/]|\s?\([A-Z]{3}\))""",
    re.IGNORECASE | re.VERBOSE,
)
_LETTERS = {
    "рамков": "F",
    "framew": "F",
    "реглам": "R",
    "regula": "R",
    "директ": "L",
    "direct": "L",
    "решени": "D",
    "decisi": "D",
    "препор": "H",
    "recomm": "H",
    "станов": "A",
    "opinio": "A",
}
# Letters that look the same are often typed in the other alphabet; they stay one letter each.
_TO_LATIN = str.maketrans("АВЕІКМНОРСТХ", "ABEIKMHOPCTX")
_YEARS = range(1952, 2060)  # from the first Community on
_COURTS = {"C": "CJ", "T": "TJ", "F": "FJ"}
_YEAR_FIRST = 2015  # since then every act has the year first
_COMMUNITY = re.compile(r"\b(?:ЕО|ЕИО|EC|EEC)\b")
_UNION = re.compile(r"\b(?:ЕС|EU)\b")
_FIRST_OF_UNION = 2009  # until then acts were of the Communities


def find(text: str, language: str = "bg") -> list[Found]:
    """Return (start, end, reference) of each document that the text names, in order.

    The addresses lead to the version in `language`, a two-letter code.
    """
    return apart(hit for finder in _FINDERS for hit in finder(text, language))


def _press(text: str, language: str) -> Iterator[Found]:
    for match in _PRESS.finditer(text.translate(_TO_LATIN)):
        parts = match.groups()
        slug = "_".join(parts).lower()
        address = f"https://ec.europa.eu/commission/presscorner/detail/{language}/{slug}"
        yield match.start(), match.end(), Reference("/".join(parts).upper(), address)


def _commission(text: str, language: str) -> Iterator[Found]:
    for match in _COMMISSION.finditer(text):
        written, year, figures = filter(None, match.groups())
        series, number = written.translate(_TO_LATIN), int(figures)
        uri = f"PI_COM:C({year}){number}" if series == "C" else f"{series}:{year}:{number}:FIN"
        address = _eur_lex(uri, language)
        yield match.start(), match.end(), Reference(f"{series}({year}) {number}", address)


def _cases(text: str, language: str) -> Iterator[Found]:
    for match in _CASE.finditer(text):
        court = _COURTS[match[1].translate(_TO_LATIN)]
        celex = f"6{_full_year(match[3])}{court}{int(match[2]):04d}"
        yield match.start(), match.end(), _by_celex(celex, language)


def _numbers(text: str, language: str) -> Iterator[Found]:
    for match in _CELEX.finditer(text.translate(_TO_LATIN)):
        yield match.start(), match.end(), _by_celex(match[1], language)


def _cases_by_ecli(text: str, language: str) -> Iterator[Found]:
    for match in _ECLI.finditer(text):
        address = _eur_lex(f"ecli:{match[0]}", language)
        yield match.start(), match.end(), Reference(match[0], address)


def _procedures(text: str, language: str) -> Iterator[Found]:
    for match in _PROCEDURE.finditer(text):
        year, number, kind = match.groups()
        place = f"{language.upper()}/{year}_{int(number)}"
        address = f"https://eur-lex.europa.eu/procedure/{place}"
        yield match.start(), match.end(), Reference(f"{year}/{number}({kind})", address)


def _publications(text: str, _language: str) -> Iterator[Found]:
    for match in _DOI.finditer(text):
        yield match.start(), match.end(), Reference(match[1], f"https://doi.org/{match[1]}")


def _journals(text: str, language: str) -> Iterator[Found]:
    for match in _JOURNAL.finditer(text):
        series, issue, year = match["series"].translate(_TO_LATIN), match["issue"], match["year"]
        address = _eur_lex(f"OJ:{series}:{year}:{int(issue):03d}:TOC", language)
        yield match.start(), match.end(), Reference(f"OJ {series} {issue}, {year}", address)
    for match in _ACT_IN_JOURNAL.finditer(text):
        series, year = match["series"].translate(_TO_LATIN), match["year"]
        address = _eur_lex(f"OJ:{series}_{year}{int(match['number']):05d}", language)
        name = f"OJ {series}, {year}/{match['number']}"
        yield match.start(), match.end(), Reference(name, address)


def _acts(text: str, language: str) -> Iterator[Found]:
    for match in _ACT.finditer(text):
        letter = _LETTERS[match["kind"][:6].lower()]
        hit: re.Match[str] | None = match
        while hit and (celex := _celex(letter, hit)):
            start = hit.start() if hit is match else hit.start("first")
            yield start, hit.end(), _by_celex(celex, language)
            hit = _ANOTHER.match(text, hit.end())


_FINDERS: tuple[Callable[[str, str], Iterator[Found]], ...] = (
    _press,
    _commission,
    _cases,
    _numbers,
    _cases_by_ecli,
    _procedures,
    _publications,
    _journals,
    _acts,
)


def _celex(letter: str, match: re.Match[str]) -> str | None:
    """Return the number of an act, or None where the figures are not those of an act.

    Newer acts have the year first: 2024/1689; older regulations last: № 1049/2001.
    """
    first, second = match["first"], match["second"]
    year_first = _is_year_first(letter, match)
    year, number = (first, second) if year_first else (second, first)
    if not _is_year(year) or not _is_marked(letter, match, year_first=year_first):
        return None
    return f"3{_full_year(year)}{letter}{int(number):04d}"


def _is_year_first(letter: str, match: re.Match[str]) -> bool:
    """Tell which of the two figures of an act is its year, where both may be."""
    first, second = match["first"], match["second"]
    if not _is_year(first) or not _is_year(second):
        return _is_year(first)
    if letter != "R":
        # „№ 1982/2006/ЕО“, but „2002/58/ЕО“ and „(ЕС) 2015/2006“
        is_new = int(_full_year(first)) >= _YEAR_FIRST and not match["number"]
        return is_new or len(second) < len("2006")
    if int(_full_year(first)) < _YEAR_FIRST or _names(_COMMUNITY, match):
        return False
    return not match["number"] or not _is_old(second, match)


def _is_old(year: str, match: re.Match[str]) -> bool:
    """Tell whether a year is one of those in which the numbers of regulations came first."""
    first = _FIRST_OF_UNION if _names(_UNION, match) else _YEARS.start
    return int(_full_year(year)) in range(first, _YEAR_FIRST)


def _names(bodies: re.Pattern[str], match: re.Match[str]) -> bool:
    return bool(bodies.search(match["bracket"] or ""))


def _is_marked(letter: str, match: re.Match[str], *, year_first: bool) -> bool:
    """Tell whether figures are surely those of an act of the Union.

    Courts and councils number their decisions too: „Решение № 1/2015 на Съвета за асоцииране“.
    """
    if match["bracket"] or match["suffix"]:
        return True
    if letter == "A":
        return False
    year = match["first"] if year_first else match["second"]
    if letter == "R":
        return bool(match["number"]) or len(year) == len("2024")
    return year_first and len(year) == len("2024")


def _is_year(figures: str) -> bool:
    return len(figures) == len("95") or int(figures) in _YEARS


def _full_year(figures: str) -> str:
    if len(figures) == len("1995"):
        return figures
    return str((1900 if int(figures) >= _YEARS.start % 100 else 2000) + int(figures))


def _by_celex(celex: str, language: str) -> Reference:
    return Reference(celex, _eur_lex(f"CELEX:{celex}", language))


def _eur_lex(uri: str, language: str) -> str:
    return f"https://eur-lex.europa.eu/legal-content/{language.upper()}/TXT/?uri={uri}"
