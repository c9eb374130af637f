"""What asks for addresses and lists links fits at twice and four times the usual size."""

import pytest

from reader.app import Paired
from reader.gui.links.address_dialog import OPEN, TRUTH, AddressDialog
from reader.gui.links.address_dialog import ORIGINAL as ASKED
from reader.gui.links.differences_dialog import DifferencesDialog
from reader.gui.links.offers_dialog import OffersDialog
from reader.gui.links.original_dialog import OriginalDialog
from reader.i18n import Translator
from reader.model.bilingual import Alignment, Bead, Difference, Sentence, Spot, Watched
from reader.model.correction import Correction, Offer
from reader.model.links import Sureness, Version
from reader.model.position import Extent
from tests.gui.fitting import come_to_rest, misfits
from tests.gui.window_parts import ORIGINAL, PRESS_EN

pytest_plugins = ("tests.gui.window_fixtures",)

PLACES = (Version(ORIGINAL, Sureness.SURE), Version(PRESS_EN, Sureness.BY_WORDS))
OFFERS = (Offer(Correction(("милионаа",), ()), "сто милионаа евро", "сто милиона евро", 0),)
PAIRED = Paired(
    (Sentence("Те ще получат 250 милиона евро.", extent=Extent(0, 0, 31)),),
    (Sentence("They will receive EUR 250 billion."),),
    Alignment((Bead((0,), (0,)),)),
    (
        Difference(
            Watched.AMOUNT, Spot(0, 14, 30), Spot(0, 18, 33), "250 милиона евро", "EUR 250 billion"
        ),
    ),
)


def refusing(window, _):
    """Return the dialog for an address as it tells that there is none."""
    dialog = AddressDialog(OPEN, "javascript:alert(1)", _, window)
    dialog.show()
    dialog.accept()
    return dialog


DIALOGS = {
    "an address": lambda window, _: AddressDialog(OPEN, "", _, window),
    "no address": refusing,
    "address of an original": lambda window, _: AddressDialog(ASKED, ORIGINAL, _, window),
    "one place": lambda window, _: OriginalDialog(PLACES[:1], None, _, window),
    "two places": lambda window, _: OriginalDialog(PLACES, "New libraries", _, window),
    "check against a page": lambda window, _: AddressDialog(TRUTH, "", _, window),
    "corrections offered": lambda window, _: OffersDialog(OFFERS, _, window),
    "differences": lambda window, _: DifferencesDialog(PAIRED, _, window),
    "no place": lambda window, _: OriginalDialog((), None, _, window),
}


@pytest.mark.check("A30", "The interface is magnified")
# Bulgarian words are the longer ones.
@pytest.mark.parametrize(("language", "size"), [("bg", 36), ("bg", 72), ("en", 72)])
@pytest.mark.parametrize("name", DIALOGS)
def test_no_words_are_cut_off(show, numbers, qtbot, name, size, language):
    window = show(language=language, width=800)
    window.look._keeper.change(text_size=size)
    dialog = DIALOGS[name](window, Translator(language))
    dialog.show()
    come_to_rest(dialog, qtbot)
    assert misfits(dialog) == []
