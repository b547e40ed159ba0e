"""Pages of outgoing registers."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header

from phoihop.core import clock
from phoihop.core.access import CLERKS, WRITERS, acting, changes, reads
from phoihop.documents import actions, permissions, queries
from phoihop.documents.calculations import FILE_TYPES, XLSX
from phoihop.documents.forms import AnnulForm, RegisterForm
from phoihop.documents.models import OutgoingEntry, OutgoingRegister
from phoihop.documents.sheets import register_sheet
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels
from phoihop.writing.sheets import write_xlsx

_SHOWN_INLINE = {kind.media_type for kind in FILE_TYPES if kind.is_shown_inline}


def _register_body(request: HttpRequest) -> Body:
    """Whose registers the member keeps: those of the own body, as an office of the body it serves."""
    return queries.register_body(acting(request).body_id)


@reads(WRITERS)
def registers(request: HttpRequest) -> HttpResponse:
    form = RegisterForm(initial={"year": clock.today().year})
    return _registers_page(request, form)


def _registers_page(request: HttpRequest, form: RegisterForm, status: int = 200) -> HttpResponse:
    body = _register_body(request)
    context: dict[str, Any] = {
        "body_name": body_labels([body.pk], clock.today())[body.pk].name,
        "registers": queries.registers_of(body.pk),
        "form": form,
        "templates": queries.templates_on(clock.today()),
        "can_number": permissions.can_number(acting(request), body),
        "is_sample": body.is_sample,
    }
    return render(request, "documents/registers.html", context, status=status)


@changes(CLERKS)
def open_register(request: HttpRequest) -> HttpResponse:
    form = RegisterForm(request.POST)
    if not form.is_valid():
        return _registers_page(request, form, status=422)
    register = actions.open_register(
        body=_register_body(request), **form.cleaned_data, by=acting(request), at=clock.now()
    )
    return redirect("documents:register", register.pk)


def _register(request: HttpRequest, register_id: int) -> OutgoingRegister:
    found = get_object_or_404(OutgoingRegister.objects.select_related("body"), pk=register_id)
    if not permissions.can_see_registers(acting(request), found.body):
        raise Http404
    return found


@reads(WRITERS)
def register_file(request: HttpRequest, register_id: int) -> HttpResponse:
    """The register as .xlsx."""
    found = _register(request, register_id)
    name = body_labels([found.body_id], clock.today())[found.body_id].name
    content = write_xlsx(register_sheet(found, queries.entries_of(found), body_name=name))
    response = HttpResponse(content, content_type=XLSX.media_type)
    file_name = f"so-van-ban-di-{found.document_type}-{found.first_day.year}.xlsx"
    response.headers["Content-Disposition"] = content_disposition_header(True, file_name) or "attachment"
    return response


@reads(WRITERS)
def register(request: HttpRequest, register_id: int) -> HttpResponse:
    found = _register(request, register_id)
    context = {
        "register": found,
        "body_name": body_labels([found.body_id], clock.today())[found.body_id].name,
        "entries": queries.entries_of(found),
        "form": AnnulForm(),
        "can_number": permissions.can_number(acting(request), found.body),
        "is_sample": found.is_sample,
    }
    return render(request, "documents/register.html", context)


@changes(CLERKS)
def annul(request: HttpRequest, entry_id: int) -> HttpResponse:
    entry = get_object_or_404(OutgoingEntry.objects.select_related("register__body"), pk=entry_id)
    form = AnnulForm(request.POST)
    if not permissions.can_number(acting(request), entry.register.body):
        raise PermissionDenied
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    actions.annul_number(entry=entry, reason=reason, by=acting(request), at=clock.now())
    return redirect("documents:register", entry.register_id)
