"""Papers: put one in, put a draft away and take it up again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.drafting import actions, queries
from phoihop.drafting.forms import UploadForm
from phoihop.drafting.models import Draft


def draft_of(request: HttpRequest, draft_id: int) -> Draft:
    """The draft, if it is of the member's body; 404 otherwise."""
    drafts = Draft.objects.visible_to(acting(request)).select_related("file", "edition", "area")
    return get_object_or_404(drafts, pk=draft_id)


@reads(OFFICERS)
def papers(request: HttpRequest) -> HttpResponse:
    context = {"papers": queries.papers(acting(request)), "form": UploadForm()}
    return render(request, "drafting/papers.html", context)


@changes(OFFICERS)
def upload(request: HttpRequest) -> HttpResponse:
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        context = {"papers": queries.papers(acting(request)), "form": form}
        return render(request, "drafting/papers.html", context, status=422)
    file = form.cleaned_data["file"]
    name = file.name if file else "Văn bản dán vào.txt"
    content = file.read() if file else form.cleaned_data["pasted"].encode()
    media_type = (file.content_type or "") if file else "text/plain"
    draft, is_new = actions.read_file(
        content=content, name=name, media_type=media_type, by=acting(request), at=clock.now()
    )
    if not is_new:
        messages.info(request, "Văn bản này đã được đọc trước đó; đây là bản đang có.")
    return redirect("drafting:review", draft.pk)


@changes(OFFICERS)
def discard(request: HttpRequest, draft_id: int) -> HttpResponse:
    actions.discard(draft=draft_of(request, draft_id), by=acting(request), at=clock.now())
    messages.success(request, "Đã bỏ bản đọc. Có thể khôi phục trong danh sách.")
    return redirect("drafting:papers")


@changes(OFFICERS)
def restore(request: HttpRequest, draft_id: int) -> HttpResponse:
    draft = actions.restore(draft=draft_of(request, draft_id), by=acting(request), at=clock.now())
    return redirect("drafting:review", draft.pk)
