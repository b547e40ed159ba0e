"""Books as files: with the columns of the paper books, and with the fields of Annex VI."""

from django.http import HttpRequest, HttpResponse

from phoihop.core import clock
from phoihop.core.access import WRITERS, reads
from phoihop.documents import queries
from phoihop.documents.calculations import FieldValue
from phoihop.documents.models import IncomingEntry, IncomingRegister, OutgoingEntry, OutgoingRegister
from phoihop.documents.registry import fields_sheet, fields_xml, incoming_fields, outgoing_fields
from phoihop.documents.sheets import arrivals_sheet, register_sheet
from phoihop.documents.views.downloads import sheet_answer
from phoihop.documents.views.loading import incoming_register, name_of, outgoing_register


@reads(WRITERS)
def register_file(request: HttpRequest, register_id: int) -> HttpResponse:
    """The book as .xlsx, in the order and with the columns of the paper book."""
    found = outgoing_register(request, register_id)
    sheet = register_sheet(found, queries.entries_of(found), body_name=name_of(found.body_id))
    return sheet_answer(sheet, name=_outgoing_name(found))


@reads(WRITERS)
def register_fields(request: HttpRequest, register_id: int) -> HttpResponse:
    """The book with the fields of Annex VI as .xlsx; as XML with ?dang=xml."""
    found = outgoing_register(request, register_id)
    organ = name_of(found.body_id)
    rows = OutgoingEntry.objects.filter(register=found).order_by("number")
    fields = [outgoing_fields(row, organ_name=organ) for row in rows]
    title = f"Sổ đăng ký văn bản đi {found}, {organ}"
    name = f"{_outgoing_name(found)}-phu-luc-vi"
    return _fields(request, "outgoing", fields, title=title, name=name, is_sample=found.is_sample)


def _outgoing_name(register: OutgoingRegister) -> str:
    ascii_type = register.document_type.encode("ascii", "ignore").decode() or "chung"
    return f"so-van-ban-di-{ascii_type}-{register.first_day.year}"


@reads(WRITERS)
def incoming_file(request: HttpRequest, register_id: int) -> HttpResponse:
    """The book of arrivals as .xlsx, in the order and with the columns of the paper book."""
    found = incoming_register(request, register_id)
    rows = queries.arrivals_of(found, today=clock.today())
    return sheet_answer(arrivals_sheet(found, rows, body_name=name_of(found.body_id)), name=_name(found))


@reads(WRITERS)
def incoming_fields_file(request: HttpRequest, register_id: int) -> HttpResponse:
    """The book of arrivals with the fields of Annex VI as .xlsx; as XML with ?dang=xml."""
    found = incoming_register(request, register_id)
    lines = {line.id: line for line in queries.arrivals_of(found, today=clock.today())}
    entries = (
        IncomingEntry.objects.filter(register=found)
        .select_related("register")
        .prefetch_related("forwardings")
        .order_by("number")
    )
    rows = [incoming_fields(entry, lines[entry.pk]) for entry in entries]
    title = f"Sổ đăng ký văn bản đến năm {found.year}, {name_of(found.body_id)}"
    name = f"{_name(found)}-phu-luc-vi"
    return _fields(request, "incoming", rows, title=title, name=name, is_sample=found.is_sample)


def _name(register: IncomingRegister) -> str:
    return f"so-van-ban-den-{register.year}"


def _fields(
    request: HttpRequest,
    book: str,
    rows: list[dict[str, FieldValue]],
    *,
    title: str,
    name: str,
    is_sample: bool,
) -> HttpResponse:
    if request.GET.get("dang") == "xml":
        answer = HttpResponse(fields_xml(book, rows, title=title), content_type="application/xml")
        answer["Content-Disposition"] = f'attachment; filename="{name}.xml"'
        return answer
    return sheet_answer(fields_sheet(book, rows, title=title, is_sample=is_sample), name=name)
