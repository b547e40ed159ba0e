"""Every view names its access rule: `@reads` for a GET that cannot write, `@changes` for a POST."""

import functools
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any, Concatenate, cast

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from phoihop.core import clock, errors
from phoihop.core.history import name_actor
from phoihop.core.member import Member
from phoihop.core.models import Submission


@dataclass(frozen=True)
class AccessRule:
    """Who may open a route at all; which rows they then see is the queryset's `visible_to`."""

    name: str
    label: str
    needs_sign_in: bool
    roles: frozenset[str] | None

    def allows(self, member: Member | None) -> bool:
        """Whether somebody acting as `member` (None: nobody, or without a membership) may pass."""
        if self.roles is None:
            return True
        return member is not None and member.role in self.roles


_ALL_ROLES = frozenset(
    {"viewer", "officer", "leader", "clerk", "committee_member", "area_head", "administrator"}
)
PUBLIC = AccessRule("public", "mọi người", needs_sign_in=False, roles=None)
BY_LINK = AccessRule("by_link", "người giữ liên kết bí mật", needs_sign_in=False, roles=None)
SIGNED_IN = AccessRule("signed_in", "người đã đăng nhập", needs_sign_in=True, roles=None)
MEMBERS = AccessRule("members", "người có vai trò tại một tổ chức", needs_sign_in=True, roles=_ALL_ROLES)
WRITERS = AccessRule(
    "writers",
    "cán bộ, lãnh đạo, văn thư, quản trị",
    True,
    frozenset({"officer", "leader", "clerk", "administrator"}),
)
OFFICERS = AccessRule("officers", "cán bộ, lãnh đạo", True, frozenset({"officer", "leader"}))
LEADERS = AccessRule("leaders", "lãnh đạo", True, frozenset({"leader"}))
CLERKS = AccessRule("clerks", "văn thư", True, frozenset({"clerk"}))
DOERS = AccessRule(
    "doers", "cán bộ, lãnh đạo, ủy viên, trưởng khu dân cư", True,
    frozenset({"officer", "leader", "committee_member", "area_head"}),
)  # fmt: skip
ADMINISTRATORS = AccessRule("administrators", "quản trị", True, frozenset({"administrator"}))

type View[**P] = Callable[Concatenate[HttpRequest, P], HttpResponse]


def member_of(request: HttpRequest) -> Member | None:
    """Who the signed-in person acts as, set by the accounts middleware."""
    return cast("Member | None", getattr(request, "member", None))


def acting(request: HttpRequest) -> Member:
    """The acting member of a request that passed a rule with roles."""
    member = member_of(request)
    if member is None:
        raise PermissionDenied
    return member


def _refusal(request: HttpRequest, rule: AccessRule) -> HttpResponse | None:
    _refuse_nul(request)
    if rule.needs_sign_in and not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not rule.allows(member_of(request)):
        raise PermissionDenied
    return None


def _refuse_nul(request: HttpRequest) -> None:
    """No keyboard types a NUL and no text column keeps one: BadRequest (400) before any view looks."""
    for given in (request.GET, request.POST):
        if any("\x00" in text for _, texts in given.lists() for text in texts):
            raise BadRequest


def reads[**P](rule: AccessRule) -> Callable[[View[P]], View[P]]:
    """A GET for those `rule` lets in; the database refuses any write the view might try."""

    def decorate(view: View[P]) -> View[P]:
        @functools.wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if request.method not in {"GET", "HEAD"}:
                return errors.method_not_allowed(request, allowed="GET, HEAD")
            refused = _refusal(request, rule)
            return refused or _read_only(lambda: view(request, *args, **kwargs))

        cast("Any", guarded).access_rule = {"GET": rule}
        return guarded

    return decorate


def _read_only(answer: Callable[[], HttpResponse]) -> HttpResponse:
    with _reading():
        response = answer()
        render = getattr(response, "render", None)
        if render is not None and not getattr(response, "is_rendered", True):
            render()
        transaction.set_rollback(True)
    return response


@contextmanager
def _reading() -> Iterator[None]:
    """A transaction begun READ ONLY; inside of one that began otherwise, a savepoint made so by SET."""
    is_inside = connection.in_atomic_block
    with nullcontext() if is_inside else _begun_read_only(), transaction.atomic():
        if is_inside:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION READ ONLY")
        yield


@contextmanager
def _begun_read_only() -> Iterator[None]:
    """Meanwhile each BEGIN of this connection says READ ONLY; one that is lost stays as it is."""
    connection.ensure_connection()
    raw = connection.connection
    with connection.wrap_database_errors:
        raw.read_only = True
    try:
        yield
    finally:
        if not raw.closed:
            raw.read_only = None


def changes[**P](rule: AccessRule) -> Callable[[View[P]], View[P]]:
    """A POST for those `rule` lets in, in one transaction; the same form sent twice acts once."""

    def decorate(view: View[P]) -> View[P]:
        @functools.wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if request.method != "POST":
                return errors.method_not_allowed(request, allowed="POST")
            refused = _refusal(request, rule)
            if refused is not None:
                return refused
            with transaction.atomic():
                name_actor()
                return _once(request, lambda: view(request, *args, **kwargs))

        cast("Any", guarded).access_rule = {"POST": rule}
        return guarded

    return decorate


def by_method[**P](*, get: View[P], post: View[P]) -> View[P]:
    """One address for a form: its page on GET, its sending on POST, each under its own rule."""

    def chosen(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        return (post if request.method == "POST" else get)(request, *args, **kwargs)

    cast("Any", chosen).access_rule = rules_of(get) | rules_of(post)
    return chosen


def rules_of(view: object) -> dict[str, AccessRule]:
    """The rule of a view by method; empty for a view that names none."""
    return cast("dict[str, AccessRule]", getattr(view, "access_rule", {}))


def _once(request: HttpRequest, act: Callable[[], HttpResponse]) -> HttpResponse:
    """Run `act` unless this form's key was already used by this person; a refused form frees its key."""
    key = _submission_key(request)
    if key is None or not request.user.is_authenticated:
        return _rolled_back_when_refused(act())
    submission, is_new = Submission.objects.get_or_create(
        key=key, defaults={"user_id": request.user.pk, "path": request.path, "at": clock.now()}
    )
    if not is_new:
        if submission.user_id != request.user.pk:
            raise PermissionDenied
        messages.info(request, "Nội dung này đã được ghi nhận trước đó, không ghi lần thứ hai.")
        return HttpResponseRedirect(submission.location or request.path)
    response = _rolled_back_when_refused(act())
    if response.status_code < 400:
        submission.location = response.headers.get("Location", "")
        submission.save(update_fields=["location"])
    return response


def _rolled_back_when_refused(response: HttpResponse) -> HttpResponse:
    if response.status_code >= 400:
        transaction.set_rollback(True)
    return response


def _submission_key(request: HttpRequest) -> uuid.UUID | None:
    try:
        return uuid.UUID(request.POST.get("submission_key", ""))
    except ValueError:
        return None
