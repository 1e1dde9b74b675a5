"""Which words are one, and which misspelling is near enough to a word to be taken for it."""

import random

import pytest

import rucn
from rucn.queries.search import Library
from rucn.queries.search.misspelt import mistakes, nearest
from rucn.queries.search.words import content_words, folded_words, kin, stem, wanted_words

LIBRARY = Library(rucn.open().dataset)
KNOWN = [word for word in LIBRARY.bearers if word.isascii() and word.isalpha()]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Irkutsk Region’s trade", ["irkutsk", "region", "trade"]),
        ("cross-border, waste-processing", ["cross", "border", "waste", "processing"]),
        ("SÃO Paulo", ["sao", "paulo"]),
        ("Россий\u0306ский край, ёлка", ["российский", "край", "елка"]),
        ("浙江省 Zhejiang", ["浙江省", "zhejiang"]),
        ("964,000,000 and 27,9 and 27.90 and 6.5", ["964", "million", "27.9", "27.9", "6.5"]),
        ("投资10亿美元", ["投资", "1", "billion", "美元"]),
        ("USD4bn, RMB27.9bn", ["usd", "4", "billion", "rmb", "27.9", "billion"]),
        ("zip 00501, 1.2.3", ["zip", "00501", "1.2.3"]),
        ("во\u00adда wo\u200bod", ["вода", "wood"]),
        ("2018-S1, the 2000’s", ["2018", "s1", "2000"]),
        ("the of and!", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert content_words(text) == words


def test_offsets_are_those_of_the_text() -> None:
    text = "Якутия’s 16 districts, 27.9 % — 浙江"
    assert [text[start:end] for _, (start, end) in folded_words(text)] == [
        "Якутия",
        "s",
        "16",
        "districts",
        "27.9",
        "浙江",
    ]
    found = folded_words("1500 million and 2,000,000")
    assert found == [("1.5", (0, 4)), ("billion", (5, 12)), ("and", (13, 16)), ("2", (17, 26)), ("million", (17, 26))]


@pytest.mark.parametrize(
    "typed",
    [
        *("27 900 000 000", "27,900,000,000", "27.900.000.000", "27’900’000’000", "27\u202f900\u00a0000\u2009000"),
        *(
            "279亿",
            "２７.９ bn",
            "２７．９ bn",
            "27,9 млрд",
            "27,9 миллиардов",
            "27900 million",
            "2.79e10",
            "27900000000",
        ),
    ],
)
def test_a_number_is_that_number_however_it_is_written(typed: str) -> None:
    assert wanted_words(typed, 9) == ["27.9", "billion"]


@pytest.mark.parametrize(
    ("mixed", "word"),
    [
        ("woоd", "wood"),
        ("лec", "лес"),
        ("Вeijing", "beijing"),
        ("sаkhаlin", "sakhalin"),
        ("иpкутск", "иркутск"),
        ("жz", "жz"),
    ],
)
def test_letters_that_look_alike_are_of_one_script(mixed: str, word: str) -> None:
    assert wanted_words(mixed, 9) == [word]


def test_amounts_are_read_as_tables_write_them() -> None:
    assert wanted_words("CNY 27.9 bn", 9) == ["cny", "27.9", "billion"]
    assert wanted_words("4 млрд", 9) == ["4", "billion"]
    assert wanted_words("m bn", 9) == ["m", "bn"]


@pytest.mark.parametrize(
    "words",
    [
        "bridge bridges",
        "process processing processed processes",
        "city cities",
        "invest investment investments investing",
        "export exports exported exporting",
        "region regions regional",
        "import imports imported",
        "мост мосты мостов",
    ],
)
def test_forms_of_one_word(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "words", ["invest investors", "economy economic", "commerce commercial", "producers production"]
)
def test_words_derived_from_one_another(words: str) -> None:
    assert len({kin(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "port portal",
        "export expo",
        "import important",
        "governor government",
        "policy police",
        "time timely",
        "count country",
    ],
)
def test_what_looks_alike_and_is_something_else(words: str) -> None:
    assert len({kin(word) for word in words.split()}) == 2


@pytest.mark.parametrize(
    ("written", "meant", "far"),
    [
        ("brige", "bridge", 1),  # a letter left out
        ("brdige", "bridge", 1),  # two swapped
        ("briddge", "bridge", 1),  # one doubled
        ("bridhe", "bridge", 1),  # a neighbouring key
        ("bredge", "bridge", 1),  # another vowel
        ("brimge", "bridge", 1.5),  # any other letter
        ("cridge", "bridge", 2),  # the first letter
        ("мсот", "мост", 1),
        ("bridge", "bridge", 0),
    ],
)
def test_mistakes(written: str, meant: str, far: float) -> None:
    assert mistakes(written, meant) == far


OTHER_WORDS = (
    "portal corporation wealth easily treated alone reward host vocal banning weights dedication hears glowing"
)


@pytest.mark.parametrize("word", OTHER_WORDS.split())
def test_another_word_is_not_taken_for_a_misspelt_one(word: str) -> None:
    assert nearest(word, KNOWN) == []


def _slips(word: str, chance: random.Random) -> list[str]:
    """A word with a letter left out, swapped with the next, or doubled."""
    at = chance.randrange(1, len(word) - 1)
    left_out = word[:at] + word[at + 1 :]
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return [left_out, swapped, word[:at] + word[at] + word[at:]]


def test_every_longer_word_is_found_with_a_slip_in_it() -> None:
    chance = random.Random(1)
    slips = [(slip, word) for word in KNOWN if len(word) > 5 for slip in _slips(word, chance) if slip not in KNOWN]
    found = [word in nearest(slip, KNOWN) for slip, word in slips]
    assert len(found) > 1000
    assert sum(found) / len(found) > 0.99
