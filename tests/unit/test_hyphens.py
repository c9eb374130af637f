"""Hyphens at line ends: those of the word stay, those that only cut it go."""

import pytest

from reader.text.hyphens import Hyphens, ends_with_hyphen, whole_words
from tests.unit.builders import KNOWLEDGE, texts


def joined(left, right, *words, typographic=False):
    return Hyphens(KNOWLEDGE.hyphens, frozenset(words), typographic).joined(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("най-", "големите"),
        ("най-", "добре"),
        ("по-", "смело"),
        ("по-", "голям"),
        ("по-", "бързите"),
        ("27-", "те"),
        ("2027-", "2029"),
        ("Жан-", "Клод"),
        ("Северна Рейн-", "Вестфалия"),
        ("САЩ-", "та"),
        ("COVID-", "19"),
        ("InvestAI-", "то"),
        ("е-", "правителство"),
        ("публично-", "частно"),
        ("социално-", "икономически"),
        ("г-", "жа"),
        ("заместник-", "председател"),
        ("страните-", "донори"),
        ("културно-", "исторически"),
        ("синьо-", "зелен"),
        ("ден-", "два"),
        ("лице-", "в-лице"),
        ("лице-в-", "лице"),
        ("по-", "подходящите"),
        ("онлайн-", "обучение"),
    ],
)
def test_a_real_hyphen_at_a_line_end_stays(left, right):
    assert joined(f"Това е {left}", f"{right} и още нещо") == f"Това е {left}{right} и още нещо"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("доку-", "мент"),
        ("дър-", "жавата"),
        ("най-", "лонов"),
        ("по-", "вече"),
        ("по-", "литика"),
        ("по-", "следния"),
        ("по-", "требители"),
        ("изслед-", "ване,"),
        ("по-", "редица"),
        ("минист-", "рите"),
        ("кандидат-", "ствам"),
        ("два-", "десет"),
        ("три-", "месечие"),
        ("първо-", "начално"),
        ("общо-", "европейски"),
        ("научно-", "изследователски"),
        ("възможно-", "стите"),
        ("социално-", "то"),
        ("селско-", "стопански"),
        ("вице-", "президент"),
    ],
)
def test_a_hyphen_that_only_cuts_a_word_goes(left, right):
    assert joined(f"Това е {left}", f"{right} и още") == f"Това е {left[:-1]}{right} и още"


def test_a_soft_hyphen_always_goes():
    assert joined("най\u00ad", "големите") == "найголемите"
    assert joined("доку\u00ad", "мент") == "документ"


def test_the_typographic_hyphen_goes_where_the_document_cuts_words_with_it_alone():
    assert joined("най\u2010", "лошия", typographic=True) == "найлошия"
    assert joined("най\u2010", "лошия") == "най-лошия"


def test_the_documents_own_spelling_comes_before_all_rules():
    assert joined("държави-", "членки", "държави-членки") == "държави-членки"
    assert joined("онлайн-", "магазин", "онлайнмагазин") == "онлайнмагазин"
    assert joined("Доку-", "мент", "доку-мент") == "Доку-мент"


def test_a_word_with_an_inner_hyphen_may_be_cut_at_another_place():
    assert joined("по-до-", "бри") == "по-добри"
    assert joined("социално-ико-", "номически") == "социално-икономически"


def test_capitals_before_the_hyphen_are_an_abbreviation_with_its_ending():
    assert joined("ООН-", "то") == "ООН-то"
    assert joined("И-", "кономика") == "Икономика"


def test_a_word_cut_in_a_title_of_capitals_is_no_abbreviation():
    assert joined("НОВ ДОКУ-", "МЕНТ ЗА ЕЗИКА") == "НОВ ДОКУМЕНТ ЗА ЕЗИКА"
    assert joined("ДОСТЪПЪТ Е НАЙ-", "ВИСОК") == "ДОСТЪПЪТ Е НАЙ-ВИСОК"
    assert joined("Срещата САЩ-", "ЕС започна") == "Срещата САЩ-ЕС започна"


