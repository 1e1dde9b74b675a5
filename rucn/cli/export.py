"""The command that hands all records to other programs."""

from pathlib import Path
from typing import Annotated

import typer

from rucn.cli.command import Question
from rucn.cli.completion import file_name
from rucn.cli.parameters import open_asked
from rucn.cli.paths import file_path
from rucn.cli.signals import in_order
from rucn.model.errors import printable
from rucn.render.answer import Answer


def export(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            parser=file_path,
            help="A FILE.sqlite or FILE.xlsx, or a FOLDER.csv or FOLDER.parquet.",
            autocompletion=file_name,
        ),
    ],
) -> Answer:
    """All records as SQLite, Excel, a folder of CSV or of Parquet.

    One table a kind of record. Excel and Parquet need the extra: pip install 'rucn[export]'.
    """
    from rucn.render.export.save import form_of, save_tables

    question: Question = context.obj
    form_of(file)
    database = open_asked(context)
    with in_order():
        written, notes = save_tables(file, database.everything(), question.excel)
    question.notes.extend([*notes, f"{printable(str(file), 120)} is written"])
    return Answer("exported_table", written)
