"""Search finds words as they stand, inflected, begun and misspelt, best first, and nothing for nonsense."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rucn
from rucn.database.opening import open_database
from rucn.queries.search import Library, Query
from rucn.queries.search.words import content_words
from tests.queries.search.judged import JUDGED, NOTHING, Judged

DATABASE = rucn.open()
LIBRARY = Library(DATABASE.dataset)


def _found(text: str) -> list[str]:
    return [hit["id"] for hit in DATABASE.search(text)]


@pytest.mark.parametrize("judged", JUDGED, ids=[one.text for one in JUDGED])
def test_what_is_found(judged: Judged) -> None:
    ids, first = _found(judged.text), set(judged.first.split())
    assert set(ids[: len(first)]) == first, ids
    assert set(judged.found.split()) <= set(ids), ids
    assert not set(judged.absent.split()) & set(ids), ids


@pytest.mark.parametrize(
    ("typed", "as_well"),
    [
        ("279亿", "27.9 billion"),
        ("USD4bn", "USD 4 bn"),
        ("RMB27.9bn", "RMB 27.9 bn"),
        ("40亿", "4 billion"),
        ("woоd", "wood"),
        ("wo\u200bod", "wood"),
        ("лec", "лес"),
    ],
)
def test_what_is_typed_in_other_characters_finds_the_same(typed: str, as_well: str) -> None:
    assert _found(typed) == _found(as_well) != []


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_found_for_nonsense(text: str) -> None:
    assert DATABASE.search(text) == []
    assert DATABASE.quotes(about=text) == []


def test_the_best_comes_first() -> None:
    for text, *_ in JUDGED:
        scores = [hit["score"] for hit in DATABASE.search(text)]
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 100 for score in scores)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("expo", "expositions"),  # as it stands, and as the name of a term
        ("bridges", "brigdes"),
        ("timber processing", "processing timber"),  # in order, and turned round
        ("marine wind power plant in Karelia", "wind power"),
        ("yuan investment fund", "yuan fund"),
    ],
)
def test_what_is_nearer_to_the_words_counts_more(better: str, worse: str) -> None:
    assert DATABASE.search(better)[0]["score"] > max([hit["score"] for hit in DATABASE.search(worse)[:1]], default=0)


def _scores(text: str) -> dict[str, int]:
    return {hit["id"]: hit["score"] for hit in DATABASE.search(text)}


def test_all_words_come_before_some_and_words_before_what_a_record_is_about() -> None:
    timber = _scores("modern timber processing complex")
    assert timber["p13"] > timber["q09"] > timber["p06"]
    lumber = _scores("lumber")
    assert lumber["q02"] > lumber["p13"]
    # What lacks one of several words comes after what is about them all.
    assert _scores("china trade growth increase")["f02"] < lumber["p13"]


def test_what_only_mentions_a_sector_comes_after_what_is_of_it() -> None:
    wood = _scores("wood processing")
    assert wood["p05"] > wood["p07"]


def test_a_phrase_comes_before_scattered_words() -> None:
    scores = _scores("trade partners")
    assert scores["q02"] > scores["q01"]


def test_a_name_comes_before_a_passage() -> None:
    scores = _scores("bridge")
    assert scores["p17"] > scores["q12"]


def test_an_excerpt_is_the_passage_that_the_words_stand_in() -> None:
    excerpts = {hit["id"]: hit["excerpt"] for hit in DATABASE.search("single bridge")}
    assert excerpts["q12"].startswith("Besides, we currently do not have a single bridge")
    # What is only about the wood sector is shown by a word of that sector.
    assert {hit["id"]: hit["excerpt"] for hit in DATABASE.search("лес")}["q02"].endswith(
        "hard coal, lumber and cardboard."
    )


@pytest.mark.parametrize(
    ("about", "ids"),
    [
        ("bridge", ["q12", "q17"]),
        ("wind farm", ["q10"]),
        ("timber processing", ["q09", "q07"]),
        ("investments", ["q06", "q14"]),
        ("sister cities", ["q11"]),
    ],
)
def test_quotes_about_something_come_best_first(about: str, ids: list[str]) -> None:
    assert [quote["id"] for quote in DATABASE.quotes(about=about)][: len(ids)] == ids


def test_quotes_have_the_words_unless_none_has() -> None:
    for quote in DATABASE.quotes(about="timber"):
        assert "timber" in quote["text"]
    assert "q08" in [quote["id"] for quote in DATABASE.quotes(about="travel")]
    assert DATABASE.quotes(about="Левченко") == []
    assert DATABASE.quotes(about="governor") == []


WORDS = sorted({(key, word) for key, quote in DATABASE.dataset.quotes.items() for word in content_words(quote["text"])})


def test_every_word_of_a_quote_finds_it() -> None:
    missed = [(key, word) for key, word in WORDS if key not in [one["id"] for one in DATABASE.quotes(about=word)]]
    assert missed == []


@given(st.sampled_from(WORDS))
def test_every_word_of_a_quote_is_highlighted_in_it(one: tuple[str, str]) -> None:
    key, word = one
    text = DATABASE.dataset.quotes[key]["text"]
    spans = Query(word, LIBRARY).spans(text)
    assert word in [found for start, end in spans for found in content_words(text[start:end])]


@given(
    st.sampled_from([one.text for one in JUDGED]),
    st.sampled_from(
        [str.upper, str.lower, str.title, lambda text: "".join(f"{c}\u0301" if c in "aeou" else c for c in text)]
    ),
    st.sampled_from([" ", "  ", "\t", "\u00a0"]),
)
def test_case_accents_and_blanks_never_change_what_is_found(
    text: str, change: Callable[[str], str], blank: str
) -> None:
    assert DATABASE.search(f" {change(text).replace(' ', blank)} ") == DATABASE.search(text)


@given(
    st.one_of(st.text(max_size=200), st.lists(st.sampled_from([word for _, word in WORDS]), max_size=8).map(" ".join))
)
def test_no_text_raises_and_what_is_highlighted_lies_apart(text: str) -> None:
    query = Query(text, LIBRARY)
    for hit in query.hits():
        end_before = 0
        for start, end in query.spans(hit.excerpt):
            assert end_before <= start < end <= len(hit.excerpt)
            end_before = end


LONG = [
    "bridge " * 2000,
    "a" * 10_000,
    "江" * 10_000,
    "1 " * 5000,
    "bri dge " * 1000,
    "жq" * 5000,
    "1,111" * 2000,
    "1 000 " * 400,
    "." * 5000,
]
LONG += [" ".join(f"word{number}ing" for number in range(1500)), " ".join(word[::-1] for _, word in WORDS)]


@pytest.mark.parametrize("text", LONG)
def test_no_text_takes_long(text: str) -> None:
    DATABASE.search("xyzzy")
    started = time.thread_time()
    DATABASE.search(text)
    assert time.thread_time() - started < 0.05


def test_what_is_not_found_is_said() -> None:
    remarks: list[str] = []
    noted = open_database(note=remarks.append)
    for text in ("xyzzy", "wind turbine", "Moscow bridge"):
        noted.search(text)
    assert remarks == [
        "nothing in the database matches",
        "nothing in the database matches: it does not have “turbine”",
        "nothing in the database matches: no record has enough of these words",
    ]
