"""A place's side of a hand-down: look, add, raise, split, and answer; or begin by itself from above."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.lifecycle.actions import handing_down as acts
from phoihop.lifecycle.forms.handing_down import AddUnderForm, AdoptForm, RaiseForm, SplitForm
from phoihop.lifecycle.queries.adopting import AdopterPage, adopter_page, parent_offered, parents_offered
from phoihop.lifecycle.queries.places_below import PlaceBelow, preview
from phoihop.organisations.models import BodyKind
from phoihop.organisations.queries import area_labels
from phoihop.programmes import permissions
from phoihop.programmes.actions import adopting as programmes
from phoihop.programmes.models import Adoption, Clause
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.programmes.queries import current_edition
from phoihop.programmes.queries.adopted import adoption_of, parent_edition
from phoihop.programmes.statuses import ADOPTION
from phoihop.programmes.views.loading import Opened, opened
from phoihop.targets.actions import adopting as targets
from phoihop.targets.models import Target


def adopter(
    request: HttpRequest, found: Opened, adoption: Adoption, *, status: int = 200, **forms: Any
) -> HttpResponse:
    """The page of one place; forms with mistakes come back in place of fresh ones."""
    page = adopter_page(adoption, today=clock.today())
    fresh = {
        "adopt_form": AdoptForm(initial={"version": adoption.version}),
        "add_form": AddUnderForm(clauses=page.open_clauses, initial={"version": page.own.version}),
    }
    context = {
        "opened": found,
        "programme": found.programme,
        "page": page,
        "adoption": adoption,
        "may_lead": permissions.can_lead(acting(request), found.programme),
        "verbs": ADOPTION.verbs_from(adoption.status),
        "splits": _splits(page),
        "is_sample": found.programme.is_sample,
    }
    return render(request, "lifecycle/handing_down/adopter.html", context | fresh | forms, status=status)


def _splits(page: AdopterPage) -> list[tuple[Any, SplitForm]]:
    """Every target with its form of parts as they stand."""
    rows = []
    for target in page.targets:
        initial: dict[str, Any] = {"target": target.id}
        for part in target.parts:
            initial |= {f"takes_{part.body_id}": True, f"part_{part.body_id}": part.value}
        prefix = f"t{target.id}"
        rows.append((target, SplitForm(bodies=page.parties, initial=initial, auto_id=f"id_{prefix}_%s")))
    return rows


def _opened(request: HttpRequest, programme_id: int) -> tuple[Opened, Adoption]:
    """The programme and how it came from above; 404 for one that did not."""
    found = opened(request, programme_id)
    adoption = adoption_of(found.programme)
    if adoption is None:
        raise Http404
    if not found.can_write:
        raise PermissionDenied
    return found, adoption


@changes(OFFICERS)
def adopt(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The answer yes, by one of three ways into force."""
    found, adoption = _opened(request, programme_id)
    form = AdoptForm(request.POST)
    if not form.is_valid():
        return adopter(request, found, adoption, status=422, adopt_form=form)
    given, by, now = form.cleaned_data, acting(request), clock.now()
    if given["way"] == "decision":
        acts.adopt_by_decision(
            adoption=adoption, number_text=given["number_text"], decided_on=given["decided_on"],
            version=given["version"], by=by, at=now,
        )  # fmt: skip
        messages.success(request, "Đã cụ thể hóa. Chương trình của địa bàn có hiệu lực.")
        return redirect("lifecycle:handing_down", programme_id)
    acts.adopt(adoption=adoption, version=given["version"], by=by, at=now)
    messages.success(request, "Đã cụ thể hóa. Bước tiếp theo: các bên tại địa bàn ký.")
    return redirect("lifecycle:record" if given["way"] == "paper" else "lifecycle:signing", programme_id)


@changes(OFFICERS)
def decline(request: HttpRequest, programme_id: int) -> HttpResponse:
    _, adoption = _opened(request, programme_id)
    version = whole_number(request.POST.get("version"))
    reason = request.POST.get("reason", "")
    acts.decline(adoption=adoption, reason=reason, version=version, by=acting(request), at=clock.now())
    messages.success(request, "Đã gửi đề nghị; cấp trên sẽ quyết định.")
    return redirect("lifecycle:handing_down", programme_id)


@changes(OFFICERS)
def take_back(request: HttpRequest, programme_id: int) -> HttpResponse:
    _, adoption = _opened(request, programme_id)
    reason = request.POST.get("reason", "")
    acts.take_back_adoption(adoption=adoption, reason=reason, by=acting(request), at=clock.now())
    messages.success(request, "Đã rút lại. Nội dung thêm và mức tự đặt vẫn còn trong dự thảo.")
    return redirect("lifecycle:handing_down", programme_id)


