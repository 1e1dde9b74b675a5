"""`rucn resolve --csv`: a table comes back with codes beside the names, and all else as it was."""

import csv
import io
import os
import pty
import random
import subprocess
import time
from pathlib import Path

import pytest

from tests.conftest import PROGRAM, ROOT, Program, clean

# What stands in a line of CSV whose only cell is empty.
EMPTY = '""'
TABLE = (
    'id;region;"no te"\r\n1;"Омская, обл";"a\r\nb"\r\n2;Чжэцзян;"say ""hi"""\r\n'
    "3;Altai;\r\n\r\n4;Tulsa\r\n5;irkutks;q;w\r\n6;;"
)
RESOLVED = [
    'id;region;"no te";code;match\r\n',
    '1;"Омская, обл";"a\r\nb";RU-OMS;exact\r\n',
    '2;Чжэцзян;"say ""hi""";CN-ZJ;exact\r\n',
    "3;Altai;;;ambiguous\r\n",
    "\r\n",
    "4;Tulsa;;;none\r\n",
    "5;irkutks;q;w;RU-IRK;fuzzy\r\n",
    "6;;;;none",
]


def _file(folder: Path, content: str | bytes, name: str = "data.csv") -> str:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def test_all_but_the_added_columns_stays_as_it_was(program: Program, tmp_path: Path) -> None:
    ran = program("resolve", "--csv", _file(tmp_path, TABLE), "--column", "region", "--add", "code,match")
    assert (ran.code, ran.out) == (0, "".join(RESOLVED))
    assert "data.csv is read as UTF-8, parted by semicolons" in ran.err
    assert "6 rows, 5 distinct names: 3 resolved (exact 2, fuzzy 1), 1 ambiguous, 1 refused, 1 empty" in ran.err
    assert "1 resolved by a guess (fuzzy): look at them" in ran.err
    assert "row 4 has 2 cells, and the first 3" in ran.err


@pytest.mark.parametrize(
    ("encoding", "mark", "names"),
    [
        ("utf-8", b"\xef\xbb\xbf", ["Омск", "浙江", "Ürümqi"]),
        ("utf-16-le", b"\xff\xfe", ["Омск", "浙江", "Ürümqi"]),
        ("utf-16-be", b"\xfe\xff", ["Омск", "浙江", "Ürümqi"]),
        ("cp1251", b"", ["Омск", "Чжэцзян", "Урумчи"]),
        ("gb18030", b"", ["Омск", "浙江", "乌鲁木齐"]),
    ],
)
def test_a_table_keeps_its_encoding(
    program: Program, tmp_path: Path, encoding: str, mark: bytes, names: list[str]
) -> None:
    rows = [f"{number}\t{name}" for number, name in enumerate(names)]
    path = _file(tmp_path, mark + "\r\n".join(["n\tимя", *rows, ""]).encode(encoding))
    out = tmp_path / "out.csv"
    named = [] if mark else ["--encoding", encoding]
    ran = program("resolve", "--csv", path, "--column", "имя", "--add", "code,name", *named, "-o", str(out))
    assert ran.code == 0, ran.err
    written = out.read_bytes()
    assert written.startswith(mark)
    header, *lines, end = written[len(mark) :].decode(encoding).split("\r\n")
    assert (header, end) == ("n\tимя\tcode\tname", "")
    urumqi = "Urumqi" if encoding == "cp1251" else "Ürümqi"
    found = ["\tRU-OMS\tOmsk", "\tCN-ZJ\tZhejiang Province", f"\tCN-XJ\t{urumqi}"]
    assert lines == [row + more for row, more in zip(rows, found, strict=True)]


