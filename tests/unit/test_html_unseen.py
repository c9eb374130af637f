"""Parts of pages by their structure: leads, languages, titles, days of events, cards."""

import pytest

from reader import importers, repair
from reader.exporters import flat
from reader.importers.incoming import Incoming
from tests.unit.test_html_importer import TEXT, article, told

LONG = TEXT[3:-4]
LEAD = "Параходът ще вика на глас имената на пристанищата, край които минава."


def read(markup):
    """Return kind and text of all blocks of a whole page."""
    found, _ = repair.repaired(importers.read(Incoming(f"<html>{markup}</html>".encode())))
    return [(each["kind"], each["text"]) for each in flat.blocks(found)]


@pytest.mark.parametrize(
    "part",
    [
        f'<div class="summary"><p>{LEAD}</p></div>',
        f'<div class="field field--name-field-river-summary field--type-text"><p>{LEAD}</p></div>',
        f'<p class="introduction">{LEAD}</p>',
    ],
)
def test_a_summary_above_the_text_is_its_lead_in(part):
    assert told(part + TEXT * 3) == [("lead", LEAD), *[("p", LONG)] * 3]
    assert told(f"{TEXT * 3}{part}") == [*[("p", LONG)] * 3, ("p", LEAD)]


def test_a_field_that_is_stored_with_a_summary_is_none():
    body = f'<div class="field--name-body field--type-text-with-summary">{TEXT * 2}</div>'
    assert told(f"<div>{body}{TEXT * 4}</div>") == [("p", LONG)] * 6


NAMES = (("en", "English"), ("de", "Deutsch"), ("fr", "français"))


@pytest.mark.parametrize(
    "before", ["", "<h3>На други езици</h3>", "<p>Страницата можете да прочетете и на езиците:</p>"]
)
@pytest.mark.parametrize(
    "link", ['<a href="/{0}" hreflang="{0}">{1}</a> ', '<a href="/{0}">{1}</a> ']
)
def test_links_to_the_page_in_other_languages_are_no_part_of_it(before, link):
    links = "".join(link.format(*name) for name in NAMES)
    assert told(f"<div>{before}{links}</div>{TEXT * 3}") == [("p", LONG)] * 3


@pytest.mark.parametrize(
    "part",
    [
        '<ul><li><a href="/en.pdf">English</a></li><li><a href="/de.pdf">Deutsch</a></li></ul>',
        '<table><tr><th>Език</th><th>Файл</th></tr><tr><td>1</td><td><a href="/e">EN</a></td></tr>'
        "</table>",
        '<p>Вижте и <a href="/en">English</a></p>',
        '<div><a href="/en">English</a></div>',
    ],
)
def test_other_links_that_are_called_as_a_language_are_read(part):
    assert len(told(TEXT * 3 + part)) > 3
