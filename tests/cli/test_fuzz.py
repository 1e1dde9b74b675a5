"""Some hundred cases of what nobody would ask, new ones each time; `scripts/fuzz.py` tries as many as one likes."""

from hypothesis import HealthCheck, given, settings

from scripts import fuzz

# A failure prints its case, and what leads to it again.
FEW = settings(deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])


@settings(FEW, max_examples=120)
@given(**fuzz.LINES)
def test_command_lines_end_as_they_have_to(line: list[str], terminal: bool) -> None:
    fuzz.line_holds(line, terminal)


@settings(FEW, max_examples=30)
@given(**fuzz.DAMAGES)
def test_damaged_databases_end_as_they_have_to(files: dict[str, bytes], question: list[str], terminal: bool) -> None:
    fuzz.damage_holds(files, question, terminal)
