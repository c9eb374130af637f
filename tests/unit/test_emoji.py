"""Emoji of several parts stay whole from the file to the voice; stray joiners go."""

import pytest

from reader import importers, repair
from reader.importers.incoming import Incoming
from reader.model.article import Article, Heading, Paragraph, Source, Span
from reader.model.leaves import leaves
from reader.speech.spoken.form import spoken_text
from reader.text.matching import matches, sought
from reader.text.normal import normal
from tests.unit.builders import GLYPH, PdfFile, texts
from tests.unit.test_pdf_letters import codes, shown
from tests.unit.test_there_and_back import WAYS

ZWNJ, ZWJ = "\u200c", "\u200d"
EMOJI = {
    "programmer": f"👩{ZWJ}💻",
    "family": f"👨{ZWJ}👩{ZWJ}👧",
    "runner": f"🏃🏽{ZWJ}♀️",
    "rainbow": f"🏳️{ZWJ}🌈",
    "heart": f"❤️{ZWJ}🔥",
    "sign-as-picture": "✈️",
    "sign-as-text": "☎\ufe0e",
    "skin": "👍🏽",
    "flag": "🇧🇬",
    "flag-by-tags": "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "key": "7️⃣",
}
every_emoji = pytest.mark.parametrize("emoji", EMOJI.values(), ids=EMOJI)


@every_emoji
def test_an_emoji_has_all_its_parts(emoji):
    assert normal(f"да {emoji}, не{emoji}") == f"да {emoji}, не{emoji}"


@pytest.mark.parametrize(
    "text",
    [f"می{ZWNJ}روم", f"ه{ZWJ}", f"क्{ZWJ}ष", f"শ্{ZWNJ}ব", f"ශ්{ZWJ}රී", f"ക്{ZWJ}"],
    ids=["persian", "arabic", "hindi", "bengali", "sinhala", "malayalam"],
)
def test_a_script_that_is_written_with_joiners_keeps_them(text):
    assert normal(text) == text


@pytest.mark.parametrize("joiner", [ZWNJ, ZWJ], ids=["apart", "together"])
@pytest.mark.parametrize(
    "text",
    ["ка{}ша", "Auf{}lage", "{}край", "край{}", "{}", "2{}5", "дума{}👩", "👩{} и", "👩{}"],
)
def test_elsewhere_joiners_go(text, joiner):
    assert normal(text.format(joiner)) == text.format("")


def test_nothing_keeps_pictures_apart():
    assert normal(f"👩{ZWNJ}💻") == "👩💻"


@every_emoji
@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.txt", "{}"),
        ("a.md", "# Заглавие\n\n{}\n"),
        ("a.html", "<h1>Заглавие</h1><p>{}</p><p>Още един абзац.</p>"),
    ],
)
def test_files_come_in_with_their_emoji(name, form, emoji):
    words = f"Жителите гласуваха {emoji} за новия парк, {emoji}."
    found, _ = repair.repaired(importers.read(Incoming(form.format(words).encode(), name)))
    assert words in [leaf.text for leaf in leaves(found)]


@every_emoji
def test_a_glyph_of_a_pdf_that_stands_for_an_emoji_is_read_whole(emoji):
    page = shown(f"<{codes('Парк ')[1:-1]}{GLYPH}{codes(' в града.')[1:-1]}> Tj")
    assert texts(PdfFile(page, glyph=emoji).data()) == [f"Парк {emoji} в града."]


@pytest.mark.parametrize(
    "half", [b"<d83d>", b"<de00>", b"<de00d83d>", b"<d83d0041>"], ids=["1st", "2nd", "2-1", "1-a"]
)
def test_half_a_letter_of_a_pdf_is_told_as_a_letter_that_is_not_known(half):
    page = shown(f"<{codes('Парк ')[1:-1]}{GLYPH}{codes(' в града.')[1:-1]}> Tj")
    data = PdfFile(page, glyph="ж" * (len(half) // 4)).data()
    mapped = b"<" + b"0436" * (len(half) // 4) + b">"
    assert data.count(mapped) == 1
    (text,) = texts(data.replace(mapped, half))
    assert text.startswith("Парк \ufffd")
    assert text.endswith(" в града.")


@pytest.mark.parametrize("way", WAYS)
def test_an_article_with_emoji_comes_back_as_it_was(tmp_path, way):
    words = " и ".join(EMOJI.values())
    blocks = (
        Heading(1, (Span(f"Новият парк {EMOJI['family']}"),)),
        Paragraph((Span(f"Жителите гласуваха {words}."),)),
    )
    article = Article(f"Новият парк {EMOJI['family']}", "bg", blocks, Source(""))
    back = way(article, tmp_path)
    assert (back.title, back.blocks) == (article.title, blocks)


def test_words_beside_emoji_are_found_where_they_stand():
    text = f"Нови{EMOJI['programmer']}паркове {EMOJI['flag']} и парк{EMOJI['heart']}"
    article = Article("", "bg", (Paragraph((Span(text),)),), Source(""))
    found = matches(leaves(article), sought("парк"))
    assert [text[place.start : place.end] for place in found] == ["паркове", "парк"]


@pytest.mark.parametrize(
    "emoji", [each for name, each in EMOJI.items() if name != "key"], ids=ascii
)
def test_the_bulgarian_voice_is_given_the_words_alone(emoji):
    assert spoken_text(f"Жителите {emoji} гласуваха.") == "Жителите гласуваха."


def test_a_figure_on_a_key_is_said():
    assert spoken_text(f"Натиснете {EMOJI['key']} сега.") == "Натиснете седем сега."
