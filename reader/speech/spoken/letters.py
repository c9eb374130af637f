"""Letters of one script that stand for those of another because they look the same."""

import re

_LATIN = "AaBCcEeHKMOoPpTXxy"
_CYRILLIC = "АаВСсЕеНКМОоРрТХху"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC + "І", _LATIN + "I")
_MIXED = re.compile(
    r"(?<![\w-])(?=[A-Za-zА-яІ]*[A-Za-z])(?=[A-Za-zА-яІ]*[А-яІ])[A-Za-zА-яІ]{2,}(?!\w)"
)


def one_script(text: str) -> str:
    """Return a text in which each word has letters of one script, as far as their look allows.

    No letter is added or lost, so all places stay as they are.
    """
    return _MIXED.sub(lambda match: _in_one(match.group()), text)


def _in_one(word: str) -> str:
    cyrillic = word.translate(_TO_CYRILLIC)
    if not re.search("[A-Za-zІ]", cyrillic):
        return cyrillic
    latin = word.translate(_TO_LATIN)
    return latin if latin.isascii() else word