def test_a_latin_word_is_cut_only_in_a_text_of_latin_letters():
    assert joined("See the state of the docu-", "ment of the Union") == (
        "See the state of the document of the Union"
    )
    assert (
        joined("Подкрепа за всеки start-", "up в Европа") == "Подкрепа за всеки start-up в Европа"
    )


def test_a_suspended_hyphen_keeps_its_space():
    assert joined("научно-", "и развойна дейност") == "научно- и развойна дейност"
    assert joined("дву-", "или тристранни срещи") == "дву- или тристранни срещи"
    assert joined("асоци\u00ad", "и\u00ad") == "асоции\u00ad"


def test_a_no_break_hyphen_always_stays():
    assert joined("доку\u2011", "мент") == "доку-мент"


def test_another_form_of_the_word_decides():
    assert joined("агро-", "екологични", "агро-екологичната") == "агро-екологични"
    assert joined("социално-", "осигурителните", "социалноосигурителна") == (
        "социалноосигурителните"
    )
    assert joined("по-", "добри", "подобрим") == "по-добри"


def test_a_word_with_the_same_first_part_decides():
    assert joined("еко-", "етикет", "еко-дизайн") == "еко-етикет"
    assert joined("еко-", "етикет") == "екоетикет"
    assert joined("най-", "лонови", "най-добър") == "найлонови"


def test_a_hyphen_after_a_space_may_be_a_dash():
    known = frozenset(("проектът", "както"))
    assert not Hyphens(KNOWLEDGE.hyphens, known).cuts("Това е проектът -", "както казахме")
    assert Hyphens(KNOWLEDGE.hyphens, known).cuts("Това е проектът \u00ad", "както казахме")
    assert Hyphens(KNOWLEDGE.hyphens, known).cuts("Повече уни -", "верситети")


@pytest.mark.parametrize("line", ["доку-", "доку- ", "27-", "доку\u2010", "доку\u00ad", "чл.-"])
def test_a_hyphen_after_a_letter_or_digit_ends_a_line(line):
    assert ends_with_hyphen(line)


@pytest.mark.parametrize("line", ["", "-", "Това е –", "Това е —", "по-добре", "край,-", "дума"])
def test_a_dash_is_not_a_hyphen(line):
    assert not ends_with_hyphen(line)


def test_whole_words_are_those_that_no_line_end_cut():
    found = whole_words(["Закон за „по-добър“ дос-", "тъп до услуги,", "които всички"])
    assert found == {"закон", "за", "по-добър", "до", "услуги", "които", "всички"}


def test_whole_words_show_the_typographic_hyphen_as_the_usual_one():
    assert "най-добър" in whole_words(["Това е най\u2010добър избор"])


def test_a_word_that_stands_whole_elsewhere_decides_its_cut_form():
    text = """Нов закон за библиотеките

Библиотеките ще предлагат на всички читатели с нарушено зрение и онлайн-
формуляр, който досега се намираше трудно. Всеки онлайнформуляр ще има описание.
"""
    assert texts(text)[-1].startswith(
        "Библиотеките ще предлагат на всички читатели с нарушено зрение и онлайнформуляр, който"
    )


def test_the_document_knows_its_typographic_hyphens():
    cut = "Заглавие\n\nТова са най-големите изслед\u2010\nвания и най-добрите учреж\u2010\nдения.\n"
    assert texts(cut)[-1] == "Това са най-големите изследвания и най-добрите учреждения."


def test_the_typographic_hyphen_inside_lines_makes_it_an_ordinary_one():
    cut = "Заглавие\n\nТова са по\u2010малки изслед\u2010\nвания и най\u2010\nдобрите училища.\n"
    assert texts(cut)[-1].endswith("изследвания и най-добрите училища.")


def test_with_no_other_hyphen_the_typographic_one_tells_nothing():
    cut = "Заглавие\n\nТова са новите изслед\u2010\nвания и най\u2010\nдобрите училища.\n"
    assert texts(cut)[-1] == "Това са новите изследвания и най-добрите училища."
