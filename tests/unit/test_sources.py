"""Every spoken word stands for words of its own sentence, whatever is said otherwise there."""

from hypothesis import given
from hypothesis import strategies as st

from reader.model.article import Article, Footnote, Heading, Paragraph, Quote, Source, Span, Table
from reader.model.leaves import leaves
from reader.model.pronunciation import Pronunciation
from reader.model.speaking import Speaking, Telling
from reader.model.utterance import Part, Utterance
from reader.speech.utterances import utterances

FRAGMENTS = st.sampled_from(
    [
        *("На 11.2.2025 г. Комисията прие", "Регламент (ЕС) 2024/1689", "чл. 5, ал. 2", "€50 млн."),
        *("2,5 %", "2 министри", "т.е.", "и др.", "ЕЦБ", "МВР-то", "Ursula von der Leyen", "на"),
        *("Crédit Agricole", "the Green Deal", "https://ec.europa.eu/a/b?x=1", "a.b@c.eu", "[1]"),
        *("(https://www.consilium.europa.eu/bg/)", "C-128/21", "2021–2027 г.", "„Едно. Две.“"),
        *("XXI век", "м²", "CO₂", "½", "$1.5 bn", "+359 2 123 456", "е\u0301", "\xad", "①", "•"),
        *("5", "(", "„", "“)", "|", ".", "?", " – ", ", ", "\xa0", "  "),
    ]
)
SPANS = st.builds(
    Span,
    st.lists(FRAGMENTS, min_size=1, max_size=4).map(" ".join),
    link=st.sampled_from([None, None, "https://europa.eu/x"]),
    language=st.sampled_from([None, None, "en", "de", "en-GB"]),
)
RUNS = st.lists(SPANS, min_size=1, max_size=3).map(tuple)
ROWS = st.lists(st.tuples(RUNS, RUNS, RUNS), min_size=1, max_size=3).map(tuple)
BLOCKS = st.one_of(
    st.builds(Paragraph, RUNS),
    st.builds(Heading, st.integers(1, 3), RUNS),
    st.builds(Footnote, st.just("7"), RUNS),
    st.builds(Quote, st.tuples(st.builds(Paragraph, RUNS))),
    st.builds(Table, st.one_of(st.just(()), st.tuples(RUNS, RUNS, RUNS)), ROWS),
)
ARTICLES = st.builds(
    lambda blocks, language: Article("Заглавие", language, tuple(blocks), Source("text")),
    st.lists(BLOCKS, min_size=1, max_size=3),
    st.sampled_from(["bg", "bg", "en"]),
)
WAYS = st.sampled_from(list(Telling))
CHOICES = st.builds(
    Speaking,
    **dict.fromkeys(("headings", "quotes", "links", "notes", "tables"), WAYS),
    **dict.fromkeys(("addresses", "marks", "names", "in_full"), st.booleans()),
)
ENTRIES = st.lists(
    st.builds(
        Pronunciation,
        st.sampled_from(["ЕЦБ", "Leyen", "Комисия", "на", "5", "г.", "Green Deal", "€", "europa"]),
        st.sampled_from(["дума", "две думи", "ей 5", "…"]),
        whole_word=st.booleans(),
        language=st.sampled_from(["bg", "en"]),
    ),
    max_size=2,
).map(tuple)


def lies_within(part: Part, utterance: Utterance) -> bool:
    """Tell whether the words stand in the part's text, and their sources in the sentence."""
    place, source = 0, utterance.source.start
    for word in part.words:
        if not place <= word.start < word.end <= len(part.text):
            return False
        if not source <= word.source.start < word.source.end <= utterance.source.end:
            return False
        place, source = word.end, word.source.start
    return all(word.source.block == utterance.source.block for word in part.words)


@given(ARTICLES, CHOICES, ENTRIES)
def test_sources_lie_in_their_sentence_in_order(article, speaking, own):
    for utterance in utterances(article, speaking, own):
        for part in utterance.parts:
            assert lies_within(part, utterance)
            assert part.at_home is None or lies_within(part.at_home, utterance)


@given(ARTICLES, CHOICES, ENTRIES)
def test_sentences_follow_each_other_and_are_made_anew_the_same(article, speaking, own):
    found = list(utterances(article, speaking, own))
    place = (0, 0)
    for utterance in found:
        assert place <= (utterance.source.block, utterance.source.start)
        place = utterance.source.block, utterance.source.end
        assert utterance.source.end <= len(leaves(article)[utterance.source.block].text)
    backwards = [utterance.parts for utterance in reversed(found)]
    assert backwards[::-1] == [utterance.parts for utterance in utterances(article, speaking, own)]
