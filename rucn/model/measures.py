"""What can be measured: one row a measure. To add a measure is to add a row."""

from typing import NamedTuple

from rucn.model.currencies import STATED_CODES

# The units a measure is stated in; of money, each currency in which figures are stated.
MONEY = STATED_CODES
PERCENT, TIMES, RANK, COUNT = ("percent",), ("times",), ("rank",), ("count",)
UNITS = (*MONEY, *PERCENT, *TIMES, *RANK, *COUNT)
# The scopes a measure may have.
TRADE = ("bilateral", "all_partners", "unclear")
GOODS = (*TRADE, "commodity")
WITH_ONE, OF_A_PROJECT, OF_A_COMMODITY = ("bilateral",), ("project",), ("commodity",)


class Measure(NamedTuple):
    """A measure, and all that the program knows of it.

    Attributes:
        code: As in records.
        label: What it is called in English; `russian` and `chinese` in the other languages.
        also: What else people write, set apart by semicolons.
        units: The units in which a figure of it is stated.
        scopes: The scopes that a figure of it may have.
        phrase: How it is told with a `{partner}` and the `{country}` of its region; empty where its label tells it.
        brief: The same where there is little room, or with a `{commodity}`; empty where there is no shorter way.
        scale: Measures of one scale are drawn to one scale in a chart; empty for a scale of its own.
        is_flow: Whether it adds up over time, so that a part of a year has less than the year.
        is_growth: Whether it is a growth rate, which has a sign and may be below zero.
        is_share: Whether it is a part of a whole, at most 100 percent.
        reported_units: Units in which other sources report it besides.
        told_by_name: Whether it belongs to a project or fund whose name tells whose it is.
        covers: The measures that are meant too where this one is asked for.
        family: Measures of one family are near each other; those without one are alone.
        may_be_in_words: Whether it may be put in words, without a number.
    """

    code: str
    label: str
    russian: str
    chinese: str
    also: str
    units: tuple[str, ...]
    scopes: tuple[str, ...]
    phrase: str = ""
    brief: str = ""
    scale: str = ""
    is_flow: bool = False
    is_growth: bool = False
    is_share: bool = False
    reported_units: tuple[str, ...] = ()
    told_by_name: bool = False
    covers: tuple[str, ...] = ()
    family: str = ""
    may_be_in_words: bool = False


