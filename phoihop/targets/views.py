"""Pages of targets: the list of an edition, a target opened into its facts, and what is done with them."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.fields import contents_of
from phoihop.core.member import Member
from phoihop.core.numbers import whole_number
from phoihop.core.periods import Period
from phoihop.documents.actions import store_file
from phoihop.documents.models import StoredFile
from phoihop.organisations.models import Area, Body
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.targets import actions, permissions, queries, sources
from phoihop.targets.exports import edition_sheet
from phoihop.targets.forms import CorrectForm, MendForm, RecordForm, ShareLine, period_key, period_of
from phoihop.targets.models import Figure, Target
from phoihop.writing.sheets import write_xlsx

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _target(request: HttpRequest, target_id: int) -> Target:
    try:
        return queries.visible_target(target_id, acting(request))
    except Target.DoesNotExist as error:
        raise Http404 from error


def _figure(request: HttpRequest, figure_id: int) -> Figure:
    try:
        return queries.visible_figure(figure_id, acting(request))
    except Figure.DoesNotExist as error:
        raise Http404 from error


def _own(member: Member) -> list[int]:
    return list(bodies_written_for(member.body_id).values_list("pk", flat=True))


@reads(MEMBERS)
def target_list(request: HttpRequest) -> HttpResponse:
    member, today = acting(request), clock.today()
    editions = queries.visible_editions(member)
    chosen = request.GET.get("chuong-trinh", "")
    edition = get_object_or_404(editions, pk=whole_number(chosen)) if chosen else editions.first()
    context: dict[str, Any] = {"edition": edition, "editions": list(editions[:200])}
    if edition is not None:
        cards = queries.edition_cards(edition, body_ids=_own(member), on=today)
        context |= {"cards": cards, "counts": queries.counts(cards), "is_sample": edition.is_sample}
    return render(request, "targets/list.html", context)


@reads(MEMBERS)
def detail(request: HttpRequest, target_id: int) -> HttpResponse:
    target, member = _target(request, target_id), acting(request)
    today = clock.today()
    facts = queries.target_facts(target, body_ids=_own(member), on=today)
    context = {
        "target": target,
        "facts": facts,
        "card": facts.card,
        "is_sample": target.edition.is_sample,
        "trend": [line.number for line in facts.periods],
        "trend_words": "; ".join(f"{line.period.label}: {line.value}" for line in facts.periods),
        "recordable": {pk for pk, _ in queries.record_choices(target, member, today).bodies},
        "may_accept": permissions.can_accept(member, target.edition, of_own_body=False),
        "accepts_own": permissions.can_accept(member, target.edition, of_own_body=True),
        "may_mend": permissions.can_write_targets(member, target.edition),
    }
    return render(request, "targets/detail.html", context)


@reads(OFFICERS)
def record_page(request: HttpRequest, target_id: int) -> HttpResponse:
    target, member = _target(request, target_id), acting(request)
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
    status: int = HTTPStatus.OK,
) -> HttpResponse:  # fmt: skip
    context = {"target": target, "form": form, "found": found, "is_sample": target.edition.is_sample}
    return render(request, "targets/record.html", context, status=status)


@changes(OFFICERS)
def record(request: HttpRequest, target_id: int) -> HttpResponse:
    target, member = _target(request, target_id), acting(request)
    choices = queries.record_choices(target, member, clock.today())
    form = RecordForm(request.POST, request.FILES, spec=target.spec, choices=choices)
    if not form.is_valid():
        return _record_page(request, target, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        _record(form, target, member)
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _record_page(request, target, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, "Đã ghi số liệu. Số liệu tính lên cấp trên sau khi được duyệt.")
    return redirect("targets:detail", target.pk)


def _record(form: RecordForm, target: Target, member: Member) -> None:
    data, now = form.cleaned_data, clock.now()
    actions.record_figure(
        target=target,
        body=get_object_or_404(Body, pk=data["body"]),
        area=Area.objects.filter(pk=data.get("area") or 0).first(),
        period=_period(data["period"]),
        **form.values,
        note=data["note"],
        evidence=_stored(data["evidence"], member),
        by=member,
        at=now,
    )


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
    figure = _figure(request, figure_id)
    if not permissions.can_record(acting(request), figure.body, figure.target.edition.programme):
        raise PermissionDenied
    initial = {name: getattr(figure, name) for name in ("state", "numerator", "denominator")}
    form = CorrectForm(spec=figure.target.spec, initial=initial)
    return _correct_page(request, figure, form)


def _correct_page(
    request: HttpRequest, figure: Figure, form: Form, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    lines = queries.figure_lines(figure.target, on=clock.today())
    line = next(line for line in lines if line.id == figure.pk)
    context = {"target": figure.target, "line": line, "form": form, "is_sample": figure.is_sample}
    return render(request, "targets/correct.html", context, status=status)


@changes(OFFICERS)
def correct(request: HttpRequest, figure_id: int) -> HttpResponse:
    figure, member = _figure(request, figure_id), acting(request)
    form = CorrectForm(request.POST, request.FILES, spec=figure.target.spec)
    if not form.is_valid():
        return _correct_page(request, figure, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    data = form.cleaned_data
    try:
        actions.correct_figure(
            figure=figure,
            **form.values,
            reason=data["note"],
            evidence=_stored(data["evidence"], member),
            by=member,
            at=clock.now(),
        )
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _correct_page(request, figure, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, "Đã sửa số liệu. Số cũ và lý do sửa vẫn được giữ.")
    return redirect("targets:detail", figure.target_id)


@changes(OFFICERS)
def accept(request: HttpRequest, target_id: int) -> HttpResponse:
    """Accept the ticked figures of a target."""
    target = _target(request, target_id)
    ids = [pk for text in request.POST.getlist("figure") if (pk := whole_number(text)) is not None]
    figures = list(Figure.objects.filter(pk__in=ids, target=target))
    if not figures:
        messages.info(request, "Chưa chọn số liệu nào để duyệt.")
        return redirect("targets:detail", target.pk)
    count = actions.accept_figures(figures=figures, by=acting(request), at=clock.now())
    messages.success(request, f"Đã duyệt {count} số liệu.")
    return redirect("targets:detail", target.pk)


@reads(OFFICERS)
def mend_page(request: HttpRequest, target_id: int) -> HttpResponse:
    target = _target(request, target_id)
    if not permissions.can_write_targets(acting(request), target.edition):
        raise PermissionDenied
    form = MendForm.starting(target.spec, shares=_share_lines(target), version=target.version)
    return _mend_page(request, target, form)


def _share_lines(target: Target) -> list[ShareLine]:
    rows = queries.share_choices(target, clock.today())
    return [ShareLine(content, name, has_share) for content, name, has_share in rows]


def _mend_page(
    request: HttpRequest, target: Target, form: Form, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    context = {"target": target, "form": form, "is_sample": target.edition.is_sample}
    return render(request, "targets/mend.html", context, status=status)


@changes(OFFICERS)
def mend(request: HttpRequest, target_id: int) -> HttpResponse:
    target = _target(request, target_id)
    form = MendForm(request.POST, shares=_share_lines(target))
    if not form.is_valid():
        return _mend_page(request, target, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        actions.mend_target(
            target=target,
            spec=form.spec_like(target.spec),
            contributions=form.contributions,
            version=form.cleaned_data["version"],
            reason=form.cleaned_data["reason"],
            by=acting(request),
            at=clock.now(),
        )
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _mend_page(request, target, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, "Đã sửa lỗi nhập. Văn bản đã ký không thay đổi.")
    return redirect("targets:detail", target.pk)


@reads(MEMBERS)
def export(request: HttpRequest, edition_id: int) -> HttpResponse:
    """The list as .xlsx."""
    member, today = acting(request), clock.today()
    edition = get_object_or_404(queries.visible_editions(member), pk=edition_id)
    cards = queries.edition_cards(edition, body_ids=_own(member), on=today)
    content = write_xlsx(edition_sheet(edition, cards, on=today))
    name = f"chi-tieu-{edition.pk}-{today:%Y%m%d}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=_XLSX, headers=headers)
