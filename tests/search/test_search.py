"""Search finds words as they stand, inflected, begun and misspelt, best first, and nothing for nonsense."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rucn
from rucn.search import folded_words, query_of
from tests.conftest import Program, terminal

DATABASE = rucn.open()

# What is typed; what comes first, in any order; what is found besides; what must not be.
JUDGED = [
    ("bridge", "p17 p32", "q12 q17 f32", "q01"),
    ("bridges", "p17 p32", "q12 q17", "q01"),
    ("brige", "p17 p32 f32", "q12 q17", "q01"),
    ("brdige", "p17 p32 f32", "q12 q17", "q01"),
    ("BRIDGE", "p17 p32", "q12 q17", "q01"),
    ("railway bridge", "p17", "q12", "q01"),
    ("timber processing", "p13", "q09 p03 p04 p06", "q14"),
    ("procesing", "p03 p04 p06 p13 p25", "q07 q09", "q14"),
    ("processed", "p03 p04 p06 p13 p25", "q07 q09", "q14"),
    ("timber", "p13", "q09", "q14"),
    ("wood processing", "p03 p04 p06", "q07", "q14"),
    ("wind farm", "p16", "q10", "q01 q03"),
    ("wind power", "p16", "q10", "q01"),
    ("wind powr", "p16", "q10", "q01"),
    ("soy beans", "p07 p08", "q07", "q01"),
    ("soybeans", "p07 p08", "q07", "q01"),
    ("pulp mill", "p05", "q07 f27", "q01"),
    ("pulp and paper mill", "p05", "q07", "q01"),
    ("twin cities", "t02", "q11 f31", "q01"),
    ("twin city", "t02", "q11 f31", "q01"),
    ("expo", "t06", "q11", "p07 f01"),
    ("export", "p07", "q07", "t06"),
    ("yuan fund", "p22", "q14 f33", "q01"),
    ("yuan investment fund", "p22", "q14 f33", "q01"),
    ("fair", "t05", "q11", "q01"),
    ("tourism", "p10 p27 p30 t03", "q08", "q01"),
    ("tourist", "p10 p27 p30 t03", "q08", "q01"),
    ("bottled water", "p15", "q09", "q01"),
    ("trucks", "p12", "q09", "q01"),
    ("truck", "p12", "q09", "q01"),
    ("brick", "p11", "q09", "q01"),
    ("matryoshka", "p21", "q14", "q01"),
    ("transport corridor", "p31", "", "q01"),
    ("biotechnology", "p29", "", "q01"),
    ("Amur River", "p17", "q12", "q01"),
    ("27.9", "q05 f21", "", "q01"),
    ("964 million", "q01 f01", "", "q05"),
    ("964", "q01 f01", "", "q05"),
    ("Sergei Levchenko", "o03 q03 q09 q15", "", "q01"),
    ("levchenco", "o03 q03 q09 q15", "", "q01"),
    ("Левченко", "o03", "", "q01"),
    ("Yakutia", "RU-SA", "t02 t04 f31", "q01"),
    ("Chekiang", "CN-ZJ", "", "q03"),
    ("в Бурятии", "RU-BU", "", "q01"),
    ("浙江", "CN-ZJ", "", "q03"),
    ("agri", "p07 p08", "q07", "q01"),
]


@pytest.mark.parametrize(("text", "first", "found", "absent"), JUDGED, ids=[row[0] for row in JUDGED])
def test_what_is_found(text: str, first: str, found: str, absent: str) -> None:
    ids = [hit["id"] for hit in DATABASE.search(text)]
    wanted = set(first.split())
    assert wanted & set(ids[: len(wanted)]), ids
    assert wanted <= set(ids), ids
    assert set(found.split()) <= set(ids), ids
    assert not set(absent.split()) & set(ids), ids


@pytest.mark.parametrize(
    "nonsense",
    [
        *[
            "xyzzy",
            "qwerty",
            "asdf",
            "banana",
            "Lorem ipsum dolor",
            "the of and",
            "!!!",
            "🐻",
            "27.95",
            "zz",
            "1" * 4000,
        ],
        "colourless green ideas sleep furiously near a purple trade elephant",
    ],
)
def test_nothing_is_found_for_nonsense(nonsense: str) -> None:
    assert DATABASE.search(nonsense) == []
    assert DATABASE.quotes(about=nonsense) == []


def test_the_best_comes_first() -> None:
    for text, *_ in JUDGED:
        scores = [hit["score"] for hit in DATABASE.search(text)]
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 100 for score in scores)


@pytest.mark.parametrize(
    ("about", "ids"), [("bridge", ["q12", "q17"]), ("wind", ["q10"]), ("timber processing", ["q09", "q07"])]
)
def test_quotes_about_something_come_best_first(about: str, ids: list[str]) -> None:
    assert [quote["id"] for quote in DATABASE.quotes(about=about)][: len(ids)] == ids


WORDS = [
    (key, word)
    for key, quote in DATABASE.dataset.quotes.items()
    for word, _ in folded_words(quote["text"])
    if len(word) > 5
]


@given(st.sampled_from(WORDS))
def test_every_word_of_a_quote_finds_it(one: tuple[str, str]) -> None:
    key, word = one
    assert key in [quote["id"] for quote in DATABASE.quotes(about=word)]


@given(st.sampled_from([row[0] for row in JUDGED]), st.sampled_from([str.upper, str.lower, str.title]))
def test_case_and_blanks_never_change_what_is_found(text: str, change: object) -> None:
    assert callable(change)
    assert DATABASE.search(f"  {change(text)} ") == DATABASE.search(text)


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    query = query_of(DATABASE.dataset, text)
    for hit in query.hits():
        for start, end in query.spans(hit.excerpt):
            assert 0 <= start < end <= len(hit.excerpt)


@pytest.mark.parametrize("text", ["bridge " * 2000, "a" * 10_000, "江" * 10_000, "1 " * 5000, "bri dge " * 1000])
def test_no_text_takes_long(text: str) -> None:
    DATABASE.search("bridge")
    started = time.thread_time()
    DATABASE.search(text)
    assert time.thread_time() - started < 0.05


def test_the_words_found_are_highlighted_at_a_terminal() -> None:
    for command in (["search", "brige"], ["quotes", "--about", "brige"]):
        drawn = terminal(*command, width=120)
        assert "\x1b[1;4mbridge\x1b[0m" in drawn
        assert "\x1b[1;4mriver" not in drawn.lower()


def test_nothing_is_highlighted_in_a_pipe(program: Program) -> None:
    for command in (["search", "brige"], ["quotes", "--about", "brige"]):
        assert "\x1b" not in program(*command).out
        assert "[bridge]" not in program(*command).out
        assert "\x1b[1;4mbridge" in program(*command, FORCE_COLOR="1").out
