"""Each check of the audit finds its fault, and lets a sound tree pass."""

from dataclasses import replace

import pytest

from tests.screenreader import audit
from tests.screenreader.accessible import Accessible
from tests.screenreader.desk import Seen

SOUND = frozenset({"enabled", "sensitive", "showing", "visible"})


def node(role, name="", *children, states=(), text="", locale="bg_BG", **more):
    """Make one that shows, 100 by 30 pixels large; its name is its address, too."""
    states = frozenset(states) if "hidden" in states else SOUND | set(states)
    fields = {"description": "", "extents": (0, 0, 100, 30), "path": f"/{name}", **more}
    return Accessible(
        role=role,
        name=name,
        locale=locale,
        attributes={},
        states=states,
        text=text,
        caret=-1,
        actions=(),
        children=children,
        **fields,
    )


def button(name, *children, **more):
    return node("push button", name, *children, states={"focusable"}, **more)


def window(*children):
    return node("frame", "Четиво", *children)


def seen(label, name="", *, is_button=True):
    return Seen("QPushButton", (label,), name or label.replace("&", ""), "", is_button)


ARTICLE = node(
    "panel",
    "Статия",
    node("heading", text="Правила", states={"focusable"}),
    node("paragraph", text="Комисията реши."),
    node("paragraph", text="Not translated.", locale="en_GB"),
    node("list", "", node("list item", text="каталози;")),
    states={"focusable"},
)
SETTINGS = node(
    "dialog",
    "Настройки",
    node("label", "Глас"),
    node(
        "combo box",
        "",
        node("list", "", node("list item", "", extents=(0, 0, 0, 0))),
        states={"focusable"},
        labels=("Глас",),
        path="/voice",
    ),
    node(
        "text",
        "Име",
        node("filler", states={"focused"}),
        states={"focusable", "focused"},
    ),
    node("table", "Клавиши", node("panel", extents=(0, 0, 0, 0)), states={"focusable"}),
    button("Добре"),
)


def test_a_sound_window_passes_every_check():
    for tree, names in ((window(ARTICLE), {"/Статия"}), (SETTINGS, {"/voice", "/Име"})):
        reached = names | {"/Клавиши", "/Добре"}
        found = [
            *audit.nameless(tree),
            *audit.meaningless(tree),
            *audit.technical(tree, {"voiceField"}),
            *audit.unreachable(tree, reached),
            *audit.nested(tree),
            *audit.small(tree),
            *audit.sizeless(tree),
            *audit.foreign(tree, "bg"),
        ]
        assert found == []
    assert list(audit.wrong_locale(window(ARTICLE), "bg", {"Not translated."})) == []
    assert list(audit.no_letter_twice([seen("&Добре"), seen("&Отказ")])) == []
    assert list(audit.label_not_in_name([seen("Скриване", "Скриване на съобщението")])) == []


@pytest.mark.parametrize(
    ("child", "fault"),
    [
        (button(""), "no name: push button ''"),
        (node("panel", "", states={"focusable"}), "no name: panel ''"),
        (node("combo box", "", labels=(" ",)), "no name: combo box ''"),
        (node("dialog"), "no name: dialog ''"),
        (node("list", "", states={"focusable"}), "no name: list ''"),
    ],
)
def test_what_has_no_name_is_found(child, fault):
    assert list(audit.nameless(window(child))) == [fault]


def test_what_does_not_show_needs_no_name():
    assert list(audit.nameless(window(node("push button", states={"hidden"})))) == []


@pytest.mark.parametrize(
    "child",
    [
        node("unknown"),
        node("invalid"),
        node("filler", "Статия", button("Отваряне"), states={"focused"}),
        node("filler", states={"focusable"}),
    ],
)
def test_a_role_that_says_nothing_is_found(child):
    assert len(list(audit.meaningless(window(child)))) == 1


@pytest.mark.parametrize(
    "name", ["open.svg", "playerPlay", "media-play", "qt_scrollarea", "QPushButton", "hide"]
)
def test_a_name_of_an_icon_a_file_or_an_object_is_found(name):
    assert list(audit.technical(window(button(name)), {"hide"})) == [
        f"name is no word: push button {name!r}"
    ]


