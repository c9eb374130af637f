"""An article set for paper: all of its pages, each with what stands above and below the text."""

from dataclasses import dataclass

from reader.exporters.pdf.marks import numbers
from reader.exporters.pdf.plan import Plan, plan
from reader.exporters.rights import words
from reader.gui.printing.ink import Drawn
from reader.gui.printing.painting import Furniture
from reader.gui.printing.paper import A4, Paper, look, paper
from reader.gui.printing.setting import Sheets
from reader.i18n import Translator
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


@dataclass(frozen=True, slots=True)
class Setting:
    """How an article is set on A4: in letters of so many points."""

    points: int
    typography: Typography

    def sheets(self, planned: Plan) -> Sheets:
        """Return the pages of a plan, with nothing round the text."""
        return Sheets(planned, paper(A4), look(self.points, self.typography))

    def printed(
        self,
        planned: Plan,
        translator: Translator,
        before: int = 0,
        count: int | None = None,
        least: int = 0,
    ) -> Printed:
        """Return all of its pages; `before` others, of `count` in all, where it is one of many.

        Pages without text make up what it has fewer than `least`.
        """
        sheets = self.sheets(planned)
        furniture = Furniture(planned.facts.title, sheets.look, sheets.paper, translator)
        filled = (*sheets.pages, *[()] * (least - len(sheets.pages)))
        every = len(filled) if count is None else count
        pages = tuple(
            (*furniture.of(number, before, every), *page) for number, page in enumerate(filled)
        )
        return Printed(planned, sheets, sheets.paper, pages)


def printed(article: Article, points: int, typography: Typography) -> Printed:
    """Return an article on A4, in letters of so many points."""
    return Setting(points, typography).printed(plan(article, numbers()), words(article))
