"""The page of consultation: send round, comment, answer, close; and the table of comments as Word."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.documents.views.downloads import word_answer
from phoihop.lifecycle import actions
from phoihop.lifecycle.forms import AnswerCommentForm, CommentForm, OpenConsultationForm
from phoihop.lifecycle.models import Comment, Consultation
from phoihop.lifecycle.papers.comments import comments_paper
from phoihop.lifecycle.queries.consulting import consulting, subject_choices
from phoihop.lifecycle.statuses import COMMENT
from phoihop.programmes.views.loading import Opened, opened_working
from phoihop.targets.models import Target

_ANSWERS = ("accept", "explain", "refuse", "reopen")


def _page(request: HttpRequest, found: Opened, *, status: int = 200, **forms: Any) -> HttpResponse:
    state = consulting(found.edition, acting(request), today=clock.today())
    context = {
        "programme": found.programme,
        "edition": found.edition,
        "state": state,
        "open_form": OpenConsultationForm(),
        "comment_form": CommentForm(
            subjects=state.subjects, initial={"subject": f"muc-{request.GET.get('muc', '')}"}
        ),
        "moves": [(verb, COMMENT.moves[verb].label) for verb in ("explain", "refuse")],
        "is_sample": found.programme.is_sample,
    }
    return render(request, "lifecycle/consultation.html", context | forms, status=status)


@reads(MEMBERS)
def consultation(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Every round with its comments, and the next step."""
    return _page(request, opened_working(request, programme_id))


@changes(OFFICERS)
def open_round(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened_working(request, programme_id)
    form = OpenConsultationForm(request.POST)
    if not form.is_valid():
        return _page(request, found, status=422, open_form=form)
    given = form.cleaned_data
    actions.open_consultation(
        edition=found.edition, due_on=given["due_on"], note=given["note"], by=acting(request), at=clock.now()
    )
    messages.success(request, "Đã gửi dự thảo để các bên góp ý.")
    return redirect("lifecycle:consultation", programme_id)


@changes(OFFICERS)
def comment(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened_working(request, programme_id)
    form = CommentForm(request.POST, subjects=subject_choices(found.edition))
    if not form.is_valid():
        return _page(request, found, status=422, comment_form=form)
    given = form.cleaned_data
    actions.comment(
        consultation=_open_round(found),
        clause=found.edition.clauses.filter(pk=form.chosen("muc") or 0).first(),
        target=Target.objects.filter(edition=found.edition, pk=form.chosen("chi-tieu") or 0).first(),
        text=given["text"],
        proposed_text=given["proposed_text"],
        by=acting(request),
        at=clock.now(),
    )
    messages.success(request, "Đã ghi ý kiến.")
    return redirect("lifecycle:consultation", programme_id)


@changes(OFFICERS)
def agree(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The party has said all it has to say."""
    found = opened_working(request, programme_id)
    actions.answer_invitation(consultation=_open_round(found), by=acting(request), at=clock.now())
    messages.success(request, "Đã trả lời: thống nhất với phần còn lại của dự thảo.")
    return redirect("lifecycle:consultation", programme_id)


@changes(OFFICERS)
def answer(request: HttpRequest, programme_id: int, comment_id: int) -> HttpResponse:
    """Accept (also into the draft), explain, refuse, take up again; or the party withdraws its own."""
    found = opened_working(request, programme_id)
    row = get_object_or_404(Comment, pk=comment_id, consultation__edition=found.edition)
    if "withdraw" in request.POST:
        actions.withdraw_comment(given=row, by=acting(request), at=clock.now())
        return redirect("lifecycle:consultation", programme_id)
    form = AnswerCommentForm(request.POST)
    verb = next((name for name in (*_ANSWERS, "into_draft") if name in request.POST), None)
    if verb is None or not form.is_valid():
        return _page(request, found, status=422)
    actions.answer_comment(
        given=row,
        verb="accept" if verb == "into_draft" else verb,
        into_draft=verb == "into_draft",
        reply=form.cleaned_data["reply"],
        version=form.cleaned_data["version"],
        by=acting(request),
        at=clock.now(),
    )
    response = redirect("lifecycle:consultation", programme_id)
    response["Location"] += f"#y-kien-{comment_id}"
    return response


@changes(OFFICERS)
def close_round(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened_working(request, programme_id)
    actions.close_consultation(consultation=_open_round(found), by=acting(request), at=clock.now())
    messages.success(request, "Đã khép lại vòng hiệp thương; dự thảo hiện nay là văn bản đã thống nhất.")
    return redirect("lifecycle:consultation", programme_id)


@reads(MEMBERS)
def comments_word(request: HttpRequest, programme_id: int, consultation_id: int) -> HttpResponse:
    """The table of comments and answers as .docx."""
    found = opened_working(request, programme_id)
    row = get_object_or_404(Consultation, pk=consultation_id, edition=found.edition)
    state = consulting(found.edition, acting(request), today=clock.today())
    said = next(line for line in state.rounds if line.id == row.pk)
    paper = comments_paper(found.edition, said, today=clock.today())
    return word_answer(paper, name=f"gop-y-{programme_id}-vong-{row.sequence}")


def _open_round(found: Opened) -> Consultation:
    row = found.edition.consultations.filter(closed_at=None).first()
    if row is None:
        raise Http404
    return row
