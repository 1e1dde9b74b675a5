"""Excerpts are cut between words, around what is highlighted in them."""

from hypothesis import given
from hypothesis import strategies as st

from rucn.render.terminal.highlighting import LEEWAY, LEFT_OUT, highlight, shorten

TEXT = " ".join(f"word{number}" for number in range(100))


def test_it_is_cut_around_the_words() -> None:
    at = TEXT.index("word50")
    cut = shorten(TEXT, [(at, at + 6)], 60)
    assert cut.startswith(f"{LEFT_OUT}word4")
    assert cut.endswith(LEFT_OUT)
    assert abs(cut.index("word50") - 30) < 10


def test_where_most_words_stand_together_counts() -> None:
    spans = [(TEXT.index(word), TEXT.index(word) + 6) for word in ("word10", "word70", "word72")]
    assert "word70 word71 word72" in shorten(TEXT, spans, 60)


def test_a_short_text_is_whole_and_nothing_little_is_left_out() -> None:
    assert shorten("a bridge", [(2, 8)], 60) == "a bridge"
    assert shorten(TEXT[:70], [(0, 5)], 60) == TEXT[:70]


@given(
    st.lists(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=15), min_size=1, max_size=40),
    st.integers(0, 30),
    st.integers(40, 100),
)
def test_whole_words_of_the_text_within_the_length(words: list[str], at: int, length: int) -> None:
    text = " ".join(words)
    word = words[at % len(words)]
    start = len(" ".join([*words[: at % len(words)], ""]))
    cut = shorten(text, [(start, start + len(word))], length)
    assert len(cut) <= length + 2 * LEEWAY + 2
    assert word.rstrip(",;") in cut
    kept = cut if cut == text else cut.removeprefix(LEFT_OUT).removesuffix(LEFT_OUT)
    assert kept in text


def test_brackets_stand_where_nothing_can_be_highlighted() -> None:
    assert highlight("soy beans", [(0, 3), (4, 9)], styled=False).plain == "[soy] [beans]"
    assert highlight("soy beans", [(0, 3), (4, 9)]).plain == "soy beans"
