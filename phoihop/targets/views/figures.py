"""Recording, correcting and accepting figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.fields import contents_of
from phoihop.core.member import Member
from phoihop.core.numbers import decimal_words, whole_number
from phoihop.core.periods import Period
from phoihop.documents.actions import store_file
from phoihop.documents.models import StoredFile
from phoihop.organisations.models import Area, Body
from phoihop.targets import actions, permissions, queries, sources
from phoihop.targets.actions.entering import Confirmed
from phoihop.targets.actions.taking import found_row, keep_confirmation, take_found
from phoihop.targets.calculations import normalised, target_words
from phoihop.targets.calculations.plausibility import Doubt
from phoihop.targets.content import Amount
from phoihop.targets.entries import FigureRow
from phoihop.targets.forms import AmountForm, CorrectForm, RecordForm, period_key, period_of
from phoihop.targets.models import Figure, Target
from phoihop.targets.queries.keys import asked_by_row
from phoihop.targets.queries.plausibility import doubts_of
from phoihop.targets.views.loading import opened_figure, opened_target


@reads(OFFICERS)
def record_page(request: HttpRequest, target_id: int) -> HttpResponse:
    target, member = opened_target(request, target_id), acting(request)
    choices = queries.record_choices(target, member, clock.today())
    if not choices.bodies:
        raise PermissionDenied
    initial = _initial(request, choices)
    form = RecordForm(spec=target.spec, choices=choices, initial=initial)
    return _record_page(request, target, form, found=_found(target, initial))


def _initial(request: HttpRequest, choices: queries.RecordChoices) -> dict[str, Any]:
    """What links on the page ask for: a body, a period, a number a source found."""
    body = whole_number(request.GET.get("to-chuc"))
    bodies = {pk for pk, _ in choices.bodies}
    newest = next((periods[0] for _, periods in choices.periods if periods), None)
    known = {period_key(p) for _, periods in choices.periods for p in periods}
    key = request.GET.get("ky", "")
    return {
        "body": body if body in bodies else choices.bodies[0][0],
        "period": key if key in known else (period_key(newest) if newest else ""),
        "numerator": request.GET.get("so", "")[:24],
    }


@dataclass(frozen=True)
class Found:
    """What the sources found for the body and period the form opens with; the link takes a number over."""

    period: Period
    body_id: int
    values: list[sources.SourcedValue]

    @property
    def key(self) -> str:
        return period_key(self.period)


def _found(target: Target, initial: dict[str, Any]) -> Found | None:
    if not initial["period"]:
        return None
    period = period_of(initial["period"])
    found = sources.proposals(targets=[target], body_id=initial["body"], period=period)
    return Found(period, initial["body"], found.get(target.pk, []))


def _record_page(
    request: HttpRequest, target: Target, form: Form, *, found: Found | None = None,
    doubts: Sequence[Doubt] = (), status: int = HTTPStatus.OK,
) -> HttpResponse:  # fmt: skip
    context = {
        "target": target, "goal": target_words(target.spec), "form": form, "found": found,
        "doubts": doubts, "is_sample": target.edition.is_sample,
    }  # fmt: skip
    return render(request, "targets/record.html", context, status=status)


@changes(OFFICERS)
def record(request: HttpRequest, target_id: int) -> HttpResponse:
    target, member = opened_target(request, target_id), acting(request)
    choices = queries.record_choices(target, member, clock.today())
    form = RecordForm(request.POST, request.FILES, spec=target.spec, choices=choices)
    if not form.is_valid():
        return _record_page(request, target, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        asked = _record(request, form, target, member)
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _record_page(request, target, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if asked:
        return _record_page(request, target, form, doubts=asked, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, "Đã ghi số liệu. Số liệu tính lên cấp trên sau khi được duyệt.")
    return redirect("targets:detail", target.pk)


def _record(request: HttpRequest, form: RecordForm, target: Target, member: Member) -> list[Doubt]:
    """Record the figure, or answer what must be asked first."""
    data, now = form.cleaned_data, clock.now()
    body = get_object_or_404(Body, pk=data["body"])
    area = Area.objects.filter(pk=data.get("area") or 0).first()
    period = _period(data["period"])
    row = _row(target, body.pk, area.pk if area else body.area_id, form)
    asked = _doubts(row, period)
    if asked and "sure" not in request.POST:
        return asked
    made = actions.record_figure(
        target=target, body=body, area=area, period=period, **form.values, note=data["note"],
        evidence=_stored(data["evidence"], member), by=member, at=now,
    )  # fmt: skip
    _keep_confirmation(request, made, asked)
    return []


def _row(target: Target, body_id: int, area_id: int, form: AmountForm) -> FigureRow:
    return FigureRow(target.pk, body_id, area_id, normalised(Amount(**form.values)))


def _doubts(row: FigureRow, period: Period) -> list[Doubt]:
    return doubts_of([row], period).get(row.key, [])


def _keep_confirmation(request: HttpRequest, figure: Figure, asked: list[Doubt]) -> None:
    if asked:
        question = " ".join(doubt.words for doubt in asked)
        note = request.POST.get("sure_note", "")[:300]
        keep_confirmation(figure=figure, confirmed=Confirmed(question, note))


def _period(period: Period | None) -> Period:
    if period is None:
        raise Refused("Hãy chọn kỳ số liệu.")
    return period


def _stored(files: list[Any], member: Member) -> list[StoredFile]:
    return [
        store_file(content=content, name=name, media_type=media_type, by=member, at=clock.now())
        for content, name, media_type in contents_of(files)
    ]


@reads(OFFICERS)
def correct_page(request: HttpRequest, figure_id: int) -> HttpResponse:
    figure = opened_figure(request, figure_id)
    if not permissions.can_record(acting(request), figure.body, figure.target.edition.programme):
        raise PermissionDenied
    initial = {name: getattr(figure, name) for name in ("state", "numerator", "denominator")}
    form = CorrectForm(spec=figure.target.spec, initial=initial)
    return _correct_page(request, figure, form)


def _correct_page(
    request: HttpRequest, figure: Figure, form: Form, *, doubts: Sequence[Doubt] = (),
    status: int = HTTPStatus.OK,
) -> HttpResponse:  # fmt: skip
    lines = queries.figure_lines(figure.target, on=clock.today())
    line = next(line for line in lines if line.id == figure.pk)
    context = {
        "target": figure.target, "line": line, "form": form, "doubts": doubts, "is_sample": figure.is_sample
    }  # fmt: skip
    return render(request, "targets/correct.html", context, status=status)


@changes(OFFICERS)
def correct(request: HttpRequest, figure_id: int) -> HttpResponse:
    figure, member = opened_figure(request, figure_id), acting(request)
    form = CorrectForm(request.POST, request.FILES, spec=figure.target.spec)
    if not form.is_valid():
        return _correct_page(request, figure, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    asked = _doubts(_row(figure.target, figure.body_id, figure.area_id, form), figure.period)
    if asked and "sure" not in request.POST:
        return _correct_page(request, figure, form, doubts=asked, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    data = form.cleaned_data
    try:
        made = actions.correct_figure(
            figure=figure, **form.values, reason=data["note"],
            evidence=_stored(data["evidence"], member), by=member, at=clock.now(),
        )  # fmt: skip
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _correct_page(request, figure, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    _keep_confirmation(request, made, asked)
    messages.success(request, "Đã sửa số liệu. Số cũ và lý do sửa vẫn được giữ.")
    return redirect("targets:detail", figure.target_id)


@changes(OFFICERS)
def accept(request: HttpRequest, target_id: int) -> HttpResponse:
    """Accept the ticked figures of a target."""
    target = opened_target(request, target_id)
    ids = [pk for text in request.POST.getlist("figure") if (pk := whole_number(text)) is not None]
    figures = list(Figure.objects.filter(pk__in=ids, target__in=list(asked_by_row([target.pk]))))
    if not figures:
        messages.info(request, "Chưa chọn số liệu nào để duyệt.")
        return redirect("targets:detail", target.pk)
    count = actions.accept_figures(figures=figures, by=acting(request), at=clock.now())
    messages.success(request, f"Đã duyệt {count} số liệu.")
    return redirect("targets:detail", target.pk)


@changes(OFFICERS)
def take(request: HttpRequest, target_id: int) -> HttpResponse:
    """One click on what the sources found; an unlikely number opens the form that asks."""
    target = opened_target(request, target_id)
    body = get_object_or_404(Body, pk=whole_number(request.POST.get("body")) or 0)
    period = _known_period(request, target)
    found = sources.proposals(targets=[target], body_id=body.pk, period=period).get(target.pk)
    if not found:
        raise Http404
    row = found_row(target, body, found[0], seen=whole_number(request.POST.get("seen")) or None)
    if _doubts(row, period):
        query = {"to-chuc": body.pk, "ky": period_key(period), "so": decimal_words(found[0].numerator)}
        return redirect(f"{reverse('targets:record', args=[target.pk])}?{urlencode(query)}")
    try:
        take_found(row=row, period=period, source=found[0].source, by=acting(request), at=clock.now())
        messages.success(request, "Đã ghi số theo công việc. Số liệu tính lên cấp trên sau khi được duyệt.")
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect("targets:detail", target.pk)


def _known_period(request: HttpRequest, target: Target) -> Period:
    choices = queries.record_choices(target, acting(request), clock.today()).periods
    known = {period_key(p): p for _, periods in choices for p in periods}
    period = known.get(request.POST.get("ky", ""))
    if period is None:
        raise Http404
    return period
