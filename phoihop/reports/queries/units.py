"""A report as units two people may write apart: the text under a clause, a figure, a row of a table."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from phoihop.core.numbers import decimal_words, read_decimal
from phoihop.reports.calculations.form_parts import FormPart, PartKind
from phoihop.reports.calculations.merging import Unit, mark_of
from phoihop.reports.calculations.tables import cell_typed, cell_words
from phoihop.reports.content import FigureInput, ReportInput, RowInput
from phoihop.reports.models import Report
from phoihop.reports.queries.forms import Form
from phoihop.reports.queries.working_copy import ReportRows, rows_of
from phoihop.targets.statuses import FigureState

_FIGURE = ("state", "numerator", "denominator", "note")
COMMON = ("overview", "shortcomings", "recommendations")


def plain(text: str) -> str:
    """A text as it is kept and compared: browsers send other line ends than they were given."""
    return text.replace("\r\n", "\n").strip()


def stored_units(report: Report) -> dict[str, Unit]:
    """What the working copy holds now, by name of unit; one query."""
    return units_of(report, rows_of(report))


def units_of(report: Report, rows: ReportRows) -> dict[str, Unit]:
    """What these rows of a report hold, by name of unit."""
    units: dict[str, Unit] = {f"chung-{name}": {"text": getattr(report, name)} for name in COMMON}
    units["chung-is_nil"] = {"text": "1" if report.is_nil else ""}
    units |= {f"muc-{row.clause_id}": {"text": row.text} for row in rows.sections}
    units |= {f"phan-{row.key}": {"text": row.text} for row in rows.texts}
    units |= {
        f"so-{row.target_id}": _figure(row.state, row.numerator, row.denominator, row.note)
        for row in rows.figures
    }
    for table in rows.tables:
        units |= {f"bang-{table.key}-{row['id']}": _row(row["cells"]) for row in table.rows}
    return units


def typed_units(content: ReportInput) -> dict[str, Unit]:
    """What somebody typed, by the same names."""
    given = {name: getattr(content, name) for name in COMMON}
    units: dict[str, Unit] = {
        f"chung-{name}": {"text": plain(text)} for name, text in given.items() if text is not None
    }
    if content.is_nil is not None:
        units["chung-is_nil"] = {"text": "1" if content.is_nil else ""}
    units |= {f"muc-{clause_id}": {"text": plain(text)} for clause_id, text in content.sections.items()}
    units |= {f"phan-{key}": {"text": plain(text)} for key, text in content.texts.items()}
    for figure in content.figures:
        units[f"so-{figure.target_id}"] = _figure(
            figure.state, figure.numerator, figure.denominator, figure.note
        )
    for key, rows in content.tables.items():
        units |= {f"bang-{key}-{row.id}": _row(row.cells) for row in rows}
    return units


def _figure(state: str, numerator: Decimal | None, denominator: Decimal | None, note: str) -> Unit:
    if not state:
        return {}
    return {
        "state": state, "numerator": _number(numerator), "denominator": _number(denominator),
        "note": plain(note),
    }  # fmt: skip


def _number(value: Decimal | None) -> str:
    return "" if value is None else decimal_words(value)


def _row(cells: list[str] | tuple[str, ...]) -> Unit:
    return {f"{place}": cell for place, cell in enumerate(cells)}


def only(content: ReportInput, names: frozenset[str]) -> ReportInput:
    """Of what was typed those units only."""
    common = {name: getattr(content, name) if f"chung-{name}" in names else None for name in COMMON}
    return ReportInput(
        sections={pk: text for pk, text in content.sections.items() if f"muc-{pk}" in names},
        figures=[figure for figure in content.figures if f"so-{figure.target_id}" in names],
        is_nil=content.is_nil if "chung-is_nil" in names else None,
        texts={key: text for key, text in content.texts.items() if f"phan-{key}" in names},
        tables={
            key: [row for row in rows if f"bang-{key}-{row.id}" in names]
            for key, rows in content.tables.items()
        },
        **common,
    )


def marks_of(units: Mapping[str, Unit]) -> dict[str, str]:
    """The mark of every unit that says something, for a page to carry."""
    return {name: mark_of(unit) for name, unit in units.items() if any(unit.values())}


def fields_of(name: str, unit: Unit, form: Form) -> dict[str, str]:
    """The fields of the form with what they show for a unit."""
    kind, _, rest = name.partition("-")
    if kind == "chung":
        return {rest: unit["text"]}
    if kind in {"muc", "phan"}:
        return {f"{name}-text": unit["text"]}
    if kind == "so":
        return {f"{name}-{part}": unit.get(part, "") for part in _FIGURE}
    return _cells(name, rest, unit, form)


def _cells(name: str, rest: str, unit: Unit, form: Form) -> dict[str, str]:
    part = table_of(form, rest.partition("-")[0])
    if part is None:
        return {}
    return {
        f"{name}-{column.key}": cell_typed(column, unit.get(str(place), ""))
        for place, column in enumerate(part.columns)
    }


def table_of(form: Form, key: str) -> FormPart | None:
    """The table of that key."""
    return next((part for part in form.of_kind(PartKind.TABLE) if part.key == key), None)


def unit_label(name: str, form: Form, titles: Mapping[str, str]) -> str:
    """A unit as sentences name it; `titles` are those of clauses and targets by unit name."""
    kind, _, rest = name.partition("-")
    if name in titles:
        return titles[name]
    if kind == "chung":
        wanted = {"is_nil": "Không phát sinh"} | {
            part.kind.value: part.title for part in form.parts if part.kind.value in COMMON
        }
        return wanted.get(rest, rest)
    key = rest.partition("-")[0]
    return next((part.title for part in form.parts if part.key == key), "Phần khác")


def input_of(name: str, unit: Unit) -> ReportInput:
    """One unit as what somebody typed; the other way round from `typed_units`."""
    kind, _, rest = name.partition("-")
    text = unit.get("text", "")
    if kind == "chung" and rest == "is_nil":
        return ReportInput(is_nil=bool(text))
    if kind == "chung" and rest in COMMON:
        return replace(ReportInput(), **{rest: text})  # type: ignore[arg-type]
    if kind == "muc":
        return ReportInput(sections={int(rest): text})
    if kind == "phan":
        return ReportInput(texts={rest: text})
    if kind == "so":
        return ReportInput(figures=[_figure_input(int(rest), unit)])
    key, _, row_id = rest.partition("-")
    cells = tuple(unit[place] for place in sorted(unit, key=int))
    return ReportInput(tables={key: [RowInput(row_id, cells)]})


def _figure_input(target_id: int, unit: Unit) -> FigureInput:
    numerator, denominator = unit.get("numerator"), unit.get("denominator")
    return FigureInput(
        target_id,
        unit.get("state", ""),
        read_decimal(numerator) if numerator else None,
        read_decimal(denominator) if denominator else None,
        unit.get("note", ""),
    )


def unit_words(name: str, unit: Unit | None, form: Form) -> str:
    """A unit in words, for two people's to stand side by side."""
    if unit is None or not any(unit.values()):
        return ""
    if name.startswith("so-"):
        return _figure_words(unit)
    if name.startswith("bang-"):
        part = table_of(form, name.split("-")[1])
        cells = [unit[place] for place in sorted(unit, key=int)]
        columns = part.columns if part else ()
        said = zip(columns, cells, strict=False)
        return "\n".join(f"{column.title}: {cell_words(column, cell)}" for column, cell in said if cell)
    return "có" if name == "chung-is_nil" else unit["text"]


def _figure_words(unit: Unit) -> str:
    number = "/".join(unit[part] for part in ("numerator", "denominator") if unit.get(part))
    state = str(FigureState(unit["state"]).label)
    return "\n".join(filter(None, [number, f"Trạng thái: {state}", unit.get("note", "")]))
