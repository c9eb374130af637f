"""Bulgarian text cut into sentences."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reader.text.abbreviations import Rules
from reader.text.brackets import Enclosures, enclosures
from reader.text.numerals import roman_value

_MARK = re.compile(
    r"(?<![.!?…])(?P<mark>[.!?…]++)"
    r"(?P<closers>(?:\s?\[\d{1,3}\]|\(\d{1,2}\)|[¹²³⁴-⁹⁰*†]|\s?»|[\"“”’'‘)\]])*)\s+"
)
# "1. Въведение 2. Цели": an item of a list that was printed in one line, with no mark before it.
_ITEM = re.compile(r'(?<=[\w“”»)%])\s+(?=(?P<number>\d{1,2}|[IVX]{1,5})\.\s+["„(]?[А-ЯA-Z])')
_BULLET = re.compile(r"(?<!\s)\s++(?=[•▪◦●■‣]\s)")
_OPENERS = "„“\"«([‚‘'"
_DASHES = "-–—"
_QUOTES_CLOSED = "“”»\"’'‘"
_TOKEN = re.compile(r"[^\s„“”«»\"()\[\],;:]+$")
_GLUED_NUMBER = re.compile(r"\d[\d.,]*(?=\D)")
_INITIAL = re.compile(r"[А-ЯA-Z](?:[.\-]+[А-ЯA-Z])*")
_ENUMERATOR = re.compile(r"(?:[§№]\s*)?\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[^\W\d_])\)?")
# "Член 5", "Чл. 12а, ал. 2", "Глава двадесет и първа"
_HEADED = re.compile(
    r"(\w+)\.?\s+(?:(?:№\s*)?(?:\d{1,3}|[IVXLC]{1,6})[а-я]?(?:,\s+\w{1,3}\.\s+\d{1,3})*"
    r"|(?:\w+\s+и\s+)?(\w+))"
)
_LIST_ITEM = re.compile(r"[^\W\d_][“”»)]?[:;,]\s+\(?(?:\d{1,2}|[а-яa-z]|[IVX]{1,5})$")
_ORDINAL = re.compile(r"\b([A-Za-z]+)\s\d{1,2}$")  # "am 3. Oktober"
# Roman numerals are also typed in Cyrillic: "ХІХ".
_NUMBER_END = re.compile(r"(?:\d|\b[IVXLCІХ]+|\b(?:хил|млн|млрд|трлн)\.)\s*$")
_NUMBER_START = re.compile(r"(?:№\s*)?\d|[IVXLCІХ]+\b")
_DATE = re.compile(r"(?:^|\D)\d{1,2}(?:\.\s?\d{1,2})?\|(?:\d{1,2}\.\s?)?\d{4}\b")
_CLOCK = re.compile(r"(?:^|\D)\d{1,2}\|\d{2}\s?ч")
# What begins a sentence with a small letter: "iPhone", "б) Второ условие".
_SMALL_START = re.compile(r"[a-z][A-Z]|[а-яa-z]\)\s+[А-ЯA-Z]")
_WORD = re.compile(r"[^\W\d_]+(?!\.)")
_VOWELS = re.compile("[аъоуеиюяйѝaeiouy]")  # "й" is a word, too
# No Bulgarian word ends so: "табл", "подп", "съобр".
_CUT_SHORT = re.compile("[бвгджзкпстфхцчш][лмнр]$")
_SPACED = re.compile(r"[^\W\d_]\.")
_INNER_DOT = re.compile(r"[^\W\d_]{1,6}(?:\.-?[^\W\d_]{1,6})+")
# What goes on with a smaller unit: "8 ч. 50 мин.", "2 млн. 300 хил. лв."
_SMALLER = re.compile(r"(?:(?:ч|мин)\s\d+\s?(?:мин|сек)|лв\s\d+\s?ст|мл(?:н|рд)\s\d+\s?хил)\b")
_LONGEST_CUT = 6
# How much of a sentence is looked at: one of five hundred characters is whole anyway.
_FAR_BACK = 500
_NEAR = 60
_MOST_PARTS = 3


@dataclass(frozen=True, slots=True)
class _Break:
    """A place where a sentence may end: the sentence so far, its mark, and what follows."""

    before: str
    mark: str
    closers: str
    after: str
    rules: Rules

    @property
    def token(self) -> str:
        """The last word, with the dots and hyphens inside it."""
        found = _TOKEN.search(self.before, max(0, len(self.before) - _NEAR))
        return found.group() if found else ""

    @property
    def start(self) -> str:
        """What follows, without opening quotation marks, brackets and dashes."""
        return self.after.lstrip(_OPENERS + _DASHES + " ")

    @property
    def new_sentence(self) -> bool:
        """Whether the next word is one that has a capital letter only at a beginning."""
        found = _WORD.match(self.after)
        if found is None or found.group() != found.group().capitalize():
            return False
        return found.group().lower() in self.rules.starters


def sentences(text: str, rules: Rules) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence; together they cover all but space between them.

    A line break always ends a sentence.
    """
    found: list[tuple[int, int]] = []
    offset = 0
    for line in text.split("\n"):
        found += [(offset + start, offset + end) for start, end in _in_line(line, rules)]
        offset += len(line) + 1
    return found


