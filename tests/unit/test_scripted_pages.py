"""Pages that a script fills hold no text when they are saved: the person hears where it is."""

import pytest

from reader import importers
from reader.errors import NoAnnouncementError, ScriptedPageAtError, ScriptedPageError
from reader.importers.apart import Apart
from reader.importers.incoming import Incoming

ADDRESS = "https://ec.europa.eu/commission/presscorner/detail/bg/ip_25_467"
SHELL = (
    "<!DOCTYPE html><html lang=en><head><title>Press corner</title></head><body>"
    "<app-root></app-root><script src=main.js type=module></script></body></html>"
)


def page(markup: str, address: str | None = None) -> Incoming:
    return Incoming(markup.encode(), "ip_25_467.html", address=address)


def test_a_page_that_a_script_fills_says_which_address_to_open():
    saved = SHELL.replace("<html", f"<!-- saved from url=(0063){ADDRESS} --><html")
    with pytest.raises(ScriptedPageAtError) as caught:
        importers.read(page(saved))
    assert caught.value.address == ADDRESS


def test_the_address_may_be_told_by_whoever_opens_the_page():
    with pytest.raises(ScriptedPageAtError) as caught:
        importers.read(page(SHELL, ADDRESS))
    assert caught.value.address == ADDRESS


@pytest.mark.parametrize(
    "markup",
    [
        SHELL,
        SHELL.replace("</app-root>", "Loading…</app-root>"),
        SHELL.replace("<app-root></app-root>", '<div id="__next"></div>'),
        SHELL.replace("<app-root>", "<noscript>Enable JavaScript.</noscript><app-root>"),
    ],
)
def test_where_no_address_is_known_the_reason_is_told_all_the_same(markup):
    with pytest.raises(ScriptedPageError) as caught:
        importers.read(page(markup))
    assert not isinstance(caught.value, ScriptedPageAtError)


def test_a_page_that_a_script_has_filled_is_read():
    text = "<h1>Заглавие</h1><p>Библиотеките получават нови книги за хората.</p>"
    filled = SHELL.replace("</app-root>", f"<main>{text}</main></app-root>")
    assert len(importers.read(page(filled)).lines) == 2


def test_a_short_page_with_a_script_is_read():
    short = SHELL.replace("<app-root></app-root>", "<h1>Заглавие</h1><p>Няма новини.</p>")
    assert len(importers.read(page(short)).lines) == 2


@pytest.mark.parametrize(
    ("incoming", "error"),
    [
        (page(SHELL, ADDRESS), ScriptedPageAtError),
        (page(SHELL), ScriptedPageError),
        (Incoming(b'{"refCd":"IP/25/467","docuLanguageResource":null}', "a"), NoAnnouncementError),
    ],
)
def test_the_process_that_reads_files_tells_it_by_the_same_name(incoming, error):
    with Apart() as apart, pytest.raises(error) as caught:
        apart.read(incoming)
    assert type(caught.value) is error
