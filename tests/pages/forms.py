"""A published form, and a text two people wrote at once, for the tests that walk all pages."""

from datetime import date, datetime

from phoihop.accounts.acting import ActingMember
from phoihop.core import clock
from phoihop.programmes.models import DutyRule, Edition
from phoihop.programmes.models.facts import Frequency
from phoihop.reports import actions
from phoihop.reports.content import ReportInput
from phoihop.reports.form_choices import form_choices
from phoihop.reports.models import Report
from phoihop.reports.queries.units import marks_of, stored_units


def of_forms(sixth: Edition, *, office: ActingMember, author: ActingMember) -> dict[str, int | str]:
    """The form of a duty nobody reports by yet: it counts from a year far away."""
    quarterly = DutyRule.objects.filter(clause__edition=sixth, frequency=Frequency.QUARTERLY)
    duty, at = quarterly[0], clock.now()
    parts = [part for choice in form_choices() for part in choice.parts]
    form = actions.add_parts(duty=duty, parts=parts, by=office, at=at)
    made = actions.publish_form(
        duty=duty, counts_from=date(2099, 1, 1), version=form.version, by=office, at=at
    )
    shown = {"form_part_key": form.parts[-1]["key"], "form_number": made.number}
    return shown | {"variant_id": _variant(author, at=at)}


def _variant(author: ActingMember, *, at: datetime) -> int:
    """The author's report in the making, open in two windows."""
    report = Report.objects.get(status="draft")
    marks = marks_of(stored_units(report))
    for text in ("Tình hình ổn định.", "Tình hình có chuyển biến."):
        actions.merge_report(report=report, content=ReportInput(overview=text), marks=marks, by=author, at=at)
    return report.variants.get().pk