ROWS = (
    Measure(
        "trade_volume",
        "trade volume",
        "объём торговли",
        "贸易额",
        "volume; оборот; 外贸; 外贸额; 进出口; 进出口额; 贸易总额; turnover; trade turnover; foreign trade volume;"
        " товарооборот; объём внешней торговли; внешнеторговый оборот; 贸易量",
        MONEY,
        TRADE,
        phrase="trade volume with {partner}",
        brief="trade with {partner}",
        scale="trade",
        is_flow=True,
        family="trade",
    ),
    Measure(
        "trade_growth",
        "trade growth",
        "рост торговли",
        "贸易增长",
        "growth; growth rate; рост; прирост; 增速; 同比; темп роста; рост товарооборота; 贸易增长率; 增长率",
        PERCENT,
        TRADE,
        phrase="growth of trade with {partner}",
        brief="growth with {partner}",
        scale="growth",
        is_growth=True,
        reported_units=TIMES,
        family="trade",
    ),
    Measure(
        "trade_share",
        "share of trade",
        "доля в торговле",
        "贸易份额",
        "share; trade share; доля; 份额; 比重",
        PERCENT,
        WITH_ONE,
        phrase="share of {partner} in foreign trade",
        brief="share of {partner}",
        scale="share",
        is_share=True,
        family="trade",
    ),
    Measure(
        "partner_rank",
        "rank among partners",
        "место среди партнёров",
        "伙伴排名",
        "rank; partner rank; ranking; place among partners; место; ранг; 排名",
        RANK,
        WITH_ONE,
        phrase="rank of {partner} among partners",
        brief="rank of {partner}",
        may_be_in_words=True,
        family="trade",
    ),
    Measure(
        "investment",
        "investment",
        "инвестиции",
        "投资额",
        "investments; investment volume; объём инвестиций; 投资",
        MONEY,
        TRADE,
        is_flow=True,
        family="money",
        covers=("project_investment",),
    ),
    Measure(
        "project_investment",
        "investment in projects",
        "инвестиции в проект",
        "项目投资",
        "project investment; cost of a project; project cost; стоимость проекта; 项目投资额",
        MONEY,
        OF_A_PROJECT,
        brief="investment",
        told_by_name=True,
        family="money",
    ),
    Measure(
        "project_count",
        "number of projects",
        "число проектов",
        "项目数量",
        "project count; projects; количество проектов; 项目数",
        COUNT,
        OF_A_PROJECT,
        brief="projects in {partner}",
        family="money",
    ),
    Measure(
        "fund_capital",
        "capital of a fund",
        "капитал фонда",
        "基金资本",
        "capital; fund capital; капитал; 资本; 基金规模",
        MONEY,
        OF_A_PROJECT,
        brief="capital",
        told_by_name=True,
        family="money",
    ),
    Measure(
        "supply_growth",
        "growth of supplies",
        "рост поставок",
        "供货增长",
        "supply growth; рост поставки",
        PERCENT,
        OF_A_COMMODITY,
        is_growth=True,
        may_be_in_words=True,
        brief="supplies of {commodity}",
        family="goods",
    ),
    Measure(
        "supply_multiple",
        "multiple of supplies",
        "кратный рост поставок",
        "供货倍数",
        "supply multiple; рост поставок в разы",
        TIMES,
        OF_A_COMMODITY,
        brief="supplies of {commodity}",
        family="goods",
    ),
    Measure(
        "tie_count",
        "number of ties",
        "число связей",
        "友好关系数量",
        "友城; 友城数量; tie count; number of twin cities; twin city count; число побратимов",
        COUNT,
        TRADE,
        brief="ties with {partner}",
    ),
    Measure(
        "bridge_count",
        "number of bridges",
        "число мостов",
        "桥梁数量",
        "bridge count; bridges; мосты; количество мостов",
        COUNT,
        TRADE,
        brief="bridges to {partner}",
    ),
    Measure(
        "exports",
        "exports",
        "экспорт",
        "出口额",
        "export; export volume; объём экспорта; 出口",
        MONEY,
        GOODS,
        phrase="exports to {partner}",
        scale="trade",
        is_flow=True,
        may_be_in_words=True,
        family="goods",
    ),
    Measure(
        "imports",
        "imports",
        "импорт",
        "进口额",
        "import; import volume; объём импорта; 进口",
        MONEY,
        TRADE,
        phrase="imports from {partner}",
        scale="trade",
        is_flow=True,
        family="goods",
    ),
    Measure(
        "export_growth",
        "growth of exports",
        "рост экспорта",
        "出口增长",
        "export growth; growth exports; 出口增速",
        PERCENT,
        TRADE,
        phrase="growth of exports to {partner}",
        scale="growth",
        is_growth=True,
        family="goods",
    ),
    Measure(
        "import_growth",
        "growth of imports",
        "рост импорта",
        "进口增长",
        "import growth; growth imports; 进口增速",
        PERCENT,
        TRADE,
        phrase="growth of imports from {partner}",
        scale="growth",
        is_growth=True,
        family="goods",
    ),
    Measure(
        "export_rank",
        "rank among buyers",
        "место по экспорту",
        "出口排名",
        "export rank; rank in exports",
        RANK,
        WITH_ONE,
        phrase="rank of {partner} among buyers",
        family="goods",
    ),
    Measure(
        "import_rank",
        "rank among suppliers",
        "место по импорту",
        "进口排名",
        "import rank; rank in imports",
        RANK,
        WITH_ONE,
        phrase="rank of {partner} among suppliers",
        family="goods",
    ),
    Measure(
        "import_share",
        "share of imports",
        "доля в импорте",
        "进口份额",
        "import share",
        PERCENT,
        WITH_ONE,
        phrase="share of {partner} in imports",
        scale="share",
        is_share=True,
        family="goods",
    ),
    Measure(
        "national_share",
        "share of the national total",
        "доля в торговле страны",
        "占全国比重",
        "national share; share of national trade",
        PERCENT,
        TRADE,
        phrase="share of {country}’s trade with {partner}",
        is_share=True,
        family="trade",
    ),
    Measure(
        "national_rank",
        "rank among the country’s regions",
        "место среди регионов страны",
        "全国排名",
        "national rank; rank in the country",
        RANK,
        TRADE,
        phrase="rank in {country} by trade with {partner}",
        family="trade",
    ),
)
MEASURES: dict[str, Measure] = {row.code: row for row in ROWS}
