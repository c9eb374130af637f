"""What needs the web, or the original of the open article, made together when first wanted."""

from reader.gui.background import Background
from reader.gui.links.fetching import FetchingOriginal
from reader.gui.links.leading import Leading
from reader.gui.links.network import Network
from reader.gui.links.opening import OpeningAddress
from reader.gui.links.panel_links import PanelLinks
from reader.gui.links.truth import CheckingText
from reader.gui.links.watching import Watching
from reader.gui.look import Look
from reader.gui.parts import Means, Parts


class Web:
    """Holds those who ask the web, each with a lane of its own, so that none holds up another."""

    def __init__(self, means: Means, parts: Parts, look: Look) -> None:
        reader, _ = means.reader, means.translator
        opening, fetching, checking = (
            Network(parts.fetcher, lane, parts.notice, _) for lane in parts.web_jobs
        )
        self.opening = OpeningAddress(opening, parts.intake, _)
        self.links = PanelLinks(reader, parts, checking, _)
        background = Background(parts.jobs, parts.notice, _)
        parts.reading.original_kept.connect(self.links.show)
        self.originals = FetchingOriginal(reader, parts.reading, fetching, look, _)
        leading = Leading(parts.reading, parts.view, look)
        self.truth = CheckingText(reader, parts, checking, background, leading, _)
        self.watching = Watching(reader, parts.reading, self.originals, leading, background, _)
