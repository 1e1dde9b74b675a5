"""A table as text: whatever stands in it, each record keeps its writing, and cells are what `csv` reads."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from rucn.tables.separated import Form, SeparatedTable, added, cells_written

CELLS = st.lists(
    st.lists(st.text(st.sampled_from('ab;,"\n\t| я中')), min_size=1, max_size=4).filter(any), min_size=1, max_size=5
)
FORMS = st.tuples(st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["utf-8", "utf-16-le"]))


def _table(content: bytes, form: Form) -> SeparatedTable:
    file = io.BufferedReader(io.BytesIO(content))
    return SeparatedTable(file, "table", form.encoding, form.delimiter)


@given(CELLS, FORMS)
def test_records_are_read_and_written_as_they_are(rows: list[list[str]], form: tuple[str, str, str]) -> None:
    delimiter, end, encoding = form
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(rows)
    table = _table(text.getvalue().encode(encoding), Form(encoding, delimiter))
    records = list(table)
    assert [record.cells for record in records] == rows
    assert "".join(record.written + record.end for record in records) == text.getvalue()


@given(CELLS, FORMS, st.lists(st.text(st.sampled_from('ab;,"\n я')), min_size=1, max_size=3))
def test_added_cells_are_read_back(rows: list[list[str]], form: tuple[str, str, str], more: list[str]) -> None:
    delimiter, end, encoding = form
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(rows)
    table = _table(text.getvalue().encode(encoding), Form(encoding, delimiter))
    width = max(map(len, rows))
    tail = cells_written(more, table.form)
    written = b"".join(added(record, tail, table.form, width) for record in table).decode(encoding)
    back = list(csv.reader(io.StringIO(written, newline=""), delimiter=delimiter))
    assert back == [[*row, *[""] * (width - len(row)), *more] for row in rows]
