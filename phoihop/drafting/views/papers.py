"""Papers: put one in, watch it being read, put a draft away and take it up again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect, HttpResponseClientRefresh

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.core.fields import contents_of
from phoihop.drafting import actions, queries
from phoihop.drafting.actions.intake import Incoming, put_in
from phoihop.drafting.actions.readings import cancel_reading, read_again
from phoihop.drafting.forms import UploadForm
from phoihop.drafting.models import Draft, Reading
from phoihop.drafting.queries.readings import reading_page, unfinished
from phoihop.drafting.statuses import ReadingStatus

PASTED = "Văn bản dán vào.txt"


def draft_of(request: HttpRequest, draft_id: int) -> Draft:
    """The draft, if it is of the member's body; 404 otherwise."""
    drafts = Draft.objects.visible_to(acting(request)).select_related("file", "edition", "area")
    return get_object_or_404(drafts, pk=draft_id)


def _reading_of(request: HttpRequest, reading_id: int) -> Reading:
    return get_object_or_404(Reading.objects.visible_to(acting(request)), pk=reading_id)


@reads(OFFICERS)
def papers(request: HttpRequest) -> HttpResponse:
    return _papers_page(request, UploadForm())


def _papers_page(request: HttpRequest, form: UploadForm, *, status: int = 200) -> HttpResponse:
    member = acting(request)
    context = {"papers": queries.papers(member), "unfinished": unfinished(member), "form": form}
    return render(request, "drafting/papers.html", context, status=status)


@changes(OFFICERS)
def upload(request: HttpRequest) -> HttpResponse:
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _papers_page(request, form, status=422)
    given = contents_of(form.cleaned_data["file"])
    given = given or [(form.cleaned_data["pasted"].encode(), PASTED, "text/plain")]
    put = put_in(papers=[Incoming(*one) for one in given], by=acting(request), at=clock.now())
    if not put.is_new:
        messages.info(request, "Văn bản này đã được đưa vào trước đó; đây là bản đang có.")
    if put.draft is not None:
        return redirect("drafting:review", put.draft.pk)
    return redirect("drafting:reading", put.reading.pk if put.reading else 0)


@reads(OFFICERS)
def reading(request: HttpRequest, reading_id: int) -> HttpResponse:
    """How far it is. Asked again by the page itself (htmx), it answers with the way on once it has ended."""
    row = _reading_of(request, reading_id)
    is_asked_again = "HX-Request" in request.headers
    if row.status == ReadingStatus.DONE:
        address = reverse("drafting:review", args=[row.draft_id])
        return HttpResponseClientRedirect(address) if is_asked_again else redirect(address)
    page = reading_page(row)
    if is_asked_again and not page.is_under_way:
        return HttpResponseClientRefresh()
    return render(request, "drafting/reading.html", {"reading": page, "is_sample": page.is_sample})


@changes(OFFICERS)
def cancel(request: HttpRequest, reading_id: int) -> HttpResponse:
    cancel_reading(reading=_reading_of(request, reading_id), by=acting(request), at=clock.now())
    messages.success(request, "Đã dừng đọc. Những trang đã đọc được giữ lại.")
    return redirect("drafting:reading", reading_id)


@changes(OFFICERS)
def again(request: HttpRequest, reading_id: int) -> HttpResponse:
    read_again(reading=_reading_of(request, reading_id), by=acting(request), at=clock.now())
    return redirect("drafting:reading", reading_id)


@changes(OFFICERS)
def discard(request: HttpRequest, draft_id: int) -> HttpResponse:
    actions.discard(draft=draft_of(request, draft_id), by=acting(request), at=clock.now())
    messages.success(request, "Đã bỏ bản đọc. Có thể khôi phục trong danh sách.")
    return redirect("drafting:papers")


@changes(OFFICERS)
def restore(request: HttpRequest, draft_id: int) -> HttpResponse:
    draft = actions.restore(draft=draft_of(request, draft_id), by=acting(request), at=clock.now())
    return redirect("drafting:review", draft.pk)
