"""The currencies of amounts: one row a currency, by ISO 4217. To add a currency is to add a row."""

import re
from typing import NamedTuple

_ONLY_DOLLARS = r"(?<!\bus )(?<!\bu\.s\. )(?<!\bamerican )\bdollars?\b"


class Currency(NamedTuple):
    """A currency.

    Attributes:
        code: ISO 4217.
        label: What it is called in English; `russian` and `chinese` in the other languages.
        also: What else people write, set apart by semicolons.
        words: A pattern of the words that say it in an English text; empty for one in which no figure is stated, and
            into which amounts are only converted.
    """

    code: str
    label: str
    russian: str
    chinese: str
    also: str
    words: str = ""

    @property
    def is_stated(self) -> bool:
        """Whether figures are stated in it, and not only converted into it."""
        return bool(self.words)


CURRENCIES: tuple[Currency, ...] = (
    Currency(
        "USD",
        "US dollar",
        "доллар США",
        "美元",
        "dollar; dollars; US dollars; $; US$; доллар; доллары; доллара; долларов; долларов США; долл.; долл. США",
        words=r"\bUSD\b|\bdollars?\b|\$",
    ),
    Currency(
        "CNY",
        "yuan",
        "юань",
        "人民币",
        "RMB; renminbi; Chinese yuan; ¥; юани; юаня; юаней; 元",
        words=r"\b(?:RMB|CNY|yuan|renminbi)\b|¥",
    ),
    Currency(
        "RUB",
        "rouble",
        "рубль",
        "卢布",
        "ruble; roubles; rubles; Russian rouble; RUR; ₽; рубли; рубля; рублей; руб.",
        words=r"\b(?:RUB|rou?bles?)\b|₽",
    ),
    Currency(
        "EUR",
        "euro",
        "евро",
        "欧元",
        "euros; €",
    ),
)
CURRENCY_CODES = tuple(row.code for row in CURRENCIES)
STATED_CODES = tuple(row.code for row in CURRENCIES if row.is_stated)


def leaves_open(words: str) -> bool:
    """Whether words speak of dollars, and leave open whose: `1.5 billion dollars`."""
    words = words.lower()
    return "dollar" in words and re.search(_ONLY_DOLLARS, words) is not None
