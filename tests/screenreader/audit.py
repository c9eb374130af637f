"""What is wrong with a window for those who cannot see it: checks of its accessible tree.

Each check is a function of the tree that yields a line for every fault it finds.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from tests.screenreader.accessible import Accessible
from tests.screenreader.desk import Seen

# Roles that mean nothing without a name. A picture without one is an ornament; those of articles
# are looked after by the tests of their tree.
NAMED = frozenset(
    {
        "push button", "toggle button", "check box", "radio button", "combo box", "spin button",
        "slider", "text", "entry", "password text", "list", "table", "tree", "tree table",
        "page tab", "page tab list", "menu item", "check menu item", "radio menu item", "frame",
        "dialog", "alert", "progress bar", "link",
    }
)  # fmt: skip
# What can be pressed, chosen or typed in.
CONTROLS = frozenset(
    {
        "push button", "toggle button", "check box", "radio button", "combo box", "spin button",
        "slider", "text", "entry", "password text", "page tab", "menu item", "check menu item",
        "radio menu item",
    }
)  # fmt: skip
# Inside these, nothing else can be pressed.
CLOSED = frozenset({"push button", "toggle button", "check box", "radio button", "link"})
MEANINGLESS = frozenset({"unknown", "invalid", "redundant object"})
FRAME = "filler"
LEAST_TARGET = 24  # pixels, by WCAG 2.5.8
# The words of an article, and of rows that show parts of it, are in the language of the article.
CONTENTS = frozenset({"list item", "tree item", "frame"})
BLOCKS = frozenset({"heading", "paragraph", "block quote"})
_FILE = re.compile(r"[\w-]+\.(?:svg|png|ico|qss|py|pdf|txt|md)", re.IGNORECASE)
_IDENTIFIER = re.compile(r"[a-z]+(?:[A-Z]\w+|(?:[-_][a-z0-9]+)+)|qt_\w+|Q[A-Z]\w+")
_QUOTED = re.compile('„[^“]*“|“[^”]*”|"[^"]*"')
_FOLDER = re.compile(r"(?<!\S)/\S*")
_LATIN = re.compile(r"[A-Za-z][A-Za-z-]*[A-Za-z]")
_CYRILLIC = re.compile(r"[А-Яа-яЀ-ӿ]{2,}")
# What is called the same in every language: keys, formats, names. Compared in lower case.
INTERNATIONAL = frozenset(
    {
        "alt", "ctrl", "shift", "enter", "esc", "del", "tab", "space", "home", "end", "num",
        "pdf", "txt", "md", "wav", "html", "epub", "markdown", "px", "espeak", "espeak-ng", "ng",
        "mit", "investai", "chetivo", "orca", "nvda", "jaws", "voiceover", "sofia", "sans",
        "word", "toml", "docx", "htm", "xhtml", "mht", "mhtml", "opml", "xml", "rss",
        "celex", "eli", "ip", "mp", "opus", "m4b", "zip", "daisy", "thorium",
    }
)  # fmt: skip


def nameless(tree: Accessible) -> Iterator[str]:
    """Find what can take the focus, or is of a role that needs a name, and has none.

    Blocks of an article are read out as they stand, and a list of it tells how long it is.
    """
    for each in showing(tree):
        needs = each.role in NAMED or "focusable" in each.states
        read = each.text.strip() or (each.role == "list" and "focusable" not in each.states)
        if needs and not read and not called(each) and not in_closed_box(each, tree):
            yield f"no name: {told(each)}"


def called(each: Accessible) -> str:
    """Return what a screen reader calls a thing."""
    return " ".join((*each.labels, each.name)).strip()


def meaningless(tree: Accessible) -> Iterator[str]:
    """Find roles that say nothing: unknown ones, and mere frames that have the focus.

    The inner frame of what has the focus may say that it has it, too.
    """
    inner = [part for each in focused(tree) for part in each.children]
    for each in showing(tree):
        frame = each.role == FRAME and each.states & {"focused", "focusable"}
        if each.role in MEANINGLESS or (frame and not among(each, inner)):
            yield f"role says nothing: {told(each)}"


def focused(tree: Accessible) -> Iterator[Accessible]:
    """Yield what has the focus and a role that means something."""
    return (each for each in showing(tree) if "focused" in each.states and each.role != FRAME)


def technical(tree: Accessible, object_names: Collection[str] = ()) -> Iterator[str]:
    """Find names that are no words: of files, icons, or objects of the program."""
    for each in showing(tree):
        name = each.name.strip()
        shaped = _FILE.fullmatch(name) or _IDENTIFIER.fullmatch(name)
        if name and each.role not in CONTENTS and (shaped or name in object_names):
            yield f"name is no word: {told(each)}"


def unreachable(tree: Accessible, reached: Collection[str]) -> Iterator[str]:
    """Find what can take the focus but did not, though Tab and F6 went all the way round.

    Something focusable inside something focusable (a row, a tab, a block of the article) is gone to
    by arrows or letters once the outer one is reached.
    """
    for each in entries(tree):
        if not any(part.path in reached for part in each.walk()):
            yield f"out of reach: {told(each)}"


def entries(tree: Accessible) -> Iterator[Accessible]:
    """Yield the outermost of what can take the focus now."""
    wanted = {"focusable", "showing", "sensitive"}
    if wanted <= tree.states and tree.role not in {"frame", "dialog", "alert"}:
        yield tree
        return
    for child in tree.children:
        yield from entries(child)


def nested(tree: Accessible, inside: str = "") -> Iterator[str]:
    """Find controls inside of controls: only one of the two can be pressed."""
    control = tree.role in CONTROLS or tree.role == "link"
    if inside and control and "showing" in tree.states:
        yield f"inside a {inside}: {told(tree)}"
    outer = tree.role if tree.role in CLOSED else inside
    for child in tree.children:
        yield from nested(child, outer)


def small(tree: Accessible) -> Iterator[str]:
    """Find targets too small for a finger that trembles; links in running text may be.

    The field in a box of choices may be: a press on the edge of the box leads into it.
    """
    boxed = [part for each in tree.all("combo box") for part in each.all("text")]
    for each in showing(tree):
        width, height = each.extents[2:]
        target = each.role in CONTROLS and not among(each, boxed)
        if target and 0 < min(width, height) < LEAST_TARGET:
            yield f"target of {width} × {height}: {told(each)}"


def sizeless(tree: Accessible) -> Iterator[str]:
    """Find what is said to show but takes no room."""
    corners = [part for each in tree.walk() if each.role == "table" for part in each.children]
    for each in showing(tree):
        # Qt counts the corner between the headers of a table, even where one is hidden.
        corner = each.role == "panel" and among(each, corners)
        if min(each.extents[2:]) <= 0 and not corner and not in_closed_box(each, tree):
            yield f"shows without a size: {told(each)}"


def foreign(tree: Accessible, language: str, content: Collection[str] = ()) -> Iterator[str]:
    """Find words of another language in the interface; `content` may be in any."""
    pattern = {"bg": _LATIN, "en": _CYRILLIC}[language]
    for each in interface(tree):
        for words in (each.name, each.description):
            found = [
                word
                for word in pattern.findall(without(words, content))
                if word.lower() not in INTERNATIONAL
            ]
            if found:
                yield f"{' '.join(found)!r} is not {language}: {told(each)}"


def without(words: str, content: Collection[str]) -> str:
    """Take quotations, folders and words of an article out of a sentence."""
    for part in content:
        words = words.replace(part, " ")
    return _FOLDER.sub(" ", _QUOTED.sub(" ", words))


def wrong_locale(tree: Accessible, language: str, foreign_text: Collection[str]) -> Iterator[str]:
    """Find blocks of the article whose language is missing or not theirs.

    An article is in its language, but for the words of `foreign_text`, which are English.
    """
    for each in (part for block in article(tree).children for part in block.walk()):
        wanted = "en" if words_of(each) in foreign_text else language
        if not each.locale.startswith(wanted):
            yield f"locale {each.locale!r}, not {wanted}: {told(each)}"


def words_of(each: Accessible) -> str:
    """Return what a block or a link says."""
    return each.text or each.name


def article(tree: Accessible) -> Accessible:
    """Return what holds the blocks of the open article."""
    for each in tree.walk():
        if is_article(each):
            return each
    raise AssertionError(f"no article in\n{tree.shown()}")


def is_article(each: Accessible) -> bool:
    """Tell whether a thing holds the blocks of an article."""
    return any(child.role in BLOCKS for child in each.children)


def no_letter_twice(widgets: Collection[Seen]) -> Iterator[str]:
    """Find letters that two controls of a window or two entries of a menu are reached by."""
    letters = Counter(filter(None, (mnemonic(text) for each in widgets for text in each.labels)))
    for letter, count in letters.items():
        if count > 1:
            texts = [text for each in widgets for text in each.labels if mnemonic(text) == letter]
            yield f"letter {letter} twice: {', '.join(texts)}"


def mnemonic(label: str) -> str:
    """Return the letter after the ampersand, or ""."""
    found = re.search(r"&([^&\s])", label.replace("&&", ""))
    return found[1].upper() if found else ""


def label_not_in_name(widgets: Collection[Seen]) -> Iterator[str]:
    """Find buttons that are called otherwise than they show, so that speaking to them fails."""
    for each in widgets:
        for label in each.labels if each.is_button else ():
            if plain(label) not in plain(each.name):
                yield f"label {label!r} is not in name {each.name!r}"


def plain(words: str) -> str:
    """Return words as they are spoken, without ampersand and dots."""
    return words.replace("&", "").rstrip("…. ").casefold()


def showing(tree: Accessible) -> Iterator[Accessible]:
    """Yield what shows."""
    return (each for each in tree.walk() if "showing" in each.states)


def interface(tree: Accessible) -> Iterator[Accessible]:
    """Yield what shows and has words of the program, not of an article."""
    if "showing" in tree.states and tree.role not in CONTENTS:
        yield tree
    if not is_article(tree):
        for child in tree.children:
            yield from interface(child)


def in_closed_box(each: Accessible, tree: Accessible) -> bool:
    """Tell whether something is in the list of a box that is not unfolded."""
    boxes = [box for box in tree.walk() if box.role == "combo box" and "expanded" not in box.states]
    return among(each, [part for box in boxes for part in box.walk() if part is not box])


def among(each: Accessible, others: Collection[Accessible]) -> bool:
    """Tell whether a very thing, and not one like it, is among others."""
    return any(each is other for other in others)


def told(each: Accessible) -> str:
    """Name a thing for a report."""
    return f"{each.role} {(each.name or each.text[:40])!r}"
