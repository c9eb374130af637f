"""What makes PDFs in the window; drawing is loaded with the first."""

from pathlib import Path

from reader.app.documents import MakePdf
from reader.gui.settings.keeper import SettingsKeeper
from reader.model.article import Article


def pdf_maker(keeper: SettingsKeeper) -> MakePdf:
    """Return what writes articles as PDFs as the settings want them then."""

    def make(article: Article, path: Path) -> None:
        from reader.gui.printing.pdf import write

        write(article, keeper.current, path)

    return make
