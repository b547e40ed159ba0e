"""Who follows which clause, and handing all of it over when somebody leaves."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels
from phoihop.people.models import Person
from phoihop.plans import permissions
from phoihop.plans.actions import following as actions
from phoihop.plans.forms.following import FollowersForm, HandOverForm
from phoihop.plans.models import HandingOver
from phoihop.plans.queries import following as queries
from phoihop.plans.queries.tasks import people_of
from phoihop.plans.statuses import FollowerRole
from phoihop.programmes.models import Clause
from phoihop.programmes.views.loading import Opened, opened


@reads(MEMBERS)
def followers(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Every clause with its focal persons and leaders."""
    return _followers(request, opened(request, programme_id))


def _followers(
    request: HttpRequest, found: Opened, form: FollowersForm | None = None, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    page = queries.followers_page(found.edition, acting(request), clock.today())
    blank = FollowersForm(bodies=page.own_bodies, people=page.people, initial={"from_day": clock.today()})
    context = {
        "programme": found.programme,
        "page": page,
        "form": form or blank,
        "chosen": {whole_number(text) for text in request.POST.getlist("clause")},
        "is_sample": found.programme.is_sample,
    }
    return render(request, "plans/following/followers.html", context, status=status)


@changes(OFFICERS)
def set_followers(request: HttpRequest, programme_id: int) -> HttpResponse:
    """One person for the ticked clauses, each with everything below it where a section was ticked."""
    found, member = opened(request, programme_id), acting(request)
    page = queries.followers_page(found.edition, member, clock.today())
    form = FollowersForm(request.POST, bodies=page.own_bodies, people=page.people)
    clauses = _chosen(request, found)
    if form.is_valid() and not clauses:
        form.add_error(None, "Hãy chọn ít nhất một nội dung.")
    if not form.is_valid():
        return _followers(request, found, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    given = form.cleaned_data
    person = get_object_or_404(Person, pk=given["person"]) if given["person"] else None
    try:
        changed = actions.set_followers(
            programme=found.programme,
            clauses=clauses,
            body=get_object_or_404(Body, pk=given["body"]),
            role=FollowerRole(given["role"]),
            person=person,
            from_day=given["from_day"],
            by=member,
            at=clock.now(),
        )
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _followers(request, found, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, f"Đã ghi người theo dõi cho {changed} nội dung.")
    return redirect("plans:followers", programme_id)


def _chosen(request: HttpRequest, found: Opened) -> list[Clause]:
    """The ticked clauses, and where a section was ticked all below it, in the order of the text."""
    ids = {number for text in request.POST.getlist("clause") if (number := whole_number(text))}
    sections = {number for text in request.POST.getlist("section") if (number := whole_number(text))}
    chosen: list[Clause] = []
    for clause in found.edition.clauses.order_by("order"):
        if clause.parent_id in sections:
            sections.add(clause.pk)
        if clause.pk in ids or clause.pk in sections:
            chosen.append(clause)
    return chosen


def _body(request: HttpRequest, body_id: int) -> Body:
    body = get_object_or_404(Body, pk=body_id)
    if not permissions.can_set_followers(acting(request), body):
        raise PermissionDenied
    return body


@reads(OFFICERS)
def handing_over(request: HttpRequest, body_id: int) -> HttpResponse:
    """Who carries what at the body, and with "?tu=" and "?den=" what a handing over would move."""
    body, today = _body(request, body_id), clock.today()
    loads = queries.loads(body, today)
    form = _form(body, loads, request.GET if "from_person" in request.GET else None)
    context = {
        "body": body,
        "name": body_labels([body.pk], today)[body.pk].short_name,
        "loads": loads,
        "form": form,
        "preview": _preview(form, body),
        "done": queries.handed_over(body),
        "is_sample": body.is_sample,
    }
    return render(request, "plans/following/handing_over.html", context)


def _form(body: Body, loads: list[queries.Load], data: object = None) -> HandOverForm:
    return HandOverForm(
        data,
        leaving=[
            (row.person_id, f"{row.person}{' (đã thôi việc)' if row.has_left else ''}") for row in loads
        ],
        people=people_of([body.pk], clock.today()),
        initial={"from_day": clock.today()},
    )


def _preview(form: HandOverForm, body: Body) -> queries.Moving | None:
    if not form.is_bound or not form.is_valid():
        return None
    person = get_object_or_404(Person, pk=form.cleaned_data["from_person"])
    return queries.moving(person, body, form.cleaned_data["from_day"])


@changes(OFFICERS)
def hand_over(request: HttpRequest, body_id: int) -> HttpResponse:
    """What the preview showed."""
    body = _body(request, body_id)
    form = _form(body, queries.loads(body, clock.today()), request.POST)
    if not form.is_valid():
        raise Refused("Hãy xem trước rồi bàn giao.")
    given = form.cleaned_data
    act = actions.hand_over(
        body=body,
        from_person=get_object_or_404(Person, pk=given["from_person"]),
        to_person=get_object_or_404(Person, pk=given["to_person"]),
        from_day=given["from_day"],
        note=given["note"],
        by=acting(request),
        at=clock.now(),
    )
    clauses, tasks = len(act.undo["stands"]), len(act.undo["tasks"])
    messages.success(request, f"Đã bàn giao {clauses} nội dung và {tasks} công việc.")
    return redirect("plans:handing_over", body_id)


@changes(OFFICERS)
def undo_hand_over(request: HttpRequest, body_id: int, act_id: int) -> HttpResponse:
    body = _body(request, body_id)
    act = get_object_or_404(HandingOver, pk=act_id, body=body)
    actions.undo_hand_over(act=act, by=acting(request), at=clock.now())
    messages.success(request, "Đã hoàn tác việc bàn giao.")
    return redirect("plans:handing_over", body_id)
