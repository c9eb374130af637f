"""Addresses said short: a page by its site, a mailbox whole, files and names by their words."""

import re
from functools import partial

from reader.speech.spoken.figures import by_figures
from reader.speech.spoken.legal import figures
from reader.speech.spoken.pieces import Piece, Reading, by_groups, whole
from reader.speech.spoken.scan import Rule

# The last letter of an address is none that ends a sentence or a bracket.
_REST = r"(?:[^\s()<>„“”\"|]*[^\s()<>„“”\"|.,;:!?'’…*])?"
_PAGE = re.compile(
    rf"(?P<scheme>https?://(?:www\.)?|www\.)(?P<site>[\w-]+(?:\.[\w-]+)*)(?::\d+)?(?P<rest>[/?#]{_REST})?",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"(?P<scheme>mailto:)?(?P<name>[\w+-]+(?:\.[\w+-]+)*)(?P<at>@)(?P<site>[\w-]+(?:\.[\w-]+)+)",
    re.IGNORECASE,
)
_ENDS = (
    "eu|bg|com|org|net|int|gov|edu|info|biz|io|ai|uk|de|fr|it|es|at|be|nl|ro|gr|pl|cz|hu|pt|ie|se|"
    "fi|dk|lu|si|sk|hr|ee|lv|lt|cy|mt|ch|us|ua|tv|me|app|dev|europa"
)
_SITE = re.compile(
    rf"(?<![\w@./-])(?P<site>[A-Za-z0-9][\w-]*(?:\.[\w-]+)*\.(?:{_ENDS}))(?![\w@-]|\.\w)(?P<rest>/{_REST})?"
)
_FILES = (
    "pdf|docx?|odt|rtf|txt|html?|xlsx?|csv|json|xml|pptx?|zip|rar|epub|jpe?g|png|gif|svg|mp[34]|"
    "wav|exe|py|js|ts|md|sh|log|ini|yaml|yml"
)
_FILE = re.compile(rf"(?<![\w@./-])(?P<file>[\w-]+(?:\.[\w-]+)*\.(?:{_FILES}))(?![\w@])")
_DOI = re.compile(r"(?P<name>doi\s?:?\s?)(?P<code>10\.\d{4,9}/[\w.()/:-]*\w)", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w.])@(?P<handle>[A-Za-z_]\w{1,40})")
_REMAINS = re.compile(r"(?P<scheme>https?://|www\.)|[\w.+-]{1,64}@")
_NAMED = re.compile(
    r"(?:адрес\w*|сайт\w*|линк\w*|връзк\w*|страниц\w*|портал\w*|уебсайт\w*)\s?:?\s?[„(]?$",
    re.IGNORECASE,
)
_NAMES = {
    ".": " точка ",
    "/": " наклонена черта ",
    "-": " тире ",
    "_": " долна черта ",
    "@": " маймунско а ",
    ":": " двоеточие ",
    "?": " въпросителен знак ",
    "=": " равно ",
    "&": " и ",
    "#": " диез ",
    "%": " процент ",
    "+": " плюс ",
    "~": " тилда ",
    "(": " скоба ",
    ")": " скоба ",
}
_TOKEN = re.compile(r"[^\W\d_]+|\d+|.")
_LONGEST_NUMBER = 4
_NEAR = 20


def spelled(address: str) -> str:
    """Return an address with its signs by name."""
    parts = (_part(token) for token in _TOKEN.findall(address))
    return re.sub(r" {2,}", " ", " ".join(parts)).strip()


def _part(token: str) -> str:
    if token.isdecimal():
        return figures(token) if len(token) <= _LONGEST_NUMBER else by_figures(token)
    if token.isalpha():
        return token
    return _NAMES.get(token, " ")


def _page(match: re.Match[str], *, entire: bool) -> Reading:
    """Read an address of the web by the name of its site; what follows the site is left out."""
    named = _NAMED.search(match.string[max(0, match.start() - _NEAR) : match.start()])
    site = match["site"].rstrip("-_")
    pieces = [
        Piece("" if named else "адрес ", match.start(), match.start("site")),
        Piece(spelled(site), match.start("site"), match.end("site")),
    ]
    if match["rest"]:
        rest = f" {spelled(match['rest'])}" if entire else ""
        pieces.append(Piece(rest, match.end("site"), match.end()))
    elif match.end() > match.end("site"):
        pieces.append(Piece("", match.end("site"), match.end()))
    return pieces


def _site(match: re.Match[str], *, entire: bool) -> Reading:
    rest = f" {spelled(match['rest'])}" if entire and match["rest"] else ""
    return by_groups(match, site=spelled(match["site"]), rest=rest)


def _mail(match: re.Match[str]) -> Reading:
    return by_groups(
        match,
        scheme="",
        name=spelled(match["name"]),
        at=_NAMES["@"],
        site=spelled(match["site"]),
    )


def _file(match: re.Match[str]) -> Reading:
    return by_groups(match, file=spelled(match["file"]))


def _doi(match: re.Match[str]) -> Reading:
    return by_groups(match, name="ди оу ай ", code=spelled(match["code"]))


def _handle(match: re.Match[str]) -> Reading:
    return by_groups(match, handle=spelled(match["handle"].replace("_", " ")))


def _remains(match: re.Match[str]) -> Reading:
    """Read what only begins like an address, such as "a@b"."""
    return whole(match, "" if match["scheme"] else f"{spelled(match.group())} ")


def pages(*, entire: bool) -> tuple[Rule, ...]:
    """Return the rules for addresses; `entire` asks for all of them, not for the site alone."""
    return (
        Rule(_MAIL, _mail),
        Rule(_PAGE, partial(_page, entire=entire)),
        Rule(_FILE, _file),
        Rule(_SITE, partial(_site, entire=entire)),
        Rule(_REMAINS, _remains),
    )


def sites(*, entire: bool) -> tuple[Rule, ...]:
    """Return the rules for what begins like a Latin word: files, sites without www."""
    return (Rule(_DOI, _doi), *FILES, Rule(_SITE, partial(_site, entire=entire)))


FILES = (Rule(_FILE, _file),)
RULES = pages(entire=False)
LATIN = sites(entire=False)
SIGNS = (Rule(_HANDLE, _handle),)
