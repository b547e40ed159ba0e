"""Rows of the books a member may open; everything else is not found."""

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from phoihop.core import clock
from phoihop.core.access import acting
from phoihop.documents import actions, permissions, queries
from phoihop.documents.models import (
    IncomingEntry,
    IncomingRegister,
    OutgoingEntry,
    OutgoingRegister,
    StoredFile,
)
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels


def register_body(request: HttpRequest) -> Body:
    """Whose registers the member keeps: those of the own body, as an office of the body it serves."""
    return queries.register_body(acting(request).body_id)


def name_of(body_id: int) -> str:
    return body_labels([body_id], clock.today())[body_id].name


def outgoing_register(request: HttpRequest, register_id: int) -> OutgoingRegister:
    found = get_object_or_404(OutgoingRegister.objects.select_related("body"), pk=register_id)
    _check_open(request, found.body)
    return found


def incoming_register(request: HttpRequest, register_id: int) -> IncomingRegister:
    found = get_object_or_404(IncomingRegister.objects.select_related("body"), pk=register_id)
    _check_open(request, found.body)
    return found


def outgoing_entry(request: HttpRequest, entry_id: int) -> OutgoingEntry:
    rows = OutgoingEntry.objects.select_related("register__body__area", "file", "given_by", "annulled_by")
    found = get_object_or_404(rows, pk=entry_id)
    _check_open(request, found.register.body)
    return found


def incoming_entry(request: HttpRequest, entry_id: int) -> IncomingEntry:
    """A row of an open book, or one that was forwarded to the member."""
    rows = IncomingEntry.objects.visible_to(acting(request)).select_related(
        "register__body", "file", "entered_by", "delivery__sending"
    )
    return get_object_or_404(rows, pk=entry_id)


def _check_open(request: HttpRequest, body: Body) -> None:
    if not permissions.can_see_registers(acting(request), body):
        raise Http404


def stored(request: HttpRequest, given: "UploadedFile[bytes] | None") -> StoredFile | None:
    """The uploaded file kept, None when none came."""
    if not given:
        return None
    content, kind = given.read(), given.content_type or ""
    return actions.store_file(
        content=content, name=given.name or "", media_type=kind, by=acting(request), at=clock.now()
    )