@changes(OFFICERS)
def confirm(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The later edition above is agreed to."""
    _, adoption = _opened(request, programme_id)
    acts.confirm_parent(adoption=adoption, by=acting(request), at=clock.now())
    messages.success(request, "Đã xác nhận thực hiện theo bản mới của cấp trên.")
    return redirect("lifecycle:handing_down", programme_id)


@changes(OFFICERS)
def add(request: HttpRequest, programme_id: int) -> HttpResponse:
    """An own clause under one of the parent's."""
    found, adoption = _opened(request, programme_id)
    page = adopter_page(adoption, today=clock.today())
    form = AddUnderForm(request.POST, clauses=page.open_clauses)
    if not form.is_valid():
        return adopter(request, found, adoption, status=422, add_form=form)
    given = form.cleaned_data
    programmes.add_under(
        adoption=adoption, under=get_object_or_404(Clause, pk=given["under"]), label=given["label"],
        text=given["text"], version=given["version"], by=acting(request), at=clock.now(),
    )  # fmt: skip
    messages.success(request, "Đã thêm nội dung của địa bàn.")
    return redirect("lifecycle:handing_down", programme_id)


def _target_above(adoption: Adoption, target_id: int) -> Target:
    rows = Target.objects.filter(edition=parent_edition(adoption)).select_related("clause")
    return get_object_or_404(rows, pk=target_id)


@changes(OFFICERS)
def raise_target(request: HttpRequest, programme_id: int) -> HttpResponse:
    """A stricter value of the place's own, or the one from above again."""
    _, adoption = _opened(request, programme_id)
    form = RaiseForm(request.POST)
    if not form.is_valid():
        raise Refused("Hãy ghi một số, ví dụ 12 hoặc 85,3; để trống để lấy lại mức của cấp trên.")
    target = _target_above(adoption, form.cleaned_data["target"])
    value = form.cleaned_data["value"]
    targets.raise_target(adoption=adoption, target=target, value=value, by=acting(request), at=clock.now())
    messages.success(request, "Đã lưu mức tự đặt.")
    return redirect(f"{redirect('lifecycle:handing_down', programme_id).url}#chi-tieu-{target.pk}")


@changes(OFFICERS)
def split(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Who at the place answers for a target, and with which part."""
    _, adoption = _opened(request, programme_id)
    page = adopter_page(adoption, today=clock.today())
    form = SplitForm(request.POST, bodies=page.parties)
    if not form.is_valid():
        raise Refused("Hãy ghi các phần bằng số, ví dụ 12 hoặc 85,3.")
    target = _target_above(adoption, form.cleaned_data["target"])
    targets.split_share(
        adoption=adoption, target=target, parts=form.parts(), by=acting(request), at=clock.now()
    )
    messages.success(request, "Đã chia phần.")
    return redirect(f"{redirect('lifecycle:handing_down', programme_id).url}#chi-tieu-{target.pk}")


@reads(OFFICERS)
def from_parent(request: HttpRequest) -> HttpResponse:
    """Running programmes above that the place may begin from."""
    rows = parents_offered(acting(request), on=clock.today())
    context = {"rows": rows, "is_sample": any(row.is_sample for row in rows)}
    return render(request, "lifecycle/handing_down/from_parent.html", context)


@changes(OFFICERS)
def begin_from_parent(request: HttpRequest) -> HttpResponse:
    member, today = acting(request), clock.today()
    parent = parent_offered(member, whole_number(request.POST.get("programme")) or 0, on=today)
    if parent is None:
        raise Http404
    edition = current_edition(parent)
    place = area_labels([member.area_id], today)[member.area_id]
    own = bodies_written_for(member.body_id).filter(area=member.area_id).exclude(kind=BodyKind.OFFICE)
    own_kind = own.order_by("pk").values_list("kind", flat=True)[0]
    kinds = edition.parties.order_by("order").values_list("body__kind", flat=True)
    below = PlaceBelow(place.id, place.name, place.full_name, "", "", place.sort_key)
    seen = preview(edition, [below], list(dict.fromkeys([own_kind, *kinds])), on=today)
    if not seen.ready:
        raise Refused("Địa bàn đã có chương trình lấy từ chương trình này.")
    made = acts.start_from_parent(parent=parent, place=seen.ready[0], by=member, at=clock.now())
    messages.success(request, "Đã lập dự thảo lấy lời từ chương trình cấp trên.")
    return redirect("lifecycle:handing_down", made.programme_id)