def _in_line(line: str, rules: Rules) -> Iterator[tuple[int, int]]:
    shut = enclosures(line, rules.starters)
    begin = 0
    for match in _candidates(line):
        if _ends(line, begin, match, shut, rules):
            yield from _trimmed(line, begin, match.start() + len(match.group().rstrip()))
            begin = match.end()
    yield from _trimmed(line, begin, len(line))


def _trimmed(line: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    piece = line[begin:end]
    if piece.strip():
        yield begin + len(piece) - len(piece.lstrip()), begin + len(piece.rstrip())


def _candidates(line: str) -> list[re.Match[str]]:
    found = [match for pattern in (_MARK, _ITEM, _BULLET) for match in pattern.finditer(line)]
    return sorted(found, key=lambda match: match.end())


def _ends(line: str, begin: int, match: re.Match[str], shut: Enclosures, rules: Rules) -> bool:
    if match.re is _BULLET:
        return True
    before = line[max(begin, match.start() - _FAR_BACK) : match.start()].strip()
    if match.re is _ITEM:
        return _next_item(line[begin : begin + _NEAR], match["number"])
    if shut.hold(match.start(), match.end("closers")):
        return False
    after = line[match.end() : match.end() + _NEAR]
    place = _Break(before, match["mark"], match["closers"], after, rules)
    return next(answer for rule in _RULES if (answer := rule(place)) is not None)


def _next_item(before: str, number: str) -> bool:
    first = re.match(r"(\d{1,2}|[IVX]{1,5})\.\s", before)
    return first is not None and _value(number) == _value(first[1]) + 1


def _value(number: str) -> int:
    return int(number) if number.isdigit() else roman_value(number) or 0


def _goes_on(place: _Break) -> bool | None:
    """Go on before a small letter, and before a dash that leads from a quotation to its speaker."""
    after_quote = any(closer in _QUOTES_CLOSED for closer in place.closers)
    if after_quote and place.after[:1] in _DASHES:
        return False
    start = place.start
    small = start[:1].islower() and not _SMALL_START.match(start)
    if not start or small or start[0] in "/№":  # "Иванов и др. / Комисия", "изх. № 5"
        return False
    return None


def _asked_or_called(place: _Break) -> bool | None:
    """End at any mark but a full stop, save one in brackets of its own: "(?)", "[…]"."""
    if place.before.endswith(("(", "[")):
        return False
    return None if place.mark == "." else True


def _quoted(place: _Break) -> bool | None:
    """End where a quotation is closed right after its full stop."""
    return True if any(closer in _QUOTES_CLOSED for closer in place.closers) else None


def _numbering(place: _Break) -> bool | None:
    """Keep a number with its title: "1. Въведение", "Член 5. Определения", "следва: 1. Увод"."""
    head = place.before.lstrip(_OPENERS)
    if _ENUMERATOR.fullmatch(head) or _LIST_ITEM.search(place.before):
        return False
    counted = _ORDINAL.search(place.before)
    if counted and counted[1].lower() in place.rules.ordinal_after:
        return False
    headed = _HEADED.fullmatch(head)
    if headed is None or headed[1].lower() not in place.rules.headed:
        return None
    return False if headed[2] is None or headed[2].lower() in place.rules.ordinals else None


def _date_or_time(place: _Break) -> bool | None:
    """Keep "12. 7. 2024 г." and "10. 30 ч." in one piece."""
    joint = f"{place.before[-6:]}|{place.after[:9]}"
    return False if _DATE.search(joint) or _CLOCK.search(joint) else None


def _initials(place: _Break) -> bool | None:
    """Keep "У. фон дер Лайен", "Ж.-К. Юнкер", "Ив. Вазов" in one piece, not "витамин C. Той"."""
    token = place.token
    known = _key(_abbreviated(place))
    if "." in known and known in place.rules.trailing:  # "A.G" is no initial, "сл. Хр" no name
        return None
    single = _INITIAL.fullmatch(token) is not None
    if not single and not (token[:1].isupper() and token.lower() in place.rules.given_names):
        return None
    if place.new_sentence:
        return True
    words = place.before[: -len(token)].split()
    last = words[-1] if words else ""
    if place.start[:1].isdigit() or last[-1:].isdigit() or _key(last) in place.rules.lettered:
        return None
    is_numeral = token in {"I", "V", "X"} and last.istitle() and not last.isascii()
    return True if is_numeral else False  # noqa: SIM210 - None would mean "ask the next rule"


def _abbreviation(place: _Break) -> bool | None:
    """Decide by the kind of abbreviation, and by whether the sentence so far is whole."""
    raw = _abbreviated(place)
    if not raw:
        return _unknown_abbreviation(place)
    rules, key = place.rules, _key(raw)
    if _longer_abbreviation(key, place) or _all_capitals(place):
        return False
    before_number = key in rules.numbered and _NUMBER_START.match(place.start)
    if before_number and not (key in rules.trailing and _is_counted(place, raw)):
        return False
    if key in rules.ambiguous:
        return place.new_sentence
    if key in rules.trailing or (key in rules.counted and _is_counted(place, raw)):
        return _trailing(place, key)
    return False if key in rules.leading or key in rules.counted else None


def _key(raw: str) -> str:
    return re.sub(r"\s+|^\d[\d.,]*|\.$", "", raw.lower())


def _is_counted(place: _Break, raw: str) -> bool:
    """Tell whether a number stands before it, or is written together with it."""
    return raw[0].isdigit() or _NUMBER_END.search(place.before[: -len(raw)]) is not None


def _abbreviated(place: _Break) -> str:
    """Return the longest known abbreviation at the end, as written: "т. н", "пр. Хр", "2024г"."""
    words = place.before.split()
    for count in range(min(_MOST_PARTS, len(words)), 1, -1):
        parts = words[-count:]
        if all(part.endswith(".") for part in parts[:-1]):
            raw = re.search(r"\s+".join(map(re.escape, parts)) + "$", place.before)
            key = "".join(parts).lower().lstrip(_OPENERS)
            if raw and place.rules.knows(key):
                return raw.group().lstrip(_OPENERS)
    token = place.token
    if len(token) > 1 and token.isupper() and "." not in token and not place.before.isupper():
        return ""  # "ING", "МВР": an acronym
    return token if place.rules.knows(_GLUED_NUMBER.sub("", token.lower(), count=1)) else ""


def _longer_abbreviation(key: str, place: _Break) -> bool:
    """Tell whether the next word belongs to it too: "пр. Хр.", "т. нар."."""
    found = re.match(r"(\w+)\.", place.after)
    return found is not None and place.rules.knows(f"{key}.{found[1].lower()}")


def _all_capitals(place: _Break) -> bool:
    """Tell whether a capital letter says nothing here: "ЗА 5 МЛН. ЛВ. ПОВЕЧЕ"."""
    following = re.match(r"\w{2,}", place.start)
    return place.before.isupper() and following is not None and following.group().isupper()


def _trailing(place: _Break, key: str) -> bool:
    if place.closers.startswith(")") or place.after[0] in "(" + _DASHES:
        return False
    month = place.start[0].isdigit() and key in place.rules.months
    if month or _SMALLER.match(f"{key} {place.start}"):
        return False
    following = re.match(r"\w+", place.start)
    if following and following.group().lower() in place.rules.units:
        return False
    clauses = place.rules.clauses
    whole = clauses.is_clause(place.before) and not clauses.awaits(place.before, place.start)
    return place.new_sentence or whole


def _unknown_abbreviation(place: _Break) -> bool | None:
    """Take what cannot be a word for an abbreviation that no list has: "квтч", "подп", "z. B."."""
    token = place.token.lower()
    if token == place.token and len(token) == 1 and _SPACED.match(place.after):
        return False
    if token.isascii() or place.token.isupper():
        return None
    if _INNER_DOT.fullmatch(token):
        return place.new_sentence
    cut = not _VOWELS.search(token) or _CUT_SHORT.search(token)
    if len(token) > _LONGEST_CUT or not token.isalpha() or not cut:
        return None
    return _trailing(place, token) if _is_counted(place, place.token) else place.new_sentence


def _otherwise(_: _Break) -> bool | None:
    return True


_RULES: tuple[Callable[[_Break], bool | None], ...] = (
    _goes_on,
    _asked_or_called,
    _quoted,
    _numbering,
    _date_or_time,
    _initials,
    _abbreviation,
    _otherwise,
)
