"""A long article in Bulgarian with everything that an announcement may hold."""

from datetime import date

from reader.model.article import (
    Article,
    Figure,
    Footnote,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    ParagraphRole,
    Quote,
    Source,
    Span,
    Table,
)

PRESS_RELEASE = "https://example.eu/news/bg/ferry"
REGULATION = "https://example.eu/law/2025/118"
ENGLISH = "https://example.eu/news/en/ferry"


def _plain(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def _item(text: str) -> tuple[Paragraph, ...]:
    return (_plain(text),)


BLOCKS = (
    Heading(1, (Span("ЕС ускорява обновяването на речните пристанища по Дунав"),)),
    Paragraph((Span("Брюксел, 14 май 2025 г."),), ParagraphRole.DATE),
    Paragraph(
        (
            Span("Европейската комисия представи днес план за обновяване на речните пристанища, "),
            Span("с който до 2030 г. ще бъдат вложени 1,4 милиарда евро", strong=True),
            Span(". Подробностите са в "),
            Span("съобщението за медиите", link=PRESS_RELEASE),
            Span(" и в "),
            Span("новия регламент", link=REGULATION),
            Span("."),
        ),
        ParagraphRole.LEAD,
    ),
    Heading(2, (Span("Какво се променя за превозвачите"),)),
    _plain(
        "Корабите ще подават документите си само веднъж и само по електронен път. Проверките "
        "на границата се съкращават наполовина, а най-натоварените пристанища ще работят "
        "денонощно. Така превозът на зърно, строителни материали и контейнери става по-бърз и "
        "по-евтин, без да се правят отстъпки от правилата за безопасност."
    ),
    ListBlock(
        False,
        (
            _item("едно електронно досие вместо единадесет хартиени формуляра;"),
            (
                _plain("електрическо захранване от брега:"),
                ListBlock(
                    False,
                    (
                        _item("за пътническите кораби – до края на 2027 г.;"),
                        _item("за товарните кораби – до края на 2029 г.;"),
                    ),
                ),
            ),
            _item("обща система за предупреждение при ниски и високи води."),
        ),
    ),
    Quote(
        (
            _plain(
                "„Дунав свързва десет държави, но твърде дълго документите пътуваха по-бавно от "
                "корабите. Днес обръщаме тази страница.“"
            ),
            _plain("„Реката е най-евтиният път, който Европа вече има.“"),
        ),
        (Span("Мария Стоянова, комисар по транспорта", emphasis=True),),
    ),
    Heading(2, (Span("Как се разпределят средствата"),)),
    Table(
        ((Span("Държава"),), (Span("Пристанища"),), (Span("Милиони евро"),)),
        (
            ((Span("България"),), (Span("Русе, Лом, Видин"),), (Span("310"),)),
            ((Span("Румъния"),), (Span("Констанца, Гюргево"),), (Span("420"),)),
            ((Span("Унгария"),), (Span("Чепел"),), (Span("185"),)),
        ),
        (Span("Средства по държави до 2030 г."),),
    ),
    Heading(3, (Span("Следващи стъпки"),)),
    ListBlock(
        True,
        (
            _item("Държавите членки представят проектите си до 30 септември."),
            _item("Комисията ги оценява в срок от три месеца."),
            _item("Първите плащания започват през март 2026 г."),
        ),
    ),
    Figure("Карта на Дунав с дванадесетте пристанища, включени в плана"),
    Heading(2, (Span("Контекст"),)),
    Paragraph(
        (
            Span("The Danube is the second longest river in Europe.", language="en"),
            Span(" Текстът на английски е в "),
            Span("the original press release", link=ENGLISH, language="en"),
            Span("."),
        )
    ),
    Paragraph((Span("This paragraph was left in English by the translator.", language="en"),)),
    Footnote("1", (Span("Сумите са по текущи цени."),)),
    Notice(
        (
            Span(
                "Настоящият текст е машинен превод. Отговорност за съдържанието носи единствено "
                "публикацията на езика, на който е изготвена."
            ),
        )
    ),
)

SAMPLE = Article(
    title="ЕС ускорява обновяването на речните пристанища по Дунав",
    language="bg",
    blocks=BLOCKS,
    source=Source("text", "ferry.txt", publisher="ec"),
    published=date(2025, 5, 14),
    original=ENGLISH,
    machine_translated=True,
)
SUBTITLE = "14 май 2025 г. · Европейска комисия · Машинен превод · Оригинал на английски"
OTHER = Article(
    title="Нова програма за младежки обмен",
    language="bg",
    blocks=(
        Heading(1, (Span("Нова програма за младежки обмен"),)),
        _plain("Кандидатстването започва през есента."),
    ),
    source=Source("text", "exchange.txt"),
)
NOTED = Article(
    "",
    "bg",
    (
        Paragraph((Span("Комисията отпусна средства[1] за пътища[2]."),)),
        Paragraph((Span("Те стигат до 2030 г.[1] Числото [7] не е бележка."),)),
        Footnote("1", (Span("По текущи цени."),)),
        Footnote("2", (Span("Без мостовете."),)),
        Footnote("3", (Span("Без знак в текста."),)),
    ),
    Source("text"),
)