def test_what_no_key_leads_to_is_found():
    tree = window(button("Отваряне"), button("Скриване"))
    assert list(audit.unreachable(tree, {"/Отваряне"})) == ["out of reach: push button 'Скриване'"]


def test_a_list_counts_by_whatever_in_it_had_the_focus():
    rows = [node("list item", name, states={"focusable"}) for name in ("1", "2")]
    tree = window(node("list", "Новини", *rows, states={"focusable"}))
    assert list(audit.unreachable(tree, {"/2"})) == []
    assert list(audit.unreachable(tree, set())) == ["out of reach: list 'Новини'"]


def test_what_is_greyed_out_need_not_be_reached():
    greyed = replace(button("Спиране"), states=frozenset({"focusable", "showing", "visible"}))
    assert list(audit.unreachable(window(greyed), set())) == []


def test_a_control_inside_of_a_control_is_found():
    tree = window(button("Отваряне", node("link", "още")))
    assert list(audit.nested(tree)) == ["inside a push button: link 'още'"]


@pytest.mark.parametrize("size", [(23, 40), (40, 23)])
def test_a_target_that_is_too_small_is_found(size):
    assert len(list(audit.small(window(button("Скриване", extents=(0, 0, *size)))))) == 1


def test_the_field_in_a_box_of_choices_may_be_lower_than_the_box():
    field = node("text", "Цвят", extents=(0, 8, 300, 20))
    assert list(audit.small(window(node("combo box", "Цвят", field)))) == []
    assert len(list(audit.small(window(field)))) == 1


def test_a_link_in_running_text_may_be_lower():
    assert list(audit.small(window(node("link", "още", extents=(0, 0, 40, 18))))) == []


def test_what_shows_without_a_size_is_found():
    tree = window(node("label", "Глас", extents=(10, 10, 0, 18)))
    assert list(audit.sizeless(tree)) == ["shows without a size: label 'Глас'"]


def test_words_of_the_other_language_are_found():
    english = window(button("Open файл"))
    assert list(audit.foreign(english, "bg")) == ["'Open' is not bg: push button 'Open файл'"]
    assert list(audit.foreign(english, "en")) == ["'файл' is not en: push button 'Open файл'"]
    described = window(button("Отваряне", description="Ctrl+O opens"))
    assert list(audit.foreign(described, "bg")) == ["'opens' is not bg: push button 'Отваряне'"]


@pytest.mark.parametrize(
    "words", ["Отваряне на PDF (Ctrl+O)", "Файлът „report.pdf“ липсва", "Добавена: A new rule"]
)
def test_names_formats_and_words_of_articles_may_be_in_any_language(words):
    assert list(audit.foreign(window(node("label", words)), "bg", {"A new rule"})) == []


def test_rows_and_articles_may_be_in_any_language():
    row = node("list item", "A new rule")
    article = node("panel", "Статия", node("heading", "A new rule", text="A new rule"))
    assert list(audit.foreign(window(row, article), "bg")) == []


@pytest.mark.parametrize("locale", ["", "en_US"])
def test_a_block_without_its_language_is_found(locale):
    article = node("panel", "Статия", node("heading", text="Правила", locale=locale))
    assert list(audit.wrong_locale(window(article), "bg", ())) == [
        f"locale {locale!r}, not bg: heading 'Правила'"
    ]


def test_foreign_words_told_as_bulgarian_are_found():
    article = node("panel", "Статия", node("heading", text="A rule"))
    assert len(list(audit.wrong_locale(window(article), "bg", {"A rule"}))) == 1


def test_a_window_without_an_article_is_no_article():
    with pytest.raises(AssertionError, match="no article"):
        audit.article(window())


def test_a_letter_that_two_controls_have_is_found():
    widgets = [seen("&Отваряне"), seen("За&пазване"), seen("О&пис"), seen("R && D")]
    assert list(audit.no_letter_twice(widgets)) == ["letter П twice: За&пазване, О&пис"]


def test_a_button_that_is_called_otherwise_than_it_shows_is_found():
    assert list(audit.label_not_in_name([seen("&Скриване…", "Затваряне")])) == [
        "label '&Скриване…' is not in name 'Затваряне'"
    ]
    assert list(audit.label_not_in_name([seen("Глас", "Говор", is_button=False)])) == []
