"""An article set for paper: all of its pages, each with what stands above and below the text."""

from dataclasses import dataclass

from reader.exporters.pdf.plan import Plan, plan
from reader.exporters.rights import words
from reader.gui.printing.ink import Drawn
from reader.gui.printing.painting import Furniture
from reader.gui.printing.paper import A4, Paper, look, paper
from reader.gui.printing.setting import Sheets
from reader.model.article import Article
from reader.settings import Typography


@dataclass(frozen=True, slots=True)
class Printed:
    """The pages of an article, and what they are made of."""

    plan: Plan
    sheets: Sheets
    paper: Paper
    pages: tuple[tuple[Drawn, ...], ...]

    @property
    def title(self) -> str:
        """What the article is called."""
        return self.plan.facts.title


def printed(article: Article, points: int, typography: Typography) -> Printed:
    """Return an article on A4, in letters of so many points."""
    planned, sheet, chosen = plan(article), paper(A4), look(points, typography)
    sheets = Sheets(planned, sheet, chosen)
    furniture = Furniture(planned.facts.title, chosen, sheet, words(article))
    count = len(sheets.pages)
    pages = tuple((*furniture.of(number, count), *page) for number, page in enumerate(sheets.pages))
    return Printed(planned, sheets, sheet, pages)
