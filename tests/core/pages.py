"""Views and addresses that only the tests of the access decorators use."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path

from phoihop.accounts.models import Membership
from phoihop.core.access import LEADERS, MEMBERS, PUBLIC, acting, by_method, changes, reads
from phoihop.core.errors import Conflict, Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.people.models import Person


@reads(MEMBERS)
def look(request: HttpRequest) -> HttpResponse:
    return HttpResponse("xem")


@reads(MEMBERS)
def look_and_write(request: HttpRequest) -> HttpResponse:
    Person.objects.create(full_name="Không được ghi")
    return HttpResponse("đã ghi")


@changes(LEADERS)
def add(request: HttpRequest) -> HttpResponse:
    Person.objects.create(full_name=request.POST["name"])
    if request.POST["name"] == "sai":
        return HttpResponse("chưa đúng", status=422)
    return redirect("/xem/")


@changes(PUBLIC)
def fail(request: HttpRequest) -> HttpResponse:
    Person.objects.create(full_name="Không được ghi")
    match request.POST.get("how"):
        case "refused":
            raise Refused("Kỳ này đã chốt.")
        case "conflict":
            raise Conflict("Báo cáo")
        case "move":
            raise MoveNotAllowed(status="draft", verb="accept")
    raise ZeroDivisionError


@changes(MEMBERS)
def write_in_every_way(request: HttpRequest) -> HttpResponse:
    """Insert, update, bulk, raw SQL and COPY on a tracked table."""
    old = Membership.objects.get(pk=int(request.POST["row"]))
    old.position = "sửa"
    old.save()
    Membership.objects.filter(pk=old.pk).update(position="sửa hàng loạt")
    common = {"person_id": old.person_id, "body_id": old.body_id}
    Membership.objects.create(**common, role="viewer", position="thêm")
    Membership.objects.bulk_create([Membership(**common, role="clerk", position="thêm hàng loạt")])
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_membership SET position = 'SQL' WHERE id = %s", [old.pk])
    copy_one(old)
    return HttpResponse(acting(request).role)


@changes(MEMBERS)
def only_copy(request: HttpRequest) -> HttpResponse:
    copy_one(Membership.objects.get(pk=int(request.POST["row"])))
    return HttpResponse("")


def copy_one(like: Membership) -> None:
    """A membership by COPY, which psycopg sends past Django."""
    columns = "COPY accounts_membership (person_id, body_id, role, position, is_sample) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(columns) as copy:
        copy.write_row((like.person_id, like.body_id, "leader", "COPY", False))


urlpatterns = [
    path("xem/", look),
    path("xem-va-ghi/", look_and_write),
    path("them/", by_method(get=look, post=add)),
    path("hong/", fail),
    path("moi-cach/", write_in_every_way),
    path("chi-copy/", only_copy),
    path("", include("phoihop.accounts.urls")),
    path("tai-khoan/", include("phoihop.accounts.sign_in_urls")),
]
handler403 = "phoihop.core.errors.permission_denied"
handler404 = "phoihop.core.errors.not_found"
handler500 = "phoihop.core.errors.server_error"
handler400 = "phoihop.core.errors.bad_request"
