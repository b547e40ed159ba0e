"""Sơ kết, tổng kết: the list of a programme, one with its results, its document."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.documents.views.downloads import pdf_answer, word_answer
from phoihop.lifecycle import actions
from phoihop.lifecycle.forms.reviewing import BeginReviewForm, ReviewForm
from phoihop.lifecycle.models import Review, ReviewKind
from phoihop.lifecycle.papers import template_of
from phoihop.lifecycle.papers.reviews import review_paper
from phoihop.lifecycle.queries.reviews import ReviewPage, review_page, reviews_of
from phoihop.programmes import permissions
from phoihop.programmes.statuses import SIGNED
from phoihop.programmes.views.loading import Opened, opened


def _list(request: HttpRequest, found: Opened, form: BeginReviewForm | None = None) -> HttpResponse:
    start = found.edition.period_start or found.edition.in_force_from
    starting = {"kind": ReviewKind.FINAL, "period_start": start, "period_end": found.edition.period_end}
    context = {
        "programme": found.programme,
        "reviews": reviews_of(found.programme),
        "may_begin": _may_write(request, found) and found.edition.status in SIGNED,
        "form": form or BeginReviewForm(initial=starting),
        "is_sample": found.programme.is_sample,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form else HTTPStatus.OK
    return render(request, "lifecycle/reviews.html", context, status=status)


def _may_write(request: HttpRequest, found: Opened) -> bool:
    return permissions.can_lead(acting(request), found.programme)


@reads(MEMBERS)
def reviews(request: HttpRequest, programme_id: int) -> HttpResponse:
    return _list(request, opened(request, programme_id))


@changes(OFFICERS)
def begin(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened(request, programme_id)
    form = BeginReviewForm(request.POST)
    if not form.is_valid():
        return _list(request, found, form)
    kind = ReviewKind(form.cleaned_data["kind"])
    try:
        made = actions.begin_review(
            programme=found.programme, kind=kind, period=form.period, by=acting(request), at=clock.now()
        )
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _list(request, found, form)
    return redirect("lifecycle:review", programme_id, made.pk)


def _review(request: HttpRequest, programme_id: int, review_id: int) -> tuple[Opened, Review]:
    found = opened(request, programme_id)
    rows = Review.objects.filter(programme=found.programme).select_related("programme")
    return found, get_object_or_404(rows, pk=review_id)


def _page(
    request: HttpRequest, found: Opened, page: ReviewPage, form: ReviewForm | None = None
) -> HttpResponse:
    may_write = _may_write(request, found)
    is_written = may_write and not page.is_confirmed
    context = {
        "programme": found.programme,
        "page": page,
        "review": page.review,
        "form": form or (ReviewForm(review=page.review, results=page.results) if is_written else None),
        "may_write": may_write,
        "is_sample": found.programme.is_sample,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form else HTTPStatus.OK
    return render(request, "lifecycle/review.html", context, status=status)


@reads(MEMBERS)
def review(request: HttpRequest, programme_id: int, review_id: int) -> HttpResponse:
    """Every clause and target of the period with what is said of it."""
    found, row = _review(request, programme_id, review_id)
    return _page(request, found, review_page(row, on=clock.today()))


@changes(OFFICERS)
def write(request: HttpRequest, programme_id: int, review_id: int) -> HttpResponse:
    found, row = _review(request, programme_id, review_id)
    page = review_page(row, on=clock.today())
    form = ReviewForm(request.POST, review=row, results=page.results)
    if not form.is_valid():
        return _page(request, found, page, form)
    version = form.cleaned_data["version"]
    actions.write_review(
        review=row, words=form.words, said=form.said, version=version, by=acting(request), at=clock.now()
    )
    messages.success(request, "Đã lưu.")
    return redirect("lifecycle:review", programme_id, review_id)


def _version(request: HttpRequest) -> int:
    return whole_number(request.POST.get("version")) or 0


@changes(OFFICERS)
def confirm(request: HttpRequest, programme_id: int, review_id: int) -> HttpResponse:
    _, row = _review(request, programme_id, review_id)
    actions.confirm_review(review=row, version=_version(request), by=acting(request), at=clock.now())
    messages.success(request, "Đã xác nhận: số liệu được giữ như lúc này.")
    return redirect("lifecycle:review", programme_id, review_id)


@changes(OFFICERS)
def reopen(request: HttpRequest, programme_id: int, review_id: int) -> HttpResponse:
    _, row = _review(request, programme_id, review_id)
    reason = request.POST.get("reason", "")
    actions.reopen_review(
        review=row, reason=reason, version=_version(request), by=acting(request), at=clock.now()
    )
    messages.success(request, "Đã mở lại để sửa.")
    return redirect("lifecycle:review", programme_id, review_id)


@changes(OFFICERS)
def drop(request: HttpRequest, programme_id: int, review_id: int) -> HttpResponse:
    _, row = _review(request, programme_id, review_id)
    actions.drop_review(review=row, version=_version(request), by=acting(request), at=clock.now())
    messages.success(request, "Đã bỏ bản đang soạn.")
    return redirect("lifecycle:reviews", programme_id)


@reads(MEMBERS)
def word(request: HttpRequest, programme_id: int, review_id: int) -> HttpResponse:
    """The review as .docx."""
    found, row = _review(request, programme_id, review_id)
    paper = review_paper(review_page(row, on=clock.today()), today=clock.today())
    template = template_of(found.edition, today=clock.today())
    return word_answer(paper, name=f"tong-ket-{review_id}", template=template)


@reads(MEMBERS)
def printed(request: HttpRequest, programme_id: int, review_id: int) -> HttpResponse:
    """The review as PDF/A."""
    found, row = _review(request, programme_id, review_id)
    paper = review_paper(review_page(row, on=clock.today()), today=clock.today())
    template = template_of(found.edition, today=clock.today())
    return pdf_answer(paper, name=f"tong-ket-{review_id}", template=template)
