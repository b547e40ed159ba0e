"""What the form of a report shows beside what is typed: clauses, the period before, finished tasks, plans."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from phoihop.plans.queries import finished_sentences
from phoihop.plans.queries.obstacles import obstacle_sentences
from phoihop.programmes.models import Clause
from phoihop.reports.calculations.figures import FigureLine
from phoihop.reports.calculations.headings import heading_of
from phoihop.reports.models import Obligation, Report, ReportAttachment, ReportFigure, ReturnedItem, Round
from phoihop.reports.queries.answering import AnsweredTarget, targets_of
from phoihop.reports.queries.lines import lines_of
from phoihop.reports.queries.prefill import emergent_of, period_of, raised_obstacles
from phoihop.targets.content import TargetSpec


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
class FormPage:
    """Everything the form shows; `files` are those of no target.

    `emergent` goes into the report by itself; `obstacles` (id, words) are the source of its difficulties.
    """

    sections: Sequence[SectionRow]
    files: Sequence[FileLink]
    emergent: Sequence[str] = ()
    obstacles: Sequence[tuple[int, str]] = ()

    @property
    def figures(self) -> list[FigureRow]:
        return [row for section in self.sections for row in section.figures]


def form_page(report: Report) -> FormPage:
    """The page of one report, its obligation loaded; the same number of queries however long it is."""
    obligation = report.obligation
    sections = list(report.sections.select_related("clause").order_by("clause__order"))
    clause_ids = [row.clause_id for row in sections]
    answered = targets_of(obligation.edition_id, obligation.body_id)
    drafted = {row.target_id: row for row in report.figures.all()}
    attachments = list(report.attachments.select_related("file").order_by("id"))
    returned = _returned(report)
    figures = _figure_rows(obligation, answered, drafted, attachments, returned)
    before = _round_before(obligation)
    previous = _texts_by_key(before) if before else {}
    done = finished_sentences(obligation.body, clause_ids, period_of(obligation))
    rows = [
        SectionRow(
            clause_id=row.clause_id,
            label=row.clause.label,
            heading=heading_of(row.clause.text),
            clause_text=row.clause.text,
            text=row.text,
            previous=previous.get(row.clause.key, ""),
            previous_label=before.content["period_label"] if before else "",
            sentences=done.get(row.clause_id, []),
            figures=[f for clause_id, f in figures if clause_id == row.clause_id],
            returned=returned.get(("clause", row.clause_id), ""),
        )
        for row in sections
    ]
    raised = raised_obstacles(obligation)
    return FormPage(
        sections=rows,
        files=[_link(a) for a in attachments if a.target_id is None],
        emergent=emergent_of(obligation),
        obstacles=[(row.pk, words) for row, words in zip(raised, obstacle_sentences(raised), strict=True)],
    )


def _figure_rows(
    obligation: Obligation,
    answered: Sequence[AnsweredTarget],
    drafted: dict[int, ReportFigure],
    attachments: Sequence[ReportAttachment],
    returned: dict[tuple[str, int], str],
) -> list[tuple[int, FigureRow]]:
    lines = lines_of(obligation, answered, drafted)
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
                files=[_link(a) for a in attachments if a.target_id == row.target.pk],
                returned=returned.get(("target", row.target.pk), ""),
            ),
        )
        for number, row in enumerate(answered, start=1)
    ]


def _link(row: ReportAttachment) -> FileLink:
    return FileLink(row.pk, row.file_id, row.file.name)


def _returned(report: Report) -> dict[tuple[str, int], str]:
    """What the last round was returned for, by clause or target."""
    rows = ReturnedItem.objects.filter(decision__round__report=report).order_by("-decision__round__sequence")
    items = list(rows.select_related("decision__round"))
    last = items[0].decision.round_id if items else None
    return {
        ("clause", item.clause_id) if item.clause_id else ("target", item.target_id or 0): item.note
        for item in items
        if item.decision.round_id == last
    }


def _texts_by_key(before: Round) -> dict[uuid.UUID, str]:
    """What was written under each clause, by the clause's key; one query."""
    texts = {section["clause_id"]: section["text"] for section in before.content["sections"]}
    return {key: texts[pk] for pk, key in Clause.objects.filter(pk__in=texts).values_list("pk", "key")}


def _round_before(obligation: Obligation) -> Round | None:
    """What the body handed in last for an earlier period of the same duty, in whichever edition."""
    return (
        Round.objects.filter(
            report__obligation__programme_id=obligation.programme_id,
            report__obligation__duty_key=obligation.duty_key,
            report__obligation__body_id=obligation.body_id,
            report__obligation__period_end__lt=obligation.period_start,
        )
        .order_by("-report__obligation__period_end", "-sequence")
        .first()
    )
