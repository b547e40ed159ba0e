"""What the form of a report shows beside what is typed: clauses, the period before, finished tasks, plans."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from phoihop.plans.queries.done import deeds_under, said_of
from phoihop.plans.queries.obstacles import obstacle_sentences
from phoihop.programmes.models import Clause
from phoihop.reports.calculations.figures import FigureLine
from phoihop.reports.calculations.form_parts import FormPart, PartKind
from phoihop.reports.calculations.headings import heading_of
from phoihop.reports.calculations.tables import cell_typed
from phoihop.reports.models import (
    Obligation,
    Report,
    ReportAttachment,
    ReportFigure,
    ReportSection,
    ReturnedItem,
    Round,
)
from phoihop.reports.queries.forms import Form
from phoihop.reports.queries.lines import lines_of
from phoihop.reports.queries.prefill import period_of, raised_obstacles
from phoihop.reports.queries.report_head import ReportHead, head_asked
from phoihop.reports.queries.units import COMMON, marks_of, units_of
from phoihop.reports.queries.working_copy import WorkingCopy, working_copy
from phoihop.targets.content import TargetSpec
from phoihop.targets.sources import SourcedValue, proposals


@dataclass(frozen=True)
class FileLink:
    """A file taken up with the report; `attachment_id` takes it off again."""

    attachment_id: int
    file_id: int
    name: str


@dataclass(frozen=True)
class FigureRow:
    """A target with its line of the table and the figure of the working copy."""

    target_id: int
    number: int
    name: str
    unit: str
    spec: TargetSpec
    line: FigureLine
    figure: ReportFigure | None
    files: Sequence[FileLink]
    returned: str
    sourced: Sequence[SourcedValue] = ()

    @property
    def percent(self) -> Decimal | None:
        return self.line.percent


@dataclass(frozen=True)
class SectionRow:
    """A clause with what is written under it; `previous` is the period before's text, `returned` a note."""

    clause_id: int
    label: str
    heading: str
    clause_text: str
    text: str
    previous: str
    previous_label: str
    sentences: Sequence[str]
    figures: Sequence[FigureRow]
    returned: str


@dataclass(frozen=True)
class TableRow:
    """A row of a table as its fields show it; `is_fixed`: the form gives its first cell."""

    id: str
    cells: Sequence[str]
    is_fixed: bool = False


@dataclass(frozen=True)
class PartRow:
    """A part of the form with what is written in it and what helps writing; by kind only some is filled in.

    Figures stand under their clause where the form has the clauses, else here.
    """

    part: FormPart
    text: str = ""
    previous: str = ""
    previous_label: str = ""
    sections: Sequence[SectionRow] = ()
    figures: Sequence[FigureRow] = ()
    rows: Sequence[TableRow] = ()
    returned: str = ""

    @property
    def kind(self) -> str:
        """The name templates know the kind by."""
        return self.part.kind.value


@dataclass(frozen=True)
class FormPage:
    """Everything the form shows, part by part; `files` are those of no target.

    `emergent` goes into the report by itself; `obstacles` (id, words) are the source of its difficulties.
    `marks` tell what somebody else changes meanwhile; `variants` count the texts two people wrote at once.
    """

    form: Form
    parts: Sequence[PartRow]
    files: Sequence[FileLink]
    emergent: Sequence[str] = ()
    obstacles: Sequence[tuple[int, str]] = ()
    marks: Mapping[str, str] = field(default_factory=dict)
    variants: int = 0

    @property
    def figures(self) -> list[FigureRow]:
        return [
            row
            for part in self.parts
            for row in [*part.figures, *(f for section in part.sections for f in section.figures)]
        ]


@dataclass(frozen=True)
class _Loaded:
    """What the rows of the page are made from; `done` and `previous`: what helps writing, by clause."""

    copy: WorkingCopy
    figures: Sequence[tuple[int, FigureRow]]
    before: Round | None
    previous: Mapping[int, str]
    done: Mapping[int, Sequence[str]]
    returned: Mapping[tuple[str, Any], str]


def form_page(report: Report, *, today: date) -> tuple[ReportHead, FormPage]:
    """The page of one report, its obligation loaded, with its head; four queries however long it is."""
    obligation, head = report.obligation, head_asked(report)
    raised, before = raised_obstacles(obligation), _rounds_before(obligation)
    clauses = Clause.objects.filter(pk__in=report.sections.values("clause"))
    done = deeds_under([obligation.body_id], clauses, period_of(obligation))
    keys = _keys_in(before)
    copy = working_copy(report, *head.questions, *done.questions, raised, before, keys)
    returned = _returned(head.items)
    earlier = next(iter(before), None)
    loaded = _Loaded(
        copy=copy,
        figures=_figure_rows(copy, returned),
        before=earlier,
        previous=_texts_by_clause(copy, earlier, dict(keys)),
        done=said_of(done.answer()),
        returned=returned,
    )
    obstacles = list(raised) if copy.form.has(PartKind.SHORTCOMINGS) else []
    page = FormPage(
        form=copy.form,
        parts=_part_rows(loaded),
        files=[_link(a) for a in copy.attachments if a.target_id is None],
        emergent=copy.emergent,
        obstacles=[(r.pk, words) for r, words in zip(obstacles, obstacle_sentences(obstacles), strict=True)],
        marks=marks_of(units_of(report, copy.rows)),
        variants=copy.variants,
    )
    return head.answer({part.key: part.title for part in copy.form.parts}, today=today), page


