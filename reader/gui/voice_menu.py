"""The menu of the voice."""

from reader.gui.command import Command, Menu
from reader.i18n import mark

_READ, _GO, _SLEEP = mark("Read alo&ud"), mark("&Go with the voice"), mark("Sleep ti&mer")

# What the sleep timer offers, by the minutes.
SLEEP_MINUTES = {
    5: mark("In &5 minutes"),
    10: mark("In &10 minutes"),
    20: mark("In &20 minutes"),
    30: mark("In &30 minutes"),
    45: mark("In &45 minutes"),
    60: mark("In &60 minutes"),
    90: mark("In &90 minutes"),
}

_READING = (
    Command(
        "play",
        mark("&Read aloud or pause"),
        ("F5", "Ctrl+2"),
        media=("Media Play", "Toggle Media Play/Pause"),
        needs_article=True,
    ),
    Command("stop", mark("&Stop"), ("Shift+F5",), media=("Media Stop",), needs_article=True),
    Command(
        "read_article",
        mark("The article from its &start"),
        ("Ctrl+Shift+A",),
        needs_article=True,
        submenu=_READ,
    ),
    Command(
        "read_selection",
        mark("What is s&elected"),
        ("Ctrl+Shift+F5",),
        needs_article=True,
        submenu=_READ,
    ),
    Command(
        "read_in_turn",
        mark("The &original in turn"),
        ("Ctrl+F5",),
        needs_article=True,
        submenu=_READ,
    ),
    Command("read_new", mark("The &new articles of the list"), ("Ctrl+Shift+N",), submenu=_READ),
    Command("read_list", mark("The &list from here on"), submenu=_READ),
)
# Alt with Shift would be lost on keyboards where these two change the layout.
_GOING = (
    Command(
        "previous_sentence",
        mark("&Previous sentence"),
        ("Ctrl+1",),
        media=("Media Previous",),
        needs_article=True,
        apart=True,
    ),
    Command(
        "next_sentence",
        mark("&Next sentence"),
        ("Ctrl+3",),
        media=("Media Next",),
        needs_article=True,
    ),
    Command(
        "previous_paragraph",
        mark("Pre&vious paragraph"),
        ("Alt+PgUp",),
        needs_article=True,
        submenu=_GO,
    ),
    Command(
        "next_paragraph",
        mark("Next &paragraph"),
        ("Alt+PgDown",),
        needs_article=True,
        submenu=_GO,
    ),
    Command(
        "previous_heading",
        mark("Previous &heading"),
        ("Alt+Home",),
        needs_article=True,
        submenu=_GO,
    ),
    Command("next_heading", mark("Ne&xt heading"), ("Alt+End",), needs_article=True, submenu=_GO),
    Command("previous_article", mark("Previous &article"), needs_article=True, submenu=_GO),
    Command("next_article", mark("&Next article"), needs_article=True, submenu=_GO),
    Command(
        "repeat",
        mark("R&epeat the sentence"),
        ("Ctrl+Shift+R",),
        needs_article=True,
        checkable=True,
    ),
)
# Bulgarian layouts write other signs where the brackets are; their digits are in their places.
_SPEAKING = (
    Command("faster", mark("&Faster"), ("Ctrl+5", "Ctrl+Shift+]"), apart=True),
    Command("slower", mark("S&lower"), ("Ctrl+4", "Ctrl+Shift+[")),
    Command("louder", mark("Lou&der"), ("Ctrl+7",)),
    Command("softer", mark("Sof&ter"), ("Ctrl+6",)),
    Command("higher", mark("&Higher voice"), ("Ctrl+9",)),
    Command("lower", mark("Lower voi&ce"), ("Ctrl+8",)),
)
_SLEEPING = (
    Command("sleep_off", mark("&Off"), choice="sleep", apart=True, submenu=_SLEEP),
    *(
        Command(f"sleep_{minutes}", text, choice="sleep", submenu=_SLEEP)
        for minutes, text in SLEEP_MINUTES.items()
    ),
    Command(
        "sleep_paragraph", mark("At the end of the &paragraph"), choice="sleep", submenu=_SLEEP
    ),
    Command("sleep_article", mark("At the end of the &article"), choice="sleep", submenu=_SLEEP),
    Command("sleep_left", mark("&Time left"), ("Ctrl+Shift+T",), submenu=_SLEEP),
)
_WORDS = (
    Command(
        "pronounce",
        mark("How this &word is said…"),
        ("Ctrl+Shift+W",),
        needs_article=True,
        apart=True,
    ),
    Command("pronunciations", mark("Pr&onunciation…")),
)
VOICE = Menu(mark("V&oice"), (*_READING, *_GOING, *_SPEAKING, *_SLEEPING, *_WORDS))
