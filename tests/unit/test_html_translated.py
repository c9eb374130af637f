"""Pages that a browser translated before they were saved."""

import pytest

from reader import importers, repair
from reader.exporters import flat
from reader.importers.incoming import Incoming
from tests.unit.test_html_importer import TEXT

GOOGLE = '<font style="vertical-align: inherit;">'


def read(markup):
    return repair.repaired(importers.read(Incoming(markup.encode())))[0]


def page(names="", head="", body=TEXT):
    return f"<html{names}><head>{head}</head><body><h1>Липата</h1>{body}</body></html>"


@pytest.mark.parametrize(
    "markup",
    [
        page(' class="no-touch translated-ltr"'),
        page(' class="translated-rtl"'),
        page(body=f"<p>{GOOGLE}{GOOGLE}Липата цъфти.</font></font></p>{TEXT}"),
        page(body=f'<p _msttexthash="311" _msthash="7">Липата цъфти.</p>{TEXT}'),
        page(body=f'<p><ya-tr-span data-index="1-0">Липата цъфти.</ya-tr-span></p>{TEXT}'),
        page(body=f'<p>Виж <a href="/a" data-moz-translations-id="2">липата</a>.</p>{TEXT}'),
        page(head='<meta http-equiv="X-Translated-By" content="Google">'),
    ],
)
def test_what_a_browser_leaves_tells_that_a_machine_translated_the_page(markup):
    found = read(markup)
    assert found.machine_translated
    assert "notice" not in [each["kind"] for each in flat.blocks(found)]  # the page has none


@pytest.mark.parametrize(
    "markup",
    [
        page(' class="untranslated-ltr translated"'),
        page(body=f'<p><font style="vertical-align: middle"><font>Липа.</font></font></p>{TEXT}'),
        page(body=f"<p>{GOOGLE}Липата цъфти.</font></p>{TEXT}"),
        page(body=f'<p translate="no">Липата цъфти.</p>{TEXT}'),
    ],
)
def test_other_pages_are_no_translations(markup):
    assert not read(markup).machine_translated
