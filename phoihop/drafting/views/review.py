"""The review: every fact beside the text; accept, reject, undo."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.core.errors import Conflict
from phoihop.core.numbers import whole_number
from phoihop.documents import storage
from phoihop.drafting import actions, queries
from phoihop.drafting.models import Draft, ReadPage
from phoihop.drafting.statuses import FactKind
from phoihop.drafting.views.answers import STALE, after_step, in_place, is_partial, newest_step
from phoihop.drafting.views.papers import draft_of
from phoihop.drafting.views.screens import page_of, screen_of

MOST_STEPS = 500
_DONE = {"accept": "Đã chấp nhận.", "reject": "Đã bỏ.", "reopen": "Đã mở lại để xem."}


@reads(OFFICERS)
def review(request: HttpRequest, draft_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    return render(request, "drafting/review.html", page_of(request, draft, screen_of(request.GET)))


@reads(OFFICERS)
def history(request: HttpRequest, draft_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    steps = queries.history(draft, most=MOST_STEPS)
    context = {"draft": draft, "steps": steps, "is_sample": draft.is_sample}
    return render(request, "drafting/history.html", context)


@reads(OFFICERS)
def page_image(request: HttpRequest, draft_id: int, number: int) -> HttpResponse:
    """The picture of a scanned page of a paper of one's own body."""
    draft = draft_of(request, draft_id)
    pages = ReadPage.objects.filter(reading__draft=draft, number=number).select_related("image")
    image = get_object_or_404(pages, image__isnull=False).image
    path = storage.path_of(image.sha256) if image else None
    if image is None or path is None or not path.is_file():
        raise Http404
    response = FileResponse(path.open("rb"), content_type=image.media_type)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response  # type: ignore[return-value]


@changes(OFFICERS)
@in_place
def decide(request: HttpRequest, draft_id: int) -> HttpResponse:
    """One button of the review: `<verb>` names a fact and the version seen ("12.3"), `certain` the kind and
    `section` the section to accept what nothing is doubted about."""
    draft = draft_of(request, draft_id)
    if "certain" in request.POST or "section" in request.POST:
        return _accept_certain(request, draft)
    for verb in _DONE:
        fact, version = _fact_and_version(request.POST.get(verb, ""))
        if fact is not None:
            return _decide(request, draft, verb, fact=fact, version=version)
    return after_step(request, draft, decision=None)


def _fact_and_version(text: str) -> tuple[int | None, int | None]:
    fact, _, version = text.partition(".")
    return whole_number(fact), whole_number(version)


def _decide(request: HttpRequest, draft: Draft, verb: str, *, fact: int, version: int | None) -> HttpResponse:
    versions = {} if version is None else {fact: version}
    try:
        count = actions.decide(
            draft=draft, facts=[fact], verb=verb, versions=versions, by=acting(request), at=clock.now()
        )
    except Conflict:
        if not is_partial(request):
            raise
        return after_step(request, draft, decision=None, seen=[fact], focus=fact, said=STALE, status=409)
    decision = newest_step(draft) if count else None
    said = _DONE[verb] if is_partial(request) else ""
    return after_step(request, draft, decision=decision, seen=[fact], said=said, focus=_kept(request, fact))


def _kept(request: HttpRequest, fact: int) -> int | None:
    """Without scripts the page comes back at the fact; with them the next one is gone to."""
    return None if is_partial(request) else fact


def _accept_certain(request: HttpRequest, draft: Draft) -> HttpResponse:
    section = request.POST.get("section", "")
    kind = request.POST.get("certain") or request.POST.get("muc", "")
    count = actions.accept_certain(
        draft=draft,
        kind=kind if kind in FactKind.values else "",
        section=section,
        by=acting(request),
        at=clock.now(),
    )
    said = f"Đã chấp nhận {count} mục không có nghi vấn."
    return after_step(request, draft, decision=newest_step(draft) if count else None, said=said)


@changes(OFFICERS)
@in_place
def undo(request: HttpRequest, draft_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    step = actions.undo(draft=draft, by=acting(request), at=clock.now())
    undone = step.undoes.verb_words if step.undoes else ""
    touched = [int(key) for key in step.after if key.isdecimal()]
    focus = touched[0] if len(touched) == 1 or undone in {"tách", "gộp"} else None
    return after_step(request, draft, decision=step, focus=focus, said=f"Đã hoàn tác: {undone}.")