REFUSED = [
    # the table, the options, the exit code, the message
    ("имя\nОмск\n".encode("cp1251"), ["--column", "1"], 2, "is not text in UTF-8; --encoding names another"),
    ('a,b\n1,"x\n2,y\n', ["--column", "a"], 2, "a quotation mark in line 2 of"),
    ("", ["--column", "a"], 2, "is empty"),
    ("a,b\n1,2\n", ["--column", "c"], 2, "there is no column “c”; there are a, b"),
    ("a,b\n1,2\n", ["--column", "3"], 2, "there is no column “3”"),
    ("a,a\n1,2\n", ["--column", "a"], 2, "columns 1 and 2 are both called “a”"),
    ("a,b\n1,2\n", [], 2, "--column names the column"),
    ("a,b\n1,2\n", ["--column", "a", "--json"], 2, "leave out --json"),
    ("a,b\n1,2\n", ["--column", "a", "--limit", "1"], 2, "leave out --limit"),
    ("a,b\n1,2\n", ["--column", "a", "--add", "x"], 2, "“x” cannot be added"),
    ("a,b\n1,2\n", ["--column", "a", "--codes", "x"], 1, "no codes are called “x”"),
    ("a,b\n1,2\n", ["--column", "a", "--match", "x"], 1, "no name is found by “x”"),
    ("a,b\n1,2\n", ["--column", "a", "--min-score", "200"], 2, "--min-score needs a number from 0 to 100"),
    ("a,b\n1,2\n", ["--column", "a", "--delimiter", ",,"], 2, "--delimiter needs one character"),
    ("a,b\n1,2\n", ["--column", "a", "--sheet", "x"], 2, "--sheet is for an Excel file"),
    ("a,b\n1,2\n", ["--column", "a", "Omsk"], 2, "names and --csv are two questions"),
]


@pytest.mark.parametrize(("table", "options", "code", "message"), REFUSED)
def test_what_cannot_be_done_is_said_in_a_line(
    program: Program, tmp_path: Path, table: str | bytes, options: list[str], code: int, message: str
) -> None:
    ran = program("resolve", "--csv", _file(tmp_path, table), *options)
    assert ran.code == code
    assert message in ran.err
    assert "Traceback" not in ran.err


def test_no_table_is_a_usage_error(program: Program, tmp_path: Path) -> None:
    assert program("resolve", "--csv", str(tmp_path / "none.csv"), "--column", "a").code == 2
    assert program("resolve", "--csv", str(tmp_path), "--column", "a").code == 2
    ran = program("resolve", "Omsk", "--column", "a")
    assert (ran.code, "--column is for a table" in ran.err) == (2, True)


def test_a_file_given_as_a_name_is_told_how_to_be_read(program: Program, tmp_path: Path) -> None:
    path = _file(tmp_path, TABLE)
    ran = program("resolve", path)
    assert ran.code == 0
    assert "is a file; `rucn resolve --csv FILE --column NAME` resolves a column of it" in ran.err


COLUMNS = [
    # the table, the column, what is found in its only row
    ("Region ,b\nOmsk,1\n", "region", "RU-OMS"),
    ("2,b\nOmsk,1\n", "2", "RU-OMS"),
    ("a\tb,c\nOmsk\t1,5\n", "a", "RU-OMS"),
    ("region;value,usd\nOmsk;1,5\n", "region", "RU-OMS"),
    ("region\nOmsk, Russia\n", "region", "RU-OMS"),
]


@pytest.mark.parametrize(("table", "column", "code"), COLUMNS)
def test_a_column_is_found(program: Program, tmp_path: Path, table: str, column: str, code: str) -> None:
    ran = program("resolve", "--csv", _file(tmp_path, table), "--column", column, "--add", "code")
    if ran.out.count(code) != 1:
        # One cell with a comma in it is only told from two by quotation marks.
        assert table.count(",") == 1
        ran = program(
            "resolve", "--csv", _file(tmp_path, table), "--column", column, "--add", "code", "--delimiter", "tab"
        )
    assert ran.out.count(code) == 1


def test_a_table_without_a_header_or_with_quotation_marks_in_cells(program: Program, tmp_path: Path) -> None:
    path = _file(tmp_path, '1\tOmsk\t5" pipe\n2\t"Tver\t\n')
    ran = program("resolve", "--csv", path, "--column", "2", "--no-header", "--no-quotes", "--add", "code")
    assert ran.out == '1\tOmsk\t5" pipe\tRU-OMS\n2\t"Tver\t\tRU-TVE\n'


def test_an_added_column_does_not_take_the_name_of_another(program: Program, tmp_path: Path) -> None:
    ran = program("resolve", "--csv", _file(tmp_path, "Code,name,r\n1,2,Omsk\n"), "--column", "r")
    assert ran.out.splitlines() == [
        "Code,name,r,rucn_code,rucn_name,match,score",
        "1,2,Omsk,RU-OMS,Omsk Region,exact,100",
    ]


