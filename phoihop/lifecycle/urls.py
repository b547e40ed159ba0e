"""Routes of lifecycle: acts on a programme that span apps, under the programme's id."""

from django.urls import path

from phoihop.core.access import by_method
from phoihop.lifecycle import amending_urls, following_urls, handing_down_urls, plan_urls, signing_urls
from phoihop.lifecycle.views import consulting, mending, papers, renewing, reviewing, signing, succeeding

app_name = "lifecycle"
_ONE = "<int:programme_id>"
urlpatterns = [
    *amending_urls.urlpatterns,
    *following_urls.urlpatterns,
    *handing_down_urls.urlpatterns,
    *signing_urls.urlpatterns,
    *plan_urls.urlpatterns,
    path(f"{_ONE}/", signing.signing, name="signing"),
    path(f"{_ONE}/hiep-thuong/", consulting.consultation, name="consultation"),
    path(f"{_ONE}/hiep-thuong/gui/", consulting.open_round, name="open_consultation"),
    path(f"{_ONE}/hiep-thuong/y-kien/", consulting.comment, name="comment"),
    path(f"{_ONE}/hiep-thuong/thong-nhat/", consulting.agree, name="agree"),
    path(f"{_ONE}/hiep-thuong/y-kien/<int:comment_id>/", consulting.answer, name="answer_comment"),
    path(f"{_ONE}/hiep-thuong/khep-lai/", consulting.close_round, name="close_consultation"),
    path(
        f"{_ONE}/hiep-thuong/<int:consultation_id>/tong-hop/", consulting.comments_word, name="comments_word"
    ),
    path(f"{_ONE}/van-ban/", papers.paper_page, name="paper"),
    path(f"{_ONE}/van-ban/word/", papers.word, name="paper_word"),
    path(f"{_ONE}/van-ban/pdf/", papers.printed, name="paper_pdf"),
    path(f"{_ONE}/trinh-ky/", signing.open_for_signature, name="open"),
    path(f"{_ONE}/bo-du-thao/", signing.drop_draft, name="drop_draft"),
    path(f"{_ONE}/rut/", signing.take_back, name="take_back"),
    path(f"{_ONE}/ky/<int:party_id>/", signing.sign, name="sign"),
    path(f"{_ONE}/nhap-ho/<int:party_id>/", signing.enter_signature, name="enter"),
    path(f"{_ONE}/cap-so/", signing.give_number, name="number"),
    path(f"{_ONE}/ghi-nhan/", by_method(get=signing.record_page, post=signing.record), name="record"),
    path(f"{_ONE}/tiep-noi/", by_method(get=renewing.renew_page, post=renewing.renew), name="renew"),
    path(
        f"{_ONE}/ke-thua/",
        by_method(get=succeeding.succession_page, post=succeeding.succeed),
        name="succession",
    ),
    path(f"{_ONE}/tong-ket/", by_method(get=reviewing.reviews, post=reviewing.begin), name="reviews"),
    path(
        f"{_ONE}/tong-ket/<int:review_id>/",
        by_method(get=reviewing.review, post=reviewing.write),
        name="review",
    ),
    path(f"{_ONE}/tong-ket/<int:review_id>/xac-nhan/", reviewing.confirm, name="confirm_review"),
    path(f"{_ONE}/tong-ket/<int:review_id>/mo-lai/", reviewing.reopen, name="reopen_review"),
    path(f"{_ONE}/tong-ket/<int:review_id>/bo/", reviewing.drop, name="drop_review"),
    path(f"{_ONE}/tong-ket/<int:review_id>/word/", reviewing.word, name="review_word"),
    path(f"{_ONE}/tong-ket/<int:review_id>/pdf/", reviewing.printed, name="review_pdf"),
    path("ky-truoc/", renewing.last_period, name="last_period"),
    path("ban-giao/", succeeding.handovers, name="handovers"),
    path(f"{_ONE}/ke-thua/<int:succession_id>/cong-bo/", succeeding.publish, name="publish_succession"),
    path(f"{_ONE}/ke-thua/<int:succession_id>/hoan-tac/", succeeding.undo, name="undo_succession"),
    path(
        f"{_ONE}/sua-viec/<int:duty_id>/",
        by_method(get=mending.duty_page, post=mending.mend_duty),
        name="mend_duty",
    ),
    path(
        f"{_ONE}/them-viec/<int:clause_id>/",
        by_method(get=mending.missed_duty_page, post=mending.mend_missed_duty),
        name="missed_duty",
    ),
]