def _part_rows(loaded: _Loaded) -> list[PartRow]:
    report, form, before = loaded.copy.report, loaded.copy.form, loaded.before
    sections = _section_rows(loaded) if form.has(PartKind.CLAUSES) else []
    under = {row.target_id for section in sections for row in section.figures}
    texts = {row.key: row.text for row in loaded.copy.rows.texts}
    tables = {row.key: row.rows for row in loaded.copy.rows.tables}
    earlier = _earlier_texts(before)
    label = before.content["period_label"] if before else ""
    rows = []
    for part in form.parts:
        returned = loaded.returned.get(("part", part.key), "")
        found: dict[str, Any] = {"previous": earlier.get(part.key, ""), "previous_label": label}
        if part.kind.value in COMMON:
            found["text"] = getattr(report, part.kind.value)
        elif part.kind == PartKind.HEADING:
            found["text"] = texts.get(part.key, "")
        elif part.kind == PartKind.CLAUSES:
            found["sections"] = sections
        elif part.kind == PartKind.FIGURES:
            found["figures"] = [row for _, row in loaded.figures if row.target_id not in under]
        elif part.kind == PartKind.TABLE:
            found["rows"] = table_rows(part, tables.get(part.key, []))
        rows.append(PartRow(part=part, returned=returned, **found))
    return rows


def table_rows(part: FormPart, kept: Sequence[Mapping[str, Any]]) -> list[TableRow]:
    """The rows of the form first, then those written, as their fields show them."""
    written = {row["id"]: row["cells"] for row in kept}
    rows = []
    for number, label in enumerate(part.fixed_rows, start=1):
        key = f"f{number}"
        cells = _typed(part, written.pop(key)) if key in written else [""] * len(part.columns)
        rows.append(TableRow(key, [label, *cells[1:]], is_fixed=True))
    return rows + [TableRow(key, _typed(part, cells)) for key, cells in written.items()]


def _typed(part: FormPart, cells: Sequence[str]) -> list[str]:
    return [cell_typed(column, cell) for column, cell in zip(part.columns, cells, strict=True)]


def _earlier_texts(before: Round | None) -> dict[str, str]:
    """What was written under the free headings last time, by key."""
    return {row["key"]: row["text"] for row in before.content.get("texts", ())} if before else {}


def _section_rows(loaded: _Loaded) -> list[SectionRow]:
    label = loaded.before.content["period_label"] if loaded.before else ""
    return [
        SectionRow(
            clause_id=row.clause_id,
            label=row.clause.label,
            heading=heading_of(row.clause.text),
            clause_text=row.clause.text,
            text=row.text,
            previous=loaded.previous.get(row.clause_id, ""),
            previous_label=label,
            sentences=loaded.done.get(row.clause_id, []),
            figures=[f for clause_id, f in loaded.figures if clause_id == row.clause_id],
            returned=loaded.returned.get(("clause", row.clause_id), ""),
        )
        for row in loaded.copy.rows.sections
    ]


def _figure_rows(copy: WorkingCopy, returned: Mapping[tuple[str, Any], str]) -> list[tuple[int, FigureRow]]:
    obligation, drafted = copy.report.obligation, copy.figures
    lines = lines_of(obligation, copy.answered, drafted)
    targets = [row.target for row in copy.answered]
    sourced = proposals(targets=targets, body_id=obligation.body_id, period=period_of(obligation))
    return [
        (
            row.target.clause_id,
            FigureRow(
                target_id=row.target.pk,
                number=number,
                name=row.target.name,
                unit=row.target.unit,
                spec=row.target.spec,
                line=lines[row.target.pk],
                figure=drafted.get(row.target.pk),
                files=[_link(a) for a in copy.attachments if a.target_id == row.target.pk],
                returned=returned.get(("target", row.target.pk), ""),
                sourced=sourced.get(row.target.pk, ()),
            ),
        )
        for number, row in enumerate(copy.answered, start=1)
    ]


def _link(row: ReportAttachment) -> FileLink:
    return FileLink(row.pk, row.file_id, row.file.name)


def _returned(items: QuerySet[ReturnedItem]) -> dict[tuple[str, Any], str]:
    """What the last returned round was returned for, by clause, target or part of the form."""
    rounds = [vars(item)["round_pk"] for item in items]
    return {_place_of(item): item.note for item, at in zip(items, rounds, strict=True) if at == rounds[0]}


def _place_of(item: ReturnedItem) -> tuple[str, Any]:
    if item.clause_id:
        return ("clause", item.clause_id)
    return ("part", item.part) if item.part else ("target", item.target_id)


def _texts_by_clause(
    copy: WorkingCopy, before: Round | None, keys: Mapping[int, uuid.UUID]
) -> dict[int, str]:
    """What was written last time under each clause of this report; `keys` are those of the clauses then."""
    written = before.content["sections"] if before else ()
    texts = {keys.get(given["clause_id"]): given["text"] for given in written}
    return {row.clause_id: texts.get(row.clause.key, "") for row in copy.rows.sections}


def _keys_in(rounds: QuerySet[Round]) -> QuerySet[Clause, tuple[int, uuid.UUID]]:
    """The keys of the clauses these rounds wrote under: those their reports have sections for."""
    sections = ReportSection.objects.filter(report__in=rounds.values("report"))
    return Clause.objects.filter(pk__in=sections.values("clause")).values_list("pk", "key")


def _rounds_before(obligation: Obligation) -> QuerySet[Round]:
    """What the body handed in last for an earlier period of the same duty, in any edition; one at most."""
    return Round.objects.filter(
        report__obligation__programme_id=obligation.programme_id,
        report__obligation__duty_key=obligation.duty_key,
        report__obligation__body_id=obligation.body_id,
        report__obligation__period_end__lt=obligation.period_start,
    ).order_by("-report__obligation__period_end", "-sequence")[:1]