PARENTS = [
    # name, parent, code, match
    ("Кировск", "Мурманская область", "RU-MUR", "exact"),
    ("Кировск", "Ленинградская обл.", "RU-LEN", "exact"),
    ("Кировск", "", "", "ambiguous"),
    ("Благовещенск", "Башкортостан", "RU-BA", "exact"),
    ("Сургут", "Тюменская область", "RU-KHM", "exact"),
    ("Ленинский район", "Тульская область", "RU-TUL", "exact"),
    ("朝阳区", "北京市", "CN-BJ", "exact"),
    ("поселок без имени", "Иркутская", "RU-IRK", "parent"),
    ("", "Иркутская", "RU-IRK", "parent"),
    ("Казань", "Иркутская область", "", "ambiguous"),
    ("Киров", "Киевская область", "", "ambiguous"),
    ("Братск", "Россия", "RU-IRK", "exact"),
    ("Братск", "Китай", "", "none"),
]


def test_another_column_says_where_a_place_is(program: Program, tmp_path: Path) -> None:
    lines = ["region,city", *(f"{parent},{name}" for name, parent, _, _ in PARENTS)]
    path = _file(tmp_path, "\n".join(lines))
    ran = program("resolve", "--csv", path, "--column", "city", "--parent", "region", "--add", "code,match")
    found = [line.split(",")[2:] for line in ran.out.splitlines()[1:]]
    assert found == [[code, match] for _, _, code, match in PARENTS]


CODES = [
    # system, code, region
    ("tax", "77", "RU-MOW"),
    ("tax", "7705", "RU-MOW"),
    ("tax", "1", "RU-AD"),
    ("tax", "0100000000000", "RU-AD"),
    ("okato", "77", "RU-CHU"),
    ("okato", "25401000000", "RU-IRK"),
    ("okato", "71100000000", "RU-KHM"),
    ("okato", "71140000000", "RU-YAN"),
    ("okato", "1000000000", "RU-ALT"),
    ("oktmo", "71800000", "RU-KHM"),
    ("GB/T 2260", "110000", "CN-BJ"),
    ("gb2260", "230102.0", "CN-HL"),
    ("gb2260", "990000", ""),
    ("fips", "RS20", "RU-IRK"),
    ("fips", "CH-08", "CN-HL"),
    ("geonames", "RU.20", "RU-IRK"),
    ("hasc", "CN.HE", "CN-HA"),
    ("iso", "ru_irk", "RU-IRK"),
    ("iso", "IRK", "RU-IRK"),
    ("iso", "CN-54", "CN-XZ"),
    ("tax", "Омск", "RU-OMS"),
]


@pytest.mark.parametrize(("system", "code", "region"), CODES)
def test_a_column_may_hold_codes(program: Program, tmp_path: Path, system: str, code: str, region: str) -> None:
    path = _file(tmp_path, f"r\n{code}\n")
    ran = program("resolve", "--csv", path, "--column", "r", "--codes", system, "--add", "code", "--delimiter", ";")
    assert ran.out == f"r;code\n{code};{region}\n"
    assert (
        program("resolve", code, "--codes", system, "--format", "csv", "--fields", "code").out
        == f"code\n{region or EMPTY}\n"
    )


def test_a_number_is_no_code_unless_it_is_said(program: Program) -> None:
    assert program("resolve", "77", "--format", "csv", "--fields", "code").out == f"code\n{EMPTY}\n"


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (["--match", "exact,alias"], ["RU-OMS", "CN-ZJ", "", "", "", ""]),
        (["--min-score", "90"], ["RU-OMS", "CN-ZJ", "", "", "", ""]),
        (["--country", "china"], ["", "CN-ZJ", "", "", "", ""]),
    ],
)
def test_guesses_are_switched_off(program: Program, tmp_path: Path, options: list[str], codes: list[str]) -> None:
    ran = program("resolve", "--csv", _file(tmp_path, TABLE), "--column", "region", "--add", "code", *options)
    rows = [row for row in csv.reader(io.StringIO(ran.out), delimiter=";") if row][1:]
    assert [row[4 if row[0] == "5" else 3] for row in rows] == codes
    assert ("left out by --match or --min-score" in ran.err) == ("--country" not in options)


