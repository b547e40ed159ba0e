"""Composing a duty's report form, publishing it, and the order of reviewing."""

from collections.abc import Sequence
from datetime import timedelta
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.programmes.models import DutyRule, Programme
from phoihop.reports import actions, permissions
from phoihop.reports.calculations.form_parts import FormPart, PartKind, parts_of, problems_of_parts
from phoihop.reports.form_choices import form_choices
from phoihop.reports.form_inputs import AdditionForm, ColumnsInput, PartForm, PublishForm, positions_in
from phoihop.reports.models import FormVersion
from phoihop.reports.queries.composing import FormPageOfDuty, duty_lines, form_of_duty, target_choices
from phoihop.reports.table_input import TableInput


def _duty(request: HttpRequest, duty_id: int) -> DutyRule:
    seen = Programme.objects.visible_to(acting(request))
    rows = DutyRule.objects.filter(clause__edition__programme__in=seen)
    return get_object_or_404(rows.select_related("clause__edition__programme"), pk=duty_id)


@reads(MEMBERS)
def forms(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The programme's reporting duties with their forms."""
    programme = get_object_or_404(Programme.objects.visible_to(acting(request)), pk=programme_id)
    context = {"programme": programme, "lines": duty_lines(programme), "is_sample": programme.is_sample}
    return render(request, "reports/forms/list.html", context)


@reads(MEMBERS)
def form(request: HttpRequest, duty_id: int) -> HttpResponse:
    """The parts of a duty's form, what can be added, its versions, who reviews in which order."""
    duty = _duty(request, duty_id)
    page = form_of_duty(duty, today=clock.today())
    start = page.next_start or clock.today() + timedelta(days=1)
    context = _context(duty, page) | {
        "may_compose": permissions.can_compose(acting(request), duty),
        "addition": AdditionForm(),
        "choices": form_choices(),
        "publish_form": PublishForm(initial={"version": page.version, "counts_from": start}),
        "problems": problems_of_parts(page.parts),
    }
    return render(request, "reports/forms/form.html", context)


def _context(duty: DutyRule, page: FormPageOfDuty) -> dict[str, object]:
    programme = duty.clause.edition.programme
    return {"duty": duty, "programme": programme, "page": page, "is_sample": programme.is_sample}


@changes(OFFICERS)
def add(request: HttpRequest, duty_id: int) -> HttpResponse:
    """Put a part or ready-made parts at the end."""
    duty = _duty(request, duty_id)
    given = AdditionForm(request.POST)
    if not given.is_valid():
        raise Refused("Hãy chọn phần cần thêm.")
    replaces = given.cleaned_data["replaces"]
    actions.add_parts(duty=duty, parts=given.parts(), replaces=replaces, by=acting(request), at=clock.now())
    messages.success(request, "Đã thêm vào biểu mẫu. Biểu mẫu chưa ban hành.")
    return redirect("reports:form", duty.pk)


def _part(page: FormPageOfDuty, key: str) -> FormPart:
    found = next((part for part in page.parts if part.key == key), None)
    if found is None:
        raise Http404
    return found


@reads(OFFICERS)
def part(request: HttpRequest, duty_id: int, key: str) -> HttpResponse:
    """One part: its name, hint, place; columns and rows of a table; the targets of figures."""
    duty = _duty(request, duty_id)
    page = form_of_duty(duty, today=clock.today())
    found = _part(page, key)
    filled = PartForm(part=found, version=page.version, targets=target_choices(duty))
    return _part_answer(request, duty, page, filled, ColumnsInput(found))


def _part_answer(
    request: HttpRequest, duty: DutyRule, page: FormPageOfDuty, filled: PartForm, columns: ColumnsInput,
    *, status: int = HTTPStatus.OK,
) -> HttpResponse:  # fmt: skip
    context = _context(duty, page) | {"form": filled, "part": filled.part, "columns": columns}
    return render(request, "reports/forms/part.html", context, status=status)


@changes(OFFICERS)
def change(request: HttpRequest, duty_id: int, key: str) -> HttpResponse:
    """Rewrite a part of the draft."""
    duty = _duty(request, duty_id)
    page = form_of_duty(duty, today=clock.today())
    found = _part(page, key)
    filled = PartForm(request.POST, part=found, version=page.version, targets=target_choices(duty))
    columns = ColumnsInput(found, request.POST)
    if filled.is_valid():
        changed = filled.changed_part(columns.columns() if found.kind == PartKind.TABLE else ())
        try:
            actions.change_part(
                duty=duty, part=changed, version=filled.cleaned_data["version"], by=acting(request),
                at=clock.now(),
            )  # fmt: skip
        except Refused as refusal:
            filled.add_error(None, refusal.message)
        else:
            messages.success(request, "Đã ghi phần này. Biểu mẫu chưa ban hành.")
            if request.POST.get("tiep") == "them-cot":
                return redirect("reports:form_part", duty.pk, key)
            return redirect(f"{reverse('reports:form', args=[duty.pk])}#phan-{key}")
    return _part_answer(request, duty, page, filled, columns, status=HTTPStatus.UNPROCESSABLE_ENTITY)


@changes(OFFICERS)
def move(request: HttpRequest, duty_id: int, key: str) -> HttpResponse:
    """A place up or down."""
    duty = _duty(request, duty_id)
    places = -1 if request.POST.get("ve") == "len" else 1
    actions.move_part(duty=duty, key=key, places=places, by=acting(request), at=clock.now())
    return redirect(f"{reverse('reports:form', args=[duty.pk])}#phan-{key}")


@changes(OFFICERS)
def drop(request: HttpRequest, duty_id: int, key: str) -> HttpResponse:
    """Out of the draft."""
    duty = _duty(request, duty_id)
    actions.drop_part(duty=duty, key=key, by=acting(request), at=clock.now())
    messages.success(request, "Đã bỏ phần này khỏi bản đang soạn.")
    return redirect("reports:form", duty.pk)


@reads(MEMBERS)
def preview(request: HttpRequest, duty_id: int) -> HttpResponse:
    """The draft as those who report will see it."""
    duty = _duty(request, duty_id)
    page = form_of_duty(duty, today=clock.today())
    return _shown(request, duty, page, page.parts, None)


@reads(MEMBERS)
def version(request: HttpRequest, duty_id: int, number: int) -> HttpResponse:
    """A version as it was published."""
    duty = _duty(request, duty_id)
    page = form_of_duty(duty, today=clock.today())
    row = next((one for one in page.versions if one.number == number), None)
    if row is None:
        raise Http404
    return _shown(request, duty, page, parts_of(row.parts), row)


def _shown(
    request: HttpRequest, duty: DutyRule, page: FormPageOfDuty, parts: Sequence[FormPart],
    row: FormVersion | None,
) -> HttpResponse:  # fmt: skip
    shown = [(one, TableInput(one, ()) if one.kind == PartKind.TABLE else None) for one in parts]
    context = _context(duty, page) | {"parts": shown, "version": row}
    return render(request, "reports/forms/preview.html", context)


@changes(OFFICERS)
def publish(request: HttpRequest, duty_id: int) -> HttpResponse:
    """The draft counts for periods that begin on a day or later."""
    duty = _duty(request, duty_id)
    given = PublishForm(request.POST)
    if not given.is_valid():
        raise Refused("Hãy ghi ngày bắt đầu dùng biểu mẫu.")
    filled = given.cleaned_data
    made = actions.publish_form(
        duty=duty, counts_from=filled["counts_from"], version=filled["version"], note=filled["note"],
        by=acting(request), at=clock.now(),
    )  # fmt: skip
    messages.success(
        request, f"Đã ban hành biểu mẫu lần {made.number}. Báo cáo đã bắt đầu soạn vẫn theo mẫu cũ."
    )
    return redirect("reports:form", duty.pk)


@changes(OFFICERS)
def route(request: HttpRequest, duty_id: int) -> HttpResponse:
    """The steps of reviewing; none: all at once."""
    duty = _duty(request, duty_id)
    seen = whole_number(request.POST.get("version"))
    if seen is None:
        raise Refused("Hãy mở lại trang biểu mẫu rồi ghi.")
    actions.set_route(
        duty=duty, positions=positions_in(request.POST), restarts=request.POST.get("lai-tu-dau") == "1",
        version=seen, by=acting(request), at=clock.now(),
    )  # fmt: skip
    messages.success(request, "Đã ghi trình tự xem xét. Báo cáo nộp từ nay theo trình tự này.")
    return redirect("reports:form", duty.pk)
