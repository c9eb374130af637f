"""Four articles for the tests that listen to the whole program, the newest of today."""

from dataclasses import replace
from datetime import datetime

from reader.model.article import Heading, Paragraph, Span
from tests.gui.window_parts import ALL, LIBRARIES, PRESS

TODAY = datetime.now().astimezone().date()
TITLE = "ЕС стартира инициатива InvestAI"
FIRST_ROW = f"{TITLE}, днес, Европейска комисия, машинен превод, непрочетена, 1 от 4"
INVEST = replace(
    LIBRARIES,
    title=TITLE,
    published=TODAY,
    blocks=(
        Heading(1, (Span(TITLE),)),
        Paragraph((Span("Комисията обяви инвестиции от двеста милиарда евро."),)),
        Paragraph((Span("Вижте "), Span("съобщението за медиите", link=PRESS), Span("."))),
        Paragraph((Span("Работата започва през есента."),)),
    ),
)
FOUR = (*ALL, INVEST)
