"""Which of the texts on show a key means: the article, its original, or both in one."""

from collections.abc import Sequence

from reader.gui.article.view import ArticleView


def read_now(texts: Sequence[ArticleView], last: ArticleView | None = None) -> ArticleView:
    """Return the text with the focus, else the last one that was meant, if it is on show."""
    focused = [view for view in texts if view.hasFocus()]
    return seen((*focused, *([last] if last else ()), *texts), texts[0])


def seen(texts: Sequence[ArticleView], article: ArticleView) -> ArticleView:
    """Return the first text that is on show, else the article."""
    return next((view for view in texts if view.isVisible()), article)


def reads_beside(texts: Sequence[ArticleView]) -> bool:
    """Tell whether the person reads another text than the article, which stands beside it."""
    return texts[0].isVisible() and read_now(texts) is not texts[0]
