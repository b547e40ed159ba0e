"""Opening a stored file."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from phoihop.core.access import MEMBERS, acting, reads
from phoihop.core.errors import Refused
from phoihop.documents import readers, storage
from phoihop.documents.calculations import FILE_TYPES
from phoihop.documents.models import StoredFile
from phoihop.documents.statuses import ScanStatus

_SHOWN_INLINE = {kind.media_type for kind in FILE_TYPES if kind.is_shown_inline}


@reads(MEMBERS)
def download(request: HttpRequest, file_id: int) -> HttpResponse:
    """The file's bytes; images and PDF may be shown in place with ?xem=1, everything else is saved."""
    file = get_object_or_404(StoredFile, pk=file_id)
    if not readers.may_read(file, acting(request)):
        raise Http404
    _check_was_scanned(file)
    path = storage.path_of(file.sha256)
    if not path.is_file():
        raise Http404
    is_inline = "xem" in request.GET and file.media_type in _SHOWN_INLINE
    response = FileResponse(
        path.open("rb"), as_attachment=not is_inline, filename=file.name, content_type=file.media_type
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, max-age=3600"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response  # type: ignore[return-value]


def _check_was_scanned(file: StoredFile) -> None:
    if file.scan == ScanStatus.WAITING:
        raise Refused("Tệp đang chờ quét vi-rút nên chưa mở được. Hãy thử lại sau ít phút.")
    if not file.may_be_opened:
        raise Refused(f"Tệp có mã độc ({file.virus}) nên đã bị loại bỏ.")