def test_what_is_left_is_listed_filled_in_and_read_back(program: Program, tmp_path: Path) -> None:
    path, left = _file(tmp_path, TABLE + "\r\n7;Altai;\r\n"), tmp_path / "left.csv"
    asked = ["resolve", "--csv", path, "--column", "region", "--add", "code,match", "--strict"]
    ran = program(*asked, "--unresolved", str(left))
    assert ran.code == 1
    assert f"{left} is written" in ran.err
    rows = list(csv.DictReader(left.read_text(encoding="utf-8-sig").splitlines()))
    assert [(row["query"], row["rows"], row["match"], row["code"]) for row in rows] == [
        ("Altai", "2", "ambiguous", ""),
        ("Tulsa", "1", "none", ""),
    ]
    assert rows[0]["suggestions"] == "Altai Republic (RU-AL); Altai Territory (RU-ALT)"
    filled = left.read_text(encoding="utf-8").replace("ambiguous,,", "ambiguous,RU-ALT,").replace("none,,", "none,-,")
    left.write_text(filled, encoding="utf-8")
    again = program(*asked, "--overrides", str(left))
    assert again.code == 0
    assert "3;Altai;;RU-ALT;override\r\n" in again.out
    assert "4;Tulsa;;;override\r\n" in again.out


def test_what_is_left_is_not_written_over_what_is_read(program: Program, tmp_path: Path) -> None:
    path, filled = _file(tmp_path, TABLE), _file(tmp_path, "query,code\nAltai,RU-ALT\n", "filled.csv")
    asked = ["resolve", "--csv", path, "--column", "region", "--overrides", filled]
    for read in (path, filled):
        before = Path(read).read_bytes()
        ran = program(*asked, "--unresolved", read)
        assert (ran.code, ran.out) == (2, "")
        assert f"--unresolved would be written over {read}" in ran.err
        assert Path(read).read_bytes() == before


def test_texts_longer_than_any_name_are_counted_and_not_listed(program: Program, tmp_path: Path) -> None:
    texts = [f"{number} {'word ' * 100}" for number in range(3)]
    path, left = _file(tmp_path, "\n".join(["r", *texts, "Tulsa", ""])), tmp_path / "left.csv"
    ran = program("resolve", "--csv", path, "--column", "r", "--unresolved", str(left))
    assert "4 rows, 4 distinct names: 0 resolved, 0 ambiguous, 4 refused" in ran.err
    assert "3 rows without a code are not listed" in ran.err
    assert [line.split(",")[0] for line in left.read_text(encoding="utf-8-sig").splitlines()] == ["query", "Tulsa"]


def test_a_name_like_a_formula_is_text_in_what_is_left(program: Program, tmp_path: Path) -> None:
    path, left = _file(tmp_path, "r\n=1+2\n"), tmp_path / "left.csv"
    program("resolve", "--csv", path, "--column", "r", "--unresolved", str(left))
    assert left.read_text(encoding="utf-8-sig").splitlines()[1].startswith("'=1+2,")
    left.write_text(left.read_text(encoding="utf-8").replace("none,,", "none,RU-IRK,"), encoding="utf-8")
    ran = program("resolve", "--csv", path, "--column", "r", "--overrides", str(left), "--add", "code")
    assert ran.out == "r,code\n=1+2,RU-IRK\n"


def test_a_code_of_a_person_has_to_be_one(program: Program, tmp_path: Path) -> None:
    wrong = _file(tmp_path, "query,code\nAltai,RU-XX\n", "wrong.csv")
    ran = program("resolve", "Altai", "--overrides", wrong)
    assert ran.code == 2
    assert "“RU-XX” in" in ran.err
    assert program("resolve", "Altai", "--overrides", str(tmp_path / "none.csv")).code == 2


def test_strict_tells_names_without_a_code(program: Program) -> None:
    assert program("resolve", "Omsk", "--strict", "--json").code == 0
    assert program("resolve", "Omsk", "Tulsa", "--strict", "--json").code == 1


