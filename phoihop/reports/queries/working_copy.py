"""A report being written as it stands now: its rows, its form, and the targets its body answers for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from phoihop.core.batches import together
from phoihop.plans.queries.emergent import sentences_of
from phoihop.programmes.queries.heirs import heirs_from, heirs_of_text
from phoihop.reports.models import (
    Consolidation,
    Report,
    ReportAttachment,
    ReportFigure,
    ReportSection,
    ReportTable,
    ReportText,
)
from phoihop.reports.queries.answering import AnsweredTarget, targets_answered
from phoihop.reports.queries.forms import Form, begun_with, versions_of
from phoihop.reports.queries.handing_up import handed_in_by
from phoihop.reports.queries.prefill import emergent_rows


@dataclass(frozen=True)
class ReportRows:
    """The rows a working copy is stored in."""

    sections: Sequence[ReportSection]
    texts: Sequence[ReportText]
    figures: Sequence[ReportFigure]
    tables: Sequence[ReportTable]


@dataclass(frozen=True)
class WorkingCopy:
    """Everything that is handed in with a report; sections with their clauses, in the order of the text.

    `variants` counts the texts two people wrote at once; `consolidation` is what the report hands up, if any.
    """

    report: Report
    form: Form
    rows: ReportRows
    attachments: Sequence[ReportAttachment]
    answered: Sequence[AnsweredTarget]
    emergent: Sequence[str]
    variants: int
    consolidation: Consolidation | None

    @property
    def figures(self) -> dict[int, ReportFigure]:
        """By target."""
        return {row.target_id: row for row in self.rows.figures}


@dataclass(frozen=True)
class RowsAsked:
    """The rows of a working copy, not asked yet."""

    sections: QuerySet[ReportSection]
    texts: QuerySet[ReportText]
    figures: QuerySet[ReportFigure]
    tables: QuerySet[ReportTable]

    @property
    def questions(self) -> tuple[QuerySet[Any], ...]:
        """To be asked together, with others if they like."""
        return self.sections, self.texts, self.figures, self.tables

    def answer(self) -> ReportRows:
        """The rows, once asked."""
        return ReportRows(list(self.sections), list(self.texts), list(self.figures), list(self.tables))


def rows_asked(report: Report) -> RowsAsked:
    """What the report is stored in."""
    return RowsAsked(
        report.sections.select_related("clause").order_by("clause__order"),
        report.texts.all(),
        report.figures.select_related("target"),
        report.tables.all(),
    )


def rows_of(report: Report) -> ReportRows:
    """What the report is stored in; one query."""
    asked = rows_asked(report)
    together(*asked.questions)
    return asked.answer()


def working_copy(report: Report, *also: QuerySet[Any, Any]) -> WorkingCopy:
    """The report with its obligation loaded; two queries however long it is.

    `also`: questions of the page that travel with the first of them.
    """
    obligation = report.obligation
    rows, versions = rows_asked(report), versions_of(obligation)
    files = report.attachments.select_related("file").order_by("id")
    variants = report.variants.filter(settled_at=None).values_list("pk", flat=True)
    heirs, emergent = heirs_of_text(obligation.edition_id), emergent_rows(obligation)
    handed_up = handed_in_by(report)
    together(*rows.questions, versions, files, variants, heirs, emergent, handed_up, *also)
    form = begun_with(obligation, versions)
    bodies = heirs_from(heirs).stood_for(obligation.body_id)
    return WorkingCopy(
        report=report,
        form=form,
        rows=rows.answer(),
        attachments=list(files),
        answered=form.asked(targets_answered(obligation.edition_id, obligation.body_id, bodies)),
        emergent=sentences_of(emergent),
        variants=len(variants),
        consolidation=next(iter(handed_up), None),
    )
