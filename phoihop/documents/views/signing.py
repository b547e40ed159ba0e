"""The digital signatures of a stored file, in plain words; judged again when the trusted roots changed."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, WRITERS, acting, changes, member_of, reads
from phoihop.documents import readers
from phoihop.documents.actions.signing import check_again, trusted_roots
from phoihop.documents.models import StoredFile
from phoihop.documents.queries.signing import signatures_of


@reads(MEMBERS)
def signatures(request: HttpRequest, file_id: int) -> HttpResponse:
    """Every signature of the file with what is known of it; fit to print."""
    file = _readable(request, file_id)
    found = signatures_of([file.pk]).get(file.pk)
    is_current = found is not None and not found.problem and found.roots == trusted_roots().fingerprint
    member = member_of(request)
    context = {
        "file": file,
        "found": found,
        "may_check": member is not None and WRITERS.allows(member) and not is_current,
        "is_sample": file.is_sample,
    }
    return render(request, "documents/signatures.html", context)


@changes(WRITERS)
def check(request: HttpRequest, file_id: int) -> HttpResponse:
    """Judge the file's signatures again."""
    file = _readable(request, file_id)
    row = check_again(file=file, at=clock.now())
    said = "Tệp không có chữ ký số nào." if row is None else "Đã kiểm tra lại chữ ký số."
    messages.success(request, said)
    return redirect("documents:signatures", file.pk)


def _readable(request: HttpRequest, file_id: int) -> StoredFile:
    file = get_object_or_404(StoredFile, pk=file_id)
    if not readers.may_read(file, acting(request)):
        raise Http404
    return file
