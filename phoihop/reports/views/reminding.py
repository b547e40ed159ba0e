"""Automatic reminders: what one was told, and for a lead who was told what, by which rules."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.programmes.models import DutyRule, Programme
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.reports.actions import reminder_rules
from phoihop.reports.calculations.reminding import Rule
from phoihop.reports.models import ReminderKind
from phoihop.reports.queries import reminding as queries
from phoihop.reports.reminders.items import Item
from phoihop.reports.reminders.rules import rules
from phoihop.reports.reminding_forms import RuleForm


@reads(MEMBERS)
def mine(request: HttpRequest) -> HttpResponse:
    """What the person was reminded of, when, and by which channel."""
    lines, page = queries.my_reminders(acting(request).person_id, page=request.GET.get("trang", "1"))
    context = {"lines": lines, "page": page, "is_sample": any(line.is_sample for line in lines)}
    return render(request, "reports/reminding/mine.html", context)


def _led(request: HttpRequest, programme_id: int) -> Programme:
    """The programme, for its lead alone: whom it reminds is nobody else's to see. One query."""
    led = Programme.objects.filter(lead__in=bodies_written_for(acting(request).body_id).values("pk"))
    row: Programme = get_object_or_404(led, pk=programme_id)
    return row


@reads(OFFICERS)
def sent(request: HttpRequest, programme_id: int) -> HttpResponse:
    """For the lead: the rules, who was reminded of what, what did not arrive."""
    programme = _led(request, programme_id)
    found = queries.sent_page(programme, page=request.GET.get("trang", "1"), at=clock.now())
    context = {
        "programme": programme, "sent": found, "page": found.page, "is_sample": programme.is_sample,
    }  # fmt: skip
    return render(request, "reports/reminding/sent.html", context)


def _of(programme: Programme, kind: str, duty_id: int) -> tuple[ReminderKind, DutyRule | None]:
    """What a rule is for, as its address says; 404 for anything else."""
    if kind not in ReminderKind.values or (duty_id and kind != ReminderKind.REPORT):
        raise Http404
    duty = get_object_or_404(queries.duties_of(programme), pk=duty_id) if duty_id else None
    return ReminderKind(kind), duty


@reads(OFFICERS)
def rule(request: HttpRequest, programme_id: int, kind: str, duty_id: int) -> HttpResponse:
    """One rule, to be changed."""
    programme = _led(request, programme_id)
    wanted, duty = _of(programme, kind, duty_id)
    form = RuleForm.of(_holding(programme, wanted, duty))
    return _rule_page(request, programme, form, kind=wanted, duty=duty)


def _holding(programme: Programme, kind: ReminderKind, duty: DutyRule | None) -> Rule:
    item = Item(
        kind=kind, number=0, programme_id=programme.pk, body_id=0, due_on=clock.today(), words="",
        url_name="", url_id=0,
        is_sample=False, duty_key=duty.key if duty else None,
    )  # fmt: skip
    return rules([programme.pk]).of(item)


def _rule_page(
    request: HttpRequest, programme: Programme, form: RuleForm, *, kind: ReminderKind, duty: DutyRule | None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:  # fmt: skip
    duty_id = duty.pk if duty else 0
    lines = queries.rule_lines(programme)
    line = next(one for one in lines if (one.kind, one.duty_id) == (kind.value, duty_id))
    context = {
        "programme": programme,
        "line": line,
        "form": form,
        "history": queries.rule_history(programme, line, duty),
        "is_sample": programme.is_sample,
    }
    return render(request, "reports/reminding/rule.html", context, status=status)


@changes(OFFICERS)
def set_rule(request: HttpRequest, programme_id: int, kind: str, duty_id: int) -> HttpResponse:
    programme, form = _led(request, programme_id), RuleForm(request.POST)
    wanted, duty = _of(programme, kind, duty_id)
    refused = HTTPStatus.UNPROCESSABLE_ENTITY
    if not form.is_valid():
        return _rule_page(request, programme, form, kind=wanted, duty=duty, status=refused)
    try:
        reminder_rules.set_rule(
            programme=programme, kind=wanted, duty=duty, rule=form.rule(),
            version=whole_number(request.POST.get("version")) or 0, by=acting(request), at=clock.now(),
        )  # fmt: skip
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _rule_page(request, programme, form, kind=wanted, duty=duty, status=refused)
    messages.success(request, "Đã lưu quy tắc nhắc. Áp dụng từ lần nhắc tới.")
    return redirect("reports:reminders_sent", programme_id)


@changes(OFFICERS)
def send_again(request: HttpRequest, programme_id: int, delivery_id: int) -> HttpResponse:
    """A message that could not be sent waits once more."""
    programme = _led(request, programme_id)
    try:
        reminder_rules.send_again(
            programme=programme, delivery_id=delivery_id, by=acting(request), at=clock.now()
        )
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, "Tin sẽ được gửi lại trong ít phút.")
    return redirect("reports:reminders_sent", programme_id)