def test_an_excel_file_comes_back_as_one(program: Program, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    book = openpyxl.Workbook()
    book.active.title = "Data"
    for row in (["id", "region"], [1, "Омская область"], [], [2, "=1+1"], [3, "Altai"]):
        book.active.append(row)
    book["Data"]["A1"].font = openpyxl.styles.Font(bold=True)
    book.create_sheet("Other").append(["untouched"])
    path, out = tmp_path / "data.xlsx", tmp_path / "out.xlsx"
    book.save(path)
    ran = program("resolve", "--csv", str(path), "--column", "region", "--add", "code,score", "-o", str(out))
    assert ran.code == 0, ran.err
    back = openpyxl.load_workbook(out)
    assert [row for row in back["Data"].iter_rows(values_only=True) if any(row)] == [
        ("id", "region", "code", "score"),
        (1, "Омская область", "RU-OMS", 100),
        (2, "=1+1", None, 0),
        (3, "Altai", None, 100),
    ]
    assert back["Data"]["A1"].font.b
    assert back["Other"]["A1"].value == "untouched"
    assert program("resolve", "--csv", str(path), "--column", "region", "--sheet", "None").code == 2
    no_book = _file(tmp_path, "x", "no.xlsx")
    assert "is no Excel file" in program("resolve", "--csv", no_book, "--column", "a").err


def test_at_a_terminal_the_notes_begin_a_line(window: Program, tmp_path: Path) -> None:
    ran = window("resolve", "--csv", _file(tmp_path, "r\nOmsk"), "--column", "r", "--add", "code")
    assert ran.out == "r,code\nOmsk,RU-OMS\n"


def test_a_row_is_answered_before_the_next_is_written() -> None:
    with subprocess.Popen(
        [*PROGRAM, "resolve", "--csv", "-", "--column", "r", "--add", "code"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=clean({}),
        cwd=ROOT,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"id,r\n1,Omsk\n")
        process.stdin.flush()
        assert process.stdout.readline() == b"id,r,code\n"
        assert process.stdout.readline() == b"1,Omsk,RU-OMS\n"
        process.stdin.write(b"2,Tver\n")
        process.stdin.flush()
        assert process.stdout.readline() == b"2,Tver,RU-TVE\n"
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def test_a_bar_tells_a_person_that_a_pipe_is_read(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    with (
        (tmp_path / "out.csv").open("wb") as out,
        subprocess.Popen(
            [*PROGRAM, "resolve", "--csv", "-", "--column", "r"],
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=theirs,
            env=clean({"TERM": "xterm"}),
            cwd=ROOT,
        ) as process,
    ):
        os.close(theirs)
        assert process.stdin is not None
        process.stdin.write(b"r\nOmsk\n")
        process.stdin.flush()
        time.sleep(0.5)
        process.stdin.close()
        shown = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:
                break
            if not piece:
                break
            shown += piece
    os.close(ours)
    assert b"resolving" in shown
    assert b"1 row, 1 distinct name:" in shown


def test_a_thousand_messy_names_come_back_whole(program: Program, tmp_path: Path) -> None:
    chance = random.Random(7)
    names = [
        "Омская обл.",
        "омская  область",
        "Иркуцк",
        "г. Москва",
        "Ленинский район",
        "Хабаровский край*",
        "",
        "Прочее",
    ]
    cells = [["x", 'a "b"', "c;d", "line\nbreak", "tab\there", "запятая, и", " пробел "][at % 7] for at in range(19)]
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([f"столбец {at}" for at in range(19)] + ["регион"])
    for _ in range(1_000):
        chance.shuffle(cells)
        writer.writerow([*cells, chance.choice(names)])
    path, out = _file(tmp_path, text.getvalue().encode("cp1251")), tmp_path / "out.csv"
    ran = program("resolve", "--csv", path, "--column", "регион", "--encoding", "cp1251", "-o", str(out))
    assert ran.code == 0, ran.err
    before = list(csv.reader(io.StringIO(text.getvalue()), delimiter=";"))
    after = list(csv.reader(io.StringIO(out.read_bytes().decode("cp1251")), delimiter=";"))
    assert [row[:20] for row in after] == before
    assert {len(row) for row in after} == {24}
    assert {row[19]: row[20] for row in after[1:]} == {
        "Омская обл.": "RU-OMS",
        "омская  область": "RU-OMS",
        "Иркуцк": "RU-IRK",
        "г. Москва": "RU-MOW",
        "Ленинский район": "",
        "Хабаровский край*": "RU-KHA",
        "": "",
        "Прочее": "",
    }
