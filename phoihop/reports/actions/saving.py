"""The working copy saved: as a whole, or merged with what others saved since the page was made."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.reports.actions.locking import check_editable, locked, touched
from phoihop.reports.calculations.figures import problem_of
from phoihop.reports.calculations.form_parts import FormPart, PartKind
from phoihop.reports.calculations.merging import Unit, mark_of, merged
from phoihop.reports.calculations.tables import MOST_ROWS, is_blank
from phoihop.reports.content import FigureInput, ReportInput, RowInput
from phoihop.reports.models import Report, ReportFigure, ReportTable, ReportText, ReportVariant
from phoihop.reports.queries.answering import targets_of
from phoihop.reports.queries.forms import Form, form_begun_with
from phoihop.reports.queries.units import COMMON, only, plain, stored_units, table_of, typed_units

_ROW_ID = re.compile(r"[a-z0-9]{1,24}", re.ASCII)


@dataclass(frozen=True)
class Saved:
    """What a merging save did: units written, units now waiting to be chosen from, and all as they stand."""

    report: Report
    written: frozenset[str] = field(default_factory=frozenset)
    clashing: frozenset[str] = field(default_factory=frozenset)
    units: Mapping[str, Unit] = field(default_factory=dict)


@transaction.atomic
def save_report(*, report: Report, content: ReportInput, version: int, by: Member, at: datetime) -> Report:
    """Write what is given; Conflict when somebody saved meanwhile, Refused for an impossible figure."""
    row = locked(report, version=version)
    check_editable(row, by)
    _write(row, content, at=at)
    return row


@transaction.atomic
def merge_report(
    *, report: Report, content: ReportInput, marks: Mapping[str, str], by: Member, at: datetime
) -> Saved:
    """Write what only this writer changed since the marks were made; what others changed stays.

    What both changed differently stays as stored, and this writer's is kept beside it until one is chosen
    (`settle_variant`): nothing typed is lost. Refused for an impossible figure. The same sent twice writes
    nothing the second time.
    """
    row = locked(report)
    check_editable(row, by)
    typed = typed_units(content)
    stored = stored_units(row)
    found = merged(stored=stored, typed=typed, marks=marks)
    if found.taken:
        _write(row, only(content, found.taken), at=at)
    _keep_variants(row, {name: typed[name] for name in found.clashing}, by=by, at=at)
    units = stored_units(row) if found.taken else stored
    return Saved(row, found.taken, found.clashing, units)


def _keep_variants(report: Report, values: Mapping[str, Unit], *, by: Member, at: datetime) -> None:
    if not values:
        return
    mine = report.variants.filter(by_person=by.person_id, settled_at=None, unit__in=list(values))
    known = {row.unit: row for row in mine}
    for row in known.values():
        row.value, row.at = dict(values[row.unit]), at
    ReportVariant.objects.bulk_update(known.values(), ["value", "at"])
    ReportVariant.objects.bulk_create(
        ReportVariant(report=report, unit=name, value=dict(value), by_person_id=by.person_id, at=at)
        for name, value in sorted(values.items())
        if name not in known
    )


@transaction.atomic
def settle_variant(
    *, variant: ReportVariant, content: ReportInput, seen: str, by: Member, at: datetime
) -> Report:  # fmt: skip
    """One text for what two people wrote: `content` holds the unit as chosen or put together.

    Refused when the stored one changed since the two were `seen` side by side (its mark), or when somebody
    has chosen already; the other text stays on record.
    """
    row = locked(variant.report)
    check_editable(row, by)
    open_one = ReportVariant.objects.select_for_update(of=("self",)).get(pk=variant.pk)
    if open_one.settled_at is not None:
        raise Refused("Đoạn này đã có người chọn rồi.")
    if mark_of(stored_units(row).get(open_one.unit)) != seen:
        raise Refused("Đoạn này vừa được sửa thêm. Hãy xem lại hai bản rồi chọn.")
    _write(row, only(content, frozenset({open_one.unit})), at=at)
    open_one.settled_at, open_one.settled_by_id = at, by.person_id
    open_one.save(update_fields=["settled_at", "settled_by"])
    return row


def _write(report: Report, content: ReportInput, *, at: datetime) -> None:
    form = form_begun_with(report.obligation)
    for name in COMMON:
        if getattr(content, name) is not None:
            setattr(report, name, plain(getattr(content, name)))
    if content.is_nil is not None:
        report.is_nil = content.is_nil
    _write_sections(report, content.sections)
    _write_texts(report, content.texts, form)
    _write_tables(report, content.tables, form)
    _write_figures(report, content.figures, form)
    touched(report, at=at, fields=[*COMMON, "is_nil"])


def _write_sections(report: Report, sections: Mapping[int, str]) -> None:
    if not sections:
        return
    rows = list(report.sections.filter(clause__in=list(sections)))
    for row in rows:
        row.text = plain(sections[row.clause_id])
    report.sections.bulk_update(rows, ["text"])


def _write_texts(report: Report, texts: Mapping[str, str], form: Form) -> None:
    known = {part.key for part in form.of_kind(PartKind.HEADING)}
    ReportText.objects.bulk_create(
        [ReportText(report=report, key=key, text=plain(text)) for key, text in texts.items() if key in known],
        update_conflicts=True,
        unique_fields=["report", "key"],
        update_fields=["text"],
    )


def _write_tables(report: Report, tables: Mapping[str, Sequence[RowInput]], form: Form) -> None:
    given = {key: part for key in tables if tables[key] and (part := table_of(form, key)) is not None}
    if not given:
        return
    kept = {row.key: row.rows for row in report.tables.filter(key__in=list(given))}
    ReportTable.objects.bulk_create(
        [
            ReportTable(report=report, key=key, rows=_rows_after(kept.get(key, []), tables[key], part))
            for key, part in given.items()
        ],
        update_conflicts=True,
        unique_fields=["report", "key"],
        update_fields=["rows"],
    )


def _rows_after(kept: Sequence[Any], given: Iterable[RowInput], part: FormPart) -> list[Any]:
    """The rows kept before with those given in their places, new ones at the end, blank ones gone."""
    rows = {row["id"]: list(row["cells"]) for row in kept}
    for row in given:
        if not _ROW_ID.fullmatch(row.id) or len(row.cells) != len(part.columns):
            raise Refused(f"Bảng “{part.title}”: dòng gửi lên không đúng mẫu.")
        rows[row.id] = list(row.cells)
    found = [{"id": key, "cells": cells} for key, cells in rows.items() if not is_blank(cells)]
    if len(found) > MOST_ROWS:
        raise Refused(f"Bảng “{part.title}” có quá {MOST_ROWS} dòng; hãy kèm tệp bảng tính.")
    return found


def _write_figures(report: Report, figures: Sequence[FigureInput], form: Form) -> None:
    if not figures:
        return
    obligation = report.obligation
    asked = form.asked(targets_of(obligation.edition_id, obligation.body_id))
    answered = {row.target.pk: row.target for row in asked}
    given = [figure for figure in figures if figure.target_id in answered]
    for figure in given:
        problem = problem_of(figure, answered[figure.target_id].spec)
        if problem:
            raise Refused(f"{answered[figure.target_id].name}: {problem}")
    filled = [figure for figure in given if figure.state]
    emptied = {figure.target_id for figure in given} - {figure.target_id for figure in filled}
    report.figures.filter(target__in=emptied).delete()
    ReportFigure.objects.bulk_create(
        [_row(report, figure) for figure in filled],
        update_conflicts=True,
        unique_fields=["report", "target"],
        update_fields=["state", "numerator", "denominator", "note"],
    )


def _row(report: Report, figure: FigureInput) -> ReportFigure:
    return ReportFigure(
        report=report, target_id=figure.target_id, state=figure.state, numerator=figure.numerator,
        denominator=figure.denominator, note=plain(figure.note),
    )  # fmt: skip
